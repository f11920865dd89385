"""Counts that the projection never sees: single ages in mid-2017 and mid-2020."""

from functools import partial

import numpy as np
import polars as pl
import pytest

from factories.kent_medway_people import read_areas, read_tables
from library.official_files import NOT_HERE, SHARED
from placeplan.population import projection
from placeplan.population.ingredients import Ingredients
from placeplan.population.local_pattern import RIDGE, fit_local_pattern
from placeplan.tables.official.small_area import read_small_area_estimates

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not SHARED.exists(), reason=NOT_HERE),
]


def count_2020():
    path = SHARED / "population/population20_ltla20_persons_syoa_UK.csv"
    counted = read_small_area_estimates(path, year=2020).join(
        read_areas(), on="area_code"
    )
    return counted.sort("place", "age")["value"].to_numpy().reshape(-1, 91)


def count_2017():
    path = SHARED / "population/mye2017_lsoa11_persons_syoa_KM_and_neighbours.csv"
    lookup = pl.read_csv(SHARED / "geography/derived_LSOA11_to_CCG15_KM.csv").select(
        area_code="LSOA11CD", district="LAD21CD"
    )
    small = read_small_area_estimates(path, year=2017).join(lookup, on="area_code")
    counted = (
        small.group_by("district", "age")
        .agg(pl.sum("value"))
        .join(read_areas(), left_on="district", right_on="area_code")
    )
    return counted.sort("place", "age")["value"].to_numpy().reshape(-1, 91)


def project(monkeypatch, ridge, year):
    fit = partial(fit_local_pattern, ridge=ridge)
    monkeypatch.setattr(projection, "fit_local_pattern", fit)
    made = Ingredients.from_tables(read_tables())
    return projection.run_projection(made, 2020).people[year].sum(axis=1)


@pytest.mark.parametrize(
    ("year", "count", "left"), [(2017, count_2017, 0.2), (2020, count_2020, 0.25)]
)
def test_the_local_pattern_brings_a_count_by_age_nearer(monkeypatch, year, count, left):
    counted = count()
    without = project(monkeypatch, 1e12, year)
    fitted = project(monkeypatch, RIDGE, year)

    squared = [((people - counted) ** 2).sum() for people in (without, fitted)]

    assert squared[1] < left * squared[0]
    assert np.abs(fitted - counted).sum() < 0.025 * counted.sum()


def test_children_of_the_next_year_are_nearer_with_the_newest_births(monkeypatch):
    # 19,762 were counted; births carried on from five years give 21,445.
    children = project(monkeypatch, RIDGE, 2020)[:, 0].sum()
    assert count_2020()[:, 0].sum() == 19_762
    assert 19_762 < children < 20_500


def test_the_error_of_the_next_year_is_under_2_percent(monkeypatch):
    error = project(monkeypatch, RIDGE, 2020) - count_2020()
    assert np.abs(error).sum() < 0.02 * count_2020().sum()
