import numpy as np
import pytest

from factories.people_factory import still_tables
from placeplan.population.ingredients import Ingredients
from placeplan.population.local_level import (
    divide_level,
    expect_births,
    expect_deaths,
    fit_levels,
)


def test_expected_deaths_count_the_living_and_the_newborn():
    people = np.zeros((1, 2, 91))
    people[0, 1, 70] = 100
    share = np.zeros((1, 2, 92))
    share[0, 1, 71], share[0, :, 0] = 0.03, 0.01
    deaths = expect_deaths(people, share, np.array([200.0]), 1.05)
    assert deaths == pytest.approx([3 + 2])


def test_expected_births_take_women_alone():
    people = np.zeros((1, 2, 91))
    people[0, 0, 25], people[0, 1, 25] = 400, 1000
    fertility = np.zeros(91)
    fertility[25] = 0.1
    assert expect_births(people, people, fertility) == pytest.approx([40])


def test_a_level_is_1_where_nothing_is_known():
    level = divide_level(np.array([np.nan, 4, 4]), np.array([2.0, 2, 0]))
    assert level.tolist() == [1, 2, 1]


def people_of(*women_and_men):
    people = np.zeros((2, 2, 91))
    for place, (women, men) in enumerate(women_and_men):
        people[place, 0, 30], people[place, 1, 80] = women, men
    return people


def tables(**changed):
    still = {("a", "female", 30): 100, ("b", "female", 30): 100}
    rows = {
        "fertility": [(2011, 30, 0.1)],
        "mortality": [
            (2011, sex, age, 0.1 if (sex, age) == ("male", 80) else 0.0)
            for sex in ("female", "male")
            for age in range(-1, 91)
        ],
    }
    return still_tables(still, **(rows | changed))


def test_births_take_the_newest_year_and_deaths_five():
    years = range(2012, 2019)
    components = [
        (year, place, births, deaths, 0.0)
        for year in years
        for place, births, deaths in (
            ("a", 10.0 if year < 2018 else 12.0, 4.0 if year < 2014 else 6.0),
            ("b", 5.0, 5.0),
        )
    ]
    later = [
        (2018, place, sex, age, 1.0)
        for place in ("a", "b")
        for sex in ("female", "male")
        for age in range(91)
    ]
    made = Ingredients.from_tables(tables(components=components, people_counts=later))
    people = {year: people_of((100, 50), (100, 50)) for year in range(2011, 2019)}

    fit = fit_levels(made, people, np.zeros((2, 2, 91)))

    assert fit.birth_level == pytest.approx([12 / 10, 5 / 10])
    assert fit.death_level == pytest.approx([6 / 5, 5 / 5])


def test_a_place_without_a_figure_is_left_out_of_that_year_alone():
    components = [
        (2012, "a", 8.0, 5.0, 0.0),
        (2012, "b", 8.0, 5.0, 0.0),
        (2013, "b", 7.0, 10.0, 0.0),
    ]
    later = [
        (2013, place, sex, age, 1.0)
        for place in ("a", "b")
        for sex in ("female", "male")
        for age in range(91)
    ]
    made = Ingredients.from_tables(tables(components=components, people_counts=later))
    people = {year: people_of((100, 50), (100, 50)) for year in range(2011, 2014)}

    fit = fit_levels(made, people, np.zeros((2, 2, 91)))

    assert fit.death_level == pytest.approx([1.0, 1.5])
    assert fit.birth_level == pytest.approx([1.0, 0.7])  # the newest year says nothing


def test_without_published_figures_the_tables_stand_as_they_are():
    made = Ingredients.from_tables(tables())
    fit = fit_levels(made, {2011: people_of((100, 50), (1, 1))}, np.zeros((2, 2, 91)))
    assert fit.death_level.tolist() == fit.birth_level.tolist() == [1, 1]


def test_the_base_year_is_measured_on_its_own_people():
    rows = [(2011, "a", 20.0, 10.0, 0.0), (2011, "b", 10.0, 5.0, 0.0)]
    made = Ingredients.from_tables(tables(components=rows))
    fit = fit_levels(
        made, {2011: people_of((100, 50), (100, 50))}, np.zeros((2, 2, 91))
    )
    assert fit.birth_level == pytest.approx([2, 1])
    assert fit.death_level == pytest.approx([2, 1])
