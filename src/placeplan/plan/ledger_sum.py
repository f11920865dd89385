"""Sums of the ledger: by kind of entry, at both ends, and tied to the results."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from placeplan.plan.initiative_account import LEAVING, SPENT
from placeplan.plan.results_table import SIGNIFICANT_DIGITS, sum_values
from placeplan.plan.scenario import DO_NOTHING, PLAN

ARRIVED: Final = "arrived"
KINDS: Final = (*LEAVING, ARRIVED, SPENT)
"""Kinds of entries, in the order in which they are shown."""

ENDS: Final = ("beds_needed", "staff_needed_wte", "cost_pounds")
"""What stands at both ends of an entry: beds, staff, money."""

TIED_SHARE: Final = 1e-9
"""Two sides that differ by less than this share of a number are the same."""


def sum_kinds(ledger: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Sum entries by kind, one row a group.

    Parameters
    ----------
    ledger : DataFrame
        Rows of one scenario and year of `InitiativeAccount.ledger`.
    by : sequence of str
        Axes to tell apart; the unit always is.

    Returns
    -------
    DataFrame
        The axes, ``unit``, a column for each of `KINDS`, ``net`` (what arrives and is
        spent less what leaves) and ``status``.
    """
    keys = [*dict.fromkeys((*by, "unit"))]
    of = pl.col("kind")
    sums = [
        pl.col("value").filter(of == kind).sum().alias(kind).round_sig_figs(12)
        for kind in KINDS
    ]
    net = pl.col(ARRIVED) + pl.col(SPENT) - pl.sum_horizontal(*LEAVING)
    return (
        ledger.group_by(keys)
        .agg(*sums, pl.col("status").max())
        .with_columns(net.round_sig_figs(SIGNIFICANT_DIGITS).alias("net"))
        .select(*keys, *KINDS, "net", "status")
        .sort(keys, nulls_last=True)
    )


def sum_ends(ledger: pl.DataFrame) -> pl.DataFrame:
    """Set beds, staff and pounds that each initiative takes off beside those it adds.

    Parameters
    ----------
    ledger : DataFrame
        Rows of one scenario and year.

    Returns
    -------
    DataFrame
        ``initiative`` and, of each measure of `ENDS`, what leaves (``beds_needed_off``)
        and what arrives (``beds_needed_on``); ``spent_pounds``; ``net_pounds``;
        ``status``. What leaves is never negative.
    """
    leaves, value = pl.col("kind").is_in(LEAVING), pl.col("value")
    sums = []
    for measure in ENDS:
        here = pl.col("measure") == measure
        arrives = pl.col("kind") == ARRIVED
        sums += [
            value.filter(here & leaves).sum().alias(f"{measure}_off"),
            value.filter(here & arrives).sum().alias(f"{measure}_on"),
        ]
    spent = value.filter(pl.col("kind") == SPENT).sum().alias("spent_pounds")
    net = pl.col("cost_pounds_on") + pl.col("spent_pounds") - pl.col("cost_pounds_off")
    return (
        ledger.group_by("initiative")
        .agg(*sums, spent, pl.col("status").max())
        .with_columns(net_pounds=net)
        .select(pl.exclude("status"), "status")
        .sort("initiative")
    )


def tie_ledger(table: pl.DataFrame, ledger: pl.DataFrame, year: int) -> pl.DataFrame:
    """Set the ledger between the two futures that it leads from and to.

    ``with the plan = if nothing changes - avoided - shortened - moved + arrived``, for
    units and bed days of every point of delivery.

    Parameters
    ----------
    table : DataFrame
        Of the results, with both futures.
    ledger : DataFrame
        Rows of the plan itself, of the same run.
    year : int
        Of both.

    Returns
    -------
    DataFrame
        ``measure, pod, unit, nothing, avoided, moved, shortened, arrived, with_plan,
        left_over, status``; only what the ledger touches. `left_over` is what does not
        tie, and 0 where that is the dust of adding.
    """
    keys = ["measure", "pod", "unit"]
    now = table.filter(
        (pl.col("year") == year) & pl.col("measure").is_in(["activity", "bed_days"])
    )
    sides = [
        sum_values(now.filter(pl.col("scenario") == scenario), keys)
        .rename({"value": name})
        .drop("status")
        for scenario, name in ((DO_NOTHING, "nothing"), (PLAN, "with_plan"))
    ]
    entries = ledger.filter(
        (pl.col("year") == year) & pl.col("measure").is_in(["activity", "bed_days"])
    )
    over = pl.col("with_plan") - pl.col("nothing") - pl.col("net")
    scale = pl.max_horizontal(pl.col("nothing").abs(), pl.col("with_plan").abs(), 1.0)
    is_dust = over.abs() <= TIED_SHARE * scale
    return (
        sum_kinds(entries, keys)
        .join(sides[0], on=keys, how="left")
        .join(sides[1], on=keys, how="left")
        .with_columns(pl.col("nothing", "with_plan").fill_null(0.0))
        .with_columns(pl.when(is_dust).then(0.0).otherwise(over).alias("left_over"))
        .select(*keys, "nothing", *LEAVING, ARRIVED, "with_plan", "left_over", "status")
        .sort(keys)
    )
