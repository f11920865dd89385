"""What care costs: activity at unit prices, and cost that no activity carries."""

import polars as pl

from placeplan.money.pence import to_pence_column

CELL = ("place", "provider", "site", "pod")
"""Axes of one line of activity, those that the frame has."""


def cost_activity(
    activity: pl.DataFrame,
    prices: pl.DataFrame,
    *,
    price_index: pl.DataFrame,
    policy_index: pl.DataFrame,
) -> pl.DataFrame:
    """Put a cost, in whole pence, on every line of activity.

    ``cost = activity * unit price * price index * policy index``, each line rounded to
    the penny, so that any way of adding lines up gives the same total.

    Parameters
    ----------
    activity : DataFrame
        Frame of `demand.project_activity`; rows of measure ``activity`` count, other
        measures (bed days are inside the price of a spell) do not.
    prices : DataFrame
        Table `prices`: `pod`, `price_pounds` of one unit in the base year.
    price_index, policy_index : DataFrame
        From `index_growth`; years that either lacks are left out.

    Returns
    -------
    DataFrame
        `year`, the axes of `CELL` that were there, `volume`, `price_pounds`,
        `price_index`, `policy_index`, `cost_pence`, `status` (the weakest of all).

    Examples
    --------
    >>> from placeplan.tables import STATUS
    >>> from placeplan.money.inflation import INDEX_SCHEMA
    >>> activity = pl.DataFrame({"year": [2017], "pod": ["day_case"],
    ...     "measure": ["activity"], "value": [10.0], "status": ["derived"]},
    ...     schema_overrides={"status": STATUS})
    >>> prices = pl.DataFrame({"pod": ["day_case"], "price_pounds": [735.62],
    ...     "status": ["published"]}, schema_overrides={"status": STATUS})
    >>> dearer, same = (pl.DataFrame([(2017, index, "published")], orient="row",
    ...     schema=INDEX_SCHEMA) for index in (1.02, 1.0))
    >>> lines = cost_activity(activity, prices, price_index=dearer, policy_index=same)
    >>> lines.select("year", "pod", "cost_pence", "status").row(0)
    (2017, 'day_case', 750332, 'derived')
    """
    axes = [name for name in CELL if name in activity.columns]
    cost = (
        pl.col("value")
        * pl.col("price_pounds")
        * pl.col("price_index")
        * pl.col("policy_index")
    )
    statuses = ("status", "status_price", "status_price_index", "status_policy_index")
    return (
        activity.filter(pl.col("measure") == "activity")
        .with_columns(pl.col("year").cast(pl.Int32))
        .join(
            prices.select("pod", "price_pounds", status_price="status"),
            on="pod",
        )
        .join(_name_index(price_index, "price_index"), on="year")
        .join(_name_index(policy_index, "policy_index"), on="year")
        .select(
            "year",
            *axes,
            pl.col("value").alias("volume"),
            "price_pounds",
            "price_index",
            "policy_index",
            to_pence_column(cost).alias("cost_pence"),
            pl.max_horizontal(statuses).alias("status"),
        )
    )


def cost_fixed(fixed_cost: pl.DataFrame) -> pl.DataFrame:
    """Say the table of fixed costs in whole pence.

    Parameters
    ----------
    fixed_cost : DataFrame
        Table `fixed_cost`: `year`, `driver`, `cost_pounds`, `recurrent`, `status`.

    Returns
    -------
    DataFrame
        `year`, `driver`, `recurrent`, `cost_pence`, `status`.
    """
    return fixed_cost.select(
        pl.col("year").cast(pl.Int32),
        "driver",
        "recurrent",
        to_pence_column("cost_pounds").alias("cost_pence"),
        "status",
    )


def sum_cost(lines: pl.DataFrame, fixed: pl.DataFrame) -> pl.DataFrame:
    """Add cost up by year, exactly.

    Parameters
    ----------
    lines : DataFrame
        From `cost_activity`; activity comes back every year, so all of it is recurrent.
    fixed : DataFrame
        From `cost_fixed`.

    Returns
    -------
    DataFrame
        `year`, `cost_pence`, `non_recurrent_pence` (part of it), `cost_status` (the
        weakest), in order of year.
    """
    once = pl.when(pl.col("recurrent")).then(0).otherwise(pl.col("cost_pence"))
    columns = ("year", "cost_pence", "non_recurrent_pence", "status")
    lasting = lines.with_columns(pl.lit(0, dtype=pl.Int64).alias("non_recurrent_pence"))
    parts = [lasting, fixed.with_columns(once.alias("non_recurrent_pence"))]
    return (
        pl.concat(part.select(columns) for part in parts)
        .group_by("year")
        .agg(
            pl.col("cost_pence", "non_recurrent_pence").sum(),
            pl.col("status").max().alias("cost_status"),
        )
        .sort("year")
    )


def _name_index(index: pl.DataFrame, name: str) -> pl.DataFrame:
    return index.rename({"index": name, "status": f"status_{name}"})
