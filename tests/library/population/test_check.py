import pytest

from factories.people_factory import count_people, make_table, still_tables
from placeplan.errors import InputError
from placeplan.population import check_people

PEOPLE = {("a", "female", 30): 100, ("b", "male", 40): 50}


def faults(tables):
    with pytest.raises(InputError) as caught:
        check_people(tables)
    return [(fault.file, fault.where, fault.found) for fault in caught.value.faults]


def test_tables_that_fit_together_pass():
    check_people(still_tables(PEOPLE, people_totals=[(2011, "a", 100.0)]))


def test_every_missing_table_is_told_at_once():
    assert faults({"people_base": make_table("people_base", [])}) == [
        ("people/base.csv", "", "none"),
        ("people/fertility.csv", "", "none"),
        ("people/migration.csv", "", "none"),
        ("people/migration_schedule.csv", "", "none"),
        ("people/mortality.csv", "", "none"),
    ]


def test_a_base_of_two_years_is_refused():
    rows = [
        *count_people(2011, ["a"], {}),
        *count_people(2012, ["a"], {}),
    ]
    tables = still_tables(PEOPLE, people_base=rows, migration=[(2011, "a", 0.0)])
    assert faults(tables) == [("people/base.csv", "column year", "2011, 2012")]


def test_a_count_without_some_age_or_place_is_refused():
    rows = [row for row in count_people(2015, ["a"], {}) if row[3] != 17]
    assert faults(still_tables(PEOPLE, people_counts=rows)) == [
        ("people/counts.csv", "year 2015", "nothing for b"),
        ("people/counts.csv", "year 2015, place a", "180"),
    ]


def test_a_base_without_some_age_is_refused():
    rows = count_people(2011, ["a"], {})[1:]
    tables = still_tables(PEOPLE, people_base=rows, migration=[(2011, "a", 0.0)])
    assert faults(tables) == [("people/base.csv", "year 2011, place a", "181")]


def test_a_table_of_deaths_without_the_newborn_is_refused():
    rows = [(2015, sex, age, 0.0) for sex in ("female", "male") for age in range(91)]
    assert faults(still_tables(PEOPLE, mortality=rows)) == [
        ("people/mortality.csv", "year 2015", "182")
    ]


def test_unknown_places_are_told_in_every_table():
    tables = still_tables(
        PEOPLE,
        people_totals=[(2012, "x", 1.0)],
        components=[(2012, "y", 1.0, 1.0, 0.0)],
        dwellings=[(2012, "z", 1.0, 2.0)],
    )
    assert faults(tables) == [
        ("people/components.csv", "place y", "y"),
        ("people/dwellings.csv", "place z", "z"),
        ("people/totals.csv", "place x", "x"),
    ]


def test_a_place_without_net_movers_is_told():
    tables = still_tables(PEOPLE, migration=[(2012, "a", 5.0)])
    assert faults(tables) == [("people/migration.csv", "place b", "none")]


def test_a_later_count_must_be_later():
    rows = count_people(2011, ["a", "b"], PEOPLE)
    assert faults(still_tables(PEOPLE, people_counts=rows)) == [
        ("people/counts.csv", "year 2011", "2011")
    ]


def test_a_total_must_be_the_sum_of_its_count():
    tables = still_tables(
        PEOPLE,
        people_totals=[(2011, "a", 100.4), (2011, "b", 51.0), (2014, "a", 9.0)],
        people_counts=count_people(2014, ["a", "b"], {("a", "male", 3): 10}),
    )
    assert faults(tables) == [
        ("people/totals.csv", "year 2011, place b", "51"),
        ("people/totals.csv", "year 2014, place a", "9"),
    ]


def test_optional_tables_may_be_empty_or_absent():
    tables = still_tables(PEOPLE)
    empty = {
        name: make_table(name, [])
        for name in ("people_counts", "people_totals", "components", "dwellings")
    }
    check_people(tables)
    check_people(tables | empty)


def test_a_reason_for_a_figure_that_is_not_there_is_refused():
    figure, words = (2031, None, 0, "people"), "Fewer homes than planned."
    tables = still_tables(
        PEOPLE,
        people_expected=[("papers", *figure, 160.0)],
        people_expected_reasons=[(*figure, words), (2031, "a", 0, "people", words)],
    )
    assert faults(tables) == [
        (
            "people/expected_reasons.csv",
            "year 2031, place a, age_from 0, people",
            "none",
        )
    ]
