"""Slow, obvious twins of fair shares: plain loops, and a search for what we solve."""

from fractions import Fraction
from math import ceil, floor


def weigh_slowly(places, shares):
    """Weighted people by place, one at a time, as the formula is written."""
    weighted = {}
    for place in places:
        total = Fraction(0)
        for stream, share in shares.items():
            needed = sum(Fraction(p.people) * Fraction(p.need[stream]) for p in places)
            everybody = sum(Fraction(p.people) for p in places)
            norm = needed / everybody
            total += (
                share * Fraction(place.people) * Fraction(place.need[stream]) / norm
            )
        weighted[place.id] = total * Fraction(place.cost_factor)
    return weighted


def bound_slowly(place, target, places, budget, pace):
    """Growth by the rule, floor and ceiling of a place, in pence."""
    now = Fraction(place.allocation)
    everything = sum(Fraction(each.allocation) for each in places)
    distance = None
    if target and everything:
        distance = (now / everything) / (Fraction(target) / budget) - 1
    minimum = Fraction(pace.minimum_growth_share)
    if pace.minimum_growth_per_head_share is not None:
        before = place.people_before or place.people
        heads = Fraction(place.people) / Fraction(before) if before else Fraction(1)
        grown = (1 + Fraction(pace.minimum_growth_per_head_share)) * heads - 1
        minimum = max(minimum, grown)
    kept = Fraction(1)
    if pace.fades_from_share is not None:
        first, last = Fraction(pace.fades_from_share), Fraction(pace.fades_to_share)
        if distance is None or (distance >= last and distance > first):
            kept = Fraction(0)
        elif distance > first:
            kept = 1 - (distance - first) / (last - first)
    least = min(Fraction(0), Fraction(pace.minimum_growth_share))
    if pace.least_growth_share is not None:
        least = Fraction(pace.least_growth_share)
    damped = minimum - (1 - kept) * (minimum - least)
    gap = -distance if distance is not None else Fraction(0)
    pull = Fraction(pace.pull_share) * max(
        Fraction(0), gap - Fraction(pace.tolerance_share)
    )
    floors = [now * (1 + damped)]
    if pace.most_under_share is not None:
        floors.append(target * (1 - Fraction(pace.most_under_share)))
    top = None
    if pace.most_growth_share is not None:
        top = floor(now * (1 + Fraction(pace.most_growth_share)))
    return now, damped + pull, ceil(max(floors)), top


def pace_slowly(places, targets, budget, pace):
    """Allocations by halving: the common growth at which the budget is met."""
    bounds = {
        place.id: bound_slowly(place, targets[place.id], places, budget, pace)
        for place in places
    }

    def give(common):
        given = {}
        for name, (now, growth, least, top) in bounds.items():
            amount = max(now * (1 + growth + common), Fraction(least))
            given[name] = amount if top is None or not now else min(amount, top)
        return given

    low, high = Fraction(-100), Fraction(10**13)
    for _ in range(120):
        middle = (low + high) / 2
        if sum(give(middle).values()) < budget:
            low = middle
        else:
            high = middle
    return give(high)
