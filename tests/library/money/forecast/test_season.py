"""Months to come in the proportions of another year."""

import pytest

from placeplan.money.forecast.season import carry_season

PLAN = (10, 20, 30, 40)


def test_half_as_much_again_as_planned_stays_half_as_much_again():
    assert carry_season([15, 30, 0, 0], [0, 1], PLAN) == (15, 30, 45, 60)


def test_a_penny_is_never_lost():
    # 7 booked of 30 planned: 7 * 70 / 30 = 16 1/3 are to come, 16 in whole pence,
    # which 30 to 40 makes 6.86 and 9.14
    assert carry_season([3, 4, 0, 0], [0, 1], PLAN) == (3, 4, 7, 9)


def test_a_credit_booked_so_far_is_carried_on_as_one():
    assert carry_season([-15, 0, 0, 0], [0, 1], PLAN) == (-15, 0, -15, -20)


def test_any_months_may_be_booked():
    assert carry_season([0, 40, 0, 80], [1, 3], PLAN) == (20, 40, 60, 80)


@pytest.mark.parametrize(
    ("booked", "shape"),
    [
        pytest.param([0, 1], (0, 0, 5, 5), id="nothing of the shape is booked yet"),
        pytest.param([0, 1], (9, 9, -1, 5), id="a month of the shape is below zero"),
        pytest.param([], (9, 9, 1, 5), id="nothing is booked"),
    ],
)
def test_a_shape_that_says_nothing_gives_none(booked, shape):
    assert carry_season([3, 4, 0, 0], booked, shape) is None


def test_a_year_that_is_over_stands():
    assert carry_season([1, 2, 3, 4], [0, 1, 2, 3], PLAN) == (1, 2, 3, 4)
