"""The gap if nothing changes, what moves it, and what solutions close, on a page."""

from collections.abc import Mapping
from typing import Final

from placeplan.money import Swing
from placeplan.periods import FinancialYear
from placeplan.plan import find_bridge_year
from placeplan.plan.closing_bridge_figure import draw_closing_bridge
from placeplan.plan.figure import Figure
from placeplan.plan.results_table import list_axes, list_years
from placeplan.plan.scenario import DO_NOTHING, PLAN
from placeplan.plan.tornado_figure import draw_tornado, say_swing
from placeplan_web.evidence.wing.choice import Choice, Option
from placeplan_web.evidence.wing.outcome import Chosen, Outcome
from placeplan_web.evidence.wing.page import WingPage
from placeplan_web.money.pages.gap_record import (
    find_held,
    list_heads,
    list_savings,
    list_solutions,
)

SWINGS: Final[Mapping[str, Swing]] = {
    "quarter": Swing(share=0.25),
    "point": Swing(points=1),
}
"""By how much drivers grow faster and slower, by what stands in the address."""


def has_gap(outcome: Outcome) -> bool:
    """Whether the results of a run hold a gap by year."""
    return "year" in list_axes(outcome.results.table, "gap_pounds")


def list_gap_years(outcome: Outcome) -> list[Option]:
    """Years after that of the base, the one in which solutions save most first."""
    if not has_gap(outcome):
        return []
    table = outcome.results.table
    base = outcome.results.record.manifest.base_year
    years = list_years(table.filter(table["measure"] == "gap_pounds"))
    most = find_bridge_year(outcome.results)
    offered = sorted(years, key=lambda year: (year != most, year))
    return [(str(year), str(FinancialYear(year))) for year in offered if year != base]


def list_solved(outcome: Outcome) -> list[Option]:
    """Futures in which something is done about the gap, the plan itself first."""
    solved = [each for each in outcome.scenarios if each[0] != DO_NOTHING]
    return sorted(solved, key=lambda each: each[0] != PLAN)


def list_swings(outcome: Outcome) -> list[Option]:
    """Ways to let drivers grow faster and slower, where there is a gap to move."""
    if not has_gap(outcome):
        return []
    return [(id_, say_swing(swing)) for id_, swing in SWINGS.items()]


CHOICES: Final = (
    Choice("year", "Year", list_gap_years),
    Choice("scenario", "Future", list_solved),
    Choice("swing", "Each driver faster or slower by", list_swings),
)


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the bridge from the gap of the base year to what stays open."""
    if not (chosen["year"] and chosen["scenario"]):
        return None
    scenario = chosen["scenario"]
    return draw_closing_bridge(
        outcome.results,
        find_held(outcome, scenario),
        year=int(chosen["year"]),
        scenario=scenario,
    )


def draw_swing(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw how far the gap moves with each of its drivers."""
    if not chosen["year"]:
        return None
    return draw_tornado(
        outcome.results,
        base_year=outcome.results.record.manifest.base_year,
        year=int(chosen["year"]),
        swing=SWINGS[chosen["swing"]],
    )


PAGE: Final = WingPage(
    "gap",
    "The gap and the solutions",
    "What the system would be short of if nothing changed, what moves that gap, and "
    "what the planned solutions close of it once no saving counts twice.",
    choices=CHOICES,
    pictures=(draw_chosen, draw_swing),
    records=(list_solutions, list_savings, list_heads),
    tables=("income", "fixed_cost", "inflation", "solutions", "solution_initiatives"),
    empty="This run holds no gap. Give the plan folder income, prices and growth of "
    "prices, and run it again.",
    measures=("gap_pounds", "solution_pounds"),
)
