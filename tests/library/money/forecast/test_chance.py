"""Drawn months: against a slow twin, and against what can be worked out by hand."""

import numpy as np
import pytest

from placeplan.money.forecast.chance import draw_chances, draw_months
from placeplan.money.forecast.scheme import Schemes, find_made_shares

PLAN = (100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0, -10)
ACTUAL = (91, 97, 65, 76, 0, 0, 0, 0, 0, 0, 0, 0)
SEEN = (0, 1, 2, 3)
STRAYED = (-9, 7, -15, 6)
NO_SCHEMES = Schemes()


def _draw(chances, schemes=NO_SCHEMES, *, plan=PLAN, actual=ACTUAL, booked=SEEN):
    return draw_months(
        chances, plan=plan, actual=actual, booked=booked, schemes=schemes
    )


def test_same_seed_draws_the_same_and_another_seed_does_not():
    first, again, other = (_draw(draw_chances(seed, 50)) for seed in (7, 7, 8))

    assert (first == again).all()
    assert (first != other).any()


def test_more_draws_begin_with_the_same_ones():
    assert (draw_chances(7, 9)[:4] == draw_chances(7, 4)).all()


def test_booked_months_are_the_same_in_every_future():
    drawn = _draw(draw_chances(1, 20))

    assert (drawn[:, :4] == ACTUAL[:4]).all()


def test_every_month_to_come_strays_as_a_booked_month_did():
    strayed = _draw(draw_chances(1, 500))[:, 4:] - PLAN[4:]

    assert {*strayed.ravel().tolist()} == {*STRAYED}


def test_mean_and_variance_are_those_that_can_be_worked_out():
    drawn = _draw(draw_chances(3, 200_000))[:, 4:].sum(axis=1)
    booked, ahead = len(SEEN), 12 - len(SEEN)
    mean = sum(PLAN[4:]) + ahead * np.mean(STRAYED)
    straying = np.var(STRAYED)
    variance = ahead * straying * (1 - 1 / booked) + ahead**2 * straying / booked

    assert drawn.mean() == pytest.approx(mean, abs=4 * np.sqrt(variance / 200_000))
    assert drawn.var() == pytest.approx(variance, rel=0.015)


def test_months_that_all_strayed_alike_leave_nothing_to_chance():
    actual = [each - 11 for each in PLAN]

    drawn = _draw(draw_chances(1, 30), actual=actual)

    assert (drawn.sum(axis=1) == sum(PLAN) - 12 * 11).all()


def test_without_a_plan_months_to_come_are_like_those_booked():
    drawn = _draw(draw_chances(1, 400), plan=None, actual=(5, 5, 9, 9, *[0] * 8))

    assert {*drawn[:, 4:].ravel().tolist()} == {5, 9}


def test_without_a_plan_savings_are_inside_the_booked_months_already():
    schemes = Schemes(np.full((1, 12), 100.0), np.zeros((1, 12)))

    drawn = _draw(draw_chances(1, 9), schemes, plan=None, actual=(5,) * 4 + (0,) * 8)

    assert (drawn[:, 4:] == 5).all()


def test_a_scheme_that_makes_half_goes_on_making_half_of_ever_more():
    plan = np.array([[2, 2, 2, 2, 10, 20, 30, 40, 50, 60, 70, 80]], dtype=float)
    made = np.array([[1, 1, 1, 1, *[0] * 8]], dtype=float)
    actual = [each - 1 for each in PLAN[:4]] + [0] * 8  # strayed by savings alone

    drawn = _draw(draw_chances(1, 40), Schemes(plan, made), actual=actual)

    assert (drawn[:, 4:] == PLAN[4:] - plan[0, 4:] / 2).all()


def test_a_scheme_that_has_not_begun_goes_on_as_the_others_do():
    plan = np.array([[4.0] * 12, [0.0] * 4 + [8.0] * 8])
    made = np.array([[1.0] * 12, [0.0] * 12])
    learnt = np.array([[0, 1, 2, 3]])

    assert find_made_shares(Schemes(plan, made), learnt, SEEN).tolist() == [
        [0.25, 0.25]
    ]


def test_schemes_of_which_none_has_begun_go_on_as_planned():
    plan = np.array([[0.0] * 4 + [8.0] * 8])
    learnt = np.array([[0, 0, 3, 1], [2, 2, 2, 2]])

    found = find_made_shares(Schemes(plan, np.zeros((1, 12))), learnt, SEEN)

    assert found.tolist() == [[1.0], [1.0]]


def test_draws_are_those_of_a_slow_twin():
    schemes = Schemes(
        np.array(
            [[3, 0, 5, 7, 8, 9, 11, 12, 15, 20, 30, 40], [0, 1, 0, 2, *[6] * 8]], float
        ),
        np.array([[2, 0, 5, 3, *[0] * 8], [0, 2, 1, 0, *[0] * 8]], float),
    )
    chances = draw_chances(11, 60)

    drawn = _draw(chances, schemes)

    assert drawn.tolist() == [_draw_slowly(row, schemes) for row in chances.tolist()]


def _draw_slowly(chances, schemes):
    """Draw one future, a month and a scheme at a time."""
    count = len(SEEN)
    learnt = [SEEN[int(chances[at] * count)] for at in range(count)]
    plan, made = schemes.plan.tolist(), schemes.made.tolist()
    everything = sum(plan[k][at] for k in range(len(plan)) for at in learnt)
    all_made = sum(made[k][at] for k in range(len(plan)) for at in learnt)
    year = []
    for month in range(12):
        if month in SEEN:
            year.append(ACTUAL[month])
            continue
        like = learnt[int(chances[12 + month] * count)]
        missed = sum(plan[k][like] - made[k][like] for k in range(len(plan)))
        surplus = PLAN[month] + (ACTUAL[like] - PLAN[like] + missed)
        for k in range(len(plan)):
            planned = sum(plan[k][at] for at in learnt)
            if planned:
                share = sum(made[k][at] for at in learnt) / planned
            else:
                share = all_made / everything if everything else 1
            surplus -= (1 - share) * plan[k][month]
        year.append(round(surplus))
    return year
