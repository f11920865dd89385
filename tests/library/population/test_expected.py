import polars as pl
import pytest

from factories.people_factory import make_table, people_frame
from placeplan.errors import QuestionError
from placeplan.population import compare_with_expected
from placeplan.population.expected import TIED

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


def compare(*rows, reasons=()):
    return compare_with_expected(
        PEOPLE,
        make_table("people_expected", rows),
        make_table("people_expected_reasons", reasons),
    ).rows()


def test_what_papers_expected_stands_beside_the_count_and_the_projection():
    assert compare(
        ("papers", 2031, None, 0, "people", 150.0),
        ("papers", 2011, None, 0, "people", 100.4),
        ("counted", 2011, None, 0, "people", 100.0),
    ) == [
        (*FIRST, 100.4, 100, 100, pytest.approx(-0.4), None),
        (2031, None, 0, "people", "people", 150, None, 120, -30, None),
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
            None,
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
            None,
        ),
        (2031, "medway", 0, "growth_people", "people", 42, None, 20, -22, None),
    ]


def test_a_count_we_are_tied_to_says_so():
    (row,) = compare(("counted", 2019, None, 0, "people", 115.0))
    assert row[-2:] == (0, TIED)


def test_a_count_we_miss_or_a_growth_gives_no_reason_of_its_own():
    rows = compare(
        ("counted", 2031, "dover", 0, "people", 29.0),
        ("counted", 2020, "dover", 0, "growth_percent", 10.0),
        ("papers", 2031, "medway", 0, "people", 90.0),
    )
    assert [row[-2:] for row in rows] == [(near(0)[0], None), (1, None), (0, None)]


def test_reasons_are_those_of_the_plan_figure_by_figure():
    rows = compare(
        ("papers", 2031, None, 0, "people", 150.0),
        ("papers", 2031, "dover", 0, "people", 40.0),
        ("counted", 2019, None, 0, "people", 115.0),
        reasons=[
            (2031, "dover", 0, "people", "The harbour closed."),
            (2019, None, 0, "people", "A late count."),
        ],
    )
    assert [(*row[:2], row[-1]) for row in rows] == [
        (2019, None, "A late count."),
        (2031, None, None),
        (2031, "dover", "The harbour closed."),
    ]


def test_a_year_we_do_not_project_stays_empty():
    (row,) = compare(("papers", 2050, None, 0, "people", 1.0))
    assert row[7:9] == (None, None)


def test_growth_from_nobody_stays_empty():
    (row,) = compare(("papers", 2031, "dover", 85, "growth_percent", 5.0))
    assert row[7:9] == (None, None)


def test_a_measure_that_is_not_known_is_refused():
    rows = make_table("people_expected", [("papers", 2031, None, 0, "people", 1.0)])
    with pytest.raises(QuestionError, match="not households"):
        compare_with_expected(
            PEOPLE,
            rows.with_columns(measure=pl.lit("households")),
            make_table("people_expected_reasons", []),
        )
