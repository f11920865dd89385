"""Slow, obvious twin of further factors: one cell and one year after another."""

import math

AGES = range(91)


def find_chances(low, high, count=40_000):
    """Many equally likely sizes between a P10 and a P90, clipped to a share."""
    middle, sd = (low + high) / 2, (high - low) / 2.563103
    steps = [(k + 0.5) / count for k in range(count)]
    return [min(max(middle + sd * _normal(step), 0.0), 1.0) for step in steps]


def _normal(p):
    """Standard Normal at a probability, by halving."""
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        if (1 + math.erf(middle / math.sqrt(2))) / 2 < p:
            low = middle
        else:
            high = middle
    return low


def find_mean(low, high):
    """Mean of a clipped share, by many sizes."""
    sizes = find_chances(low, high)
    return sum(sizes) / len(sizes)


def project_slowly(cells, moves, lists, growth, begun):
    """Activity by (pod, place, provider) in one year with fixed factors.

    Parameters
    ----------
    cells : sequence of tuple
        pod, place, provider, site, sex, band, activity, nights.
    moves : sequence of tuple
        pod, place, from, to, site, year, share: in the order in which they act.
    lists : dict
        (pod, provider) to units by which the list grew.
    growth : dict
        Growth by place.
    begun : bool
        Whether the year is after the base year and after every `from_year`.
    """
    done = {}
    for cell in cells:
        key = cell[0], cell[2]
        done[key] = done.get(key, 0.0) + cell[6]
    found = {}
    for pod, place, provider, _, _, _, activity, _ in cells:
        units = activity * growth[place]
        if begun:
            units *= 1 + lists.get((pod, provider), 0.0) / done[pod, provider]
        for move in moves if begun else ():
            if move[0] == pod and move[1] in (None, place) and move[2] == provider:
                gone = units * move[6]
                units -= gone
                arrived = pod, place, move[3]
                found[arrived] = found.get(arrived, 0.0) + gone
        here = pod, place, provider
        found[here] = found.get(here, 0.0) + units
    return found


def tilt_slowly(shares, stays, mean):
    """Shares of stays with the mean asked for, by halving one tilt."""
    if mean >= max(stays):
        return [float(s == max(stays)) for s in stays]
    if mean <= min(stays):
        return [float(s == min(stays)) for s in stays]
    low, high = -60.0, 60.0
    for _ in range(200):
        tilt = (low + high) / 2
        peak = max(tilt * stay for stay in stays)
        weights = [
            share * math.exp(tilt * stay - peak)
            for share, stay in zip(shares, stays, strict=True)
        ]
        found = [weight / sum(weights) for weight in weights]
        if sum(p * s for p, s in zip(found, stays, strict=True)) < mean:
            low = tilt
        else:
            high = tilt
    return found
