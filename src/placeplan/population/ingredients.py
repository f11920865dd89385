"""What a projection is made of, taken out of tables and laid out as arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import polars as pl

from placeplan.population.axes import (
    AGE_COUNT,
    SEXES,
    Array,
    index_of,
    people_array,
)
from placeplan.population.check import check_people
from placeplan.population.dwelling import people_from_dwellings
from placeplan.population.inputs import Tables
from placeplan.population.year_path import YearPath
from placeplan.tables import get_weakest


@dataclass(frozen=True, slots=True)
class Components:
    """Births, deaths and net migration by place in one year, as published.

    NaN where a place has no figure.
    """

    births: Array
    deaths: Array
    net_migration: Array


@dataclass(frozen=True, slots=True)
class Ingredients:
    """Everything a projection needs, as arrays.

    Parameters
    ----------
    places : tuple of str
        Places in alphabetical order: the first axis of every array.
    counts : mapping of int to ndarray
        People by place, sex and age in each counted year; the first is the base.
    totals : mapping of int to ndarray
        Published people by place; NaN where there is no figure.
    components : mapping of int to Components
        By the year that they end in.
    death_share : YearPath
        By sex and age -1 to 90.
    fertility : YearPath
        Births a woman by age.
    schedule : ndarray
        Share of net movers by sex and age.
    migration : YearPath
        Net movers assumed, by place.
    dwelling_movers : mapping of int to ndarray
        Net movers by place, sex and age that dwellings bring.
    count_status : mapping of int to tuple of str
        Status of each place's count.
    carried_status, projected_status : str
        Weakest status of what a number between counts, and one after the last count,
        rests on besides the counts.
    """

    places: tuple[str, ...]
    counts: Mapping[int, Array]
    totals: Mapping[int, Array]
    components: Mapping[int, Components]
    death_share: YearPath
    fertility: YearPath
    schedule: Array
    migration: YearPath
    dwelling_movers: Mapping[int, Array]
    count_status: Mapping[int, tuple[str, ...]]
    carried_status: str
    projected_status: str

    @property
    def base_year(self) -> int:
        """Year of the first count."""
        return min(self.counts)

    @property
    def last_count(self) -> int:
        """Year of the last count by age."""
        return max(self.counts)

    @classmethod
    def from_tables(cls, tables: Tables) -> "Ingredients":
        """Take the ingredients out of checked tables.

        Raises
        ------
        InputError
            As :func:`placeplan.population.check.check_people`.
        """
        check_people(tables)
        people = pl.concat(
            tables[name].select("year", "place", "sex", "age", "value", "status")
            for name in ("people_base", "people_counts")
            if name in tables
        )
        places = tuple(people["place"].unique().sort())
        schedule = people_array(
            tables["migration_schedule"].select(
                "sex", "age", place=pl.lit("all"), value="share"
            ),
            ["all"],
        )[0]
        return cls(
            places=places,
            counts=_by_year(people, places),
            totals=_place_values(_rows(tables, "people_totals"), places, "value"),
            components=_components(_rows(tables, "components"), places),
            death_share=YearPath(_death_share(tables["mortality"])),
            fertility=YearPath(_fertility(tables["fertility"])),
            schedule=schedule,
            migration=YearPath(_migration(tables["migration"], places)),
            dwelling_movers=people_from_dwellings(
                _rows(tables, "dwellings"), places, schedule
            ),
            count_status=_count_status(people, places),
            carried_status=_method_status(tables, _CARRYING),
            projected_status=_method_status(tables, _CARRYING + _PROJECTING),
        )


_EMPTY = {
    "people_totals": {"year": pl.Int32, "place": pl.String, "value": pl.Float64},
    "components": {
        "year": pl.Int32,
        "place": pl.String,
        "births": pl.Float64,
        "deaths": pl.Float64,
        "net_migration": pl.Float64,
    },
    "dwellings": {
        "year": pl.Int32,
        "place": pl.String,
        "dwellings": pl.Float64,
        "persons_per_dwelling": pl.Float64,
    },
}


def _rows(tables: Tables, name: str) -> pl.DataFrame:
    return tables[name] if name in tables else pl.DataFrame(schema=_EMPTY[name])


def _years(frame: pl.DataFrame) -> list[int]:
    return [int(year) for year in frame["year"].unique().sort()]


def _by_year(people: pl.DataFrame, places: tuple[str, ...]) -> dict[int, Array]:
    return {
        year: people_array(people.filter(pl.col("year") == year), places)
        for year in _years(people)
    }


def _place_values(
    frame: pl.DataFrame, places: tuple[str, ...], column: str
) -> dict[int, Array]:
    values: dict[int, Array] = {}
    for year in _years(frame):
        rows = frame.filter(pl.col("year") == year)
        values[year] = np.full(len(places), np.nan)
        values[year][index_of(rows["place"], places)] = rows[column].to_numpy()
    return values


def _components(frame: pl.DataFrame, places: tuple[str, ...]) -> dict[int, Components]:
    births, deaths, net = (
        _place_values(frame, places, column)
        for column in ("births", "deaths", "net_migration")
    )
    return {year: Components(births[year], deaths[year], net[year]) for year in births}


def _death_share(mortality: pl.DataFrame) -> dict[int, Array]:
    shares: dict[int, Array] = {}
    for year in _years(mortality):
        rows = mortality.filter(pl.col("year") == year)
        shares[year] = np.zeros((len(SEXES), AGE_COUNT + 1))
        where = index_of(rows["sex"], SEXES), rows["age"].to_numpy() + 1
        shares[year][where] = rows["death_share"].to_numpy()
    return shares


def _fertility(fertility: pl.DataFrame) -> dict[int, Array]:
    births: dict[int, Array] = {}
    for year in _years(fertility):
        rows = fertility.filter(pl.col("year") == year)
        births[year] = np.zeros(AGE_COUNT)
        births[year][rows["age"].to_numpy()] = rows["births_per_woman"].to_numpy()
    return births


def _migration(frame: pl.DataFrame, places: tuple[str, ...]) -> dict[int, Array]:
    """Lay the assumption out; a place without a row in a year keeps its last one."""
    values = _place_values(frame, places, "net_people")
    years = sorted(values)
    for before, year in pairwise(years):
        gaps = np.isnan(values[year])
        values[year][gaps] = values[before][gaps]
    for after, year in pairwise(reversed(years)):
        gaps = np.isnan(values[year])
        values[year][gaps] = values[after][gaps]
    return values


def _count_status(
    people: pl.DataFrame, places: tuple[str, ...]
) -> dict[int, tuple[str, ...]]:
    worst = people.group_by("year", "place").agg(pl.max("status"))
    known = {(year, place): word for year, place, word in worst.iter_rows()}
    return {
        year: tuple(known[year, place] for place in places) for year in _years(people)
    }


_CARRYING = ("people_totals", "components", "mortality", "migration_schedule")
_PROJECTING = ("fertility", "migration", "dwellings")


def _method_status(tables: Tables, names: tuple[str, ...]) -> str:
    seen = {
        word
        for name in names
        if name in tables
        for word in tables[name]["status"].unique()
    }
    return get_weakest(seen | {"derived"})
