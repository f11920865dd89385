"""People tables of small systems: still ones to check by hand, and random ones."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from placeplan.population import TABLES
from placeplan.tables import STATUS

CONTRACTS = {contract.name: contract for contract in TABLES}
SEXES = ("female", "male")
AGES = range(91)
Rows = Sequence[tuple[Any, ...]]


def make_table(name: str, rows: Rows) -> pl.DataFrame:
    """Make a people table; a row may leave source and status out."""
    schema = CONTRACTS[name].schema
    width = len(schema) - 2
    whole = [row if len(row) > width else (*row, "ons", "published") for row in rows]
    return pl.DataFrame(whole, schema=schema, orient="row")


def count_people(
    year: int, places: Sequence[str], people: Mapping[tuple[str, str, int], float]
) -> Rows:
    """Make the rows of a count: every sex and age, 0 where nothing is said."""
    return [
        (year, place, sex, age, float(people.get((place, sex, age), 0)))
        for place in places
        for sex in SEXES
        for age in AGES
    ]


def still_tables(
    people: Mapping[tuple[str, str, int], float], **changed: Rows
) -> dict[str, pl.DataFrame]:
    """Make tables in which nobody is born, dies or moves unless `changed` says so."""
    places = sorted({place for place, _, _ in people})
    rows: dict[str, Rows] = {
        "people_base": count_people(2011, places, people),
        "fertility": [(2011, age, 0.0) for age in range(15, 50)],
        "mortality": [(2011, sex, age, 0.0) for sex in SEXES for age in range(-1, 91)],
        "migration_schedule": [
            (sex, age, 0.5 if age == 30 else 0.0) for sex in SEXES for age in AGES
        ],
        "migration": [(2012, place, 0.0) for place in places],
    }
    return {name: make_table(name, each) for name, each in (rows | changed).items()}


def random_tables(
    seed: int, *, places: int = 2, moving: float = 1.0
) -> dict[str, pl.DataFrame]:
    """Make tables of invented numbers, all different, from a seed.

    Years 2011 on; components are published for the years up to 2012, a total for 2013,
    dwellings for 2014. `moving` multiplies net movers.
    """
    draw = np.random.default_rng(seed)
    names = [f"place-{number}" for number in range(places)]
    count = {
        (place, sex, age): float(draw.integers(0, 400))
        for place in names
        for sex in SEXES
        for age in AGES
    }
    share = draw.normal(1, 2, (2, 91))
    share /= share.sum()
    rows: dict[str, Rows] = {
        "fertility": [
            (year, age, draw.uniform(0, 0.15))
            for year in (2011, 2013)
            for age in range(15, 50)
        ],
        "mortality": [
            (year, sex, age, draw.uniform(0, 0.3))
            for year in (2011, 2014)
            for sex in SEXES
            for age in range(-1, 91)
        ],
        "migration_schedule": [
            (sex, age, share[number, age])
            for number, sex in enumerate(SEXES)
            for age in AGES
        ],
        "migration": [
            (year, place, moving * draw.normal(0, 500))
            for year in (2012, 2014)
            for place in names
        ],
        "components": [
            (year, place, draw.uniform(50, 300), draw.uniform(50, 900), draw.normal())
            for year in (2010, 2011, 2012)
            for place in names
        ],
        "people_totals": [
            (2013, place, float(draw.integers(20_000, 60_000))) for place in names
        ],
        "dwellings": [(2014, place, draw.normal(0, 40), 2.3) for place in names],
    }
    return still_tables(count, **rows)


def recount(tables: Mapping[str, pl.DataFrame], year: int, seed: int) -> pl.DataFrame:
    """Make a later count: the base, each cell changed by chance."""
    draw = np.random.default_rng(seed)
    base = tables["people_base"]
    change = draw.uniform(0.5, 1.5, base.height)
    return base.with_columns(
        year=pl.lit(year, pl.Int32), value=(pl.col("value") * change).round()
    )


def people_frame(rows: Rows) -> pl.DataFrame:
    """Make people as a projection gives them."""
    schema = {
        "year": pl.Int32,
        "place": pl.String,
        "sex": pl.String,
        "age": pl.Int64,
        "value": pl.Float64,
        "status": STATUS,
    }
    whole = [row if len(row) > 5 else (*row, "derived") for row in rows]
    return pl.DataFrame(whole, schema=schema, orient="row")
