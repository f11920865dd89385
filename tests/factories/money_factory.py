"""Money tables of a tiny system, small enough to check by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from placeplan.demand import TABLES as DEMAND_TABLES
from placeplan.money import TABLES
from placeplan.tables import STATUS

CONTRACTS = {contract.name: contract for contract in (*DEMAND_TABLES, *TABLES)}


def make_table(name: str, rows: Sequence[tuple[Any, ...]]) -> pl.DataFrame:
    """Make a table of money or growth; a row may leave source and status out."""
    schema = CONTRACTS[name].schema
    width = len(schema) - 2
    whole = [row if len(row) > width else (*row, "paper", "published") for row in rows]
    return pl.DataFrame(whole, schema=schema, orient="row")


def make_activity(rows: Sequence[tuple[Any, ...]]) -> pl.DataFrame:
    """Make activity of rows `year, place, provider, pod, value[, status]`."""
    whole = [row if len(row) > 5 else (*row, "derived") for row in rows]
    frame = pl.DataFrame(
        whole,
        schema={
            "year": pl.Int32,
            "place": pl.String,
            "provider": pl.String,
            "pod": pl.String,
            "value": pl.Float64,
            "status": STATUS,
        },
        orient="row",
    )
    return frame.select(
        "year",
        "place",
        "provider",
        pl.lit(None, pl.String).alias("site"),
        "pod",
        pl.lit("activity").alias("measure"),
        pl.lit("each").alias("unit"),
        "value",
        "status",
    )


def make_tables(**changed: Sequence[tuple[Any, ...]]) -> Mapping[str, pl.DataFrame]:
    """Make the tables of a tiny system, some of them changed.

    Two points of delivery at £100 and £10. Prices rise 10 % in 2017 and 20 % in 2018,
    policy adds 5 % in 2018. Income is £10,000, £10,500 and £11,000.
    """
    rows: dict[str, Sequence[tuple[Any, ...]]] = {
        "outturn": [
            (2015, "trust-a", "provider", -23.5),
            (2015, "trust-b", "provider", 3.0),
            (2015, "ccg-c", "ccg", 1.4),
        ],
        "prices": [("spell", 100.0), ("contact", 10.0)],
        "growth": [],
        "inflation": [
            (2017, 2017, "price", 0.1),
            (2018, 2018, "price", 0.2),
            (2018, 2018, "policy", 0.05),
        ],
        "income": [
            (2016, "system", 9_000.0, 1_000.0),
            (2017, "system", 9_400.0, 1_100.0),
            (2018, "system", 9_800.0, 1_200.0),
        ],
        "fixed_cost": [
            *[(year, "system", "level", 2_000.0, True) for year in (2016, 2017, 2018)],
            (2016, "system", "policy", 30.0, False),
            (2017, "system", "price", 200.0, True),
            (2018, "system", "demographic", 70.5, True),
            (2018, "system", "policy", 10.25, False),
        ],
        "gap_published": [(2016, -330.0)],
        "solutions": [
            ("shared-ledger", "productivity", 2017, 150.0, True),
            ("shared-ledger", "productivity", 2018, 300.0, True),
            ("land-sale", "enablers", 2018, 40.0, False),
        ],
        "cautions": [("outturn_pounds", None, "A forecast, not audited.")],
    }
    rows.update(changed)
    return {name: make_table(name, each) for name, each in rows.items()}


TINY_ACTIVITY = make_activity(
    [
        (2016, "north", "trust-a", "spell", 50.0),
        (2016, "south", "trust-b", "spell", 30.0),
        (2016, "south", "trust-b", "contact", 30.0),
        (2017, "north", "trust-a", "spell", 55.0),
        (2017, "south", "trust-b", "spell", 30.0),
        (2017, "south", "trust-b", "contact", 40.0),
        (2018, "north", "trust-a", "spell", 66.0),
        (2018, "south", "trust-b", "contact", 44.0),
    ]
)
