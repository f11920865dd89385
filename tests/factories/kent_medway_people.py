"""The people tables of the example, read once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import polars as pl

from placeplan.population import TABLES, project_population
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[2] / "examples/kent-medway"
YEARS = {"first_year": 2011, "last_year": 2031}


@cache
def read_areas() -> pl.DataFrame:
    """Read ids of the districts and their codes in national statistics."""
    areas = pl.read_csv(EXAMPLE / "places/areas.csv")
    return areas.select(place="id", area_code="gss_code").unique().sort("place")


@cache
def read_tables() -> Mapping[str, pl.DataFrame]:
    """Read the people tables; there are no faults in them."""
    known = {("areas", "id"): set(read_areas()["place"])}
    read = read_folder(EXAMPLE, TABLES, known=known)
    read.raise_faults()
    return read.frames


@cache
def project_example() -> pl.DataFrame:
    """Project the example's people to 2031."""
    return project_population(read_tables(), **YEARS)
