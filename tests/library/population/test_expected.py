import polars as pl
import pytest

from factories.people_factory import make_table, people_frame
from placeplan.errors import QuestionError
from placeplan.population import REASONS, compare_with_expected

PEOPLE = people_frame(
    [
        (2011, "medway", "male", 30, 60.0),
        (2011, "medway", "male", 85, 10.0),
        (2011, "dover", "male", 66, 30.0),
        (2019, "medway", "male", 30, 70.0),
        (2019, "medway", "male", 85, 15.0),
        (2019, "dover", "male", 66, 30.0),
        (2020, "medway", "male", 85, 14.0),
        (2020, "medway", "male", 30, 70.0),
        (2020, "dover", "male", 66, 33.0),
        (2031, "medway", "male", 30, 90.0),
        (2031, "dover", "male", 66, 30.0),
    ]
)


def near(*values):
    return [pytest.approx(value) for value in values]


FIRST = (2011, None, 0, "people", "people")
GROWTH_65 = (2020, None, 65, "growth_percent", "percent")
GROWTH_85 = (2020, None, 85, "growth_percent", "percent")


def compare(*rows):
    frame = compare_with_expected(PEOPLE, make_table("people_expected", rows))
    assert frame["reason"].to_list() == [REASONS[key] for key in frame["reason_key"]]
    return frame.drop("reason").rows()


def test_what_papers_expected_stands_beside_the_count_and_the_projection():
    assert compare(
        ("papers", 2031, None, 0, "people", 150.0),
        ("papers", 2011, None, 0, "people", 100.4),
        ("counted", 2011, None, 0, "people", 100.0),
    ) == [
        (*FIRST, 100.4, 100, 100, pytest.approx(-0.4), "rounding"),
        (2031, None, 0, "people", "people", 150, None, 120, -30, "movers"),
    ]


def test_growth_is_since_the_first_year_of_those_ages():
    assert compare(
        ("papers", 2020, None, 65, "growth_percent", 25.0),
        ("counted", 2020, None, 85, "growth_percent", 39.0),
        ("papers", 2031, "medway", 0, "growth_people", 42.0),
    ) == [
        (
            2020,
            None,
            65,
            "growth_percent",
            "percent",
            25,
            None,
            *near(17.5, -7.5),
            "oldest",
        ),
        (
            2020,
            None,
            85,
            "growth_percent",
            "percent",
            None,
            39,
            *near(40, 1),
            "pandemic",
        ),
        (2031, "medway", 0, "growth_people", "people", 42, None, 20, -22, "movers"),
    ]


def test_a_count_we_are_tied_to_says_so():
    (row,) = compare(("counted", 2019, None, 0, "people", 115.0))
    assert row[-2:] == (0, "counted")


def test_counts_after_the_census_say_so():
    (row,) = compare(("counted", 2031, "dover", 0, "people", 29.0))
    assert row[-2:] == (1, "census")


def test_a_year_we_do_not_project_stays_empty():
    (row,) = compare(("papers", 2050, None, 0, "people", 1.0))
    assert row[7:9] == (None, None)


def test_growth_from_nobody_stays_empty():
    (row,) = compare(("papers", 2031, "dover", 85, "growth_percent", 5.0))
    assert row[7:9] == (None, None)


def test_a_measure_that_is_not_known_is_refused():
    rows = make_table("people_expected", [("papers", 2031, None, 0, "people", 1.0)])
    with pytest.raises(QuestionError, match="not households"):
        compare_with_expected(PEOPLE, rows.with_columns(measure=pl.lit("households")))
