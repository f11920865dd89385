"""Metrics of the Better Care Fund: plan against actual, summed before divided."""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from placeplan.money.better_care.inputs import BETTER_CARE_RESULTS
from placeplan.money.better_care.metric import BetterCareMetric, list_metrics
from placeplan.money.inputs import get_table
from placeplan.periods import FinancialYear, Quarter
from placeplan.tables import STATUS

TOGETHER: Final = ""
"""Instead of a pool: all areas together."""

COMPARISON_SCHEMA: Final = {
    "year": pl.Int32(),
    "quarter": pl.Int64(),
    "pool": pl.String(),
    "metric": pl.String(),
    "name": pl.String(),
    "unit": pl.String(),
    "plan": pl.Float64(),
    "actual": pl.Float64(),
    "met": pl.Boolean(),
    "words": pl.String(),
    "caution": pl.String(),
    "status": STATUS,
}
"""Columns of the comparison, and their types."""


def compare_metrics(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Hold what came of each metric against what was planned.

    ``value = sum(numerator) / sum(denominator) * scale``. All areas together are the
    sum of what stands above the line over the sum of what stands below it; values are
    never averaged. A percentile has no sum, and is given by area alone.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.

    Returns
    -------
    DataFrame
        `year, quarter (empty for a year), pool (empty for all), metric, name, unit,
        plan, actual, met, words, caution, status`, in the order of the metrics.

    Examples
    --------
    >>> compare_metrics({}).height
    0
    """
    results = get_table(tables, BETTER_CARE_RESULTS)
    rows: list[tuple[object, ...]] = []
    for year in sorted(set(results["year"])):
        for metric in list_metrics(year):
            held = results.filter(
                (pl.col("year") == year) & (pl.col("metric") == metric.metric)
            )
            rows += _compare(year, metric, held)
    return pl.DataFrame(rows, schema=COMPARISON_SCHEMA, orient="row")


def _compare(
    year: int, metric: BetterCareMetric, held: pl.DataFrame
) -> list[tuple[object, ...]]:
    found = []
    pools = sorted(set(held["pool"]))
    for quarter in sorted(set(held["quarter"]), key=lambda each: each or 0):
        same = pl.col("quarter").eq_missing(pl.lit(quarter, pl.Int64))
        rows = held.filter(same)
        for pool in [TOGETHER, *pools] if metric.can_sum else pools:
            kept = rows.filter(pl.col("pool") == pool) if pool else rows
            values = {
                basis: _divide(
                    kept.filter(pl.col("basis") == basis), metric, pool, pools
                )
                for basis in ("plan", "actual")
            }
            if any(value is not None for value in values.values()):
                found.append(_lay(year, quarter, pool, metric, values, kept))
    return found


def _divide(
    rows: pl.DataFrame, metric: BetterCareMetric, pool: str, pools: list[str]
) -> float | None:
    """Divide sums; all together only where every area has told its parts."""
    complete = rows.height == (1 if pool else len(pools))
    below = float(rows["denominator"].sum())
    if not complete or not below:
        return None
    return float(rows["numerator"].sum()) / below * metric.scale


def _lay(
    year: int,
    quarter: int | None,
    pool: str,
    metric: BetterCareMetric,
    values: Mapping[str, float | None],
    kept: pl.DataFrame,
) -> tuple[Any, ...]:
    plan, actual = values["plan"], values["actual"]
    met = None
    if plan is not None and actual is not None:
        met = actual >= plan if metric.more_is_better else actual <= plan
    return (
        *(year, quarter, pool, metric.metric, metric.name, metric.unit),
        *(plan, actual, met, _say(year, quarter, metric, plan, actual, met=met)),
        *(metric.caution, kept["status"].max()),
    )


def _say(
    year: int,
    quarter: int | None,
    metric: BetterCareMetric,
    plan: float | None,
    actual: float | None,
    *,
    met: bool | None,
) -> str:
    period = str(Quarter(year, quarter) if quarter else FinancialYear(year))
    if actual is None:
        return f"{metric.name}, {period}: {plan:,.1f} {metric.unit} planned."
    words = f"{metric.name}, {period}: {actual:,.1f} {metric.unit}"
    if plan is None:
        return f"{words}; nothing was planned."
    said = _say_apart(actual, plan)
    return (
        f"{metric.name}, {period}: {said[0]} {metric.unit}, where {said[1]} was "
        f"planned: {'met' if met else 'missed'}."
    )


def _say_apart(actual: float, plan: float) -> tuple[str, str]:
    """Say two values with as many places, 1 to 6, as it takes to tell them apart."""
    for places in range(1, 7):
        said = (f"{actual:,.{places}f}", f"{plan:,.{places}f}")
        if said[0] != said[1]:
            return said
    return f"{actual:,.1f}", f"{plan:,.1f}"
