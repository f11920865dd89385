"""Options the slow way: loops over people and sites, straight from the definitions."""

from itertools import combinations


def share_slowly(minutes, size, is_open, size_exponent, travel_exponent):
    """Give the share of each area (rows of minutes) at each site, by Huff."""
    shares = []
    for row in minutes:
        weight = [
            size[j] ** size_exponent * row[j] ** -travel_exponent if is_open[j] else 0.0
            for j in range(len(row))
        ]
        shares.append([each / sum(weight) for each in weight])
    return shares


def nearest_slowly(minutes, is_open):
    """Give the share of each area at each site when all go to the nearest."""
    shares = []
    for row in minutes:
        best = min(row[j] for j in range(len(row)) if is_open[j])
        first = next(j for j in range(len(row)) if is_open[j] and row[j] == best)
        shares.append([1.0 if j == first else 0.0 for j in range(len(row))])
    return shares


def score_slowly(minutes, shares, cases, here):
    """Score one configuration: cases by site, mean, worst, within 30, 45 and 60."""
    areas, sites = range(len(cases)), range(len(minutes[0]))
    landed = [sum(cases[i] * shares[i][j] for i in areas) for j in sites]
    travel = [sum(shares[i][j] * minutes[i][j] for j in sites) for i in areas]
    total = sum(cases[i] for i in areas if here[i])
    mean = sum(cases[i] * travel[i] for i in areas if here[i]) / total
    worst = max(travel[i] for i in areas if here[i] and cases[i] > 0)
    within = [
        sum(
            cases[i] * shares[i][j]
            for i in areas
            for j in sites
            if here[i] and minutes[i][j] <= limit
        )
        / total
        for limit in (30, 45, 60)
    ]
    return landed, mean, worst, within


def list_slowly(candidates, fewest, most):
    """List the sets of candidates that may be open."""
    return [
        set(each)
        for count in range(fewest, most + 1)
        for each in combinations(range(candidates), count)
    ]


def find_front_slowly(goals):
    """Say of each option whether no other one beats it."""

    def beats(one, other):
        return all(a >= b for a, b in zip(one, other, strict=True)) and one != other

    return [not any(beats(other, one) for other in goals) for one in goals]
