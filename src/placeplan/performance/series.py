"""Series: the parts of an indicator by month, summed before they are divided."""

from collections.abc import Mapping, Sequence

import polars as pl

from placeplan.performance.indicator import Indicator
from placeplan.performance.threshold import Threshold

PARTS = ("numerator", "denominator")


def sum_series(
    series: pl.DataFrame,
    indicators: Mapping[str, Indicator],
    by: Sequence[str] = ("body", "month"),
) -> pl.DataFrame:
    """Sum numerators and denominators, then divide: percentages are never averaged.

    Parameters
    ----------
    series : DataFrame
        Table `indicator_series`: `indicator`, `body`, `month`, `numerator`,
        `denominator`.
    indicators : mapping of str to Indicator
        By id; rows of other indicators are left out.
    by : sequence of str
        What is told apart beside the indicator; the rest is summed. Leave `body` out
        for the whole system, `month` for the whole period.

    Returns
    -------
    DataFrame
        `indicator`, the columns `by`, `numerator`, `denominator`, `value` (in the unit
        of the indicator) and `reason`. Where a part is missing the sum is not known:
        `value` is null and `reason` is ``not reported``; over a denominator of 0 it is
        ``nothing to count``.

    Examples
    --------
    >>> ae = Indicator("ae", "A&E", "Within four hours", "acute", "%", "up")
    >>> from datetime import date
    >>> table = pl.DataFrame({"indicator": ["ae"] * 2, "body": ["mft", "dgt"],
    ...     "month": [date(2016, 4, 1)] * 2, "numerator": [50.0, 900.0],
    ...     "denominator": [100.0, 900.0]})
    >>> sum_series(table, {"ae": ae}, by=["month"])["value"].to_list()
    [95.0]
    """
    scale = {id_: each.scale for id_, each in indicators.items()}
    keys = ["indicator", *by]
    whole = pl.all_horizontal(pl.col(part).is_not_null().all() for part in PARTS)
    summed = (
        series.filter(pl.col("indicator").is_in(list(indicators)))
        .group_by(keys)
        .agg(*(pl.when(whole).then(pl.col(part).sum()).alias(part) for part in PARTS))
    )
    some = pl.col("denominator") > 0
    value = pl.col("numerator") / pl.col("denominator")
    scaled = value * pl.col("indicator").replace_strict(scale, return_dtype=pl.Float64)
    reason = (
        pl.when(pl.any_horizontal(pl.col(part).is_null() for part in PARTS))
        .then(pl.lit("not reported"))
        .when(~some)
        .then(pl.lit("nothing to count"))
    )
    return summed.with_columns(
        pl.when(some).then(scaled).alias("value"), reason.alias("reason")
    ).sort(keys)


def compare_with_trajectories(
    summed: pl.DataFrame, trajectories: pl.DataFrame
) -> pl.DataFrame:
    """Hold a series against the agreed path.

    Parameters
    ----------
    summed : DataFrame
        `indicator`, `body`, `month`, `value`, as `sum_series` gives.
    trajectories : DataFrame
        Table `trajectories`.

    Returns
    -------
    DataFrame
        `indicator`, `body`, `by_month`, `operator`, `level`, `value` (of that month),
        `meets`, `short_by` (how far off, in the unit; 0 when met); null where the month
        has no value.
    """
    joined = trajectories.join(
        summed.select("indicator", "body", pl.col("month").alias("by_month"), "value"),
        on=["indicator", "body", "by_month"],
        how="left",
    )
    meets = [
        None if value is None else Threshold(operator, level).is_met(value)
        for operator, level, value in joined.select(
            "operator", "level", "value"
        ).iter_rows()
    ]
    short = (pl.col("level") - pl.col("value")).abs()
    return (
        joined.with_columns(pl.Series("meets", meets, pl.Boolean))
        .with_columns(
            pl.when(pl.col("meets")).then(0.0).otherwise(short).alias("short_by")
        )
        .select(
            *("indicator", "body", "by_month", "operator", "level"),
            *("value", "meets", "short_by"),
        )
        .sort("indicator", "body", "by_month")
    )
