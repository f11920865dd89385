"""One year in the life of every cohort: survive, be born, move, grow older."""

from dataclasses import dataclass

import numpy as np

from placeplan.population.axes import FEMALE, Array
from placeplan.population.move import settle_moves

SEX_RATIO = 1.05
"""Boys born for each girl, unless a caller says otherwise."""


@dataclass(frozen=True, slots=True)
class YearStep:
    """People a year later, and what made the difference.

    Parameters
    ----------
    people : ndarray
        People by place, sex and age at the end of the year.
    births, deaths, net_migration : ndarray
        Numbers by place: people at the end are people at the start plus births less
        deaths plus net migration.
    unmet : ndarray
        People who should have left a cell that did not hold them, by place, sex and
        age; others left in their stead.
    """

    people: Array
    births: Array
    deaths: Array
    net_migration: Array
    unmet: Array


def survive(people: Array, death_share: Array) -> Array:
    """Let people live, or not, to the end of the year, one year older.

    ``survivors[a + 1] = people[a] * (1 - death_share[a])``; those who reach the open
    age join those already there. Nobody is aged 0 yet.

    Parameters
    ----------
    people : ndarray
        People by (anything,) sex and age 0 to 90 and over.
    death_share : ndarray
        Share that dies by (anything,) sex and age -1 (born in the year) to 90.

    Returns
    -------
    ndarray
        Survivors by age at the end of the year.

    Examples
    --------
    >>> people = np.zeros((1, 91))
    >>> people[0, [40, 89, 90]] = 100, 10, 20
    >>> survivors = survive(people, np.full((1, 92), 0.1))
    >>> survivors[0, [0, 40, 41, 90]].tolist()
    [0.0, 0.0, 90.0, 27.0]
    """
    alive = people * (1 - death_share[..., 1:])
    older = np.zeros_like(alive)
    older[..., 1:] = alive[..., :-1]
    older[..., -1] += alive[..., -1]
    return older


def split_births(births: Array, sex_ratio: float) -> Array:
    """Split births by sex; adds a last axis of girls and boys.

    Examples
    --------
    >>> split_births(np.array([410.0]), 1.05).tolist()
    [[200.0, 210.0]]
    """
    boys = sex_ratio / (1 + sex_ratio)
    return np.stack([births * (1 - boys), births * boys], axis=-1)


def step_year(
    people: Array,
    *,
    death_share: Array,
    fertility: Array,
    moves: Array,
    births: Array | None = None,
    sex_ratio: float = SEX_RATIO,
) -> YearStep:
    """Carry people through one year.

    Births are women, averaged over the start and the end of the year, times births a
    woman of their age. Nobody is lost: the end is the start plus births less deaths
    plus net migration, and no cell falls below 0.

    Parameters
    ----------
    people : ndarray
        People by place, sex and age at the start.
    death_share : ndarray
        Share that dies, by place, sex and age -1 to 90.
    fertility : ndarray
        Births a woman, by place and age.
    moves : ndarray
        Net movers in, by place, sex and age at the end of the year.
    births : ndarray, optional
        Births by place where they are known; NaN where they are not.
    sex_ratio : float
        Boys born for each girl.

    Returns
    -------
    YearStep
        People a year later.

    Examples
    --------
    >>> people = np.zeros((1, 2, 91))
    >>> people[0, 0, 29] = 1000
    >>> fertility = np.zeros((1, 91))
    >>> fertility[0, 29:31] = 0.1
    >>> step = step_year(people, death_share=np.zeros((1, 2, 92)),
    ...                  fertility=fertility, moves=np.zeros((1, 2, 91)))
    >>> step.births.tolist(), step.people.sum().item()
    ([100.0], 1100.0)
    """
    older = survive(people, death_share)
    settled, _ = settle_moves(older, moves)
    women = (people[:, FEMALE] + settled[:, FEMALE]) / 2
    born = (women * fertility).sum(axis=-1)
    if births is not None:
        born = np.where(np.isnan(births), born, births)
    by_sex = split_births(born, sex_ratio)
    older[..., 0] = by_sex * (1 - death_share[..., 0])
    end, unmet = settle_moves(older, moves)
    return YearStep(
        people=end,
        births=born,
        deaths=people.sum(axis=(1, 2)) + born - older.sum(axis=(1, 2)),
        net_migration=end.sum(axis=(1, 2)) - older.sum(axis=(1, 2)),
        unmet=unmet,
    )
