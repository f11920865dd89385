"""Two futures of a run beside each other, on a page, with the spread between them."""

from typing import Final

import polars as pl

from placeplan.plan.difference_figure import draw_difference
from placeplan.plan.draw_comparison import compare_scenarios
from placeplan.plan.figure import Figure
from placeplan.plan.number_in_unit import name_unit, scale_unit
from placeplan.plan.results_table import sum_values
from placeplan.plan.scenario import DO_NOTHING, PLAN
from placeplan_web.evidence.change.spread import WHOLE
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.wing.choice import Choice, Option, choose_year
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen

FIRST: Final = ("gap_pounds", "beds_needed", "cost_pounds")
SHARED: Final = (
    "Draw by draw both futures share their random numbers, so that what they have in "
    "common falls out of the change. A figure that is not drawn has no P10 and P90."
)
KEYS: Final = ("scenario", "year", "measure", "unit")
DRAWN: Final = ("first", "second", "change", "p10", "p50", "p90")
UNTOLD: Final = ("activity",)
"""Measures whose parts are counted in several units, so that no sum is shown."""


def get_totals(outcome: Outcome) -> pl.DataFrame:
    """Totals of every measure of a run, by scenario and year."""
    table = outcome.results.table.filter(~pl.col("measure").is_in(UNTOLD))
    return sum_values(table.drop_nulls("year"), KEYS)


def get_planned(outcome: Outcome) -> pl.DataFrame:
    """Totals of the years that the plan is made for, which people go beyond."""
    last = outcome.results.record.manifest.horizon_year
    return get_totals(outcome).filter(pl.col("year") <= last)


def choose_side(name: str, label: str, first: str) -> Choice:
    """Offer the futures of a run, one before the others."""

    def list_options(outcome: Outcome) -> list[Option]:
        return sorted(outcome.scenarios, key=lambda each: each[0] != first)

    return Choice(name, label, list_options)


def list_measures(outcome: Outcome) -> list[Option]:
    """Measures that a run has totals of."""
    held = get_totals(outcome)["measure"].unique().to_list()
    ranked = sorted(held, key=lambda id_: (id_ not in FIRST, id_))
    return [(id_, outcome.names.get(id_, id_)) for id_ in ranked]


CHOICES: Final = (
    choose_side("first", "Compare", DO_NOTHING),
    choose_side("second", "with", PLAN),
    Choice("measure", "Figure", list_measures),
    choose_year(get_planned),
)


def compare_totals(outcome: Outcome, chosen: Chosen) -> pl.DataFrame:
    """Totals of both futures with their difference.

    Where both are drawn, the means of the draws with the spread of the difference.
    """
    totals = get_planned(outcome)
    sides = [
        totals.filter(pl.col("scenario") == chosen[name])
        .drop("scenario")
        .rename({"value": name, "status": f"{name}_status"})
        for name in ("first", "second")
    ]
    keys = ["year", "measure", "unit"]
    change = pl.col("second") - pl.col("first")
    status = pl.max_horizontal("first_status", "second_status")
    paired = sides[0].join(sides[1], on=keys).with_columns(change=change, status=status)
    drawn = compare_scenarios(outcome.results, chosen["first"], chosen["second"])
    whole = drawn.changes.filter(
        pl.col("pod").is_null(), pl.col("staff_group").is_null()
    )
    spread = whole.select(*keys, *DRAWN)
    found = paired.join(spread, on=keys, how="left", suffix="_drawn")
    means = [
        pl.coalesce(f"{name}_drawn", name).alias(name)
        for name in ("first", "second", "change")
    ]
    return found.with_columns(means).sort("measure", "year")


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the difference of the chosen figure, year by year."""
    rows = keep_chosen(compare_totals(outcome, chosen), chosen, "measure")
    named = dict(outcome.scenarios)
    return draw_difference(
        rows,
        title=outcome.names.get(chosen["measure"], ""),
        status=outcome.find_status(chosen["measure"]),
        first=named[chosen["first"]],
        second=named[chosen["second"]],
    )


def list_differences(outcome: Outcome, chosen: Chosen) -> Record:
    """Every total of the chosen year, in both futures."""
    rows = keep_chosen(compare_totals(outcome, chosen), chosen, "year")
    named = dict(outcome.scenarios)
    scale = {unit: scale_unit(unit) for unit in rows["unit"].unique()}
    divisor = pl.col("unit").replace_strict(scale, return_dtype=pl.Float64)
    unit = pl.col("unit").replace({each: name_unit(each) for each in scale})
    columns = ("first", "second", "change", "p10", "p90")
    scaled = rows.with_columns(pl.col(columns) / divisor, unit=unit)
    table = scaled.select(
        pl.col("measure").replace(dict(outcome.names)).alias("Figure"),
        pl.col("unit").alias("Counted in"),
        pl.col("first").round(1).alias(f"First: {named[chosen['first']]}"),
        pl.col("second").round(1).alias(f"Second: {named[chosen['second']]}"),
        pl.col("change").round(1).alias("Change"),
        pl.col("p10").round(1).alias("P10 of the change"),
        pl.col("p90").round(1).alias("P90 of the change"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Record(
        "differences",
        "Every figure of the year",
        f"{SHARED} {WHOLE}",
        table,
    )


PICTURES: Final = (draw_chosen,)
RECORDS: Final = (list_differences,)
