"""Flows: where the people of each place are treated, and who comes from outside."""

from collections.abc import Collection
from typing import Final, Literal

import polars as pl

FLOW_KINDS: Final = ("within", "out", "in", "beyond")
"""Residents treated here, residents treated elsewhere, others treated here, and others
treated elsewhere (where a plan counts them at all)."""


def list_flows(
    activity: pl.DataFrame,
    homes: Collection[str],
    *,
    ends: Literal["provider", "site"] = "provider",
    measure: str = "activity",
) -> pl.DataFrame:
    """Lay activity out as flows from where people live to where they are treated.

    Parameters
    ----------
    activity : DataFrame
        Of the demand chapter, or rows of a results table: `year`, `place`, `provider`,
        `pod`, `measure`, `unit`, `value`, `status`, and `site` when that is asked for.
        An empty place is people who live outside.
    homes : collection of str
        Providers (or sites) that belong to the area; all others are elsewhere.
    ends : {"provider", "site"}
        What flows end at. Work without a site ends at an empty one: out of the area.
    measure : str
        ``activity`` or ``bed_days``.

    Returns
    -------
    DataFrame
        `year`, `pod`, `place`, the end, `kind` (of `FLOW_KINDS`), `unit`, `value`,
        `place_share` (of all that people of the place have), `end_share` (of all that
        is done there), `status`; every contact stands in one row.

    Examples
    --------
    >>> rows = pl.DataFrame({"year": 2016, "place": ["dover", "dover", None],
    ...     "provider": ["ekhuft", "london", "ekhuft"], "pod": "birth",
    ...     "measure": "activity", "unit": "births", "value": [30.0, 10.0, 20.0],
    ...     "status": "derived"})
    >>> list_flows(rows, {"ekhuft"}).select("place", "kind", "place_share").rows()
    [(None, 'in', 1.0), ('dover', 'within', 0.75), ('dover', 'out', 0.25)]
    """
    keys = ["year", "pod", "place", ends]
    is_here = pl.col(ends).is_in(list(homes)).fill_null(value=False)
    lives_here = pl.col("place").is_not_null()
    whole = pl.col("value").sum()
    return (
        activity.filter(pl.col("measure") == measure)
        .group_by(*keys, "unit", maintain_order=True)
        .agg(whole, pl.col("status").max())
        .with_columns(
            kind=pl.when(lives_here & is_here)
            .then(pl.lit("within"))
            .when(lives_here)
            .then(pl.lit("out"))
            .when(is_here)
            .then(pl.lit("in"))
            .otherwise(pl.lit("beyond")),
            place_share=_share(pl.col("value"), ["year", "pod", "place"]),
            end_share=_share(pl.col("value"), ["year", "pod", ends]),
        )
        .select(*keys, "kind", "unit", "value", "place_share", "end_share", "status")
        .sort(keys, nulls_last=False)
    )


def sum_flows(flows: pl.DataFrame) -> pl.DataFrame:
    """Sum flows by kind: how many are treated elsewhere, how many come from outside.

    Parameters
    ----------
    flows : DataFrame
        Of `list_flows`.

    Returns
    -------
    DataFrame
        `year`, `pod`, `kind`, `unit`, `value`, `status`.

    Examples
    --------
    >>> flows = pl.DataFrame({"year": 2016, "pod": "birth", "kind": ["out", "out"],
    ...     "unit": "births", "value": [3.0, 4.0], "status": "derived"})
    >>> sum_flows(flows).select("kind", "value").row(0)
    ('out', 7.0)
    """
    keys = ["year", "pod", "kind", "unit"]
    return (
        flows.group_by(keys, maintain_order=True)
        .agg(pl.col("value").sum(), pl.col("status").max())
        .sort(keys)
    )


def _share(value: pl.Expr, within: list[str]) -> pl.Expr:
    whole = value.sum().over(within)
    return pl.when(whole > 0).then(value / whole)
