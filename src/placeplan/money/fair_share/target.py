"""Targets: what would be each place's fair share of a budget, and how far it is off."""

from collections.abc import Mapping
from fractions import Fraction

from placeplan.money.fair_share.weighted_people import WeightedPeople
from placeplan.money.pence import Pence
from placeplan.money.share import share_out


def find_targets(budget: Pence, weighted: WeightedPeople) -> dict[str, Pence]:
    """Share a budget out by weighted people, to the penny.

    ``target[i] = budget * wp[i] / sum(wp)``, in whole pence by largest remainder.

    Examples
    --------
    >>> weighted = {"north": {"acute": Fraction(2)}, "south": {"acute": Fraction(1)}}
    >>> find_targets(Pence(1000), weighted)
    {'north': 667, 'south': 333}
    """
    totals = {place: sum(parts.values()) for place, parts in weighted.items()}
    return share_out(budget, totals)


def split_target(target: Pence, parts: Mapping[str, Fraction]) -> dict[str, Pence]:
    """Say which part of a place's target each stream brings; they sum to the target.

    Examples
    --------
    >>> split_target(Pence(100), {"acute": Fraction(2), "inequalities": Fraction(1)})
    {'acute': 67, 'inequalities': 33}
    """
    return share_out(target, parts)


def find_distance(allocation: Pence, target: Pence) -> Fraction | None:
    """Find how far an allocation is from its target.

    Returns
    -------
    Fraction or None
        ``allocation / target - 1``: below zero where a place has less than its fair
        share. None for a place whose target is nothing.

    Examples
    --------
    >>> find_distance(Pence(95), Pence(100))
    Fraction(-1, 20)
    """
    return Fraction(allocation, target) - 1 if target else None
