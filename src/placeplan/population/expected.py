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

FIGURE: Final = ("year", "place", "age_from", "measure")
"""What a figure is about, for which papers, counts and reasons are given."""

TIED: Final = "The projection is tied to this count."
"""Why a count and our figure are the same, where the plan does not say why."""

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
    "reason": pl.String,
}


def compare_with_expected(
    people: pl.DataFrame, expected: pl.DataFrame, reasons: pl.DataFrame
) -> pl.DataFrame:
    """Put what papers expected and what was counted beside what we project.

    Parameters
    ----------
    people : polars.DataFrame
        ``year, place, sex, age, value, status``; growth is since its first year.
    expected : polars.DataFrame
        ``label, year, place, age_from, measure, value``: label is ``papers`` or
        ``counted``, place is empty for all places together.
    reasons : polars.DataFrame
        ``year, place, age_from, measure, words``: why figures differ, as the plan says.

    Returns
    -------
    polars.DataFrame
        ``year, place, age_from, measure, unit, expected, counted, projected,
        difference, reason``: difference is what we project less what the papers
        expected, or less the count where papers say nothing; reason is what the plan
        says, else that we are tied to the count where we are. Cells without a figure
        or a reason are empty.

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
            index=FIGURE,
            values="value",
        )
        .join(reasons.select(*FIGURE, "words"), on=FIGURE, how="left", nulls_equal=True)
        .sort(FIGURE)
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
    words: str | None,
) -> tuple[object, ...]:
    projected = _measure(people, year, place, age_from, measure)
    beside = counted if papers is None else papers
    difference = None if projected is None or beside is None else projected - beside
    tied = papers is None and difference is not None and abs(difference) < 0.5
    if words is None and tied and measure == "people":
        words = TIED
    return (
        *(year, place, age_from, measure, UNITS[measure]),
        *(papers, counted, projected, difference, words),
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
