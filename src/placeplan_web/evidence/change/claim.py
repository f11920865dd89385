"""What initiatives claim, and how much of it would be counted twice, on a page."""

from typing import Final

import polars as pl

from placeplan.plan.claim_figure import draw_claims
from placeplan.plan.figure import Figure
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.wing.choice import (
    choose_any,
    choose_measure,
    choose_scenario,
    choose_year,
)
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen


def get_claims(outcome: Outcome) -> pl.DataFrame:
    """Every claim of a run."""
    return outcome.account.claims


CHOICES: Final = (
    choose_scenario(get_claims),
    choose_year(get_claims),
    choose_measure(get_claims, ("bed_days", "activity")),
    choose_any(get_claims, "pod", "Kind of care", "Every kind of care"),
)


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the chosen claims."""
    asked = ("scenario", "year", "measure", "pod")
    kept = keep_chosen(outcome.account.claims, chosen, *asked)
    return draw_claims(kept, names=outcome.names)


def sum_claims(outcome: Outcome, chosen: Chosen) -> Record | None:
    """The sum of the stated claims beside what is there to be taken."""
    kept = keep_chosen(outcome.account.claims, chosen, "scenario", "year", "pod")
    if kept.is_empty():
        return None
    names = dict(outcome.names)
    numbers = ("claimed", "counted", "double_counted")
    sums = (
        kept.group_by("measure", "pod", "unit")
        .agg(pl.col(numbers).sum(), pl.col("status").max())
        .sort("measure", "pod")
    )
    share = pl.when(pl.col("claimed") > 0).then(
        100 * pl.col("double_counted") / pl.col("claimed")
    )
    table = sums.select(
        pl.col("pod").replace(names).alias("Kind of care"),
        pl.col("unit").replace({"days": "bed days"}).alias("Counted in"),
        pl.col("claimed").round(1).alias("Sum of the claims"),
        pl.col("counted").round(1).alias("There to be taken"),
        pl.col("double_counted").round(1).alias("Double-counted"),
        share.round(1).alias("Percent of the claims"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Record(
        "claim-sums",
        "What was double-counted in the sum of the claims",
        "Each initiative states what it would take if it were the only one. One that "
        "claims what another has already avoided gets only the rest.",
        table,
        tables=("initiatives", "initiative_effects"),
    )


PICTURES: Final = (draw_chosen,)
RECORDS: Final = (sum_claims,)
