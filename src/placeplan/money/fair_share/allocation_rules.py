"""The rule of fair shares that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.money.asked_pounds import write_pounds
from placeplan.money.fair_share.allocation_question import (
    MOST_PLACES,
    AllocationQuestion,
)
from placeplan.money.fair_share.allocation_words import list_reasons
from placeplan.money.fair_share.fair_share import FairShare, find_fair_shares
from placeplan.money.fair_share.formula import (
    ALL_NEED,
    INEQUALITIES,
    Formula,
    list_formula_faults,
)
from placeplan.money.fair_share.pace import Pace
from placeplan.money.fair_share.paced import list_missing
from placeplan.money.fair_share.place import SharePlace
from placeplan.money.fair_share.policy import (
    PolicyShare,
    find_inequalities_share,
    list_pace_limits,
)
from placeplan.money.fair_share.weighted_people import list_place_faults
from placeplan.money.share import Weight
from placeplan.reference import get_publication
from placeplan.reference.rule import Rule, Ruling

_NAME: Final = "allocation"
_FILE: Final = f"rule {_NAME}"
_DIGITS: Final = 6


def _answer_allocation(asked: AllocationQuestion) -> Ruling:
    streams = asked.streams or {ALL_NEED: 1}
    policies = _list_policies(asked)
    inequalities = _find_inequalities(asked, policies)
    places = [each.as_place() for each in asked.places]
    pace = _check(asked, places, streams, inequalities, policies)
    formula = Formula(streams, inequalities)
    found = find_fair_shares(places, formula, asked.budget_pounds, pace)
    people = sum((share.weighted_people for share in found.shares), Fraction(0))
    result = {
        "places": [_write_share(share) for share in found.shares],
        "total_pounds": write_pounds(found.budget),
        "weighted_people": _write_number(people),
        "common_growth_share": _write_number(found.common_growth),
    }
    reasons = list_reasons(found, formula, policies.values())
    method = get_publication("nhs-allocations-2025").words
    sources = dict.fromkeys([*(each.source for each in policies.values()), method])
    return Ruling(result, reasons, "; ".join(sources))


def _find_inequalities(
    asked: AllocationQuestion, policies: Mapping[str, PolicyShare]
) -> Weight:
    if asked.inequalities_share is not None:
        return asked.inequalities_share
    taken = policies.get("inequalities_share")
    return taken.share if taken else 0


def _list_policies(asked: AllocationQuestion) -> dict[str, PolicyShare]:
    """List what national policy says of the day where the question leaves it open."""
    if asked.as_at is None:
        return {}
    found = {}
    if asked.inequalities_share is None and _states_inequalities(asked):
        share = find_inequalities_share(asked.budget, asked.as_at)
        found = {"inequalities_share": share} if share else {}
    if asked.pace is None:
        return found
    stated = asked.pace.model_fields_set
    limits = list_pace_limits(asked.as_at)
    return found | {name: each for name, each in limits.items() if name not in stated}


def _states_inequalities(asked: AllocationQuestion) -> bool:
    needs = [each.need for each in asked.places if isinstance(each.need, dict)]
    return any(INEQUALITIES in need for need in needs)


def _check(
    asked: AllocationQuestion,
    places: list[SharePlace],
    streams: Mapping[str, Weight],
    inequalities: Weight,
    policies: Mapping[str, PolicyShare],
) -> Pace | None:
    """Refuse all that is wrong with the question at once; give its pace."""
    needed = [name for name, share in streams.items() if share]
    needed += [INEQUALITIES] if inequalities else []
    faults = list_formula_faults(streams, inequalities, _FILE)
    faults += list_place_faults(places, needed, _FILE)
    faults += _list_unknown_needs(asked, streams)
    open_share = asked.inequalities_share is None
    if (
        open_share
        and "inequalities_share" not in policies
        and _states_inequalities(asked)
    ):
        faults.append(_refuse_open_share(asked.budget, asked.as_at))
    if asked.pace is None:
        if faults:
            raise InputError(faults)
        return None
    faults += list_missing(places, _FILE)
    limits = {
        name: each.share
        for name, each in policies.items()
        if name != "inequalities_share"
    }
    try:
        pace = asked.pace.as_pace(limits)
    except InputError as error:
        raise InputError([*faults, *error.faults]) from error
    if faults:
        raise InputError(faults)
    return pace


def _refuse_open_share(budget: str, as_at: date | None) -> Fault:
    day = f"on {as_at}" if as_at else "without as_at"
    return Fault(
        _FILE,
        "inequalities_share",
        "a share, as places state the need that follows inequalities",
        f"none, and no policy is listed for {budget} {day}",
        "State the share of the budget that follows them; it may be 0.",
    )


def _list_unknown_needs(
    asked: AllocationQuestion, streams: Mapping[str, Weight]
) -> list[Fault]:
    known = ", ".join([*streams, INEQUALITIES])
    return [
        Fault(
            *(_FILE, f"{place.id}, need", f"one of: {known}", name),
            "Correct its name, or give the stream a share.",
        )
        for place in asked.places
        if isinstance(place.need, dict)
        for name in place.need
        if name not in streams and name != INEQUALITIES
    ]


def _write_share(share: FairShare) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": share.place.id,
        "weighted_people": _write_number(share.weighted_people),
        "target_pounds": write_pounds(share.target),
        "target_parts_pounds": {
            name: write_pounds(part) for name, part in share.target_parts.items()
        },
        "distance": _write_number(share.distance),
        "allocation_pounds": write_pounds(share.allocation),
    }
    if share.paced:
        written |= {
            "opening_distance": _write_number(share.paced.opening_distance),
            "closing_distance": _write_number(share.closing_distance),
            "floor_pounds": write_pounds(share.paced.least),
            "growth_share": _write_number(share.growth),
            "decided_by": share.paced.bound or "rule",
        }
    return written


def _write_number(number: Fraction | int | None) -> float | None:
    return None if number is None else round(float(number), _DIGITS)


_ALLOCATION: Final = Rule(
    _NAME,
    "What each place's fair share of a budget is, and what a pace of change gives it.",
    AllocationQuestion,
    _answer_allocation,
    examples=(
        {
            "budget_pounds": "1000000.00",
            "places": [
                {"id": "north", "people": 6000, "need": 1.25},
                {"id": "south", "people": 4000, "need": 0.625},
            ],
        },
        {
            "budget_pounds": "10500.00",
            "streams": {"general_and_acute": 0.8, "mental_health": 0.2},
            "places": [
                {
                    "id": "coast",
                    "people": 100,
                    "need": {
                        "general_and_acute": 1.2,
                        "mental_health": 1.1,
                        "inequalities": 1.5,
                    },
                    "allocation_pounds": 5500,
                },
                {
                    "id": "weald",
                    "people": 100,
                    "need": {
                        "general_and_acute": 0.8,
                        "mental_health": 0.9,
                        "inequalities": 0.5,
                    },
                    "cost_factor": 1.05,
                    "allocation_pounds": 4500,
                },
            ],
            "pace": {"minimum_growth_share": 0.01},
            "as_at": "2016-04-01",
        },
    ),
    most_listed=MOST_PLACES,
)

ALLOCATION_RULES: Final[Mapping[str, Rule]] = MappingProxyType({_NAME: _ALLOCATION})
"""The rule on fair shares, by name."""
