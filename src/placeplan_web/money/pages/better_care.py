"""The Better Care Fund on a page: pooled budgets, and metrics against their plan."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from placeplan.money.better_care import (
    BETTER_CARE_CONTRIBUTIONS,
    BETTER_CARE_RESULTS,
    BETTER_CARE_SPENDING,
    compare_metrics,
    list_metrics,
    list_partners,
    sum_pools,
)
from placeplan.plan.better_care_figure import PoolView, draw_metric, draw_pool
from placeplan.plan.figure import Figure
from placeplan.plan.results_table import find_weakest
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import KEPT_RUNS, Shown, as_key
from placeplan_web.evidence.wing.choice import Choice, Option, choose_any, choose_year
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, find_outcome
from placeplan_web.evidence.wing.page import WingPage

_TABLES: Final = (
    BETTER_CARE_CONTRIBUTIONS,
    BETTER_CARE_SPENDING,
    BETTER_CARE_RESULTS,
)
_FIRST_METRIC: Final = "delayed_transfers"


def find_held(outcome: Outcome) -> pl.DataFrame:
    """Years of which the plan folder holds something."""
    return pl.concat(outcome.tables[each.name].select("year") for each in _TABLES)


def list_held_metrics(outcome: Outcome) -> list[Option]:
    """Metrics of which it holds figures, delays first."""
    names = dict(_read(outcome).compared.select("metric", "name").iter_rows())
    return sorted(names.items(), key=lambda each: (each[0] != _FIRST_METRIC, each[1]))


def find_pools(outcome: Outcome) -> pl.DataFrame:
    """The pools of the plan folder."""
    return outcome.tables[BETTER_CARE_CONTRIBUTIONS.name]


CHOICES: Final = (
    choose_year(find_held),
    choose_any(find_pools, "pool", "Pool", "All pools together"),
    Choice("metric", "Metric", list_held_metrics),
)


def read_view(chosen: Chosen) -> PoolView:
    """Read what is shown out of what was chosen; nothing where there is no year."""
    return PoolView(int(chosen["year"] or 0), chosen["pool"])


def draw_partners(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Who pays into the pool."""
    read = _read(outcome)
    return draw_pool(read.pools, read.partners, read_view(chosen), outcome.names)


def draw_chosen_metric(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """The chosen metric, planned and as it came out."""
    compared, view = _read(outcome).compared, read_view(chosen)
    return draw_metric(compared, view, chosen["metric"], outcome.names)


def list_schemes(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What the pool is spent on."""
    kept = read_view(chosen).keep(outcome.tables[BETTER_CARE_SPENDING.name])
    if kept.is_empty():
        return None
    table = kept.select(
        pl.col("pool").replace(dict(outcome.names)).alias("Pool"),
        pl.col("name").alias("Scheme"),
        pl.col("planned_pounds").alias("Planned (£)"),
        pl.col("actual_pounds").alias("Spent (£)"),
    )
    words = "What is planned sums to what is paid in, to the penny."
    if not table["Spent (£)"].count():
        table = table.drop("Spent (£)")
        words += " What was spent is not known yet."
    return Record("schemes", "What it is spent on", words, table, find_weakest(kept))


def list_results(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Every metric of the year, those without a figure among them."""
    view = read_view(chosen)
    metrics = list_metrics(view.year) if view.year else ()
    if not metrics:
        return None
    kept = _read(outcome).compared.filter(
        (pl.col("year") == view.year) & (pl.col("pool") == view.pool)
    )
    told = kept.select(
        pl.col("name").alias("Metric"), "words", pl.col("caution").alias("Note")
    )
    silent = [
        (metric.name, "No figure in this plan folder.", metric.caution)
        for metric in metrics
        if metric.metric not in set(kept["metric"])
    ]
    table = pl.concat(
        [told, pl.DataFrame(silent, schema=told.schema, orient="row")]
    ).rename({"words": "In words"})
    if not any(metric.caution for metric in metrics):
        table = table.drop("Note")
    words = (
        f"{metrics[0].metric_set}, read in: {metrics[0].source}. Areas are summed "
        "above and below the line before one is divided by the other; shares are "
        "never averaged."
    )
    status = "" if kept.is_empty() else find_weakest(kept)
    return Record("metrics", "Every metric of the year", words, table, status)


@dataclass(frozen=True, slots=True)
class _Read:
    """The Better Care Fund of a plan folder, worked out once."""

    pools: pl.DataFrame
    partners: pl.DataFrame
    compared: pl.DataFrame


def _read(outcome: Outcome) -> _Read:
    return _work_out(as_key(outcome.run))


@lru_cache(maxsize=KEPT_RUNS)
def _work_out(shown: Shown) -> _Read:
    tables = find_outcome(shown.run).tables
    return _Read(sum_pools(tables), list_partners(tables), compare_metrics(tables))


PAGE: Final = WingPage(
    "better-care",
    "The Better Care Fund",
    "What the NHS and councils pool, what it is spent on and who bears a difference, "
    "and whether the metrics of the year came out as planned.",
    CHOICES,
    (draw_partners, draw_chosen_metric),
    (list_results, list_schemes),
    tuple(each.name for each in _TABLES),
    "This plan folder holds no pooled budget. Add money/better_care_contributions.csv "
    "and money/better_care_spending.csv, and run it again.",
    cells=90,
)
