"""Minutes from distance: known answers, and what cannot be fitted."""

import numpy as np
import pytest

from placeplan.capacity import fill_minutes, find_site_factor, fit_travel
from placeplan.errors import QuestionError

METRES = np.array([[0.0, 5e3, 2e4], [5e3, 0.0, 9e3], [2e4, 9e3, 0.0]])


def test_minutes_made_by_a_line_give_it_back():
    fit = fit_travel(METRES, 0.02 * METRES**0.75)
    assert (fit.start, fit.power) == pytest.approx((0.02, 0.75))
    assert fit.error_share == pytest.approx(0, abs=1e-9)
    assert fit.pairs == 6


def test_errors_are_those_of_least_squares():
    metres = np.array([1e3, 1e4, 1e5, 1e6])
    minutes = np.array([10.0, 20.0, 20.0, 40.0])
    fit = fit_travel(metres, minutes)
    slope, level = np.polyfit(np.log(metres), np.log(minutes), 1)
    off = np.log(minutes) - level - slope * np.log(metres)
    assert fit.power == pytest.approx(slope)
    assert fit.start == pytest.approx(np.exp(level))
    assert fit.error_share == pytest.approx(np.sqrt((off**2).sum() / 2))


def test_a_site_behind_a_hill_takes_longer_from_everywhere():
    fit = fit_travel(METRES, 0.02 * METRES**0.75)
    minutes = 0.02 * METRES**0.75
    minutes[2, :] *= 1.5
    minutes[:, 2] *= 1.5
    factor = find_site_factor(METRES, minutes, fit)
    # the others have one way of two to it
    assert factor == pytest.approx([1.5**0.5, 1.5**0.5, 1.5])


def test_only_what_is_missing_is_filled():
    fit = fit_travel(METRES, 0.02 * METRES**0.75)
    known = np.array([[7.0, np.nan, np.nan]])
    filled = fill_minutes(
        known, np.array([[1e3, 1e4, 1e4]]), np.array([9.0, 1, 2]), fit
    )
    assert filled == pytest.approx(np.array([[7.0, 20.0, 40.0]]))


@pytest.mark.parametrize(
    ("metres", "minutes"),
    [([1e3, 2e3], [5.0, 9.0]), ([1e3] * 4, [5.0, 6, 7, 8]), ([1e3] * 3, [np.nan] * 3)],
)
def test_too_little_is_known(metres, minutes):
    with pytest.raises(QuestionError, match="at least three ways of different length"):
        fit_travel(np.array(metres), np.array(minutes))
