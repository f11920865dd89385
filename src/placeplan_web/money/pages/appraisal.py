"""Options and their value on a page, and the cut in management costs."""

from functools import lru_cache
from typing import Final

import polars as pl

from placeplan.money.appraisal import (
    Appraisal,
    find_cost_target,
    list_appraisals,
    list_cost_standings,
    make_flat_schedule,
)
from placeplan.periods import FinancialYear
from placeplan.plan.appraisal_figure import draw_values
from placeplan.plan.figure import Figure
from placeplan.plan.management_cost_figure import draw_management_costs
from placeplan.plan.number_in_unit import to_millions
from placeplan.plan.weighing_figure import draw_sweeps
from placeplan.tables import STATUSES
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import KEPT_RUNS, Shown, as_key
from placeplan_web.evidence.wing.choice import Choice, Option
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, find_outcome
from placeplan_web.evidence.wing.page import WingPage

RATES: Final = (0.0, 0.015, 0.05, 0.1)
"""Rates that are held beside the schedule, to see whether the order rests on it."""

_PERCENT: Final = 100


@lru_cache(maxsize=KEPT_RUNS)
def _appraise(shown: Shown) -> tuple[Appraisal, ...]:
    return list_appraisals(find_outcome(shown.run).tables)


def find_appraisal(outcome: Outcome, chosen: Chosen) -> Appraisal | None:
    """The appraisal that was chosen, if the plan folder has any."""
    listed = _appraise(as_key(outcome.run))
    return next((each for each in listed if each.id == chosen["appraisal"]), None)


def list_questions(outcome: Outcome) -> list[Option]:
    """Questions that the plan folder appraises."""
    return [(each.id, each.name) for each in _appraise(as_key(outcome.run))]


CHOICES: Final = (Choice("appraisal", "Question", list_questions),)


def draw_worth(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """What each option is worth beyond the baseline."""
    appraisal = find_appraisal(outcome, chosen)
    return None if appraisal is None else draw_values(appraisal)


def draw_weights(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Weighted scores while one weight after another is swept."""
    appraisal = find_appraisal(outcome, chosen)
    return None if appraisal is None else draw_sweeps(appraisal)


def draw_cut(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """How far each body has cut its costs, by the target of the latest year told."""
    years = outcome.tables["management_costs"]["year"].to_list()
    if not years:
        return None
    target = find_cost_target(FinancialYear(max(years)).ends_on)
    if target is None:
        return None
    standings = list_cost_standings(outcome.tables, target)
    return draw_management_costs(standings, target, outcome.names)


def list_scores(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Scores, weights and ranks of every option."""
    appraisal = find_appraisal(outcome, chosen)
    if appraisal is None or appraisal.weighing is None:
        return None
    weighing = appraisal.weighing
    heads = {
        id_: f"{name} ({float(weighing.weights[id_]) * _PERCENT:.0f} %)"
        for id_, name in appraisal.criteria.items()
    }
    rows = [
        {
            "Option": each.name,
            **{
                heads[id_]: float(score)
                for id_, score in weighing.scores[each.id].items()
            },
            "Weighted score": round(float(each.score or 0), 2),
            "Rank by score": each.score_rank,
            "Rank by value": each.value_rank,
        }
        for each in appraisal.options
    ]
    words = (
        "Each score is 0 to 10, weights are in brackets. Scores and money stand beside "
        "each other: where the ranks differ, somebody has to choose and say why."
    )
    title = "Scores, weights and ranks"
    return Record("scores", title, words, pl.DataFrame(rows), appraisal.status)


def list_switches(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Which weight has to move how far to change the winner, the least first."""
    appraisal = find_appraisal(outcome, chosen)
    if appraisal is None or not appraisal.switches:
        return None
    names = {each.id: each.name for each in appraisal.options}
    rows = [
        {
            "Weight of": appraisal.criteria[each.criterion],
            "Now, percent": round(float(each.share) * _PERCENT, 1),
            "Draws level at, percent": round(float(each.at_share) * _PERCENT, 1),
            "Has to move by, points": round(float(each.move) * _PERCENT, 1),
            "Leads beyond it": names[each.rival],
        }
        for each in appraisal.switches
    ]
    words = (
        "The other weights keep their proportions. A criterion that is not here can "
        "have any weight: the same option leads."
    )
    title = "Which weight has to move how far to change the winner"
    return Record("switches", title, words, pl.DataFrame(rows), appraisal.status)


def list_discounts(outcome: Outcome, chosen: Chosen) -> Record | None:
    """By what later years are discounted, and where that was read."""
    appraisal = find_appraisal(outcome, chosen)
    if appraisal is None:
        return None
    rows = [
        {
            "Years after the base year": (
                f"{step.first_year} and after"
                if step.last_year is None
                else f"{step.first_year} to {step.last_year}"
            ),
            "A year, percent": round(float(step.share) * _PERCENT, 2),
        }
        for step in appraisal.schedule.steps
    ]
    title = "How later years are discounted"
    words = f"{appraisal.schedule.source}."
    return Record("discounts", title, words, pl.DataFrame(rows), STATUSES[0])


def list_rates(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What other rates would make of each option beyond the baseline."""
    appraisal = find_appraisal(outcome, chosen)
    if appraisal is None:
        return None
    names = {each.id: each.name for each in appraisal.options}
    schedules = {"As the Green Book": appraisal.schedule} | {
        f"{rate * _PERCENT:g} percent in every year": make_flat_schedule(rate)
        for rate in RATES
    }
    rows = [
        {"Discounted by": words}
        | {
            f"{names[option]}, £ million": to_millions(pence)
            for option, pence in appraisal.find_beyond_at(schedule).items()
        }
        for words, schedule in schedules.items()
    ]
    words = (
        "Net present value of each option beyond the baseline. A higher rate counts "
        "what comes late for less: an order that turns with it rests on the rate."
    )
    title = "What another rate would make of it"
    return Record("rates", title, words, pl.DataFrame(rows), appraisal.status)


PAGE: Final = WingPage(
    "options",
    "What options are worth",
    "What each option costs and brings in the money of today, how it scores on what no "
    "money tells, and which weight would change the winner.",
    CHOICES,
    (draw_worth, draw_weights, draw_cut),
    (list_scores, list_switches, list_discounts, list_rates),
    (
        "appraisal_options",
        "appraisal_flows",
        "appraisal_criteria",
        "appraisal_scores",
        "management_costs",
    ),
    "This plan folder appraises no options. Add money/appraisals.csv, with options, "
    "costs and benefits by year, criteria and scores.",
    cells=90,
)
