"""Pooled budgets: who pays in, what it is spent on, and who bears the difference."""

from collections.abc import Mapping

import polars as pl

from placeplan.money.better_care.inputs import (
    BETTER_CARE_CONTRIBUTIONS,
    BETTER_CARE_SPENDING,
)
from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence, to_pence_column
from placeplan.money.share import share_out
from placeplan.tables import STATUS

_KEY = ["year", "pool"]


def sum_pools(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Sum each pooled budget: paid in, planned and spent.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.

    Returns
    -------
    DataFrame
        `year, pool, paid_in_pence, planned_pence, actual_pence, difference_pence,
        status`, in order. The difference is what was spent less what was planned; both
        are empty while any scheme of the pool has not told what it spent.

    Examples
    --------
    >>> sum_pools({}).height
    0
    """
    paid = get_table(tables, BETTER_CARE_CONTRIBUTIONS)
    spent = get_table(tables, BETTER_CARE_SPENDING)
    income = paid.group_by(_KEY).agg(
        to_pence_column("value_pounds").sum().alias("paid_in_pence"),
        pl.col("status").max().cast(STATUS).alias("paid_status"),
    )
    is_known = pl.col("actual_pounds").is_not_null().all()
    actual = pl.when(is_known).then(to_pence_column("actual_pounds").sum())
    spending = spent.group_by(_KEY).agg(
        to_pence_column("planned_pounds").sum().alias("planned_pence"),
        actual.alias("actual_pence"),
        pl.col("status").max().cast(STATUS).alias("spent_status"),
    )
    return (
        income.join(spending, on=_KEY, how="full", coalesce=True)
        .with_columns(pl.col("paid_in_pence", "planned_pence").fill_null(0))
        .select(
            *_KEY,
            *("paid_in_pence", "planned_pence", "actual_pence"),
            (pl.col("actual_pence") - pl.col("planned_pence")).alias(
                "difference_pence"
            ),
            pl.max_horizontal("paid_status", "spent_status").alias("status"),
        )
        .sort(_KEY)
    )


def list_partners(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """List what each partner pays into each pool, and its part of the difference.

    An overspend or underspend is borne in proportion to what was paid in, in whole
    pence (largest remainder), unless the partners agreed on something else.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.

    Returns
    -------
    DataFrame
        `year, pool, partner, paid_in_pence, difference_pence, status,
        difference_status`, in order. The differences of a pool sum to its own; they are
        empty while it is not known.
    """
    paid = get_table(tables, BETTER_CARE_CONTRIBUTIONS)
    partners = (
        paid.group_by(*_KEY, "partner")
        .agg(
            to_pence_column("value_pounds").sum().alias("paid_in_pence"),
            pl.col("status").max().cast(STATUS),
        )
        .sort(*_KEY, "partner")
    )
    pools = sum_pools(tables).select(
        *_KEY, "difference_pence", pl.col("status").alias("difference_status")
    )
    parts: dict[tuple[int, str, str], Pence] = {}
    for year, pool, difference, _ in pools.iter_rows():
        rows = partners.filter((pl.col("year") == year) & (pl.col("pool") == pool))
        if difference is not None and rows["paid_in_pence"].sum():
            weights = dict(rows.select("partner", "paid_in_pence").iter_rows())
            for partner, pence in share_out(Pence(difference), weights).items():
                parts[year, pool, partner] = pence
    keys = partners.select(*_KEY, "partner").rows()
    return partners.join(pools, on=_KEY, how="left", maintain_order="left").select(
        *(*_KEY, "partner", "paid_in_pence"),
        pl.Series("difference_pence", [parts.get(key) for key in keys], pl.Int64),
        *("status", "difference_status"),
    )
