"""Students who come at 18 and leave at 21, found from two counts."""

import numpy as np
import pytest

from placeplan.population.local_pattern import (
    fit_local_pattern,
    reach_of_moves,
    read_standing_pattern,
)

FLAT = np.full((2, 91), 1 / 182)


def test_movers_of_each_year_are_counted_at_the_age_they_have_reached():
    shares = [np.zeros((2, 92)), np.zeros((2, 92))]
    shares[1][0, 19] = 0.25  # a quarter of women of 18 die in the second year

    reach = reach_of_moves(shares)

    assert reach[0, :, 18].nonzero()[0].tolist() == [18, 19]
    assert reach[0, 19, 18] == 0.75
    assert reach[1, 19, 18] == 1


def test_movers_of_the_open_age_gather_there():
    reach = reach_of_moves([np.zeros((2, 92))] * 3)
    assert reach[0, 90, 88:].tolist() == [1, 2, 3]


def test_students_are_found_where_they_come_and_where_they_leave():
    shares = [np.full((2, 92), 0.001)] * 4
    moves = np.zeros(91)
    moves[18], moves[21] = 200, -200
    gap = np.zeros((2, 2, 91))
    gap[1, 0] = reach_of_moves(shares)[0] @ moves

    pattern = fit_local_pattern(gap, shares, FLAT, ridge=1e-9)

    assert pattern[1, 0, [18, 21]] == pytest.approx([200, -200], abs=0.1)
    assert np.abs(np.delete(pattern[1, 0], [18, 21])).max() < 0.1
    assert np.abs(pattern[0]).max() == 0


def test_a_heavier_penalty_finds_less():
    gap = np.zeros((1, 2, 91))
    gap[0, 0, 18], gap[0, 0, 60] = 100, -100
    shares = [np.zeros((2, 92))]
    light = fit_local_pattern(gap, shares, FLAT, ridge=1)
    heavy = fit_local_pattern(gap, shares, FLAT, ridge=3)
    assert light[0, 0, 18] == pytest.approx(50)
    assert heavy[0, 0, 18] == pytest.approx(25)


def test_a_net_number_is_spread_away_by_the_schedule():
    gap = np.zeros((1, 2, 91))
    gap[0, 0, 30] = 182
    pattern = fit_local_pattern(gap, [np.zeros((2, 92))], FLAT, ridge=0)
    assert pattern[0, 0, 30] == pytest.approx(181)
    assert pattern[0, 1, 30] == pytest.approx(-1)


def test_students_of_one_count_come_and_leave_at_the_ages_that_show():
    people = np.full((2, 2, 91), 100.0)
    people[1, 0, 19:22] = 450

    pattern = read_standing_pattern(people, np.zeros((2, 92)))

    assert pattern[1, 0].nonzero()[0].tolist() == [19, 22]
    assert pattern[1, 0, [19, 22]] == pytest.approx([350, -350])
    assert np.abs(pattern[0]).max() == 0


def test_what_cohorts_differ_in_size_is_taken_off_each_age_alike():
    people = np.full((1, 2, 91), 100.0)
    people[0, 1, 17] = 170  # 70 more will be 18 next year than are now

    pattern = read_standing_pattern(people, np.zeros((2, 92)))

    assert pattern[0, 1, 18] == pytest.approx(-70 + 10)
    assert pattern[0, 1, 19:25] == pytest.approx(np.full(6, 10))


def test_students_who_die_are_replaced():
    people = np.full((1, 2, 91), 100.0)
    share = np.zeros((2, 92))
    share[0, 20] = 0.07  # women of 19
    pattern = read_standing_pattern(people, share)
    assert pattern[0, 0, 20] == pytest.approx(7 - 1)
    assert pattern[0, 0, 18] == pytest.approx(-1)
