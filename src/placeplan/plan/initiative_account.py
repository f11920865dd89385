"""The account of initiatives: ledger with both ends, claims, and the bridge."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.demand import CodedDemand, keep_initiative, list_ledger, list_pods
from placeplan.plan.line_weight import COST, UNITS, weigh_pods
from placeplan.plan.results_table import SIGNIFICANT_DIGITS
from placeplan.tables import STATUS

Tables = Mapping[str, pl.DataFrame]

LEDGER_ORDER: Final = (
    "year",
    "initiative",
    "kind",
    "measure",
    "place",
    "provider",
    "site",
    "pod",
    "staff_group",
)
LEAVING: Final = ("avoided", "moved", "shortened")
"""Kinds of entries that take from activity."""

SPENT: Final = "spent"
"""Kind of the entries of what initiatives themselves cost."""


@dataclass(frozen=True, slots=True)
class InitiativeAccount:
    """What initiatives change, and by how much each.

    Parameters
    ----------
    ledger : polars.DataFrame
        ``scenario, year, initiative, kind, measure, place, provider, site, pod,
        staff_group, unit, value, status``: everything that left, was shortened, moved
        and arrived, in activity and bed days, with the beds, staff and pounds that go
        with it at either end, and what initiatives cost (kind ``spent``).
    claims : polars.DataFrame
        ``scenario, year, initiative, pod, measure, unit, claimed, counted,
        double_counted, status``: what each would take alone, what it takes after those
        before it, and the difference, which others have already taken.
    bridge : polars.DataFrame
        ``scenario`` and the columns of `placeplan.plan.initiative_bridge.SCHEMA`.
    spread : polars.DataFrame
        Of a run with many draws: ``scenario, year, pod, staff_group, measure, unit,
        value, p10, p50, p90, mc_error`` of totals over the whole plan. Else no rows.
    drivers : polars.DataFrame
        Of a run with many draws: ``scenario`` and the columns of
        `placeplan.plan.driver_rank.SCHEMA`. What explains the spread of each total.
    draws : polars.DataFrame
        Of a run with many draws: ``scenario, year, pod, staff_group, measure, unit,
        draws``, the number of each total in every draw.
    inputs : polars.DataFrame
        Of a run with many draws: ``scenario, kind, input, draws``.
    """

    ledger: pl.DataFrame
    claims: pl.DataFrame
    bridge: pl.DataFrame
    spread: pl.DataFrame
    drivers: pl.DataFrame
    draws: pl.DataFrame
    inputs: pl.DataFrame


def add_ends(
    ledger: pl.DataFrame, tables: Tables, *, base_year: int, years: Sequence[int]
) -> pl.DataFrame:
    """Add beds, staff and pounds of each entry, by standards and prices of its year.

    A bed day that is not needed, or that arrives, takes its share of a bed; a unit its
    minutes of each staff group and its price. What is shortened keeps the price of its
    spell: a price is for the whole spell.

    Parameters
    ----------
    ledger : DataFrame
        Of `placeplan.demand.list_ledger`.
    tables : mapping of table name to DataFrame
        Standards, prices, inflation and costs of initiatives.
    base_year, years : int, sequence of int
        Of prices; of the plan.

    Returns
    -------
    DataFrame
        As the ledger of `InitiativeAccount`, without scenario.
    """
    each = weigh_pods(tables, base_year=base_year, years=years).rename(
        {"measure": "end", "value": "weight", "status": "weight_status"}
    )
    each = each.filter(pl.col("end") != "spaces_needed")
    wanted = pl.when(pl.col("end") == "beds_needed").then(pl.lit("bed_days"))
    ends = (
        ledger.join(each, on=["year", "pod"])
        .filter(pl.col("measure") == wanted.otherwise(pl.lit("activity")))
        .with_columns(
            pl.col("end").alias("measure"),
            pl.col("end").replace_strict(UNITS, return_dtype=pl.String).alias("unit"),
            pl.col("value") * pl.col("weight"),
            pl.max_horizontal("status", "weight_status").cast(STATUS).alias("status"),
        )
    )
    spent = tables["initiative_costs"].select(
        pl.col("year").cast(pl.Int32),
        "initiative",
        pl.lit(SPENT).alias("kind"),
        pl.lit(COST).alias("measure"),
        pl.lit("pounds").alias("unit"),
        pl.col("cost_pounds").cast(pl.Float64).alias("value"),
        "status",
    )
    spent = spent.filter(pl.col("year").is_in(list(years)))
    columns = [*LEDGER_ORDER, "unit", "value", "status"]
    both = pl.concat([ledger, ends, spent], how="diagonal")
    return (
        both.select(columns)
        .with_columns(pl.col("value").round_sig_figs(SIGNIFICANT_DIGITS))
        .sort(LEDGER_ORDER, nulls_last=False)
    )


def compare_claims(
    demand: CodedDemand,
    ledger: pl.DataFrame,
    tables: Tables,
    years: Sequence[int],
    *,
    tell: Callable[[str], None] = lambda _part: None,
) -> pl.DataFrame:
    """Set what each initiative would take alone against what is left for it.

    Parameters
    ----------
    demand : CodedDemand
        Of the plan.
    ledger : DataFrame
        Of `placeplan.demand.list_ledger`, with all initiatives.
    tables : mapping of table name to DataFrame
        Of the plan.
    years : sequence of int
        Years of the plan.
    tell : callable
        Told before each initiative; may raise, which stops the work.

    Returns
    -------
    DataFrame
        As the claims of `InitiativeAccount`, without scenario. An initiative that comes
        after others in the order of mechanisms gets only what they left, so nothing of
        ``counted`` is counted twice.
    """
    pods = dict(list_pods(tables))
    keys = ["year", "initiative", "pod", "measure", "unit"]
    alone = []
    for one in sorted({e.initiative for e in demand.initiatives.effects}):
        tell("claims")
        narrow = keep_initiative(demand, one)
        alone.append(_sum_leaving(list_ledger(narrow, narrow.expect(), years, pods)))
    counted = _sum_leaving(ledger).drop("status").rename({"claimed": "counted"})
    if not alone:
        return counted.with_columns(claimed="counted", double_counted="counted").clear()
    return (
        pl.concat(alone)
        .join(counted, on=keys, how="left")
        .with_columns(pl.col("counted").fill_null(0.0))
        .with_columns(double_counted=pl.col("claimed") - pl.col("counted"))
        .with_columns(
            pl.col("claimed", "counted", "double_counted").round_sig_figs(
                SIGNIFICANT_DIGITS
            )
        )
        .select(*keys, "claimed", "counted", "double_counted", "status")
        .sort(keys)
    )


def _sum_leaving(ledger: pl.DataFrame) -> pl.DataFrame:
    keys = ["year", "initiative", "pod", "measure", "unit"]
    return (
        ledger.filter(pl.col("kind").is_in(LEAVING))
        .group_by(keys)
        .agg(pl.col("value").sum().alias("claimed"), pl.col("status").max())
    )
