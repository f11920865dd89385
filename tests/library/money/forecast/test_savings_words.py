"""Savings in a sentence: back-loaded ones are called so, even ones are not."""

from datetime import date
from pathlib import Path

import pytest

from factories.ledger_months import make_ledger
from placeplan.money.forecast import (
    BACK_LOADING_RULES,
    describe_savings,
    find_savings_profile,
)
from placeplan.money.ledger.inputs import LEDGER_TABLES
from placeplan.money.ledger.ledger import read_ledger
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"
MILLION = 1_000_000
LATE = [each * MILLION for each in (1, 1, 1, 1, 1, 1, 4, 5, 5, 8, 10, 10)]
EVEN = [2 * MILLION] * 12


def _read(plan, made=(), **asked):
    booked = [1] * len(made)
    ledger = make_ledger(
        [("mft", "care", 2016, "actual", booked), ("mft", "care", 2016, "plan", [1])],
        [
            ("mft", "agency", 2016, "plan", plan),
            ("mft", "agency", 2016, "actual", made),
        ],
    )
    return find_savings_profile(ledger, **{"year": 2016, **asked})


def _say(plan, made=(), **asked):
    return describe_savings(_read(plan, made, **asked))


def test_back_loaded_savings_at_month_6_are_said_to_be_so():
    made = [0.5 * MILLION, 0.5 * MILLION, MILLION, MILLION, MILLION, 0.8 * MILLION]

    # 48 planned, 4.8 made: 43.2 in six months are 7.2 a month, 9 times 0.8
    assert _say(LATE, made) == (
        "Savings are back-loaded. To meet the plan the system must save £7.2 million "
        "a month from October, 9 times the £800,000 a month it has saved so far; "
        "58 % of the year's savings are planned for the last quarter, where an even "
        "year would have 25 %."
    )


def test_even_savings_that_are_made_are_said_without_alarm():
    assert _say(EVEN, EVEN[:6]) == (
        "To meet the plan the system must save £2 million a month from October, as "
        "much as it has saved a month so far; 25 % of the year's savings are planned "
        "for the last quarter."
    )


def test_even_savings_that_are_not_made_say_how_far_behind_they_are():
    assert _say(EVEN, [MILLION] * 6) == (
        "To meet the plan the system must save £3 million a month from October, 3 "
        "times the £1 million a month it has saved so far; 25 % of the year's savings "
        "are planned for the last quarter."
    )


@pytest.mark.parametrize(
    ("made", "said"),
    [
        pytest.param([0, 0], "where so far it has saved nothing", id="nothing"),
        pytest.param([0, -9000], "where so far it has lost £4,500 a month", id="lost"),
    ],
)
def test_nothing_saved_so_far_is_said_so(made, said):
    assert said in _say(EVEN, made)
    assert "from June" in _say(EVEN, made)


def test_year_that_has_not_started_says_what_is_planned():
    assert _say(LATE) == (
        "Savings are back-loaded. The system plans to save £48 million in 2016/17; "
        "58 % of the year's savings are planned for the last quarter, where an even "
        "year would have 25 %."
    )
    assert _say(EVEN).startswith("The system plans to save £24 million in 2016/17;")


def test_year_that_is_over_says_what_was_made_of_it():
    assert _say(EVEN, [1.5 * MILLION] * 12) == (
        "The system saved £18 million in 2016/17, 75 % of the £24 million planned."
    )


def test_plan_that_is_met_already_is_said_so():
    assert _say(LATE, [10 * MILLION] * 5) == (
        "The system has saved £50 million and so has met the £48 million that it "
        "planned for 2016/17."
    )


def test_no_plan_no_savings():
    assert _say([]) == "The system plans no savings in 2016/17."
    assert _read([]).last_quarter_share is None
    assert not _read([]).is_back_loaded


def test_in_march_one_month_has_to_make_up_for_all():
    assert "must save £1.9 million a month from March" in _say(
        [0.1 * MILLION] * 10 + [0.4 * MILLION, 0.6 * MILLION],
        [0.01 * MILLION] * 11,
    )


def test_what_was_known_then_counts_the_months_until_then():
    profile = _read(LATE, LATE[:9], through=date(2016, 9, 1))

    assert len(profile.made) == 6
    assert profile.made_to_date == 600 * MILLION


def test_the_month_that_all_who_book_have_booked_is_the_last_one():
    ledger = make_ledger(
        [
            ("mft", "care", 2016, "actual", [1, 1, 1]),
            ("dgt", "care", 2016, "actual", [1, 1]),
            ("mtw", "care", 2016, "plan", [1] * 12),
        ],
        [("mtw", "agency", 2016, "plan", EVEN)],
    )

    assert find_savings_profile(ledger, year=2016).made == (0, 0)
    assert find_savings_profile(ledger, year=2016, bodies=["mft"]).made == (0, 0, 0)


@pytest.mark.parametrize(
    ("last_quarter", "flagged"),
    [
        pytest.param(105, False, id="35 %"),
        pytest.param(105.09, True, id="more"),
    ],
)
def test_more_than_35_percent_in_the_last_quarter_is_back_loaded(last_quarter, flagged):
    early = (300 - last_quarter) / 9
    plan = [round(early, 2)] * 9 + [round(last_quarter / 3, 2)] * 3

    assert _read(plan).is_back_loaded is flagged


def test_the_oldest_rule_stands_for_years_before_it():
    ledger = make_ledger([], [("mft", "agency", 2009, "plan", EVEN)])

    assert find_savings_profile(ledger, year=2009, bodies=()).rule == next(
        iter(BACK_LOADING_RULES.values())
    )


@pytest.fixture(scope="module")
def example():
    files = read_folder(EXAMPLE, LEDGER_TABLES)
    return read_ledger(files.frames)


def test_forecast_of_the_example_at_month_6_says_that_savings_are_back_loaded(example):
    assert describe_savings(find_savings_profile(example, year=2016)) == (
        "Savings are back-loaded. To meet the plan the system must save £10.4 million "
        "a month from October, 2.5 times the £4.2 million a month it has saved so "
        "far; 39 % of the year's savings are planned for the last quarter, where an "
        "even year would have 25 %."
    )


def test_community_trust_of_the_example_plans_evenly_and_is_not_flagged(example):
    profile = find_savings_profile(example, year=2016, bodies=["kchft"])

    assert describe_savings(profile, who="the community trust").startswith(
        "To meet the plan the community trust must save £379,000 a month from October"
    )
    assert not profile.is_back_loaded


@pytest.mark.parametrize(
    ("made", "needed", "against"),
    [
        (1.98 * MILLION, "£20,000", "next to nothing beside the £2 million a month"),
        (100, "£2 million", "19,999 times the £100 a month"),
    ],
)
def test_slopes_far_apart_are_said_so_that_a_board_can_read_them(made, needed, against):
    assert _say([MILLION] * 12, [made] * 6) == (
        f"To meet the plan the system must save {needed} a month from October, "
        f"{against} it has saved so far; 25 % of the year's savings are planned for "
        "the last quarter."
    )


def test_pennies_that_are_left_are_not_said_to_be_nothing():
    assert _say([1] * 12, [2, 2, 2, 2, 2, 1.99]).startswith(
        "To meet the plan the system must save less than £1 a month from October, next "
        "to nothing beside the £2 a month"
    )


def test_schemes_that_cost_more_than_they_save_are_no_savings():
    assert _say([-1] * 12, [0] * 6) == "The system plans no savings in 2016/17."
