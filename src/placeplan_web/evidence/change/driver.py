"""What drives the spread of a total, on a page."""

from typing import Final

import polars as pl

from placeplan.plan.driver_figure import draw_drivers
from placeplan.plan.figure import Figure
from placeplan_web.evidence.change.spread import FIRST
from placeplan_web.evidence.wing.choice import (
    SEPARATOR,
    choose_figure,
    choose_scenario,
    choose_year,
    keep_figure,
    name_figure,
)
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen


def get_drivers(outcome: Outcome) -> pl.DataFrame:
    """The whole ranking of a run."""
    return outcome.account.drivers


CHOICES: Final = (
    choose_figure(get_drivers, FIRST),
    choose_year(get_drivers),
    choose_scenario(get_drivers),
)


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the ranking of the chosen total."""
    figure = chosen["figure"]
    kept = keep_chosen(outcome.account.drivers, chosen, "year", "scenario")
    return draw_drivers(
        keep_figure(kept, figure),
        title=name_figure(outcome, figure),
        status=outcome.find_status(figure.split(SEPARATOR)[0]),
        names=outcome.names,
    )


PICTURES: Final = (draw_chosen,)
