"""Growth with people: as many more as there are people of that place, sex and age."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.inputs import ACTIVITY_BASE, PERSONS
from placeplan.errors import Fault, InputError
from placeplan.reference import SEXES, AgeBand

Array = NDArray[np.float64]

OPEN_AGE: Final = 90
"""Oldest single year of age in the people's frame: this age and over."""

FERTILE_AGES: Final = range(15, 45)
"""Ages of mothers where a plan gives no fertility."""


@dataclass(frozen=True, slots=True)
class PeopleSums:
    """Running sums of people over age, so that any band is one subtraction.

    Parameters
    ----------
    years : tuple of int
        Years, in order.
    places : tuple of str
        Places, in order; all of them together stand after the last.
    people : array
        Running sums shaped (year, place, sex, age): female, male, persons.
    births : array
        Running sums of expected births by age of mother, shaped (year, place, age).
    status : array
        Weakest status of each (year, place), as the number of its word.
    """

    years: tuple[int, ...]
    places: tuple[str, ...]
    people: Array
    births: Array
    status: NDArray[np.uint8]

    @classmethod
    def from_frames(
        cls, people: pl.DataFrame, fertility: pl.DataFrame | None
    ) -> "PeopleSums":
        """Lay people out by year, place, sex and age, and expect births of women.

        Parameters
        ----------
        people : DataFrame
            `year`, `place`, `sex`, `age`, `value`, `status`.
        fertility : DataFrame or None
            `year`, `age`, `births_per_woman`. A year that it lacks takes the last
            before it, or its first. Without it every woman from 15 to 44 counts alike.
        """
        ordered = people.sort("year", "place", "sex", "age")
        years = tuple(ordered["year"].unique().sort())
        places = tuple(ordered["place"].unique().sort())
        at = (
            _positions(ordered["year"], years),
            _positions(ordered["place"], places),
            _positions(ordered["sex"], SEXES),
            ordered["age"].to_numpy(),
        )
        shape = (len(years), len(places), len(SEXES), OPEN_AGE + 1)
        grid = np.zeros(shape)
        np.add.at(grid, at, ordered["value"].to_numpy())
        grid = np.concatenate([grid, grid.sum(axis=1, keepdims=True)], axis=1)
        grid = np.concatenate([grid, grid.sum(axis=2, keepdims=True)], axis=2)
        births = grid[:, :, SEXES.index("female")] * _births_per_woman(fertility, years)
        weakest = np.zeros(shape[:2], dtype=np.uint8)
        np.maximum.at(weakest, at[:2], ordered["status"].to_physical().to_numpy())
        weakest = np.concatenate([weakest, weakest.max(axis=1, keepdims=True)], axis=1)
        return cls(years, places, _run(grid), _run(births), weakest)

    def place_at(self, place: str | None) -> int | None:
        """Find a place; people from elsewhere are like all the plan's people."""
        if place is None:
            return len(self.places)
        return self.places.index(place) if place in self.places else None


def grow_cohorts(
    cohorts: pl.DataFrame,
    people: PeopleSums,
    *,
    base_year: int,
    years: Sequence[int],
) -> Array:
    """Say how many times the base year's use each cohort's is, by people alone.

    ``factor = people in the place, sex and band in the year / those in the base year``;
    for births and maternity, expected births (women times births a woman by age) stand
    for people. A cohort of births that bears none itself, such as babies, follows all
    births of its place. Use by people from elsewhere (place empty) follows the people
    of all places together.

    Parameters
    ----------
    cohorts : DataFrame
        `place`, `sex`, `age_band`, `follows_births`.
    people : PeopleSums
        People, and births expected of them.
    base_year : int
        Year whose factor is 1.
    years : sequence of int
        Years wanted.

    Returns
    -------
    array
        Factors shaped (cohort, year).

    Raises
    ------
    InputError
        With every cohort that has no people in the base year, and every year and place
        for which there are none.
    """
    faults = _find_missing(cohorts, people, [base_year, *years])
    if faults:
        raise InputError(faults)
    base = people.years.index(base_year)
    at = [people.years.index(year) for year in years]
    factors = np.ones((cohorts.height, len(at)))
    empty = []
    for row, (place, sex, band, follows_births) in enumerate(cohorts.iter_rows()):
        ages = AgeBand.parse(band)
        counted = (
            _expect_births(people, place, sex, ages, base)
            if follows_births
            else _count_people(people, place, sex, ages)
        )
        if counted[base] > 0:
            factors[row] = counted[at] / counted[base]
        else:
            empty.append(_say_empty(place, sex, band, base_year))
    if empty:
        raise InputError(empty)
    return factors


def _count_people(
    people: PeopleSums, place: str | None, sex: str, band: AgeBand
) -> Array:
    """Count people of a place, sex and band, year by year."""
    sums = people.people[:, people.place_at(place), (*SEXES, PERSONS).index(sex)]
    return _between(sums, band)


def _expect_births(
    people: PeopleSums, place: str | None, sex: str, band: AgeBand, base: int
) -> Array:
    """Expect births to mothers of a band; to all mothers where the band has none."""
    sums = people.births[:, people.place_at(place)]
    births = _between(sums, band)
    if sex != "male" and births[base] > 0:
        return births
    return _between(sums, AgeBand(0))


def _between(sums: Array, band: AgeBand) -> Array:
    last = OPEN_AGE if band.last_age is None else band.last_age
    found: Array = sums[:, last + 1] - sums[:, band.first_age]
    return found


def _run(grid: Array) -> Array:
    """Sum along age, with a 0 before the first."""
    sums = np.zeros((*grid.shape[:-1], grid.shape[-1] + 1))
    np.cumsum(grid, axis=-1, out=sums[..., 1:])
    return sums


def _positions(values: pl.Series, known: Sequence[object]) -> NDArray[np.int64]:
    numbers = {value: number for number, value in enumerate(known)}
    return values.replace_strict(numbers, return_dtype=pl.Int64).to_numpy()


def _births_per_woman(fertility: pl.DataFrame | None, years: Sequence[int]) -> Array:
    """Lay births a woman out, shaped (year, 1, age)."""
    found = np.zeros((len(years), 1, OPEN_AGE + 1))
    if fertility is None or fertility.is_empty():
        found[:, :, list(FERTILE_AGES)] = 1.0
        return found
    given = sorted(set(fertility["year"]))
    for at, year in enumerate(years):
        nearest = max((y for y in given if y <= year), default=given[0])
        rows = fertility.filter(pl.col("year") == nearest)
        found[at, 0, rows["age"].to_numpy()] = rows["births_per_woman"].to_numpy()
    return found


def _find_missing(
    cohorts: pl.DataFrame, people: PeopleSums, years: Sequence[int]
) -> list[Fault]:
    faults = [
        Fault(
            ACTIVITY_BASE.path,
            "",
            f"people for {year}",
            "none",
            "Project people to every year that activity is wanted for.",
        )
        for year in sorted(set(years) - set(people.years))
    ]
    faults += [
        Fault(
            ACTIVITY_BASE.path,
            f"place {place}",
            "a place that has people",
            place,
            "Correct the place, add its people, or leave it empty for people "
            "from elsewhere.",
        )
        for place in cohorts["place"].unique().sort()
        if people.place_at(place) is None
    ]
    return faults


def _say_empty(place: str | None, sex: str, band: str, base_year: int) -> Fault:
    return Fault(
        ACTIVITY_BASE.path,
        f"place {place or '(empty)'}, sex {sex}, age_band {band}",
        f"activity of people who were there in {base_year}",
        "nobody of that place, sex and age",
        "Correct the row, or give the activity to a wider band.",
    )
