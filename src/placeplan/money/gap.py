"""The gap: income less cost. Negative when money is short."""

import polars as pl

from placeplan.money.pence import to_pence_column
from placeplan.tables import STATUS


def find_gap(cost: pl.DataFrame, income: pl.DataFrame) -> pl.DataFrame:
    """Take cost from income, year by year.

    What comes back every year and what does not stand apart: all income counts as
    recurrent, so the part that does not come back is one-off cost alone.

    Parameters
    ----------
    cost : DataFrame
        From `sum_cost`.
    income : DataFrame
        From `sum_income`.

    Returns
    -------
    DataFrame
        `year`, `cost_pence`, `income_pence`, `gap_pence`, `gap_recurrent_pence`,
        `gap_non_recurrent_pence`, `cost_status`, `income_status`, `gap_status` (the
        weaker of both), for years that both have, in order.

    Examples
    --------
    >>> cost = pl.DataFrame({"year": [2016], "cost_pence": [3510],
    ...     "non_recurrent_pence": [10], "cost_status": ["calibrated"]},
    ...     schema_overrides={"cost_status": STATUS})
    >>> income = pl.DataFrame({"year": [2016], "income_pence": [3400],
    ...     "income_status": ["derived"]}, schema_overrides={"income_status": STATUS})
    >>> find_gap(cost, income).drop("cost_status", "income_status").row(0)
    (2016, 3510, 3400, -110, -100, -10, 'calibrated')
    """
    gap = pl.col("income_pence") - pl.col("cost_pence")
    once = -pl.col("non_recurrent_pence")
    return (
        cost.join(income, on="year")
        .select(
            "year",
            "cost_pence",
            "income_pence",
            gap.alias("gap_pence"),
            (gap - once).alias("gap_recurrent_pence"),
            once.alias("gap_non_recurrent_pence"),
            "cost_status",
            "income_status",
            pl.max_horizontal("cost_status", "income_status").alias("gap_status"),
        )
        .sort("year")
    )


def compare_with_published(
    gap: pl.DataFrame, gap_published: pl.DataFrame
) -> pl.DataFrame:
    """Hold the do-nothing gap against the one that was published.

    Parameters
    ----------
    gap : DataFrame
        From `find_gap`, without solutions.
    gap_published : DataFrame
        Table `gap_published`: `year`, `gap_pounds`, `status`.

    Returns
    -------
    DataFrame
        `year`, `gap_pence`, `published_pence`, `difference_pence` (ours less theirs),
        `status` (of what was published), for years that were published, in order.

    Examples
    --------
    >>> gap = pl.DataFrame({"year": [2016, 2017], "gap_pence": [-110, -200]})
    >>> table = pl.DataFrame({"year": [2016], "gap_pounds": [-1.0],
    ...     "status": ["published"]}, schema_overrides={"status": STATUS})
    >>> compare_with_published(gap, table).rows()
    [(2016, -110, -100, -10, 'published')]
    """
    published = to_pence_column("gap_pounds").alias("published_pence")
    return (
        gap.select(pl.col("year").cast(pl.Int32), "gap_pence")
        .join(
            gap_published.select(pl.col("year").cast(pl.Int32), published, "status"),
            on="year",
        )
        .select(
            "year",
            "gap_pence",
            "published_pence",
            (pl.col("gap_pence") - pl.col("published_pence")).alias("difference_pence"),
            "status",
        )
        .sort("year")
    )


def mark_calibrated_years(
    gap: pl.DataFrame, gap_published: pl.DataFrame
) -> pl.DataFrame:
    """Say `calibrated` of a gap that meets the published figure to the penny.

    Where the two meet, the gap rests on the published figure and not on the weaker
    inputs, which only share it out: a calibrated cost fills what they leave. Cost,
    income and drivers of that year keep the weakest status of what went into them.

    Parameters
    ----------
    gap, gap_published : DataFrame
        As for `compare_with_published`.

    Returns
    -------
    DataFrame
        `gap` with `gap_status` set in those years.
    """
    met = compare_with_published(gap, gap_published).filter(
        pl.col("difference_pence") == 0
    )
    calibrated = pl.lit("calibrated", dtype=STATUS)
    status = (
        pl.when(pl.col("year").is_in(met["year"].to_list()))
        .then(calibrated)
        .otherwise(pl.col("gap_status"))
    )
    return gap.with_columns(status.alias("gap_status"))
