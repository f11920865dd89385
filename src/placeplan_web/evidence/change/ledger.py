"""The ledger of a plan on its page: pictures, both ends, and the proof that it ties."""

from typing import Final

import polars as pl

from placeplan.plan.figure import Figure
from placeplan.plan.initiative_account import LEAVING
from placeplan.plan.ledger_figure import BY, KIND_NAMES, draw_ledger
from placeplan.plan.ledger_sum import ARRIVED, sum_ends, tie_ledger
from placeplan.plan.number_in_unit import MILLION, say_amount
from placeplan.plan.results_table import SIGNIFICANT_DIGITS
from placeplan.plan.scenario import DO_NOTHING, PLAN
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.wing.choice import (
    choose_any,
    choose_measure,
    choose_scenario,
    choose_year,
)
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen

FIRST_COUNTED: Final = ("cost_pounds", "staff_needed_wte", "beds_needed", "bed_days")
SHOWN_ENTRIES: Final = 12
INPUTS: Final = (
    "initiatives",
    "initiative_effects",
    "initiative_phasing",
    "initiative_arrivals",
    "initiative_costs",
)


def get_ledger(outcome: Outcome) -> pl.DataFrame:
    """The whole ledger of a run."""
    return outcome.account.ledger


CHOICES: Final = (
    choose_scenario(get_ledger),
    choose_year(get_ledger),
    choose_measure(get_ledger, FIRST_COUNTED),
    choose_any(get_ledger, "initiative", "Initiative", "Every initiative"),
    choose_any(get_ledger, "pod", "Kind of care", "Every kind of care"),
)


def draw_by(by: str, outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the chosen rows by initiative, kind of care or provider."""
    asked = ("scenario", "year", "measure", "initiative", "pod")
    kept = keep_chosen(outcome.account.ledger, chosen, *asked)
    return draw_ledger(kept, by=by, names=outcome.names)


PICTURES: Final = tuple(
    lambda outcome, chosen, by=by: draw_by(by, outcome, chosen) for by in BY
)


def list_ends(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Beds, staff and money that each initiative takes off, and those it adds."""
    asked = ("scenario", "year", "initiative", "pod")
    kept = keep_chosen(outcome.account.ledger, chosen, *asked)
    if kept.is_empty():
        return None
    named = pl.col("initiative").replace(dict(outcome.names))
    table = sum_ends(kept).select(
        named.alias("Initiative"),
        *[
            (pl.col(f"{measure}_{end}") / scale).round(1).alias(f"{words} {side}")
            for measure, words, scale in (
                ("beds_needed", "Beds", 1),
                ("staff_needed_wte", "Staff (wte)", 1),
                ("cost_pounds", "£ million", MILLION),
            )
            for end, side in (("off", "no longer needed"), ("on", "needed elsewhere"))
        ],
        (pl.col("spent_pounds") / MILLION).round(1).alias("£ million spent on it"),
        (pl.col("net_pounds") / MILLION).round(1).alias("£ million in all"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Record(
        "ends",
        "Staff, beds and money at both ends",
        "What leaves no longer needs its beds, staff and money; what arrives needs its "
        "own. A shorter stay frees beds and keeps the price of its spell. These pounds "
        "are not in the gap: that takes planned solutions off, so that no saving "
        "counts twice.",
        table,
        tables=(*INPUTS, "bed_standards", "staff_standards", "prices"),
    )


def prove_tie(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Set the ledger between doing nothing and the plan, and say whether it ties."""
    scenarios = {*outcome.results.table["scenario"].unique()}
    is_plan = chosen["scenario"] == PLAN and {DO_NOTHING, PLAN} <= scenarios
    if not is_plan or not chosen["year"]:
        return None
    ledger = keep_chosen(outcome.account.ledger, chosen, "scenario")
    tied = tie_ledger(outcome.results.table, ledger, int(chosen["year"]))
    if tied.is_empty():
        return None
    kinds = [*LEAVING, ARRIVED]
    names = dict(outcome.names)
    table = tied.select(
        pl.col("pod").replace(names).alias("Kind of care"),
        pl.col("unit").replace({"days": "bed days"}).alias("Counted in"),
        pl.col("nothing").round(1).alias("If nothing changes"),
        *[pl.col(kind).round(1).alias(KIND_NAMES[kind]) for kind in kinds],
        pl.col("with_plan").round(1).alias("With the plan"),
        pl.col("left_over").round(1).alias("Left over"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Record("tie", "Both sides tie", _say_tie(tied), table, tables=INPUTS)


def _say_tie(tied: pl.DataFrame) -> str:
    rule = "If nothing changes, less what leaves, plus what arrives, "
    untied = tied.filter(pl.col("left_over") != 0)
    if untied.is_empty():
        return f"{rule}is what the plan has, to the last unit of every kind of care."
    over = [
        say_amount(abs(left), unit)
        for left, unit in untied.select("left_over", "unit").iter_rows()
    ]
    return f"{rule}should be what the plan has, but is not by {', '.join(over)}."


def list_entries(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Every entry that was chosen, by place, provider and site: for a file."""
    asked = ("scenario", "year", "measure", "initiative", "pod")
    kept = keep_chosen(outcome.account.ledger, chosen, *asked)
    if kept.is_empty():
        return None
    names = dict(outcome.names)
    axes = ("initiative", "place", "provider", "site", "pod", "staff_group")
    table = kept.select(
        *[
            pl.col(axis).replace(names).alias(axis.replace("_", " ").capitalize())
            for axis in axes
        ],
        pl.col("kind").replace_strict(dict(KIND_NAMES)).alias("What happens"),
        pl.col("unit").alias("Counted in"),
        pl.col("value").round_sig_figs(SIGNIFICANT_DIGITS).alias("Value"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Record(
        "entries",
        "Every entry",
        f"Line by line, as chosen above: the first {SHOWN_ENTRIES} here, all "
        f"{table.height:,} in the files.",
        table.head(SHOWN_ENTRIES),
        tables=INPUTS,
        full=table,
    )


RECORDS: Final = (list_ends, prove_tie, list_entries)
