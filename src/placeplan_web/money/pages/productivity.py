"""Productivity on a page: from the cost base to what five years can save."""

from functools import lru_cache
from typing import Final, cast

from placeplan.money.productivity import (
    COMPARATORS,
    ProductivityStudy,
    find_productivity,
)
from placeplan.money.productivity.catch_up import Comparator
from placeplan.plan.figure import Figure
from placeplan.plan.productivity_figure import (
    draw_catch_up,
    draw_funnel,
    draw_savings_years,
)
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import KEPT_RUNS, Shown, as_key
from placeplan_web.evidence.wing.choice import Choice, Option
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, find_outcome
from placeplan_web.evidence.wing.page import WingPage
from placeplan_web.money.pages import productivity_record

INPUTS: Final = (
    "productivity_bodies",
    "peer_criteria",
    "cost_centres",
    "specialty_costs",
    "productivity_path",
)
COMPARATOR: Final = "comparator"


@lru_cache(maxsize=KEPT_RUNS)
def _study(shown: Shown, comparator: Comparator) -> ProductivityStudy | None:
    return find_productivity(find_outcome(shown.run).tables, comparator=comparator)


def find_study(outcome: Outcome, chosen: Chosen) -> ProductivityStudy | None:
    """The study of the plan folder of a run, held against the peers chosen."""
    comparator = chosen.get(COMPARATOR) or next(iter(COMPARATORS))
    return _study(as_key(outcome.run), cast("Comparator", comparator))


def list_own_bodies(outcome: Outcome) -> list[Option]:
    """The plan's own bodies, by name."""
    study = find_study(outcome, {})
    if study is None:
        return []
    named = [(study.bodies[body].profile.name, body) for body in study.verdicts]
    return [(body, name) for name, body in sorted(named)]


def list_comparators(outcome: Outcome) -> list[Option]:
    """Which one peer may count for each cost centre."""
    if find_study(outcome, {}) is None:
        return []
    return [
        (id_, f"{words[0].upper()}{words[1:]}") for id_, words in COMPARATORS.items()
    ]


CHOICES: Final = (
    Choice("body", "Trust in the tables below", list_own_bodies),
    Choice(COMPARATOR, "Each cost centre is held against", list_comparators),
)


def draw_whole(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """The funnel from the cost base to what the years can save."""
    study = find_study(outcome, chosen)
    return None if study is None else draw_funnel(study)


def draw_years(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """What each year wants, saves and carries forward."""
    study = find_study(outcome, chosen)
    return None if study is None else draw_savings_years(study)


def draw_groups(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Where there is catching up, by group of cost centres and by body."""
    study = find_study(outcome, chosen)
    return None if study is None else draw_catch_up(study, outcome.names)


def list_reading(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What the total rests on: ours, the papers', and what another cap would do."""
    study = find_study(outcome, chosen)
    return None if study is None else productivity_record.list_caps(study)


def list_peers(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Every candidate for a peer of the chosen body, with the reasons."""
    study = find_study(outcome, chosen)
    return (
        None if study is None else productivity_record.list_peers(study, chosen["body"])
    )


def list_centres(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Cost centres of the chosen body, each beside its comparator."""
    study = find_study(outcome, chosen)
    return (
        None
        if study is None
        else productivity_record.list_centres(study, chosen["body"])
    )


def list_specialties(outcome: Outcome, chosen: Chosen) -> Record | None:
    """The same cost by specialty, beside the catch-up."""
    study = find_study(outcome, chosen)
    return (
        None
        if study is None
        else productivity_record.list_specialties(study, chosen["body"])
    )


def list_unit_costs(outcome: Outcome, chosen: Chosen) -> Record | None:
    """The cost of a weighted activity unit of every body."""
    study = find_study(outcome, chosen)
    return None if study is None else productivity_record.list_unit_costs(study)


PAGE: Final = WingPage(
    "productivity",
    "Where the productivity is",
    "What trusts would save at the cost of their peers, what is asked of every year on "
    "top, and how much of it five years can save under a cap.",
    CHOICES,
    (draw_whole, draw_years, draw_groups),
    (list_reading, list_peers, list_centres, list_specialties, list_unit_costs),
    INPUTS,
    "This plan folder says nothing of productivity. Add money/productivity_bodies.csv, "
    "with cost centres, criteria for peers and a path of years.",
    cells=100,
)
