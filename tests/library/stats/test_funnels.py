"""Funnel plots: who stands out, where the lines run, what overdispersion does."""

import numpy as np
import pytest
from scipy import stats as scipy_stats

from placeplan.errors import InputError
from placeplan.stats import (
    draw_proportion_lines,
    draw_rate_lines,
    draw_ratio_lines,
    judge_proportion,
    judge_rate,
    judge_ratio,
    widen_funnel,
)
from placeplan.stats.funnel_limit import bound_axis


def test_lines_of_a_ratio_have_the_chance_they_say():
    lines = draw_ratio_lines([20.0, 90.0], 1.0, 0.0)
    count = lines.axis
    so_few = scipy_stats.poisson.cdf(count, count / lines.lower["2s"])
    so_many = scipy_stats.poisson.sf(count - 1, count / lines.upper["3s"])
    assert so_few == pytest.approx(np.full(100, 0.025))
    assert so_many == pytest.approx(np.full(100, 0.001))


def test_excess_is_the_ratio_less_one():
    ratio, excess = (draw_ratio_lines([20.0, 90.0], 1.0, s) for s in (0.0, -1.0))
    assert excess.upper["2s"] == pytest.approx(ratio.upper["2s"] - 1)


def test_lines_of_a_proportion_never_leave_nothing_to_all_of_it():
    """One peer stops at 100 whatever the multiplier; per 1,000 that is wrong."""
    lines = draw_proportion_lines([5, 900], [10, 1000], multiplier=1000)
    assert lines.upper["3s"].max() == 1000
    assert lines.lower["3s"].min() == 0


def test_rates_share_one_average():
    lines = draw_rate_lines([20, 30], np.array([1e4, 2e4]), multiplier=1e5, years=2)
    average = 50 / 3e4 * 1e5
    assert (lines.lower["2s"] < average).all()
    assert (lines.upper["2s"] > average).all()


def test_small_denominators_keep_a_tidy_axis():
    assert bound_axis(np.array([2.0, 7.0])) == (0.0, pytest.approx(7.4))


def test_a_crude_rate_of_no_events_needs_its_people():
    words = judge_rate(
        [0, 30], [0.0, 300.0], multiplier=1e5, standardised=False, people=[9e3, 1e4]
    )
    assert words.tolist() == ["Low (0.001)", "High (0.001)"]


@pytest.mark.parametrize(
    ("judge", "columns"),
    [
        (judge_proportion, ([5], [4])),
        (judge_proportion, ([-1], [4])),
        (judge_ratio, ([1], [0])),
        (judge_ratio, ([np.nan], [1])),
    ],
)
def test_counts_that_cannot_be_are_refused(judge, columns):
    with pytest.raises(InputError):
        judge(*(np.array(column, float) for column in columns))


def test_a_rate_must_go_with_its_events():
    with pytest.raises(InputError, match="rate above 0"):
        judge_rate([5], [0.0], multiplier=1e5, standardised=True)


def test_chance_alone_needs_no_widening():
    funnel = widen_funnel([10, 11, 9, 10], [10.0, 10, 10, 10], "cqc")
    assert funnel.tau2 == 0
    assert funnel.upper_95 == pytest.approx(1 + 1.959964 / (2 * 10**0.5))


def test_more_than_chance_widens_by_the_variance_between():
    """Same spread at every size: tau² is what is left beyond 1/4n."""
    ratio = np.array([0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3] * 2)
    base = np.full(14, 10_000.0)
    funnel = widen_funnel(base * ratio, base, "cqc", trim=0)
    y = np.sqrt(ratio)
    phi = (((y - 1) / 0.005) ** 2).mean()
    assert funnel.phi == pytest.approx(phi)
    assert funnel.tau2 == pytest.approx((14 * phi - 13) / (13 / 0.005**2))


def test_proportions_and_ratios_of_counts_have_their_own_scales():
    base = np.array([100.0, 200, 400, 300, 250])
    proportion = widen_funnel(base * 0.3, base, "pr", multiplier=100)
    assert (proportion.lower_998 < 30).all()
    assert (proportion.upper_998 > 30).all()
    ratio = widen_funnel(base * [0.9, 1.1, 1.0, 1.2, 0.8], base, "rc")
    middle = np.sqrt(ratio.lower_95 * ratio.upper_95)
    target = (base * [0.9, 1.1, 1.0, 1.2, 0.8]).sum() / base.sum()
    assert middle == pytest.approx(np.full(5, target))


@pytest.mark.parametrize(
    ("count", "base", "scale", "trim"),
    [
        ([-1], [5], "shmi", 0.1),
        ([1], [0], "shmi", 0.1),
        ([6], [5], "pr", 0.1),
        ([1], [5], "cqc", 0.7),
        ([0, 5, 6, 7], [5, 5, 5, 5], "shmi", 0.0),
    ],
)
def test_funnels_that_cannot_be_are_refused(count, base, scale, trim):
    with pytest.raises(InputError):
        widen_funnel(count, base, scale, trim=trim)
