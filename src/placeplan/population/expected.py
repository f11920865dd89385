"""What was expected, what was counted and what we project, side by side."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.errors import QuestionError

UNITS: Final[Mapping[str, str]] = {
    "people": "people",
    "growth_people": "people",
    "growth_percent": "percent",
}
"""Unit of each measure; growth is since the first year in hand."""

REASONS: Final[Mapping[str, str]] = {
    "rounding": "The papers round the count.",
    "counted": "The projection is tied to this count.",
    "movers": (
        "The papers started from an earlier base, with planned homes and movers of "
        "their own. We start from the last count and carry on the net movers, births "
        "and deaths of the years before it."
    ),
    "oldest": (
        "People of these ages were all alive at the first count, so deaths decide. The "
        "papers needed deaths at these ages to go on falling fast after 2011; the "
        "counts show that they did not."
    ),
    "pandemic": (
        "The total of this year is a count and includes the first months of COVID-19; "
        "by age we carry on from the year before, with deaths of ordinary years."
    ),
    "census": (
        "Estimates from 2021 on rest on a new census. It found fewer people than the "
        "estimates rolled forward since 2011, from which we start; and deaths of the "
        "pandemic are not in our assumptions."
    ),
}
"""Why two figures differ, by a key that a page may use."""

OLD_AGE = 65
"""From this age deaths decide growth over ten years, not movers."""

CENSUS_YEAR = 2021
"""From this year estimates rest on the census of 21 March 2021 (ONS)."""


_SCHEMA: Final = {
    "year": pl.Int32,
    "place": pl.String,
    "age_from": pl.Int64,
    "measure": pl.String,
    "unit": pl.String,
    "expected": pl.Float64,
    "counted": pl.Float64,
    "projected": pl.Float64,
    "difference": pl.Float64,
    "reason_key": pl.String,
    "reason": pl.String,
}


def compare_with_expected(people: pl.DataFrame, expected: pl.DataFrame) -> pl.DataFrame:
    """Put what papers expected and what was counted beside what we project.

    Parameters
    ----------
    people : polars.DataFrame
        ``year, place, sex, age, value, status``; growth is since its first year.
    expected : polars.DataFrame
        ``label, year, place, age_from, measure, value``: label is ``papers`` or
        ``counted``, place is empty for all places together.

    Returns
    -------
    polars.DataFrame
        ``year, place, age_from, measure, unit, expected, counted, projected,
        difference, reason_key, reason``: difference is what we project less what the
        papers expected, or less the count where papers say nothing. Cells without a
        figure are empty.

    Raises
    ------
    QuestionError
        When a figure is asked for by a measure that is not known.
    """
    if unknown := sorted(set(expected["measure"]) - set(UNITS)):
        message = f"Expected figures are {', '.join(UNITS)}; not {', '.join(unknown)}."
        raise QuestionError(message)
    sides = (
        expected.pivot(
            on="label",
            on_columns=["papers", "counted"],
            index=["year", "place", "age_from", "measure"],
            values="value",
        )
        .sort("year", "place", "age_from", "measure")
        .iter_rows(named=True)
    )
    rows = [_compare(people, **side) for side in sides]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _compare(
    people: pl.DataFrame,
    *,
    year: int,
    place: str | None,
    age_from: int,
    measure: str,
    papers: float | None,
    counted: float | None,
) -> tuple[object, ...]:
    projected = _measure(people, year, place, age_from, measure)
    beside = counted if papers is None else papers
    difference = None if projected is None or beside is None else projected - beside
    tied = counted is not None and difference is not None and abs(difference) < 0.5
    if year == people["year"].min():
        key = "rounding"
    elif papers is not None:
        key = "oldest" if age_from >= OLD_AGE else "movers"
    elif year >= CENSUS_YEAR:
        key = "census"
    else:
        key = "counted" if tied and measure == "people" else "pandemic"
    return (
        *(year, place, age_from, measure, UNITS[measure]),
        *(papers, counted, projected, difference, key, REASONS[key]),
    )


def _measure(
    people: pl.DataFrame, year: int, place: str | None, age_from: int, measure: str
) -> float | None:
    """Give people of an age and over, or their growth; None without that year."""
    chosen = people.filter(
        pl.col("age") >= age_from,
        pl.lit(True) if place is None else pl.col("place") == place,
    )
    first = people["year"].min()
    start, now = (
        chosen.filter(pl.col("year") == each)["value"] for each in (first, year)
    )
    if not now.len():
        return None
    before, after = float(start.sum()), float(now.sum())
    if measure == "people":
        return after
    if measure == "growth_people":
        return after - before
    return 100 * (after / before - 1) if before else None
