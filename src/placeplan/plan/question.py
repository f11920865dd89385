"""Questions to the results: one measure, by some axes, where some axes have a value.

Rules: nothing is summed across scenarios, nor a stock across years, nor numbers of
different units. A sum has the weakest status of what went into it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import polars as pl

from placeplan.errors import QuestionError, UnknownNameError
from placeplan.periods import FinancialYear
from placeplan.plan.results_table import (
    AXES,
    HoldsTable,
    list_filled_axes,
    list_years,
    sum_values,
)
from placeplan.plan.scenario import DO_NOTHING
from placeplan.reference import get_measure

AxisValue = str | int
Where = Mapping[str, AxisValue | Sequence[AxisValue]]

NOTHING: Final[Where] = {}


def answer(
    results: HoldsTable,
    measure: str,
    *,
    by: Sequence[str] = (),
    where: Where = NOTHING,
    scenario: str | None = None,
) -> pl.DataFrame:
    """Answer one question from the results.

    Parameters
    ----------
    results : Results
        Of one run.
    measure : str
        Such as ``population``.
    by : sequence of str
        Axes to tell apart; everything else is summed.
    where : mapping of str to value or values
        Axes to hold fast: only rows with this value, or with one of these values.
    scenario : str or None
        One scenario. Without it ``do_nothing``, unless `by` or `where` name scenarios.

    Returns
    -------
    polars.DataFrame
        Columns `by`, ``value``, ``unit``, ``status``, sorted by `by` and unit.

    Raises
    ------
    UnknownNameError
        A measure, axis or value that the results do not have.
    QuestionError
        A sum that would mean nothing, or an axis that the measure lacks.
    PeriodError
        A year that cannot be.
    """
    rows = results.table.filter(pl.col("measure") == measure)
    if rows.is_empty():
        _check_names("measure", [measure], results.table["measure"].unique())
    _check_axes(measure, [*by, *where], list_filled_axes(rows))
    held = _hold_scenario(where, by, scenario)
    for axis, values in held.items():
        rows = _keep(rows, axis, values)
    _refuse_sum_of_stock(measure, rows, by)
    keys = [*dict.fromkeys(by), "unit"]
    found = sum_values(rows, keys)
    return found.select(*keys[:-1], "value", "unit", "status")


def _hold_scenario(
    where: Where, by: Sequence[str], scenario: str | None
) -> dict[str, list[AxisValue]]:
    held = {
        axis: [values] if isinstance(values, str | int) else list(values)
        for axis, values in where.items()
    }
    if scenario is not None:
        held["scenario"] = [scenario]
    elif "scenario" not in by and "scenario" not in held:
        held["scenario"] = [DO_NOTHING]
    if len(held.get("scenario", [])) > 1 and "scenario" not in by:
        raise QuestionError(
            "Scenarios are never added together. Ask by scenario, or for one of them."
        )
    return held


def _keep(rows: pl.DataFrame, axis: str, values: Sequence[AxisValue]) -> pl.DataFrame:
    wanted = [_read_value(axis, value) for value in values]
    texts = rows[axis].cast(pl.String)
    _check_names(axis, wanted, texts.drop_nulls().unique())
    return rows.filter(texts.is_in(wanted))


def _read_value(axis: str, value: AxisValue) -> str:
    """Read a value as a person writes it: 2016/17 is 2016."""
    text = str(value)
    return str(FinancialYear.parse(text).start) if axis == "year" else text


def _check_axes(measure: str, asked: Iterable[str], axes: Sequence[str]) -> None:
    for axis in asked:
        _check_names("axis", [axis], AXES)
        if axis not in axes:
            raise QuestionError(
                f"{measure} is not told apart by {axis}. It can be asked by: "
                f"{', '.join(axes)}."
            )


def _check_names(noun: str, asked: Iterable[str], known: Iterable[str]) -> None:
    names = set(known)
    for name in asked:
        if name not in names:
            raise UnknownNameError(noun.replace("_", " "), name, names)


def _refuse_sum_of_stock(measure: str, rows: pl.DataFrame, by: Sequence[str]) -> None:
    years = list_years(rows)
    if "year" in by or len(years) <= 1 or not get_measure(measure).is_stock:
        return
    raise QuestionError(
        f"{measure} is a count at a moment, so years are not added together. "
        f"Ask by year, or where year is one of {years[0]} to {years[-1]}."
    )
