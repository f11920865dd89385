"""The must-dos: what was asked of every system, and what the figures say of it."""

import polars as pl

from placeplan.performance.threshold import Threshold

STATES = ("met", "not met", "no figure", "no threshold")
"""What can be said of a threshold, from the figures at hand."""


def track_must_dos(
    must_dos: pl.DataFrame, thresholds: pl.DataFrame, values: pl.DataFrame
) -> pl.DataFrame:
    """Hold the latest figures against the thresholds of the must-dos.

    Parameters
    ----------
    must_dos : DataFrame
        Table `must_dos`.
    thresholds : DataFrame
        Table `must_do_thresholds`.
    values : DataFrame
        `indicator`, `body`, `ends_on`, `period`, `value` of the bodies asked about.

    Returns
    -------
    DataFrame
        `number`, `name`, `measure`, `body`, `operator`, `level`, `unit`, `value`,
        `period`, `state` (one of `STATES`): of each body the latest value. A must-do
        without a threshold has one row, with no body; so has a threshold without a
        figure. Nothing is met for want of a figure.
    """
    latest = (
        values.sort("ends_on", nulls_last=False)
        .group_by("indicator", "body", maintain_order=True)
        .last()
        .select("indicator", "body", "value", "period")
    )
    rows = (
        must_dos.select("number", "name")
        .join(
            thresholds.drop("source", "status", strict=False),
            left_on="number",
            right_on="must_do",
            how="left",
        )
        .join(latest, on="indicator", how="left")
    )
    states = [
        _find_state(*cells)
        for cells in rows.select("operator", "level", "value").iter_rows()
    ]
    return (
        rows.with_columns(pl.Series("state", states, pl.String))
        .select(
            *("number", "name", "measure", "body", "operator", "level", "unit"),
            *("value", "period", "state"),
        )
        .sort("number", "measure", "body", nulls_last=True)
    )


def _find_state(operator: str | None, level: float | None, value: float | None) -> str:
    if operator is None or level is None:
        return "no threshold"
    if value is None:
        return "no figure"
    return "met" if Threshold(operator, level).is_met(value) else "not met"
