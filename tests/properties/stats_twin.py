"""Slow, obvious twins of the fast methods: one area, one point, one rule at a time."""

import math
from itertools import pairwise


def standardise(count, people, weight):
    """Give a directly standardised share and its variance, band by band."""
    total, value, variance = sum(weight), 0.0, 0.0
    for x, n, w in zip(count, people, weight, strict=True):
        value += w * x / n
        variance += w * w * x / n / n
    return value / total, variance / total**2


def life_table(deaths, people, ages):
    """Give life expectancy at each age, walking up and then down the ages."""
    last = len(ages) - 1
    reached, years = [100_000.0], []
    for band in range(last):
        width = ages[band + 1] - ages[band]
        lived = 0.1 if ages[band] == 0 else 0.5
        rate = deaths[band] / people[band]
        q = width * rate / (1 + width * rate * (1 - lived))
        if rate * width * lived > 1:
            q = 1.0
        after = reached[-1] * (1 - q)
        years.append(width * (after + lived * (reached[-1] - after)))
        reached.append(after)
    years.append(reached[-1] / (deaths[last] / people[last]))
    return [
        sum(years[band:]) / reached[band] if reached[band] else 0.0
        for band in range(last + 1)
    ]


def chart(values, part, rules):
    """Give mean, upper limit and the names of the signals of each point.

    `values` holds None for a missing month; `part` the number of the partition.
    """
    live = [place for place, value in enumerate(values) if value is not None]
    lines = {}
    for number in set(part):
        here = [place for place in live if part[place] == number]
        ys = [values[place] for place in here]
        if not ys:
            continue
        mean = math.fsum(ys) / len(ys)
        ranges = [abs(b - a) for a, b in pairwise(ys)]
        reach = 2.66 * sum(ranges) / len(ranges) if ranges else math.nan
        lines[number] = (mean, reach)
    marks = [set() for _ in values]
    for sign, side in ((1, "up"), (-1, "down")):
        _mark_side(values, part, live, lines, sign, side, rules, marks)
    return lines, marks


def _mark_side(values, part, live, lines, sign, side, rules, marks):
    def away(place):
        return sign * (values[place] - lines[part[place]][0])

    def reach(place):
        return lines[part[place]][1]

    tiny = 1e-9
    for place in live:
        if away(place) > reach(place) + tiny:
            marks[place].add(("single", side))
    for window in _windows(live, rules.shift_points):
        one = len({part[place] for place in window}) == 1
        if one and all(away(place) > tiny for place in window):
            _add(marks, window, ("shift", side))
    for window in _windows(live, 3):
        if len({part[place] for place in window}) > 1:
            continue
        beyond = [p for p in window if away(p) > reach(p) * 2 / 3 + tiny]
        if all(away(p) > tiny for p in window) and len(beyond) >= 2:
            _add(marks, beyond, ("two_sigma", side))
    for window in _windows(live, rules.trend_points):
        ys = [sign * values[place] for place in window]
        if all(b > a for a, b in pairwise(ys)):
            _add(marks, window, ("trend", side))


def _windows(live, size):
    return [live[start : start + size] for start in range(len(live) - size + 1)]


def _add(marks, places, name):
    for place in places:
        marks[place].add(name)


def queue(referrals, removals, day):
    """Count who waits at the end of a day, person by person."""
    return sum(
        came <= day and (gone is None or gone > day)
        for came, gone in zip(referrals, removals, strict=True)
    )


def percentile(count, share):
    """Find how long a share of people waited, walking through the bands."""
    wanted, seen = share * sum(count), 0.0
    for band, people in enumerate(count):
        if seen + people >= wanted:
            return band + ((wanted - seen) / people if people else 0.0)
        seen += people
    return float(len(count))
