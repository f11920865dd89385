"""Rules of funds against the lists of the house, and states of a quarter."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.money import Pence
from placeplan.money.fund import (
    AccessResult,
    QuarterResult,
    find_level,
    find_needed,
    find_phasing,
    get_fund_rules,
    pay_quarter,
    split_allocation,
)
from placeplan.performance import find_national_standard
from placeplan.periods import Quarter

SECOND = Quarter(2016, 2)
MET = AccessResult(Fraction(99, 100), Fraction(90, 100))
MISSED = AccessResult(Fraction(50, 100), Fraction(90, 100))


@pytest.mark.parametrize(
    ("part", "standard"),
    [("rtt", "rtt_18_weeks"), ("ae", "ae_4_hours"), ("cancer", "cancer_62_day")],
)
@pytest.mark.parametrize("year", [2016, 2018])
def test_national_levels_are_those_that_performance_lists(part, standard, year):
    level = find_level(part, "standard", Quarter(year, 2))
    held = find_national_standard(standard, date(year, 9, 30)).threshold

    assert level.share == Fraction(str(held.level)) / 100
    assert level.is_reached_at == (held.operator == ">=")


@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_quarters_of_a_year_are_all_of_it(year):
    assert sum(find_phasing("stf", year).values()) == 1


def test_an_unknown_fund_is_named():
    with pytest.raises(UnknownNameError, match="no fund 'gift'"):
        get_fund_rules("gift", SECOND)


def test_pence_that_are_left_go_to_the_largest_remainder():
    # 70 % of 103 is 72.1, 12.5 % is 12.875 twice, 5 % is 5.15.
    assert split_allocation(get_fund_rules("stf", SECOND), Pence(103)) == {
        "finance": 72,
        "rtt": 13,
        "ae": 13,
        "cancer": 5,
    }


def test_an_allocation_below_zero_is_refused():
    with pytest.raises(InputError):
        pay_quarter(get_fund_rules("stf", SECOND), Pence(-1), QuarterResult())


@pytest.mark.parametrize(
    ("total_met", "ae", "states"),
    [
        (True, MET, ["earned", "at_risk", "earned", "at_risk"]),
        (True, MISSED, ["earned", "at_risk", "lost", "at_risk"]),
        (None, MET, ["at_risk", "at_risk", "at_risk", "at_risk"]),
        (None, MISSED, ["at_risk", "at_risk", "lost", "at_risk"]),
        (False, MET, ["lost", "lost", "lost", "lost"]),
    ],
)
def test_what_is_not_known_yet_is_at_risk(total_met, ae, states):
    rules = get_fund_rules("stf", SECOND)

    paid = pay_quarter(rules, Pence(1000), QuarterResult(total_met, {"ae": ae}))

    assert [each.state for each in paid.parts] == states


def test_a_milestone_that_is_not_known_yet_puts_the_part_at_risk():
    rules = get_fund_rules("stf", Quarter(2017, 3))

    paid = pay_quarter(rules, Pence(1000), QuarterResult(total_met=True))

    assert {each.part: each.state for each in paid.parts}["ae"] == "at_risk"


def test_the_reason_says_which_of_the_two_levels_was_met():
    rules = get_fund_rules("stf", SECOND)
    ae = AccessResult(Fraction(96, 100), Fraction(97, 100))

    words = pay_quarter(rules, Pence(800), QuarterResult(True, {"ae": ae})).parts[2]

    assert words.words == (
        "A&E within four hours: 96% meets the national standard of 95% within four "
        "hours, though the agreed trajectory of 97% is missed: £1 earned."
    )


@pytest.mark.parametrize(
    ("quarter", "trajectory", "needed"),
    [
        (Quarter(2016, 1), Fraction(9, 10), None),
        (SECOND, None, Fraction(95, 100)),
        (SECOND, Fraction(97, 100), Fraction(95, 100)),
        (SECOND, Fraction(88, 100), Fraction(88, 100)),
        (Quarter(2017, 2), Fraction(88, 100), Fraction(90, 100)),
    ],
)
def test_the_lowest_level_that_would_do_is_needed(quarter, trajectory, needed):
    part = next(p for p in get_fund_rules("stf", quarter).parts if p.part == "ae")

    level = find_needed(part, quarter, trajectory)

    assert (level and level.share) == needed


def test_a_level_that_never_held_is_named():
    part = replace(get_fund_rules("stf", SECOND).parts[1], test="milestone")

    with pytest.raises(UnknownNameError, match="milestone of rtt, 2016/17 Q2"):
        find_needed(part, SECOND, None)
