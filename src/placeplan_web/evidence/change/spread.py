"""How far the futures spread, on a page: a fan, dots, and whether draws are enough."""

from typing import Final

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan import enough_draws, say_enough_draws
from placeplan.plan.drawn_totals import count_draws
from placeplan.plan.figure import Figure
from placeplan.plan.number_in_unit import name_unit, scale_unit
from placeplan.plan.spread_figure import draw_dots, draw_fan
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.wing.choice import (
    SEPARATOR,
    choose_figure,
    choose_year,
    keep_figure,
    name_figure,
)
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen

FIRST: Final = ("beds_needed", "cost_pounds", "activity.emergency_spell")
WHOLE: Final = (
    "Totals of the whole plan: beds, spaces and staff wherever the plan states what "
    "there is, as on the page of capacity; costs are those of activity, without fixed "
    "costs."
)


def get_draws(outcome: Outcome) -> pl.DataFrame:
    """The number of every total in every draw of a run."""
    return outcome.account.draws


CHOICES: Final = (choose_figure(get_draws, FIRST), choose_year(get_draws))


def draw_years(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the chosen total of every year as a fan."""
    figure = chosen["figure"]
    return draw_fan(
        keep_figure(outcome.account.draws, figure),
        title=name_figure(outcome, figure),
        status=outcome.find_status(figure.split(SEPARATOR)[0]),
        scenarios=dict(outcome.scenarios),
    )


def draw_year(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the chosen total of the chosen year as dots."""
    figure = chosen["figure"]
    kept = keep_chosen(outcome.account.draws, chosen, "year")
    return draw_dots(
        keep_figure(kept, figure),
        title=name_figure(outcome, figure),
        status=outcome.find_status(figure.split(SEPARATOR)[0]),
        scenarios=dict(outcome.scenarios),
    )


def tell_enough(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Say whether more draws would change a printed digit of the chosen total."""
    draws = count_draws(outcome.account.draws)
    if not draws:
        return None
    spread, figure = outcome.account.spread, chosen["figure"]
    rows = keep_figure(keep_chosen(spread, chosen, "year"), figure)
    keys = ["scenario", "year", "pod", "staff_group", "measure", "unit"]
    told = rows.join(enough_draws(rows, draws), on=keys, nulls_equal=True)
    unit = told["unit"][0]
    numbers = ("value", "p10", "p50", "p90", "mc_error")
    scaled = told.with_columns((pl.col(numbers) / scale_unit(unit)).round(2))
    status = outcome.find_status(figure.split(SEPARATOR)[0])
    table = scaled.select(
        pl.col("scenario").replace(dict(outcome.scenarios)).alias("Future"),
        pl.lit(name_unit(unit)).alias("Counted in"),
        pl.col("value").alias("Mean"),
        pl.col("p10").alias("P10"),
        pl.col("p50").alias("P50"),
        pl.col("p90").alias("P90"),
        pl.col("mc_error").alias("Error of the mean"),
        pl.col("words").alias("Enough draws?"),
        pl.lit(status).alias("Status"),
    )
    year = FinancialYear(int(chosen["year"]))
    words = f"{say_enough_draws(spread, draws)} {WHOLE}"
    title = f"Enough draws? {name_figure(outcome, figure)} in {year}"
    return Record("enough", title, words, table)


PICTURES: Final = (draw_years, draw_year)
RECORDS: Final = (tell_enough,)
