"""Small systems that can be checked by hand."""

import polars as pl
import pytest

from factories.people_factory import (
    SEXES,
    count_people,
    still_tables,
)
from placeplan.errors import PeriodError
from placeplan.population import (
    find_unmet_moves,
    project_components,
    project_population,
)

PEOPLE = {("a", "female", 30): 100, ("a", "male", 40): 50, ("b", "male", 89): 20}


def total(people, year, place="a", **cell):
    return people.filter(year=year, place=place, **cell)["value"].sum()


def test_without_births_deaths_or_movers_people_only_grow_older():
    people = project_population(still_tables(PEOPLE), first_year=2011, last_year=2014)
    assert total(people, 2014, sex="female", age=33) == 100
    assert total(people, 2014, "b", age=90) == 20
    assert people.group_by("year").agg(pl.sum("value"))["value"].to_list() == [170] * 4


def test_the_frame_has_the_agreed_columns_and_only_the_years_wanted():
    people = project_population(still_tables(PEOPLE), first_year=2012, last_year=2013)
    assert people.columns == ["year", "place", "sex", "age", "value", "status"]
    assert people["year"].unique().to_list() == [2012, 2013]
    assert people["age"].max() == 90


def test_net_movers_are_spread_by_the_schedule_and_carried_on():
    tables = still_tables(PEOPLE, migration=[(2012, "a", 10.0), (2012, "b", -4.0)])
    tables["people_base"] = tables["people_base"].with_columns(
        value=pl.col("value") + 10
    )
    people = project_population(tables, first_year=2011, last_year=2013)
    assert total(people, 2013, sex="female", age=30) == 10 + 5
    assert total(people, 2013, sex="male", age=31) == 10 + 5
    assert total(people, 2013, "b", sex="male", age=30) == 10 - 2


def test_homes_add_people_only_where_no_components_are_published():
    tables = still_tables(
        PEOPLE,
        dwellings=[(2012, "a", 10.0, 2.0), (2013, "a", 10.0, 2.0)],
        components=[(2012, "a", 0.0, 0.0, 0.0), (2012, "b", 0.0, 0.0, 0.0)],
    )
    people = project_population(tables, first_year=2011, last_year=2013)
    assert [total(people, year) for year in (2011, 2012, 2013)] == [150, 150, 170]


def test_published_births_deaths_and_movers_come_before_the_tables():
    deaths = [
        (2011, sex, age, 0.5 if age == 40 else 0.0)
        for sex in SEXES
        for age in range(-1, 91)
    ]
    tables = still_tables(
        PEOPLE, mortality=deaths, components=[(2012, "a", 41.0, 10.0, 8.0)]
    )

    people = project_population(tables, first_year=2011, last_year=2012)

    assert total(people, 2012, sex="male", age=41) == 40
    assert total(people, 2012, age=0) == pytest.approx(41)
    assert total(people, 2012, sex="female", age=30) == 4
    assert total(people, 2012) == pytest.approx(150 + 41 - 10 + 8)
    assert total(people, 2012, "b") == 20


def test_more_deaths_than_people_who_could_die_empty_the_age_and_no_more():
    deaths = [
        (2011, sex, age, 0.5 if age == 40 else 0.0)
        for sex in SEXES
        for age in range(-1, 91)
    ]
    tables = still_tables(
        PEOPLE, mortality=deaths, components=[(2012, "a", 0.0, 70.0, 0.0)]
    )
    people = project_population(tables, first_year=2011, last_year=2012)
    changes = project_components(tables, first_year=2012, last_year=2012)
    assert total(people, 2012) == 100
    assert changes.filter(place="a", measure="deaths")["value"].to_list() == [50]


def test_a_published_total_scales_the_year_and_movers_take_up_the_rest():
    tables = still_tables(PEOPLE, people_totals=[(2012, "a", 300.0)])

    people = project_population(tables, first_year=2011, last_year=2013)
    changes = project_components(tables, first_year=2012, last_year=2013)

    assert total(people, 2012, sex="female", age=31) == pytest.approx(200)
    assert total(people, 2013) == pytest.approx(300)
    net = changes.filter(place="a", measure="net_migration")["value"].to_list()
    assert net == pytest.approx([150, 0])


def test_years_between_counts_follow_each_cohort_to_the_second():
    later = count_people(
        2013,
        ["a", "b"],
        {("a", "female", 32): 120, ("a", "male", 42): 50, ("b", "male", 90): 20},
    )
    tables = still_tables(PEOPLE, people_counts=later)

    people = project_population(tables, first_year=2011, last_year=2013)

    assert total(people, 2013, sex="female", age=32) == 120
    between = total(people, 2012, sex="female", age=31)
    assert 100 < between < 120


def test_a_pattern_seen_between_counts_goes_on_after_them():
    # Every year 60 women come at 20 and leave at 22: both counts show the same ages.
    students = {("a", "female", age): 60 for age in (20, 21)}
    town = {("a", sex, age): 1000 for sex in SEXES for age in range(30, 60)}
    grown = {("a", sex, age + 8): 1000 for sex in SEXES for age in range(30, 60)}
    tables = still_tables(
        students | town, people_counts=count_people(2019, ["a"], students | grown)
    )

    people = project_population(tables, first_year=2011, last_year=2022)

    young = [total(people, year, age=20) for year in (2011, 2019, 2020, 2022)]
    gone = [total(people, year, age=25) for year in (2019, 2020, 2022)]
    assert young[:2] == [60, 60]
    assert min(young) > 30  # a pattern is fitted carefully: more than half comes back
    assert max(gone) < 30
    assert total(people, 2022) == pytest.approx(60 * 1000 + 120)


def test_three_counts_are_all_met():
    first = still_tables(PEOPLE)["people_base"]
    later = [
        *count_people(2013, ["a", "b"], {("a", "female", 32): 90}),
        *count_people(2014, ["a", "b"], {("b", "male", 33): 70}),
    ]
    tables = still_tables(PEOPLE, people_counts=later)
    people = project_population(tables, first_year=2011, last_year=2014)
    assert total(people, 2011) == first.filter(place="a")["value"].sum()
    assert (total(people, 2013), total(people, 2013, "b")) == (90, 0)
    assert (total(people, 2014), total(people, 2014, "b")) == (0, 70)


def test_status_says_what_is_counted_carried_and_projected():
    later = count_people(2013, ["a", "b"], PEOPLE)
    tables = still_tables(
        PEOPLE,
        people_counts=later,
        migration=[(2014, place, 0.0, "us", "illustrative") for place in "ab"],
    )
    people = project_population(tables, first_year=2011, last_year=2014)
    words = people.group_by("year", maintain_order=True).agg(pl.max("status"))
    assert words["status"].to_list() == [
        "published",
        "derived",
        "published",
        "illustrative",
    ]


def test_a_weaker_count_weakens_its_own_place_alone():
    tables = still_tables(PEOPLE)
    tables["people_base"] = tables["people_base"].with_columns(
        status=pl.when(pl.col("place") == "b")
        .then(pl.lit("calibrated", tables["people_base"]["status"].dtype))
        .otherwise(pl.col("status"))
    )
    people = project_population(tables, first_year=2012, last_year=2012)
    words = people.group_by("place").agg(pl.max("status")).sort("place")
    assert words["status"].to_list() == ["derived", "calibrated"]


def test_components_are_told_by_year_place_and_measure():
    tables = still_tables(PEOPLE, migration=[(2012, "a", 6.0), (2012, "b", 0.0)])
    changes = project_components(tables, first_year=2011, last_year=2012)
    assert changes.columns == ["year", "place", "measure", "unit", "value", "status"]
    assert changes.drop("status").rows() == [
        (2012, "a", "births", "people", 0.0),
        (2012, "b", "births", "people", 0.0),
        (2012, "a", "deaths", "people", 0.0),
        (2012, "b", "deaths", "people", 0.0),
        (2012, "a", "net_migration", "people", 6.0),
        (2012, "b", "net_migration", "people", 0.0),
    ]


def test_the_base_year_alone_has_no_components():
    changes = project_components(still_tables(PEOPLE), first_year=2011, last_year=2011)
    assert changes.height == 0
    assert changes.columns == ["year", "place", "measure", "unit", "value", "status"]


def test_people_who_were_not_there_to_leave_are_told():
    tables = still_tables(PEOPLE, migration=[(2012, "a", -30.0), (2012, "b", 0.0)])
    unmet = find_unmet_moves(tables, first_year=2011, last_year=2012)
    assert unmet.drop("status").rows() == [
        (2012, "a", "female", 30, 15.0),
        (2012, "a", "male", 30, 15.0),
    ]
    assert find_unmet_moves(tables, first_year=2011, last_year=2011).height == 0


@pytest.mark.parametrize(("first", "last"), [(2010, 2012), (2013, 2012)])
def test_years_before_the_first_count_or_backwards_are_refused(first, last):
    with pytest.raises(PeriodError, match="People can be given from 2011"):
        project_population(still_tables(PEOPLE), first_year=first, last_year=last)


def test_a_run_that_ends_before_the_last_count_is_still_tied_to_it():
    later = count_people(2015, ["a", "b"], {("a", "female", 34): 200})
    tables = still_tables(PEOPLE, people_counts=later)
    short = project_population(tables, first_year=2011, last_year=2012)
    long = project_population(tables, first_year=2011, last_year=2016)
    assert short.equals(long.filter(pl.col("year") <= 2012))
