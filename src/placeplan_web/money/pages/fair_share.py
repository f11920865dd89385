"""Fair shares on a page: what each place would have by need, has, and gets."""

from typing import Final

from placeplan.money.fair_share.inputs import FAIR_SHARE_TABLES
from placeplan.plan.fair_share_figure import draw_distances, draw_heads
from placeplan.plan.fair_share_map import draw_share_map, find_homes
from placeplan.plan.figure import Figure
from placeplan_web.evidence.wing.choice import Choice
from placeplan_web.evidence.wing.outcome import Chosen, Outcome
from placeplan_web.evidence.wing.page import WingPage
from placeplan_web.money.pages.fair_share_record import (
    list_allocations,
    list_parts,
    list_rules,
)
from placeplan_web.money.pages.fair_share_view import (
    find_share_view,
    list_budgets,
    list_levels,
)

CHOICES: Final = (
    Choice("budget", "Budget", list_budgets),
    Choice("level", "Shared out among", list_levels),
)


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """How far each place is from its fair share, now and then, with the table."""
    view = find_share_view(outcome, chosen)
    return draw_distances(view.shares, when=view.when) if view else None


def draw_map(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """The same now, on the map of districts."""
    view = find_share_view(outcome, chosen)
    if view is None:
        return None
    homes = find_homes(outcome.tables, view.shares)
    return draw_share_map(view.shares, homes, outcome.boundaries)


def draw_each(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """What a fair share is for each head."""
    view = find_share_view(outcome, chosen)
    return draw_heads(view.shares, when=view.when) if view else None


PAGE: Final = WingPage(
    "fair-shares",
    "Fair shares",
    "What each place would have of a budget by the need of its people, how far what it "
    "has is from that, and what a pace of change gives it.",
    CHOICES,
    (draw_chosen, draw_map, draw_each),
    (list_allocations, list_parts, list_rules),
    tuple(contract.name for contract in FAIR_SHARE_TABLES),
    "This plan folder shares no budget out. Add money/capitation_budgets.csv, with its "
    "streams, and places with their people and their need.",
)
