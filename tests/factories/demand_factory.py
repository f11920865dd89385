"""Activity, growth and capacity tables of a tiny system, to check by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from placeplan.capacity import TABLES as CAPACITY_TABLES
from placeplan.demand import TABLES
from placeplan.demand.activity_frame import SCHEMA
from placeplan.population import TABLES as PEOPLE_TABLES
from placeplan.tables import STATUS

CONTRACTS = {
    contract.name: contract for contract in (*PEOPLE_TABLES, *TABLES, *CAPACITY_TABLES)
}
Rows = Sequence[tuple[Any, ...]]


def make_table(name: str, rows: Rows) -> pl.DataFrame:
    """Make a table; a row may leave optional columns, source and status out."""
    schema = CONTRACTS[name].schema
    width = len(schema) - 2
    whole = [
        row
        if len(row) > width
        else (*row, *[None] * (width - len(row)), "paper", "published")
        for row in rows
    ]
    return pl.DataFrame(whole, schema=schema, orient="row")


def make_tables(**rows: Rows) -> dict[str, pl.DataFrame]:
    """Make several tables by name."""
    return {name: make_table(name, each) for name, each in rows.items()}


def make_people(
    people: Mapping[tuple[int, str, str, int], float],
    status: Mapping[tuple[int, str], str] | None = None,
) -> pl.DataFrame:
    """Make people of (year, place, sex, age); status is of (year, place)."""
    words = status or {}
    rows = [
        (*cell, value, words.get(cell[:2], "published"))
        for cell, value in people.items()
    ]
    return pl.DataFrame(
        rows,
        schema={
            "year": pl.Int32,
            "place": pl.String,
            "sex": pl.String,
            "age": pl.Int64,
            "value": pl.Float64,
            "status": STATUS,
        },
        orient="row",
    )


def make_activity(rows: Rows) -> pl.DataFrame:
    """Make projected activity of `year, place, provider, site, pod, measure, value`."""
    whole = [
        (*row[:6], "each", *row[6:])
        if len(row) > 7
        else (*row[:6], "each", row[6], "derived")
        for row in rows
    ]
    return pl.DataFrame(whole, schema=SCHEMA, orient="row")
