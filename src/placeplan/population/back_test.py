"""How far off the method would have been: projected from the first count, uncontrolled.

Of the places, only what was known at the first count goes in: births, deaths and movers
of the years before it, and a model age schedule. Births and deaths take their shape by
age from the tables of the first year, or of the first one there is, and their level
from the first year. A second line takes the births, deaths and net migration that came,
so that what is left is error of age alone. A naive trend stands beside both.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import polars as pl

from placeplan.errors import QuestionError
from placeplan.population.age_band import order_bands
from placeplan.population.axes import AGE_COUNT, Array
from placeplan.population.ingredients import Ingredients
from placeplan.population.inputs import Tables
from placeplan.population.migration_schedule import model_schedule
from placeplan.population.projection import run_projection
from placeplan.population.year_path import YearPath
from placeplan.reference import AgeBand
from placeplan.tables import STATUS, get_weakest

BACK_TEST_BANDS: Final = (
    AgeBand(0, 4),
    AgeBand(5, 17),
    AgeBand(18, 24),
    AgeBand(25, 44),
    AgeBand(45, 64),
    AgeBand(65, 74),
    AgeBand(75, 84),
    AgeBand(85),
)
"""Ages that use services alike: pre-school, school, students, parents, and so on."""

LINES: Final = ("projected", "with_components", "naive")
"""The three figures that stand beside the count."""


def back_test(
    tables: Tables, *, bands: Sequence[AgeBand] = BACK_TEST_BANDS
) -> pl.DataFrame:
    """Project from the first count to the last without controls, and compare.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        The people tables of a plan folder; they must hold a later count by age and
        components of change up to the base year and after it.
    bands : sequence of AgeBand
        Bands that together hold every age once.

    Returns
    -------
    polars.DataFrame
        ``year, place, age_band, counted, projected, with_components, naive,
        projected_error_percent, with_components_error_percent, naive_error_percent,
        status``: one row a place and band. ``projected`` takes the mean net migration
        of the years up to the base, spread by the model schedule, students as the
        base count shows them, and births and deaths at the level of the base year;
        ``with_components`` the births, deaths and net migration that came; ``naive``
        lets each place's total go on growing by as many people a year as before the
        base, at the base year's shares by age.

    Raises
    ------
    InputError
        When tables do not fit together.
    QuestionError
        When there is no later count, no components before the base, or bands lose or
        repeat an age.
    """
    chosen = order_bands(bands)
    ingredients = Ingredients.from_tables(tables)
    _check_question(ingredients)
    known = _know_at_base(ingredients)
    told = replace(known, components=ingredients.components)
    year = ingredients.last_count
    lines = {
        "counted": ingredients.counts[year],
        "projected": run_projection(known, year).people[year],
        "with_components": run_projection(told, year).people[year],
        "naive": _trend(ingredients, year),
    }
    status = get_weakest(
        [ingredients.projected_status, *ingredients.count_status[year]]
    )
    return _frame(ingredients.places, year, lines, chosen, status)


def summarise_back_test(errors: pl.DataFrame) -> pl.DataFrame:
    """Sum a back-test up by age, and over all ages.

    Parameters
    ----------
    errors : polars.DataFrame
        As :func:`back_test` gives.

    Returns
    -------
    polars.DataFrame
        ``year, age_band, counted`` and for each of ``projected, with_components,
        naive`` the people of all places, ``…_error_percent`` of that sum (places may
        cancel out) and ``…_mean_error_percent``, the mean size of the error of a place
        and band, places weighing the same; status. The last row, ``all``, is every
        band together.
    """
    by_band = [_summarise(rows) for rows in errors.partition_by("age_band")]
    every = _summarise(errors).with_columns(age_band=pl.lit("all"))
    return pl.concat([*by_band, every])


def _summarise(errors: pl.DataFrame) -> pl.DataFrame:
    counted = pl.col("counted")
    columns: list[pl.Expr] = [pl.col("year", "age_band").first(), counted.sum()]
    for line in LINES:
        said, percent = pl.col(line), f"{line}_error_percent"
        columns += [
            said.sum(),
            _error(line, counted.sum(), said.sum()),
            pl.col(percent).abs().mean().alias(f"{line}_mean_error_percent"),
        ]
    return errors.select(*columns, pl.col("status").max())


def _error(line: str, counted: pl.Expr, said: pl.Expr) -> pl.Expr:
    percent = 100 * (said / counted - 1)
    return pl.when(counted > 0).then(percent).alias(f"{line}_error_percent")


def _check_question(ingredients: Ingredients) -> None:
    base = ingredients.base_year
    if len(ingredients.counts) < 2:
        message = "A back-test needs a later count by age; people/counts.csv has none."
        raise QuestionError(message)
    needed = {base, *range(base + 1, ingredients.last_count + 1)}
    lacking = sorted(needed - set(ingredients.components))
    if lacking:
        years = ", ".join(str(year) for year in lacking)
        message = (
            "A back-test needs births, deaths and net migration up to the first count "
            f"and after it; people/components.csv has nothing for {years}."
        )
        raise QuestionError(message)


def _know_at_base(ingredients: Ingredients) -> Ingredients:
    """Leave only what was known at the first count."""
    base = ingredients.base_year
    past = {year: each for year, each in ingredients.components.items() if year <= base}
    net = np.mean([each.net_migration for each in past.values()], axis=0)
    return replace(
        ingredients,
        counts={base: ingredients.counts[base]},
        totals={},
        components=past,
        death_share=YearPath({base: ingredients.death_share.at(base)}),
        fertility=YearPath({base: ingredients.fertility.at(base)}),
        schedule=model_schedule(),
        migration=YearPath({base: net}),
        dwelling_movers={},
        count_status={base: ingredients.count_status[base]},
    )


def _trend(ingredients: Ingredients, year: int) -> Array:
    """Let each place grow by as many people a year as before, ages in proportion."""
    base = ingredients.base_year
    people = ingredients.counts[base]
    past = [each for when, each in ingredients.components.items() if when <= base]
    a_year = np.mean([c.births - c.deaths + c.net_migration for c in past], axis=0)
    total = people.sum(axis=(1, 2))
    growth = np.where(
        total > 0, a_year * (year - base) / np.where(total > 0, total, 1.0), 0.0
    )
    kept: Array = np.maximum(1 + growth, 0.0)
    return people * kept[:, None, None]


def _frame(
    places: tuple[str, ...],
    year: int,
    lines: dict[str, Array],
    bands: Sequence[AgeBand],
    status: str,
) -> pl.DataFrame:
    within = np.array(
        [[float(band.contains(age)) for age in range(AGE_COUNT)] for band in bands]
    )
    columns = {
        name: (people.sum(axis=1) @ within.T).ravel() for name, people in lines.items()
    }
    rows = len(places) * len(bands)
    frame = pl.DataFrame(
        {
            "year": pl.Series([year] * rows, dtype=pl.Int32),
            "place": [place for place in places for _ in bands],
            "age_band": [str(band) for band in bands] * len(places),
            **columns,
        }
    )
    return frame.with_columns(
        *(_error(line, pl.col("counted"), pl.col(line)) for line in LINES),
        pl.lit(status).cast(STATUS).alias("status"),
    )
