"""Carrying people from one year to another, year by year."""

from collections.abc import Iterator

import numpy as np

from placeplan.population.anchor import scale_to_total
from placeplan.population.axes import Array
from placeplan.population.cohort import SEX_RATIO, YearStep, step_year
from placeplan.population.ingredients import Ingredients
from placeplan.population.local_level import LocalFit, divide_level, expect_deaths


def carry_people(
    ingredients: Ingredients, people: Array, first: int, last: int, fit: LocalFit
) -> Iterator[tuple[int, YearStep]]:
    """Carry people from the middle of one year to that of another.

    Published births, deaths and net migration of a year count before the tables do;
    a published total scales what comes out.

    Parameters
    ----------
    ingredients : Ingredients
        What the projection is made of.
    people : ndarray
        People by place, sex and age in the first year.
    first, last : int
        Years.
    fit : LocalFit
        Local levels and pattern.

    Yields
    ------
    tuple of int and YearStep
        Each later year and the step that leads to it.
    """
    for year in range(first + 1, last + 1):
        step = _step(ingredients, people, year, fit)
        if year in ingredients.totals:
            step = _scale(step, ingredients.totals[year])
        people = step.people
        yield year, step


def _step(
    ingredients: Ingredients, people: Array, year: int, fit: LocalFit
) -> YearStep:
    published = ingredients.components.get(year)
    net = ingredients.migration.at(year)
    death_share = ingredients.death_share.at(year)[None, :, :]
    level, births = fit.death_level, None
    if published is not None:
        births = published.births
        known = np.where(np.isnan(births), 0.0, births)
        expected = expect_deaths(people, death_share, known, SEX_RATIO)
        fitted = divide_level(published.deaths, expected)
        level = np.where(np.isnan(published.deaths), level, fitted)
        given = published.net_migration
        net = np.where(np.isnan(given), net, given)
    moves = net[:, None, None] * ingredients.schedule + fit.pattern
    if published is None:
        moves = moves + ingredients.dwelling_movers.get(year, 0.0)
    return step_year(
        people,
        death_share=np.minimum(death_share * level[:, None, None], 1.0),
        fertility=ingredients.fertility.at(year) * fit.birth_level[:, None],
        moves=moves,
        births=births,
    )


def _scale(step: YearStep, total: Array) -> YearStep:
    """Scale a step to a published total; net migration takes up the difference."""
    people = scale_to_total(step.people, total)
    change = people.sum(axis=(1, 2)) - step.people.sum(axis=(1, 2))
    return YearStep(
        people, step.births, step.deaths, step.net_migration + change, step.unmet
    )
