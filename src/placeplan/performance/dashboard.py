"""A dashboard: the same indicators for several systems, with the rank of each."""

from collections.abc import Mapping

import polars as pl

from placeplan.performance.indicator import Indicator


def rank_bodies(
    indicators: Mapping[str, Indicator], values: pl.DataFrame
) -> pl.DataFrame:
    """Rank bodies on each indicator, the best first.

    Parameters
    ----------
    indicators : mapping of str to Indicator
        By id, in the order of the dashboard; other indicators are left out.
    values : DataFrame
        `indicator`, `body`, `value`; one row for each pair.

    Returns
    -------
    DataFrame
        `heading`, `domain`, `indicator`, `body`, `value`, `rank` (1 is best; equals
        share the better rank and the next is skipped; null where there is no value, or
        where neither way is better) and `of` (how many have a value), in the order of
        the dashboard, then of body.

    Examples
    --------
    >>> ae = Indicator("ae", "A&E", "Within four hours", "dashboard", "%", "up")
    >>> table = pl.DataFrame({"indicator": ["ae"] * 3, "body": ["a", "b", "c"],
    ...     "value": [86.7, 90.0, 86.7]})
    >>> rank_bodies({"ae": ae}, table)["rank"].to_list()
    [2, 1, 2]
    """
    shown = pl.DataFrame(
        [
            (at, i.heading, i.domain, i.id, -i.sign)
            for at, i in enumerate(indicators.values())
        ],
        schema={
            "at": pl.Int64,
            "heading": pl.String,
            "domain": pl.String,
            "indicator": pl.String,
            "sign": pl.Float64,
        },
        orient="row",
    )
    worse = pl.col("value") * pl.col("sign")
    return (
        shown.join(values.select("indicator", "body", "value"), on="indicator")
        .with_columns(
            pl.when(pl.col("sign") != 0)
            .then(worse.rank("min").over("indicator").cast(pl.Int64))
            .alias("rank"),
            pl.col("value").count().over("indicator").cast(pl.Int64).alias("of"),
        )
        .sort("at", "body")
        .select("heading", "domain", "indicator", "body", "value", "rank", "of")
    )
