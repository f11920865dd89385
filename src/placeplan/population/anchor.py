"""Tying the years between two counts to the counts, and any year to its total."""

from collections.abc import Mapping

import numpy as np

from placeplan.population.axes import AGE_COUNT, OPEN_AGE, Array


def scale_to_total(people: Array, total: Array) -> Array:
    """Scale people to the published total of their place.

    Parameters
    ----------
    people : ndarray
        People by place, sex and age.
    total : ndarray
        Published people by place; NaN where there is no figure.

    Returns
    -------
    ndarray
        People whose sum is the total, age by age in unchanged proportion. A place
        without people, or without a figure, stays as it is.

    Examples
    --------
    >>> scaled = scale_to_total(np.ones((2, 2, 91)), np.array([364.0, np.nan]))
    >>> scaled.sum(axis=(1, 2)).tolist()
    [364.0, 182.0]
    """
    held = people.sum(axis=(1, 2))
    known = ~np.isnan(total) & (held > 0)
    factor = np.where(known, total / np.where(held > 0, held, 1.0), 1.0)
    return people * factor[:, None, None]


def anchor_to_count(
    carried: Mapping[int, Array], counted: Array, totals: Mapping[int, Array]
) -> dict[int, Array]:
    """Bend the years since a count so that they end in the next count.

    Each cohort is multiplied by a factor that grows by even steps from 1 to what the
    later count asks for; a cohort that was counted where none was carried is let in by
    even steps. The years between are then scaled to their published totals, and the
    last year is the count itself.

    Parameters
    ----------
    carried : mapping of int to ndarray
        People by place, sex and age for every year from the first count to the second.
    counted : ndarray
        People of the second count.
    totals : mapping of int to ndarray
        Published people by place, NaN where there is no figure.

    Returns
    -------
    dict of int to ndarray
        People for the same years.

    Examples
    --------
    >>> carried = {2011: np.ones((1, 2, 91)), 2012: np.ones((1, 2, 91)),
    ...            2013: np.ones((1, 2, 91))}
    >>> anchored = anchor_to_count(carried, np.full((1, 2, 91), 3.0), {})
    >>> [anchored[year][0, 0, 40].item() for year in (2011, 2012, 2013)]
    [1.0, 2.0, 3.0]
    """
    first, last = min(carried), max(carried)
    reached = carried[last]
    there = reached > 0
    factor = np.where(there, counted / np.where(there, reached, 1.0), 1.0)
    arrivals = np.where(there, 0.0, counted)
    anchored = {first: carried[first], last: counted}
    for year in range(first + 1, last):
        weight = (year - first) / (last - first)
        ahead = last - year
        cohort = np.minimum(np.arange(AGE_COUNT) + ahead, OPEN_AGE)
        people = carried[year] * (1 + weight * (factor[..., cohort] - 1))
        people[..., : AGE_COUNT - ahead] += weight * arrivals[..., ahead:]
        if year in totals:
            people = scale_to_total(people, totals[year])
        anchored[year] = people
    return anchored
