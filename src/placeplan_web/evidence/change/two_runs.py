"""A run beside an earlier one of the same plan, on a page: what changed, and why."""

from typing import Final
from uuid import UUID

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan import Comparison, compare_runs
from placeplan.plan.difference_figure import draw_difference
from placeplan.plan.figure import Figure
from placeplan.plan.number_in_unit import MILLION
from placeplan_web.design.words import write_moment
from placeplan_web.evidence.change.scenario import get_totals, list_measures
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import get_results
from placeplan_web.evidence.wing.choice import Choice, Option, choose_scenario
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen

EARLIER: Final = "the earlier run"
LATER: Final = "this run"


def list_earlier(outcome: Outcome) -> list[Option]:
    """Runs of the same plan that were released before this one, the newest first.

    What is open to everyone alone is offered; before a release, all that is.
    """
    run = outcome.run
    found = Run.objects.filter(
        dataset__plan=run.dataset.plan, released_at__isnull=False
    )
    if run.released_at is not None:
        found = found.filter(released_at__lt=run.released_at)
    named = found.exclude(pk=run.pk).select_related("dataset").order_by("-released_at")
    return [
        (str(each.public_id), f"{each.dataset}, {write_moment(each.released_at)}")
        for each in named[:MOST_RUNS]
    ]


MOST_RUNS: Final = 30
CHOICES: Final = (
    Choice("other", "Compare with the run released", list_earlier),
    Choice("measure", "Figure", list_measures),
    choose_scenario(get_totals),
)


def _find_earlier(chosen: Chosen) -> Run | None:
    if not chosen["other"]:
        return None
    return Run.objects.select_related("dataset").get(public_id=UUID(chosen["other"]))


def _compare(outcome: Outcome, chosen: Chosen) -> Comparison | None:
    earlier = _find_earlier(chosen)
    return compare_runs(get_results(earlier), outcome.results) if earlier else None


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw by how much the chosen figure differs from the earlier run."""
    compared = _compare(outcome, chosen)
    if compared is None:
        return None
    keys = ["scenario", "year", "measure", "unit"]
    drawn = compared.draws.changes.filter(pl.col("pod").is_null())
    spread = drawn.filter(pl.col("staff_group").is_null())
    rows = compared.measures.join(
        spread.select(*keys, "p10", "p50", "p90"), on=keys, how="left"
    )
    return draw_difference(
        keep_chosen(rows.drop_nulls("change"), chosen, "measure", "scenario"),
        title=outcome.names.get(chosen["measure"], ""),
        status=outcome.find_status(chosen["measure"]),
        first=EARLIER,
        second=LATER,
    )


def list_causes(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What moved the gap since the earlier run."""
    compared = _compare(outcome, chosen)
    if compared is None or compared.drivers.is_empty():
        return None
    kept = keep_chosen(compared.drivers, chosen, "scenario")
    table = kept.select(
        pl.col("year")
        .map_elements(lambda year: str(FinancialYear(year)), return_dtype=pl.String)
        .alias("Year"),
        pl.col("driver").alias("What moved the gap"),
        *[
            (pl.col(f"{name}_pounds") / MILLION).round(1).alias(f"{words}, £ million")
            for name, words in (
                ("first", "Earlier run"),
                ("second", "This run"),
                ("change", "Change"),
            )
        ],
    )
    words = "The drivers of a year sum to the change of its gap."
    status = outcome.find_status("gap_pounds")
    return Record("causes", "Why the gap differs", words, table, status)


def list_inputs(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Files of the plan folder that differ between the two runs."""
    compared, earlier = _compare(outcome, chosen), _find_earlier(chosen)
    if compared is None or earlier is None:
        return None
    rows = [*compared.inputs.items()] or [("every file", "the same")]
    table = pl.DataFrame(rows, schema=["File", "Since the earlier run"], orient="row")
    words = (
        "Files of the plan folder, by the hashes that both runs recorded: this one and "
        f"the run that was released on {write_moment(earlier.released_at)}."
    )
    return Record("inputs", "What went in", words, table)


PICTURES: Final = (draw_chosen,)
RECORDS: Final = (list_causes, list_inputs)
