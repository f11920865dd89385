"""The gap if nothing changes, what moves it, and what solutions close, on a page."""

from typing import Final

from placeplan.plan.figure import Figure
from placeplan.plan.gap_figure import draw_bridge
from placeplan_web.evidence.wing.outcome import Chosen, Outcome
from placeplan_web.evidence.wing.page import WingPage


def draw_chosen(outcome: Outcome, _: Chosen) -> Figure | None:
    """Draw the bridge from the gap of the base year to what solutions leave."""
    return draw_bridge(outcome.results)


PAGE: Final = WingPage(
    "gap",
    "The gap and the solutions",
    "What the system would be short of if nothing changed, what moves that gap, and "
    "what the planned solutions close of it once nothing is counted twice.",
    choices=(),
    pictures=(draw_chosen,),
    records=(),
    tables=("income", "fixed_cost", "inflation", "solutions"),
    empty="This run holds no gap. Give the plan folder income, prices and growth of "
    "prices, and run it again.",
    measures=("gap_pounds", "solution_pounds"),
)
