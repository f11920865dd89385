"""The bridge from doing nothing to the plan, on a page."""

from typing import Final

import polars as pl

from placeplan.plan.figure import Figure
from placeplan.plan.initiative_bridge_figure import draw_initiative_bridge
from placeplan_web.evidence.wing.choice import (
    choose_figure,
    choose_scenario,
    keep_figure,
    name_figure,
)
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen

FIRST: Final = ("beds_needed", "cost_pounds", "bed_days.emergency_spell")


def get_bridge(outcome: Outcome) -> pl.DataFrame:
    """The whole bridge of a run."""
    return outcome.account.bridge


CHOICES: Final = (choose_figure(get_bridge, FIRST), choose_scenario(get_bridge))


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the chosen total."""
    kept = keep_chosen(outcome.account.bridge, chosen, "scenario")
    figure = chosen["figure"]
    title = name_figure(outcome, figure)
    return draw_initiative_bridge(
        keep_figure(kept, figure), title=title, names=outcome.names
    )


PICTURES: Final = (draw_chosen,)
