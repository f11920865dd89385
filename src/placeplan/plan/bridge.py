"""The bridge: from the gap of the base year, over what moves it, to what is left."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from placeplan.errors import QuestionError
from placeplan.periods import FinancialYear
from placeplan.plan.question import answer
from placeplan.plan.results_table import HoldsTable, list_axes, list_years
from placeplan.plan.scenario import DO_NOTHING, PLAN
from placeplan.reference import MEASURES, STATUS

DRIVER_PREFIX: Final = "driver_"

BRIDGE_MEASURES: Final = (
    "gap_pounds",
    "driver_policy_pounds",
    "income_pounds",
    "solution_pounds",
)
"""Measures that a bridge shows or rests on, whose cautions stand beside it."""

BridgeRow = tuple[str, str, float, str]
"""Step, kind, pounds and status."""


def build_bridge(
    results: HoldsTable, *, year: int | None = None, scenario: str = PLAN
) -> pl.DataFrame:
    """Take the gap apart, from the base year to what a scenario leaves.

    Parameters
    ----------
    results : Results
        Of a run that holds ``do_nothing`` and the scenario.
    year : int or None
        Financial year in which the bridge ends; `find_bridge_year` without it.
    scenario : str
        Whose solutions close the gap.

    Returns
    -------
    polars.DataFrame
        ``step, kind, value_pounds, from_pounds, to_pounds, status``: kind ``total``
        stands on zero, ``driver`` and ``solution`` go from where the last step ended.
        The steps between two totals sum to their difference.

    Raises
    ------
    QuestionError
        The results hold no gap in that year.
    """
    year = find_bridge_year(results) if year is None else year
    gaps = answer(results, "gap_pounds", by=["scenario", "year"])
    base = min(gaps["year"])
    rows = [
        _take_total(gaps, DO_NOTHING, base, f"Gap in {FinancialYear(base)}"),
        *_list_drivers(results, year),
        _take_total(
            gaps, DO_NOTHING, year, f"{FinancialYear(year)} if nothing changes"
        ),
        *_list_solutions(results, year, scenario),
        _take_total(gaps, scenario, year, "Left after solutions"),
    ]
    return hang_steps(rows)


def find_bridge_year(results: HoldsTable) -> int:
    """Find the year in which solutions save most, the first such; else the last year.

    Raises
    ------
    QuestionError
        The results hold no gap.
    """
    gaps = results.table.filter(pl.col("measure") == "gap_pounds")
    if gaps.is_empty():
        raise QuestionError("These results hold no gap: the plan folder has no money.")
    saves = (pl.col("measure") == "solution_pounds") & (pl.col("value") != 0)
    saved = results.table.filter(saves)
    if saved.is_empty():
        return list_years(gaps)[-1]
    by_year = saved.group_by("year").agg(pl.col("value").sum().round(2))
    return int(by_year.sort("value", "year", descending=[True, False])["year"][0])


def _take_total(gaps: pl.DataFrame, scenario: str, year: int, step: str) -> BridgeRow:
    row = gaps.filter((pl.col("scenario") == scenario) & (pl.col("year") == year))
    if row.is_empty():
        raise QuestionError(
            f"These results hold no gap of {scenario} in {FinancialYear(year)}. "
            f"Ask for a year from {min(gaps['year'])} to {max(gaps['year'])}."
        )
    return (step, "total", *row.select("value", "status").row(0))


def _list_drivers(results: HoldsTable, year: int) -> list[BridgeRow]:
    rows: list[BridgeRow] = []
    for name, measure in MEASURES.items():
        if name.startswith(DRIVER_PREFIX) and list_axes(results.table, name):
            found = answer(results, name, where={"year": year})
            value, status = found.select("value", "status").row(0)
            rows.append((name_driver(measure.name), "driver", value, status))
    return rows


def name_driver(measure: str) -> str:
    """Name a driver by the name of its measure.

    Examples
    --------
    >>> name_driver("Gap from more and older people")
    'More and older people'
    """
    words = measure.removeprefix("Gap from ")
    return words[0].upper() + words[1:]


def say_id(name: str) -> str:
    """Write the id of a solution or a theme as words.

    Examples
    --------
    >>> say_id("care-transformation")
    'Care transformation'
    """
    return name.replace("-", " ").capitalize()


def _list_solutions(results: HoldsTable, year: int, scenario: str) -> list[BridgeRow]:
    if not list_axes(results.table, "solution_pounds"):
        return []
    solutions = answer(
        results, "solution_pounds", by=["initiative", "year"], scenario=scenario
    ).filter((pl.col("year") == year) & (pl.col("value") != 0))
    return [
        (say_id(name), "solution", value, status)
        for name, value, status in solutions.select(
            "initiative", "value", "status"
        ).iter_rows()
    ]


def hang_steps(rows: Sequence[BridgeRow]) -> pl.DataFrame:
    """Let each step start where the one before it ended; totals start at zero.

    Parameters
    ----------
    rows : sequence of BridgeRow
        In the order of the bridge.

    Returns
    -------
    polars.DataFrame
        As `build_bridge`.
    """
    hung, reached = [], 0.0
    for step, kind, value, status in rows:
        start = 0.0 if kind == "total" else reached
        reached = round(start + value, 2)
        hung.append((step, kind, value, start, reached, status))
    return pl.DataFrame(
        hung,
        schema={
            "step": pl.String,
            "kind": pl.String,
            "value_pounds": pl.Float64,
            "from_pounds": pl.Float64,
            "to_pounds": pl.Float64,
            "status": STATUS,
        },
        orient="row",
    )
