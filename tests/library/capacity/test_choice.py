"""Who goes where, with shares worked out by hand."""

import numpy as np
import pytest

from placeplan.capacity import HuffRule, share_by_odds, share_nearest, share_observed

ALL_OPEN = np.array([True, True, True])
MINUTES = np.array([[10.0, 20.0, 40.0], [30.0, 15.0, 15.0]])


def test_huff_weighs_size_and_travel_by_their_exponents():
    # 1: 8/100, 1/400, 27/1600 times 1600 over the heaviest, 128
    rule = HuffRule(size_exponent=3.0, travel_exponent=2.0)
    weight = rule.weigh(np.array([2.0, 1.0, 3.0]), MINUTES)
    # 2: 8/900, 1/225, 27/225 over the heaviest, 27/225
    assert weight == pytest.approx(
        np.array([[1, 4 / 128, 27 / 128], [8 / 108, 1 / 27, 1]])
    )


def test_an_exponent_of_nothing_draws_evenly():
    weight = HuffRule(0.0, 0.0).weigh(np.array([2.0, 1.0, 3.0]), MINUTES)
    assert share_by_odds(weight, ALL_OPEN) == pytest.approx(np.full((2, 3), 1 / 3))


def test_closing_a_site_spreads_its_people_by_odds():
    weight = np.array([[6.0, 3.0, 1.0]])
    closed = share_by_odds(weight, np.array([False, True, True]))
    assert closed == pytest.approx(np.array([[0, 0.75, 0.25]]))


def test_the_first_of_sites_as_near_takes_everyone():
    assert share_nearest(MINUTES, ALL_OPEN).tolist() == [[1, 0, 0], [0, 1, 0]]


def test_people_of_a_site_that_stays_open_stay_with_it():
    cases = np.array([[60.0, 30.0, 10.0]])
    weight = np.array([[8.0, 1.0, 3.0]])
    kept = share_observed(cases, weight, np.array([False, True, True]))
    # 0.6 go on by odds 1 to 3, beside 0.3 and 0.1 that stay
    assert kept == pytest.approx(np.array([[0, 0.3 + 0.15, 0.1 + 0.45]]))


def test_a_site_that_opens_draws_its_share_from_everyone():
    cases = np.array([[60.0, 40.0, 0.0]])
    weight = np.array([[3.0, 3.0, 2.0]])
    # odds give the new site 2/8; three quarters of 0.6 and 0.4 remain
    opened = share_observed(cases, weight, ALL_OPEN)
    assert opened == pytest.approx(np.array([[0.45, 0.3, 0.25]]))


def test_an_area_nobody_was_observed_in_goes_by_odds():
    cases = np.array([[0.0, 0.0, 0.0], [5.0, 5.0, 0.0]])
    weight = np.array([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]])
    shares = share_observed(cases, weight, ALL_OPEN)
    assert shares == pytest.approx(np.array([[0.5, 0.25, 0.25], [0.25, 0.25, 0.5]]))


@pytest.mark.parametrize(
    "share", [share_by_odds, share_nearest, lambda w, o: share_observed(w, w, o)]
)
def test_somewhere_must_be_open(share):
    with pytest.raises(ValueError, match="every site is closed"):
        share(MINUTES, ~ALL_OPEN)
