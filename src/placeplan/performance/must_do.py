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
        Rows of the table `indicator_values` of the bodies asked about.

    Returns
    -------
    DataFrame
        `number`, `name`, `measure`, `body`, `operator`, `level`, `unit`, `words`,
        `value`, `period`, `state` (one of `STATES`), `source`, `status`: of each body
        the latest value, with its own source. A must-do without a threshold has one
        row, with no body; so has a threshold without a figure. Nothing is met for want
        of a figure.
    """
    latest = (
        values.sort("ends_on", nulls_last=False)
        .group_by("indicator", "body", maintain_order=True)
        .last()
        .select("indicator", "body", "value", "period", "source", "status")
    )
    rows = (
        must_dos.select("number", "name")
        .join(
            thresholds.drop("source", "status"),
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
            *("words", "value", "period", "state", "source", "status"),
        )
        .sort("number", "measure", "body", nulls_last=True)
    )


def _find_state(operator: str | None, level: float | None, value: float | None) -> str:
    if operator is None or level is None:
        return "no threshold"
    if value is None:
        return "no figure"
    return "met" if Threshold(operator, level).is_met(value) else "not met"
