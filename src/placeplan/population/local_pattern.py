"""Who comes and goes in a place by age, beyond its net number of movers.

Students arrive at 18 and leave at 21 without changing a town's total. Two counts show
it: what a model age schedule cannot explain of the difference between the second count
and the people carried to it is spread back over the ages at which it must have come.
One count shows less: that a town with many of 20 had fewer of 17 a few years before.
"""

from collections.abc import Sequence

import numpy as np

from placeplan.population.axes import AGE_COUNT, SEXES, Array
from placeplan.population.cohort import survive

RIDGE = 0.5
"""How strongly the pattern is drawn towards nothing.

Chosen on counts that the pattern does not see: single ages of the thirteen districts
of Kent and Medway. With no pattern the squared error of mid-2017 is five times as large
and that of mid-2020 four times; with 0.01 the pattern follows noise, and the error is
twice and three times as large."""


STUDENT_AGES = slice(18, 25)
"""Ages 18 to 24, among which students come and leave again."""


def read_standing_pattern(people: Array, death_share: Array) -> Array:
    """Find the yearly moves of students that keep their number as it was counted.

    For a place that was counted once. At each age from 18 to 24 as many come or leave
    as make next year's people of that age equal to this year's; what is left over all
    those ages together (cohorts differ in size) is taken off each age alike.

    Parameters
    ----------
    people : ndarray
        People counted, by place, sex and age.
    death_share : ndarray
        Share that dies by sex and age -1 to 90.

    Returns
    -------
    ndarray
        Net movers a year by place, sex and age at the end of the year; sums to 0 in
        each place and sex.

    Examples
    --------
    >>> people = np.full((1, 2, 91), 100.0)
    >>> people[0, 0, 19:22] = 450
    >>> pattern = read_standing_pattern(people, np.zeros((2, 92)))
    >>> pattern[0, 0, 18:25].round(9).tolist()
    [0.0, 350.0, 0.0, 0.0, -350.0, 0.0, 0.0]
    """
    pattern = np.zeros_like(people)
    stays = people - survive(people, death_share)
    young = stays[..., STUDENT_AGES]
    pattern[..., STUDENT_AGES] = young - young.mean(axis=-1, keepdims=True)
    return pattern


def reach_of_moves(death_shares: Sequence[Array]) -> Array:
    """Count who is left, and how old, of one mover a year at each age.

    Parameters
    ----------
    death_shares : sequence of ndarray
        Share that dies by sex and age -1 to 90, one array for each year.

    Returns
    -------
    ndarray
        By sex, age at the end of the last year, and age at the end of the year of
        moving: movers of every year who are then alive.

    Examples
    --------
    >>> reach = reach_of_moves([np.zeros((2, 92))] * 3)
    >>> reach[0, 20:24, 20].tolist()
    [1.0, 1.0, 1.0, 0.0]
    """
    one_each = np.repeat(np.eye(AGE_COUNT)[:, None, :], len(SEXES), axis=1)
    people = np.zeros_like(one_each)
    for death_share in death_shares:
        people = survive(people, death_share) + one_each
    return np.transpose(people, (1, 2, 0))


def fit_local_pattern(
    gap: Array, death_shares: Sequence[Array], schedule: Array, ridge: float = RIDGE
) -> Array:
    """Find the yearly moves by age that explain the gap at a second count.

    Least squares with a penalty on the squared moves, for each place and sex, then
    freed of any net number by the schedule, so that the pattern adds nobody.

    Parameters
    ----------
    gap : ndarray
        People counted less people carried, by place, sex and age, at the later count.
    death_shares : sequence of ndarray
        Share that dies by sex and age -1 to 90, for each year between the counts.
    schedule : ndarray
        Model age schedule by sex and age; sums to 1.
    ridge : float
        Weight of the penalty; 0 or more.

    Returns
    -------
    ndarray
        Net movers a year by place, sex and age at the end of the year; sums to 0 in
        each place.

    Examples
    --------
    >>> gap = np.zeros((1, 2, 91))
    >>> gap[0, 0, 18:21], gap[0, 0, 21:24] = 100, -100
    >>> pattern = fit_local_pattern(gap, [np.zeros((2, 92))] * 3,
    ...                             np.full((2, 91), 1 / 182), ridge=1e-9)
    >>> pattern[0, 0, [18, 21]].round().tolist(), abs(pattern.sum().round(6)).item()
    ([100.0, -100.0], 0.0)
    """
    reach = reach_of_moves(death_shares)
    pattern = np.empty_like(gap)
    for sex, seen in enumerate(reach):
        normal = seen.T @ seen + ridge * np.eye(AGE_COUNT)
        pattern[:, sex] = np.linalg.solve(normal, seen.T @ gap[:, sex].T).T
    net: Array = pattern.sum(axis=(1, 2))
    return pattern - net[:, None, None] * schedule
