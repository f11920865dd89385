"""What an adapted element moves in a year, once all of it is there."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from placeplan.demand.change import ARRIVED, KINDS
from placeplan.demand.initiative_inputs import ARRIVALS, COSTS, EFFECTS
from placeplan.demand.inputs import ACTIVITY_BASE, Tables, get_table
from placeplan.demand.percentile_range import PercentileRange
from placeplan.demand.toolkit import find_cohort

MOVES_SCHEMA: Final = {
    "kind": pl.String(),
    "pod": pl.String(),
    "activity": pl.Float64(),
    "bed_days": pl.Float64(),
}


def count_moves(adapted: Tables, tables: Tables) -> pl.DataFrame:
    """Count what an element takes and brings, at the activity of the base year.

    Parameters
    ----------
    adapted : mapping of table name to DataFrame
        Of `adapt_element`.
    tables : mapping of table name to DataFrame
        Tables of the plan: the base activity.

    Returns
    -------
    DataFrame
        ``kind`` (avoided, moved, shortened, arrived), ``pod``, ``activity`` (units a
        year) and ``bed_days``. Each is the mean of the whole effect, as if it were
        delivered, alone: a run says what is left of it beside other initiatives.

    Examples
    --------
    >>> from placeplan.demand.toolkit import Adaptation, adapt_element
    >>> rows = [(pod, "dover", "kchft", None, "female", "75-79", units, nights, "s",
    ...     "derived") for pod, units, nights in (("emergency_spell", 500.0, 4000.0),
    ...     ("community_contact", 9.0, 0.0), ("reablement_episode", 9.0, 0.0))]
    >>> base = {"activity_base": pl.DataFrame(rows, ACTIVITY_BASE.schema, orient="row")}
    >>> whole = Adaptation("rapid-response", "dover", "Dover", ("dover",), 2018, 2021)
    >>> moved = count_moves(adapt_element(whole, base), base)
    >>> moved.with_columns(pl.col("activity").round(1)).rows()[0]
    ('arrived', 'community_contact', 225.4, 0.0)
    >>> moved.with_columns(pl.col("activity", "bed_days").round(1)).rows()[-1]
    ('moved', 'emergency_spell', 22.5, 180.3)
    """
    left = pl.DataFrame(list(_list_left(adapted, tables)), MOVES_SCHEMA, orient="row")
    moved = left.filter(pl.col("kind") == "moved")
    leaving = moved.group_by("pod").agg(pl.col("activity").sum())
    arrived = (
        get_table(adapted, ARRIVALS)
        .join(leaving, left_on="from_pod", right_on="pod")
        .with_columns(pl.col("activity") * pl.col("units_each"))
        .select(
            pl.lit(ARRIVED).alias("kind"),
            "pod",
            "activity",
            bed_days=pl.col("activity") * pl.col("bed_days_each"),
        )
    )
    return (
        pl.concat([left, arrived])
        .group_by("kind", "pod")
        .agg(pl.col("activity", "bed_days").sum())
        .sort("kind", "pod")
    )


def _list_left(
    adapted: Tables, tables: Tables
) -> Iterator[tuple[str, str, float, float]]:
    base = get_table(tables, ACTIVITY_BASE)
    for row in get_table(adapted, EFFECTS).iter_rows(named=True):
        reached = base.filter(pl.col("place") == row["place"])
        cohort = find_cohort(reached, row["pod"], row["age_band"])
        due = 1.0 if row["attributable_share"] is None else row["attributable_share"]
        remaining = PercentileRange(row["remaining_low"], row["remaining_high"]).mean
        share = due * (1 - remaining)
        kind = KINDS[row["mechanism"]]
        units = 0.0 if kind == "shortened" else float(cohort["activity"].sum())
        nights = float(cohort["bed_days"].sum())
        yield kind, row["pod"], share * units, share * nights


def sum_costs(adapted: Tables) -> float:
    """Sum what the initiative itself costs in its last year, in pounds.

    Examples
    --------
    >>> sum_costs({})
    0.0
    """
    costs = get_table(adapted, COSTS)
    last = costs.filter(pl.col("year") == pl.col("year").max())
    return float(last["cost_pounds"].sum())
