"""An appraisal from tables to ranks, and what does not fit is named."""

from fractions import Fraction

import pytest

from factories.appraisal_factory import ROWS, make_tables
from placeplan.errors import InputError
from placeplan.money.appraisal import (
    OptionValue,
    check_appraisal,
    list_appraisals,
    make_flat_schedule,
)
from placeplan.money.pence import Pence


def test_without_a_question_there_is_nothing_to_appraise():
    assert list_appraisals({}) == ()


def test_options_are_valued_by_themselves_and_beyond_the_baseline():
    (found,) = list_appraisals(make_tables())

    stay, build = found.options
    # 100 + 103.5 / 1.035; 150 + 82.8 / 1.035 against 82.8 / 1.035.
    assert stay.value == OptionValue(Pence(200_00), Pence(0), None)
    assert build.value == OptionValue(Pence(230_00), Pence(80_00), None)
    # 50 more is spent, 20.7 less a year later, and 82.8 gained.
    assert build.beyond == OptionValue(Pence(50_00), Pence(100_00), 2018)
    assert build.beyond.return_on_investment == 1
    assert (stay.baseline, stay.beyond) == (True, None)
    assert (stay.value_rank, build.value_rank) == (2, 1)


def test_scores_stand_beside_values():
    (found,) = list_appraisals(make_tables())

    assert [(each.score, each.score_rank) for each in found.options] == [
        (Fraction(56, 10), 2),
        (Fraction(66, 10), 1),
    ]
    # Access w: stay 2 + 6 w, build 9 - 4 w: level at 0.7, a tenth above.
    assert [(each.criterion, each.move) for each in found.switches] == [
        ("access", Fraction(1, 10)),
        ("care", Fraction(-1, 10)),
    ]
    assert found.criteria == {"access": "Access", "care": "Care"}


def test_the_schedule_is_that_of_the_base_year_and_the_status_the_weakest():
    (found,) = list_appraisals(make_tables())

    assert (found.name, found.base_year) == ("Where should the unit be?", 2017)
    assert float(found.schedule.steps[0].share) == 0.035
    assert found.status == "illustrative"


def test_another_rate_makes_more_or_less_of_what_comes_late():
    (found,) = list_appraisals(make_tables())

    # 50 more is spent at once; 20.7 less and 82.8 gained a year later.
    assert found.find_beyond_at(make_flat_schedule(0)) == {"build": 53_50}
    assert found.find_beyond_at(make_flat_schedule(0.25)) == {"build": 32_80}
    assert found.find_beyond_at(found.schedule) == {"build": 50_00}


def test_without_criteria_nothing_is_weighed():
    tables = make_tables(appraisal_criteria=[], appraisal_scores=[])

    (found,) = list_appraisals(tables)

    assert (found.weighing, found.switches) == (None, ())
    assert [each.score for each in found.options] == [None, None]


@pytest.mark.parametrize(
    ("changes", "where", "expected"),
    [
        (
            {"appraisal_options": [("unit", "stay", "Stay", True)]},
            "appraisal unit",
            "two options or more, one of them the baseline",
        ),
        (
            {
                "appraisal_flows": [
                    ("unit", "sell", "Sale", "benefit", 2017, 1.0),
                ]
            },
            "appraisal unit",
            "an option that the appraisal has in money/appraisal_options.csv",
        ),
        (
            {
                "appraisal_scores": [
                    *ROWS["appraisal_scores"],
                    ("unit", "stay", "cost", 1.0),
                ]
            },
            "appraisal unit",
            "a criterion that the appraisal has in money/appraisal_criteria.csv",
        ),
        (
            {
                "appraisal_flows": [
                    ("unit", "stay", "Running", "cost", 2016, 100.0),
                ]
            },
            "appraisal unit, option stay",
            "years from the base year 2017 on",
        ),
        (
            {
                "appraisal_criteria": [
                    ("unit", "access", "Access", 0.0),
                    ("unit", "care", "Care", 0.0),
                ]
            },
            "appraisal unit",
            "a weight above 0",
        ),
        (
            {"appraisal_scores": ROWS["appraisal_scores"][1:]},
            "appraisal unit, option stay",
            "a score on access",
        ),
    ],
)
def test_what_does_not_fit_is_named(changes, where, expected):
    tables = make_tables(**changes)

    faults = check_appraisal(tables)

    assert (where, expected) in [(each.where, each.expected) for each in faults]
    with pytest.raises(InputError) as caught:
        list_appraisals(tables)
    assert list(caught.value.faults) == faults


def test_tables_that_fit_have_no_fault():
    assert check_appraisal(make_tables()) == []
