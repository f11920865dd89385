"""Every year's people: counted, carried between counts, and projected after them."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import polars as pl

from placeplan.errors import PeriodError
from placeplan.population.anchor import anchor_to_count
from placeplan.population.axes import AGE_COUNT, SEXES, Array, people_frame
from placeplan.population.carry import carry_people
from placeplan.population.cohort import YearStep
from placeplan.population.ingredients import Ingredients
from placeplan.population.inputs import Tables
from placeplan.population.local_level import LocalFit, fit_levels
from placeplan.population.local_pattern import (
    fit_local_pattern,
    read_standing_pattern,
)
from placeplan.population.variant import (
    PossiblePeople,
    average_variants,
    list_variants,
    vary_tables,
)
from placeplan.tables import STATUS, get_weakest


@dataclass(frozen=True, slots=True)
class Projection:
    """People by year, and what moved them from year to year.

    Parameters
    ----------
    ingredients : Ingredients
        What it was made of.
    people : dict of int to ndarray
        People by place, sex and age, from the base year on.
    steps : dict of int to YearStep
        The step that led to each year, as carried.
    fit : LocalFit
        Local levels and pattern used after the last count.
    """

    ingredients: Ingredients
    people: dict[int, Array]
    steps: dict[int, YearStep]
    fit: LocalFit

    def status(self) -> dict[int, tuple[str, ...]]:
        """Give the status of each place's numbers by year."""
        made = self.ingredients
        counted = made.count_status
        by_place = [get_weakest(words) for words in zip(*counted.values(), strict=True)]
        carried, projected = (
            tuple(get_weakest([word, method]) for word in by_place)
            for method in (made.carried_status, made.projected_status)
        )
        return {
            year: counted.get(year, carried if year < made.last_count else projected)
            for year in self.people
        }


def run_projection(ingredients: Ingredients, last_year: int) -> Projection:
    """Carry people from the base through every count to the last year.

    Parameters
    ----------
    ingredients : Ingredients
        What to project from.
    last_year : int
        Last year wanted; the run goes at least to the last count.

    Returns
    -------
    Projection
        People of every year from the base on.
    """
    people = dict(ingredients.counts)
    steps: dict[int, YearStep] = {}
    pattern = _fit_pattern(ingredients)
    start = LocalFit.none(len(ingredients.places))
    between = LocalFit(start.death_level, start.birth_level, pattern)
    for first, last in pairwise(sorted(ingredients.counts)):
        stretch = _carry(ingredients, first, last, between)
        carried = {year: step.people for year, step in stretch.items()}
        carried[first] = ingredients.counts[first]
        people |= anchor_to_count(carried, ingredients.counts[last], ingredients.totals)
        steps |= stretch
    fit = fit_levels(ingredients, people, pattern)
    after = _carry(ingredients, ingredients.last_count, last_year, fit)
    people |= {year: step.people for year, step in after.items()}
    ordered = dict(sorted(people.items()))
    return Projection(ingredients, ordered, steps | after, fit)


def _carry(
    ingredients: Ingredients, first: int, last: int, fit: LocalFit
) -> dict[int, YearStep]:
    people = ingredients.counts[first]
    return dict(carry_people(ingredients, people, first, last, fit))


def _fit_pattern(ingredients: Ingredients) -> Array:
    """Fit the pattern over the longest stretch between counts, or read it off one."""
    stretches = list(pairwise(sorted(ingredients.counts)))
    if not stretches:
        base = ingredients.base_year
        share = ingredients.death_share.at(base)
        return read_standing_pattern(ingredients.counts[base], share)
    first, last = max(stretches, key=lambda years: years[1] - years[0])
    plain = LocalFit.none(len(ingredients.places))
    carried = _carry(ingredients, first, last, plain)[last].people
    shares = [ingredients.death_share.at(year) for year in range(first + 1, last + 1)]
    gap = ingredients.counts[last] - carried
    return fit_local_pattern(gap, shares, ingredients.schedule)


def project_population(
    tables: Tables, *, first_year: int, last_year: int
) -> pl.DataFrame:
    """Count, carry and project people by place, sex and single year of age.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        The people tables of a plan folder (:data:`placeplan.population.TABLES`).
    first_year, last_year : int
        Years wanted, inclusive; mid-year counts.

    Returns
    -------
    polars.DataFrame
        ``year, place, sex, age, value, status``: value is people, age 90 is 90 and
        over. Counted years are the counts; years with a published total sum to it.
        Where a plan has variants, their mean by probability.

    Raises
    ------
    InputError
        When tables do not fit together, with every fault.
    PeriodError
        When the first year lies before the first count, or after the last year.
    """
    return average_variants(
        tables, lambda varied: _list_people(varied, first_year, last_year)
    )


def list_possible_people(
    tables: Tables, *, first_year: int, last_year: int
) -> tuple[PossiblePeople, ...]:
    """Project people in every variant of a plan.

    Parameters
    ----------
    tables, first_year, last_year
        As :func:`project_population`, whose people are the mean of these.

    Returns
    -------
    tuple of PossiblePeople
        In the order of people in the last year, fewest first; none where the plan has
        no variants.
    """
    found = []
    for variant in list_variants(tables):
        varied = vary_tables(tables, variant)
        people = _list_people(varied, first_year, last_year)
        found.append(PossiblePeople(variant, people, varied["fertility"]))
    last = pl.col("year") == last_year
    return tuple(
        sorted(found, key=lambda each: each.people.filter(last)["value"].sum())
    )


def _list_people(tables: Tables, first_year: int, last_year: int) -> pl.DataFrame:
    run = _run(tables, first_year, last_year)
    wanted = {
        year: people
        for year, people in run.people.items()
        if first_year <= year <= last_year
    }
    return people_frame(wanted, run.ingredients.places, run.status())


def project_components(
    tables: Tables, *, first_year: int, last_year: int
) -> pl.DataFrame:
    """Count births, deaths and net migration of each year.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        The people tables of a plan folder.
    first_year, last_year : int
        Years wanted, inclusive; each is the twelve months to the middle of the year.
        The base year itself has no row, since nothing is known before it.

    Returns
    -------
    polars.DataFrame
        ``year, place, measure, unit, value, status``: measure is ``births``,
        ``deaths`` or ``net_migration``. The people of a year are those of the year
        before plus births less deaths plus net migration.

    Raises
    ------
    InputError, PeriodError
        As :func:`project_population`.
    """
    return average_variants(
        tables, lambda varied: _list_components(varied, first_year, last_year)
    )


def _list_components(tables: Tables, first_year: int, last_year: int) -> pl.DataFrame:
    run = _run(tables, first_year, last_year)
    status, places = run.status(), run.ingredients.places
    frames = []
    for year in sorted(run.steps):
        if not first_year <= year <= last_year:
            continue
        step = run.steps[year]
        change = (run.people[year] - run.people[year - 1]).sum(axis=(1, 2))
        natural = step.births - step.deaths
        values = {
            "births": step.births,
            "deaths": step.deaths,
            "net_migration": change - natural,
        }
        frames += [
            _component_rows(year, places, measure, value, status[year])
            for measure, value in values.items()
        ]
    return pl.concat(frames) if frames else _component_rows(0, (), "", np.zeros(0), ())


def find_unmet_moves(
    tables: Tables, *, first_year: int, last_year: int
) -> pl.DataFrame:
    """List where more people should have left than there were.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        The people tables of a plan folder.
    first_year, last_year : int
        Years wanted, inclusive.

    Returns
    -------
    polars.DataFrame
        ``year, place, sex, age, value, status``: value is the people who were not
        there to leave; others of the place left in their stead.
    """
    run = _run(tables, first_year, last_year)
    unmet = {
        year: step.unmet
        for year, step in run.steps.items()
        if first_year <= year <= last_year
    }
    zero = np.zeros((len(run.ingredients.places), len(SEXES), AGE_COUNT))
    rows = people_frame(
        unmet or {first_year: zero}, run.ingredients.places, run.status()
    )
    return rows.filter(pl.col("value") > 0)


def _component_rows(
    year: int,
    places: tuple[str, ...],
    measure: str,
    value: Array,
    status: tuple[str, ...],
) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "year": pl.Series([year] * len(places), dtype=pl.Int32),
            "place": pl.Series(places, dtype=pl.String),
            "measure": pl.Series([measure] * len(places), dtype=pl.String),
            "unit": pl.Series(["people"] * len(places), dtype=pl.String),
            "value": value,
            "status": pl.Series(status, dtype=STATUS),
        }
    )


def _run(tables: Tables, first_year: int, last_year: int) -> Projection:
    ingredients = Ingredients.from_tables(tables)
    if first_year < ingredients.base_year or last_year < first_year:
        message = (
            f"People can be given from {ingredients.base_year}, the first count, "
            f"onward; {first_year} to {last_year} was asked for. Ask for a first year "
            f"from {ingredients.base_year} on, not after the last."
        )
        raise PeriodError(message)
    return run_projection(ingredients, last_year)
