"""Allocations under a pace of change: the budget met, every floor and ceiling kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from placeplan.errors import Fault, InputError
from placeplan.money.amount_words import say_exactly
from placeplan.money.fair_share.pace import Pace
from placeplan.money.fair_share.place import SharePlace
from placeplan.money.pence import Pence
from placeplan.money.share import share_out, to_fraction


@dataclass(frozen=True, slots=True)
class PacedPlace:
    """What the pace of change gives one place.

    Parameters
    ----------
    opening_distance : Fraction or None
        Distance from target before: its part of what all have now against its part of
        the target. None where its target is nothing.
    wanted_growth : Fraction or None
        Growth by its rule alone; None where it has nothing now.
    least, most : Pence, Pence or None
        Its floor and its ceiling, in whole pence.
    allocation : Pence
        What it gets.
    bound : str
        ``floor`` or ``ceiling`` where that decides; empty otherwise.
    """

    opening_distance: Fraction | None
    wanted_growth: Fraction | None
    least: Pence
    most: Pence | None
    allocation: Pence
    bound: str


@dataclass(frozen=True, slots=True)
class Paced:
    """Allocations of all places, and the points of growth that all get alike.

    Parameters
    ----------
    common_growth : Fraction
        Added to the growth that the rule gives each place, so that the budget is met.
    places : mapping of str to PacedPlace
        By place, in the order given.
    """

    common_growth: Fraction
    places: Mapping[str, PacedPlace]


@dataclass(frozen=True, slots=True)
class _Line:
    """What a place gets as the common growth rises: flat, rising, flat."""

    at_rule: Fraction
    slope: Fraction
    least: Pence
    most: Pence | None

    def find_amount(self, common: Fraction) -> Fraction:
        amount = max(self.at_rule + self.slope * common, Fraction(self.least))
        return amount if self.most is None else min(amount, Fraction(self.most))

    def list_turns(self) -> list[tuple[Fraction, Fraction]]:
        """Where the slope of the sum over places changes, and by how much."""
        if not self.slope:
            return []
        starts = (self.least - self.at_rule) / self.slope
        if self.most is None:
            return [(starts, self.slope)]
        ends = (self.most - self.at_rule) / self.slope
        return [(starts, self.slope), (ends, -self.slope)]


def pace_allocations(
    places: Sequence[SharePlace],
    targets: Mapping[str, Pence],
    budget: Pence,
    pace: Pace,
) -> Paced:
    """Move allocations towards their targets, as far as a pace of change lets them.

    The sum over places rises with the common growth in straight pieces, so the growth
    that meets the budget is found exactly, without a search. Floors are rounded up and
    ceilings down to whole pence first; sharing the budget by the exact amounts then
    neither breaks a floor nor a ceiling.

    Parameters
    ----------
    places : sequence of SharePlace
        Each with the allocation that it has now.
    targets : mapping of str to Pence
        By place; their sum is the budget.
    budget : Pence
        To be spent whole.
    pace : Pace
        Its rules.

    Returns
    -------
    Paced
        Allocations that sum to the budget.

    Raises
    ------
    InputError
        When a place has no current allocation, a floor lies above a ceiling, the
        budget cannot pay the floors, or ceilings leave some of it unspent.

    Examples
    --------
    >>> places = [SharePlace("north", 100, allocation=Pence(4000)),
    ...           SharePlace("south", 100, allocation=Pence(6000))]
    >>> paced = pace_allocations(places, {"north": Pence(5250), "south": Pence(5250)},
    ...     Pence(10500), Pace(minimum_growth_share=0.01, most_under_share=0.18))
    >>> {name: (each.allocation, each.bound) for name, each in paced.places.items()}
    {'north': (4305, 'floor'), 'south': (6195, '')}
    """
    if faults := list_missing(places):
        raise InputError(faults)
    now = sum(place.allocation or 0 for place in places)
    distances = {p.id: _find_opening(p, targets[p.id], now, budget) for p in places}
    lines = {
        place.id: _draw_line(place, targets[place.id], distances[place.id], pace)
        for place in places
    }
    _refuse_bounds(lines, budget)
    common = _meet_budget(list(lines.values()), budget)
    amounts = {name: line.find_amount(common) for name, line in lines.items()}
    given = share_out(budget, amounts)
    return Paced(
        common,
        {
            name: _describe(line, distances[name], given[name], common)
            for name, line in lines.items()
        },
    )


def list_missing(places: Sequence[SharePlace], file: str = "places") -> list[Fault]:
    """List the places of which nobody stated what they have now.

    Examples
    --------
    >>> [fault.where for fault in list_missing([SharePlace("north", 100)])]
    ['north']
    """
    return [
        Fault(
            *(file, place.id, "what it is allocated now", "nothing"),
            "Add its current allocation, or leave the pace of change out.",
        )
        for place in places
        if place.allocation is None
    ]


def _find_opening(
    place: SharePlace, target: Pence, now: int, budget: Pence
) -> Fraction | None:
    """Compare its part of what all have now with its part of the target."""
    if not target or not now:
        return None
    return Fraction(place.allocation or 0, now) / Fraction(target, budget) - 1


def _draw_line(
    place: SharePlace, target: Pence, distance: Fraction | None, pace: Pace
) -> _Line:
    now = Fraction(place.allocation or 0)
    full = now * (1 + to_fraction(pace.minimum_growth_share))
    heads = pace.minimum_growth_per_head_share
    if heads is not None and place.people_before:
        grown = to_fraction(place.people) / to_fraction(place.people_before)
        full = max(full, now * (1 + to_fraction(heads)) * grown)
    elif heads is not None:
        full = max(full, now * (1 + to_fraction(heads)))
    faded = now * (1 + pace.find_least_growth())
    floored = faded + pace.find_fade(distance) * (full - faded)
    under = pace.most_under_share
    limit = Fraction(0) if under is None else (1 - to_fraction(under)) * target
    cap = pace.most_growth_share
    return _Line(
        floored + now * pace.find_pull(distance),
        now,
        Pence(ceil(max(floored, limit))),
        None if cap is None else Pence(floor(now * (1 + to_fraction(cap)))),
    )


def _refuse_bounds(lines: Mapping[str, _Line], budget: Pence) -> None:
    faults = [
        Fault(
            *("pace", name, f"a ceiling of at least {_say(line.least)}, its floor"),
            *(_say(line.most), "Raise the ceiling, or lower the floor."),
        )
        for name, line in lines.items()
        if line.most is not None and line.most < line.least
    ]
    least = sum(line.least for line in lines.values())
    if least > budget:
        expected = f"a budget of at least {_say(least)}, the sum of all floors"
        remedy = (
            f"It is {_say(least - budget)} short: add it, lower the minimum growth, or "
            "let places stay further under target."
        )
        faults.append(Fault("pace", "budget", expected, _say(budget), remedy))
    tops = [line.most if line.slope else line.least for line in lines.values()]
    most = sum(top for top in tops if top is not None)
    if not faults and None not in tops and most < budget:
        expected = f"a budget of at most {_say(most)}, the sum of all ceilings"
        remedy = (
            "Raise the ceiling of growth, or state what places have now: one that has "
            "nothing gets its floor alone."
        )
        faults.append(Fault("pace", "budget", expected, _say(budget), remedy))
    if faults:
        raise InputError(faults)


def _meet_budget(lines: Sequence[_Line], budget: Pence) -> Fraction:
    """Find the common growth at which the amounts sum to the budget."""
    turns = sorted(turn for line in lines for turn in line.list_turns())
    spent = Fraction(sum(line.least for line in lines))
    reached, slope = (turns[0][0] if turns else Fraction(0)), Fraction(0)
    for at, change in turns:
        if spent + slope * (at - reached) >= budget:
            break
        spent += slope * (at - reached)
        reached, slope = at, slope + change
    return reached + (budget - spent) / slope if slope else reached


def _describe(
    line: _Line, distance: Fraction | None, given: Pence, common: Fraction
) -> PacedPlace:
    free = line.at_rule + line.slope * common
    bound = "floor" if free < line.least else ""
    if line.most is not None and free > line.most:
        bound = "ceiling"
    wanted = line.at_rule / line.slope - 1 if line.slope else None
    return PacedPlace(distance, wanted, line.least, line.most, given, bound)


def _say(pence: int) -> str:
    return say_exactly(Pence(pence))
