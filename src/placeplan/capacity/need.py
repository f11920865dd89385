"""Need: what activity asks for by the standard of its year, added up."""

from collections.abc import Sequence

import polars as pl

_DETAIL = ("site", "pod", "place")


def sum_need(
    activity: pl.DataFrame,
    standards: pl.DataFrame,
    amount: pl.Expr,
    keys: Sequence[str],
    *,
    measure: str = "activity",
) -> pl.DataFrame:
    """Add up what activity needs, over all rows that share their keys.

    Parameters
    ----------
    activity : DataFrame
        Of the demand chapter; its pods that have no standard need nothing.
    standards : DataFrame
        From `find_standards`: `year`, `pod` and the values that `amount` uses.
    amount : Expr
        What one row needs, of its ``value`` and the standard.
    keys : sequence of str
        Columns of the answer.
    measure : str
        Rows of activity that count.

    Returns
    -------
    DataFrame
        `keys`, `value` in the unit of `amount`, `status` (the weakest of activity and
        standards). The order of the rows of activity does not matter.

    Examples
    --------
    >>> activity = pl.DataFrame({"year": 2016, "provider": "ekhuft", "site": "qeqm",
    ...     "pod": "emergency_spell", "place": ["dover", "thanet"],
    ...     "measure": "bed_days", "value": [300.0, 430.0], "status": "derived"})
    >>> standards = pl.DataFrame({"year": 2016, "pod": ["emergency_spell"],
    ...     "days_open": 365.0, "status": "derived"})
    >>> beds = pl.col("value") / pl.col("days_open")
    >>> sum_need(activity, standards, beds, ["site"], measure="bed_days").row(0)
    ('qeqm', 2.0, 'derived')
    """
    detail = [name for name in _DETAIL if name not in keys]
    return (
        activity.filter(pl.col("measure") == measure)
        .join(standards, on=["year", "pod"], suffix="_standard")
        .sort(*keys, *detail, nulls_last=False)
        .with_columns(
            amount.alias("value"), pl.max_horizontal("status", "status_standard")
        )
        .group_by(keys, maintain_order=True)
        .agg(pl.col("value").sum(), pl.col("status").max())
    )
