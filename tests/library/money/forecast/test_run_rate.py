"""The run rate, carried on to the penny."""

from fractions import Fraction

import pytest

from placeplan.money.forecast import find_run_rate
from placeplan.money.forecast.run_rate import carry_run_rate


def test_run_rate_is_the_mean_of_the_booked_months():
    assert find_run_rate([10, 11]) == Fraction(21, 2)


def test_run_rate_of_a_year_not_started_is_none():
    assert find_run_rate([]) is None
    assert carry_run_rate([1, 2, 3], []) is None


def test_booked_months_stand_and_others_get_the_mean():
    assert carry_run_rate([30, 60, 7, 7], [0, 1]) == (30, 60, 45, 45)


@pytest.mark.parametrize(
    ("booked", "year"),
    [
        # 100 over 3 months is 33 1/3 a month: nine more are 300, whatever the months
        ((33, 33, 34), 400),
        # -7 over 2 months: ten more are -35
        ((-3, -4), -42),
        # 1 over 8 months: four more are half a penny, which goes to the even one, 0
        ((1, 0, 0, 0, 0, 0, 0, 0), 1),
        # 3 over 8 months: four more are 1.5 pence, which goes to the even one, 2
        ((3, 0, 0, 0, 0, 0, 0, 0), 5),
    ],
)
def test_year_is_the_run_rate_times_twelve_rounded_once(booked, year):
    months = (*booked, *[0] * (12 - len(booked)))

    carried = carry_run_rate(months, range(len(booked)))

    assert carried[: len(booked)] == booked
    assert sum(carried) == year
    assert max(carried[len(booked) :]) - min(carried[len(booked) :]) <= 1


def test_a_month_left_out_in_the_middle_is_filled():
    assert carry_run_rate([10, 0, 30, 0], [0, 2]) == (10, 20, 30, 20)


def test_a_year_that_is_over_stands():
    assert carry_run_rate([1, -2, 3], [0, 1, 2]) == (1, -2, 3)
