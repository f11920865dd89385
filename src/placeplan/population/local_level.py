"""How much higher or lower births and deaths run in a place than the tables say."""

from dataclasses import dataclass

import numpy as np

from placeplan.population.axes import FEMALE, Array
from placeplan.population.cohort import SEX_RATIO, split_births
from placeplan.population.ingredients import Ingredients

DEATH_YEARS = 5
"""Newest years of published deaths that set the level of deaths.

Deaths of one district move by several per cent from winter to winter."""

BIRTH_YEARS = 1
"""Newest years of published births that set the level of births.

Births follow a trend more than chance. Children aged 0 of Kent and Medway in mid-2020,
a count that the projection does not see: 19,762; with one year 20,447 are projected,
with five years 21,445."""


@dataclass(frozen=True, slots=True)
class LocalFit:
    """What makes a place differ from the tables that all places share.

    Parameters
    ----------
    death_level, birth_level : ndarray
        Factor by place on death shares and on births a woman.
    pattern : ndarray
        Net movers a year by place, sex and age that sum to nobody.
    """

    death_level: Array
    birth_level: Array
    pattern: Array

    @classmethod
    def none(cls, places: int) -> "LocalFit":
        """Make a fit that changes nothing.

        Examples
        --------
        >>> LocalFit.none(2).death_level.tolist()
        [1.0, 1.0]
        """
        ones = np.ones(places)
        return cls(ones, ones, np.zeros((places, 1, 1)))


def expect_deaths(
    people: Array, death_share: Array, births: Array, sex_ratio: float
) -> Array:
    """Count the deaths of a year if the table of death shares held as it stands.

    Parameters
    ----------
    people : ndarray
        People by place, sex and age at the start.
    death_share : ndarray
        Share that dies, by (place,) sex and age -1 to 90.
    births : ndarray
        Births by place.
    sex_ratio : float
        Boys born for each girl.

    Returns
    -------
    ndarray
        Deaths by place.
    """
    newborn = (split_births(births, sex_ratio) * death_share[..., 0]).sum(axis=-1)
    return np.asarray((people * death_share[..., 1:]).sum(axis=(1, 2)) + newborn)


def expect_births(start: Array, end: Array, fertility: Array) -> Array:
    """Count the births of a year if the table of fertility held as it stands.

    Parameters
    ----------
    start, end : ndarray
        People by place, sex and age.
    fertility : ndarray
        Births a woman by age.

    Returns
    -------
    ndarray
        Births by place.

    Examples
    --------
    >>> people = np.zeros((1, 2, 91))
    >>> people[0, 0, 30] = 200
    >>> expect_births(people, 2 * people, np.full(91, 0.1)).tolist()
    [30.0]
    """
    women = (start[:, FEMALE] + end[:, FEMALE]) / 2
    return np.asarray((women * fertility).sum(axis=-1))


def divide_level(observed: Array, expected: Array) -> Array:
    """Divide what was by what was expected; 1 where either is not known.

    Examples
    --------
    >>> divide_level(np.array([12.0, np.nan, 3.0]), np.array([10.0, 5.0, 0.0])).tolist()
    [1.2, 1.0, 1.0]
    """
    known = ~np.isnan(observed) & (expected > 0)
    return np.where(known, observed / np.where(known, expected, 1.0), 1.0)


def fit_levels(
    ingredients: Ingredients, people: dict[int, Array], pattern: Array
) -> LocalFit:
    """Fit how births and deaths of each place run against the tables.

    Sums over the newest years, up to the last count, that have published figures: as
    many as ``BIRTH_YEARS`` and ``DEATH_YEARS``. A base year without earlier people is
    measured on its own people.

    Parameters
    ----------
    ingredients : Ingredients
        Published births and deaths, and the tables.
    people : dict of int to ndarray
        People of past years.
    pattern : ndarray
        Local pattern to carry along.

    Returns
    -------
    LocalFit
        Levels by place; 1 where nothing was published.
    """
    years = [
        year
        for year in sorted(ingredients.components)
        if year in people and year <= ingredients.last_count
    ]
    observed, expected = np.zeros((2, 2, len(ingredients.places)))
    for year in years[-max(BIRTH_YEARS, DEATH_YEARS) :]:
        seen, said = _count_year(ingredients, people, year)
        counts = ~np.isnan(seen)
        counts[0] &= year in years[-BIRTH_YEARS:]
        counts[1] &= year in years[-DEATH_YEARS:]
        observed += np.where(counts, seen, 0.0)
        expected += np.where(counts, said, 0.0)
    birth_level, death_level = divide_level(observed, expected)
    return LocalFit(death_level, birth_level, pattern)


def _count_year(
    ingredients: Ingredients, people: dict[int, Array], year: int
) -> tuple[Array, Array]:
    """Give births and deaths of a year by place: as published, and by the tables."""
    published = ingredients.components[year]
    start = people.get(year - 1, people[year])
    births = expect_births(start, people[year], ingredients.fertility.at(year))
    deaths = expect_deaths(
        start,
        ingredients.death_share.at(year)[None],
        np.where(np.isnan(published.births), births, published.births),
        SEX_RATIO,
    )
    return np.stack([published.births, published.deaths]), np.stack([births, deaths])
