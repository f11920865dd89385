"""What an element of local care moves: work, beds, staff and pounds at both ends."""

from collections.abc import Mapping

import polars as pl

from placeplan.demand import count_moves, list_pods, sum_costs
from placeplan.plan.line_weight import UNITS, weigh_pods

Tables = Mapping[str, pl.DataFrame]

SCHEMA = {
    "kind": pl.String(),
    "pod": pl.String(),
    "staff_group": pl.String(),
    "measure": pl.String(),
    "unit": pl.String(),
    "value": pl.Float64(),
}
"""Columns of the account, in order."""


def account_element(adapted: Tables, tables: Tables, *, base_year: int) -> pl.DataFrame:
    """Account for an adapted element in a year in which all of it is there.

    Parameters
    ----------
    adapted : mapping of table name to DataFrame
        Of `placeplan.demand.adapt_element`.
    tables : mapping of table name to DataFrame
        Tables of the plan: base activity, standards and prices.
    base_year : int
        Year of activity, standards and prices.

    Returns
    -------
    DataFrame
        Columns of ``SCHEMA``: by kind (avoided, moved, shortened, arrived) and pod the
        activity, bed days, beds, spaces, staff and pounds; then staff whom it adds
        (``added``) and what it costs itself in its last year (``spent``).
    """
    moves = count_moves(adapted, tables)
    words = list_pods(tables)
    plain = moves.unpivot(["activity", "bed_days"], index=["kind", "pod"]).select(
        "kind",
        "pod",
        pl.lit(None, pl.String).alias("staff_group"),
        measure="variable",
        unit=pl.when(pl.col("variable") == "bed_days")
        .then(pl.lit("days"))
        .otherwise(pl.col("pod").replace_strict({p: w.unit for p, w in words.items()})),
        value="value",
    )
    each = weigh_pods(tables, base_year=base_year, years=[base_year])
    nights = pl.col("measure") == "beds_needed"
    weighed = moves.join(each, on="pod").select(
        "kind",
        "pod",
        "staff_group",
        "measure",
        unit=pl.col("measure").replace_strict(UNITS),
        value=pl.when(nights).then("bed_days").otherwise("activity") * pl.col("value"),
    )
    own = pl.concat([_list_added(adapted), _list_spent(adapted)])
    return (
        pl.concat([frame.select(*SCHEMA) for frame in (plain, weighed, own)])
        .filter(pl.col("value") != 0)
        .sort("kind", "pod", "measure", "staff_group", nulls_last=False)
    )


def _list_added(adapted: Tables) -> pl.DataFrame:
    return adapted["initiative_capacity"].select(
        pl.lit("added").alias("kind"),
        pl.lit(None, pl.String).alias("pod"),
        "staff_group",
        pl.lit("staff_available_wte").alias("measure"),
        pl.lit("wte").alias("unit"),
        value="amount",
    )


def _list_spent(adapted: Tables) -> pl.DataFrame:
    row = ("spent", None, None, "cost_pounds", "pounds", sum_costs(adapted))
    return pl.DataFrame([row], SCHEMA, orient="row")
