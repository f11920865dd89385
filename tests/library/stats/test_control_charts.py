"""Control charts under named rule sets, drawn as rows of dots."""

from dataclasses import replace

import numpy as np
import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.stats import (
    DEFAULT_RULE_SET,
    RULE_SETS,
    ConflictRule,
    chart_runs,
    chart_series,
    get_rule_set,
    limit_counts,
    limit_counts_between,
    limit_proportions,
    limit_times_between,
    limit_unit_counts,
)
from placeplan.stats.run_chart import longest_run

CALM = [70.0, 72.0] * 8
OLDER = RULE_SETS["nhsr-0.2.2"]


def signals(chart, rule, side="up"):
    return getattr(chart.signals, side)[rule][0].nonzero()[0].tolist()


def test_the_national_rules_are_the_default_and_say_since_when():
    assert DEFAULT_RULE_SET.name == "national-2.6a"
    assert str(DEFAULT_RULE_SET.starts_on) == "2024-01-01"
    assert chart_series(CALM).rules is DEFAULT_RULE_SET


def test_a_rule_set_that_nobody_has_written_is_named():
    with pytest.raises(UnknownNameError, match="national"):
        get_rule_set("national-9")


def test_limits_of_two_levels_by_hand():
    """Mean 71, every moving range 2: 71 ± 2.66 × 2."""
    chart = chart_series(CALM)
    assert chart.limits.centre[0, 0] == 71
    assert chart.limits.upper[0].tolist() == pytest.approx([76.32] * 16)
    assert chart.limits.lower[0].tolist() == pytest.approx([65.68] * 16)


@pytest.mark.parametrize(("points", "shown"), [(12, False), (13, True)])
def test_thirteen_points_or_nothing(points, shown):
    chart = chart_series(([*CALM, 90.0])[-points:], target=50)
    assert np.isnan(chart.limits.centre).all() == (not shown)
    assert (chart.variation[0] == "suppressed") == (not shown)
    assert (chart.reason[0, 0] == "few_points") == (not shown)
    assert bool(signals(chart, "single")) == shown
    assert (chart.assurance[0] == "") == (not shown)


def test_six_in_a_row_are_a_shift_and_a_point_on_the_mean_ends_it():
    rules = replace(DEFAULT_RULE_SET, minimum_points=1)
    run = [1.0] * 6 + [-1.0] * 6
    assert signals(chart_series(run, rules=rules), "shift") == [0, 1, 2, 3, 4, 5]
    broken = [1.0] * 3 + [0.0] + [1.0] * 3 + [-1.0] * 6
    assert signals(chart_series(broken, rules=rules), "shift") == []


def test_five_steps_up_are_a_trend_and_a_level_step_ends_it():
    rising = [*CALM, 60.0, 61, 62, 63, 64, 65]
    assert signals(chart_series(rising), "trend") == [16, 17, 18, 19, 20, 21]
    level = [*CALM, 60.0, 61, 62, 62, 64, 65]
    assert signals(chart_series(level), "trend") == []


def test_a_trend_runs_over_a_rebase_under_national_rules_alone():
    rising = [*CALM, 60.0, 61, 62, 63, 64, 65, 66, *CALM]
    rebase = np.arange(len(rising)) == 19
    national = chart_series(rising, rebase_at=rebase)
    assert signals(national, "trend") == [*range(16, 25)]
    older = chart_series(rising, rebase_at=rebase, rules=OLDER)
    assert signals(older, "trend") == []


def test_a_rebase_starts_new_limits_on_its_day():
    chart = chart_series(
        [*CALM, *(y + 10 for y in CALM)], rebase_at=[0] * 16 + [1] + [0] * 15
    )
    assert chart.limits.centre[0, [15, 16]].tolist() == [71, 81]
    assert set(chart.judgement[0].tolist()) == {"common_cause"}


def test_two_of_three_count_those_beyond_three_sigma_under_national_rules_alone():
    series = [*([70.0, 72.0] * 14), 79.0, 75.6, 71.9, *([70.0, 72.0] * 4)]
    assert signals(chart_series(series), "two_sigma") == [28, 29]
    assert signals(chart_series(series, rules=OLDER), "two_sigma") == []


@pytest.mark.parametrize(
    ("rule", "judgement"),
    [
        (ConflictRule.IMPROVEMENT, "improvement_high"),
        (ConflictRule.CONCERN, "concern_low"),
    ],
)
def test_equal_rules_that_point_both_ways_follow_the_conflict_rule(rule, judgement):
    """A trend up and a trend down share their turning point."""
    rules = replace(DEFAULT_RULE_SET, conflict_rule=rule)
    turn = [*CALM, 60.0, 61, 62, 63, 64, 66, 65, 64, 63, 62, 61, *CALM]
    chart = chart_series(turn, rules=rules)
    assert signals(chart, "trend")[-1] == signals(chart, "trend", "down")[0] == 21
    assert chart.judgement[0, 21] == judgement


def test_where_neither_way_is_better_high_wins_and_nothing_is_assured():
    rising_below = [*CALM, 60.0, 61, 62, 63, 64, 65]
    chart = chart_series(rising_below, improvement="neutral", target=80)
    assert chart.variation.tolist() == ["neither_high"]
    assert chart.assurance.tolist() == [""]


@pytest.mark.parametrize(
    ("improvement", "target", "national", "older"),
    [
        ("increase", 65.68, "pass", "hit_or_miss"),
        ("increase", 76.32, "fail", "hit_or_miss"),
        ("decrease", 76.32, "pass", "hit_or_miss"),
        ("decrease", 65.68, "fail", "hit_or_miss"),
        ("increase", 71, "hit_or_miss", "hit_or_miss"),
        ("increase", 60, "pass", "pass"),
        ("decrease", 60, "fail", "fail"),
    ],
)
def test_a_target_on_a_limit_decides_under_national_rules_alone(
    improvement, target, national, older
):
    for rules, wanted in ((DEFAULT_RULE_SET, national), (OLDER, older)):
        chart = chart_series(CALM, improvement=improvement, target=target, rules=rules)
        assert chart.assurance.tolist() == [wanted]


def test_a_flat_series_has_limits_of_no_width_or_none():
    flat = [40.0] * 14
    national = chart_series(flat, target=41)
    assert national.limits.upper[0, 0] == 40
    assert national.assurance.tolist() == ["fail"]
    older = chart_series(flat, target=41, rules=OLDER)
    assert np.isnan(older.limits.upper).all()
    assert older.reason[0, 0] == "no_variation"
    assert older.assurance.tolist() == ["hit_or_miss"]
    unscreened = replace(OLDER, exclude_moving_range_outliers=False)
    assert chart_series(flat, rules=unscreened).limits.upper[0, 0] == 40


def test_ghosts_are_shown_and_take_part_in_nothing():
    series = [*CALM[:8], 500.0, *CALM[8:]]
    ghost = np.arange(17) == 8
    chart = chart_series(series, ghost=ghost)
    plain = chart_series(CALM)
    assert chart.limits.upper[0, 0] == plain.limits.upper[0, 0]
    assert chart.judgement[0, 8] == "common_cause"
    assert chart.reason[0, 8] == "ghost"


def test_a_missing_month_is_bridged():
    gap = [*CALM[:8], np.nan, *CALM[8:]]
    chart = chart_series(gap)
    assert chart.limits.upper[0].tolist() == pytest.approx([76.32] * 17)
    assert set(chart.judgement[0].tolist()) == {"common_cause"}


def test_a_baseline_sets_the_limits_for_what_follows():
    later = [*CALM, *(y + 10 for y in CALM)]
    chart = chart_series(later, baseline_points=16)
    assert chart.limits.centre[0].tolist() == [71.0] * 32
    rebase = np.arange(32) == 16
    national = chart_series(later, baseline_points=4, rebase_at=rebase)
    older = chart_series(later, baseline_points=4, rebase_at=rebase, rules=OLDER)
    assert national.limits.centre[0, -1] == older.limits.centre[0, -1] == 81


def test_extreme_ranges_leave_the_range_and_under_national_rules_the_mean():
    far = [*CALM, 120.0, *CALM]
    rules = replace(DEFAULT_RULE_SET, exclude_moving_range_outliers=True)
    national = chart_series(far, rules=rules)
    older = chart_series(far, rules=OLDER)
    assert older.limits.centre[0, 0] == pytest.approx(np.mean(far))
    assert national.limits.centre[0, 0] == pytest.approx(np.mean([*CALM, *CALM[1:]]))
    assert national.limits.reach[0, 0] == pytest.approx(2.66 * 2)


def test_many_series_are_charted_as_each_alone():
    series = np.random.default_rng(7).normal(50, 4, (5, 30))
    series[2, 4] = np.nan
    together = chart_series(series, target=[45, 50, 55, np.nan, 60])
    for place, row in enumerate(series):
        alone = chart_series(row, target=[45, 50, 55, np.nan, 60][place])
        assert together.judgement[place].tolist() == alone.judgement[0].tolist()
        assert together.assurance[place] == alone.assurance[0]


def test_one_point_on_a_side_can_be_called_a_shift():
    rules = replace(DEFAULT_RULE_SET, shift_points=1)
    assert signals(chart_series(CALM, rules=rules), "shift") == [*range(1, 16, 2)]


def test_one_or_two_points_break_nothing():
    rules = replace(DEFAULT_RULE_SET, minimum_points=1)
    assert np.isnan(chart_series([5.0], rules=rules).limits.reach).all()
    assert chart_series([5.0, 6.0], rules=rules).limits.upper[0, 0] == 5.5 + 2.66


def test_p_u_and_c_charts_by_hand():
    centre, lower, upper = limit_proportions([5, 15], [100, 100])
    assert (centre[0], upper[0]) == (0.1, pytest.approx(0.1 + 3 * 0.03))
    assert lower[0] == pytest.approx(0.01)
    assert limit_unit_counts([4, 4], [1, 4])[2].tolist() == pytest.approx(
        [1.6 + 3 * 1.6**0.5, 1.6 + 3 * 0.4**0.5]
    )
    assert limit_counts([9, 9])[1].tolist() == [0.0, 0.0]


def test_t_chart_is_an_xmr_chart_of_the_root():
    days = np.array([1.0, 9.0, 4.0, 2.0])
    centre, lower, upper = limit_times_between(days)
    root = days ** (1 / 3.6)
    reach = 2.66 * np.abs(np.diff(root)).mean()
    assert centre[0] == pytest.approx(root.mean() ** 3.6)
    assert upper[0] == pytest.approx((root.mean() + reach) ** 3.6)
    assert lower[0] == pytest.approx(max(root.mean() - reach, 0) ** 3.6)


def test_g_chart_ends_where_so_long_a_gap_has_three_sigma_chance():
    _, _, upper = limit_counts_between([9, 11])
    share_longer = (10 / 11) ** (upper[0] + 1)
    assert share_longer <= 0.00135 < (10 / 11) ** upper[0]
    assert limit_counts_between([0, 0])[2].tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("limit", "columns"),
    [
        (limit_proportions, ([5], [4])),
        (limit_proportions, ([-5], [4])),
        (limit_unit_counts, ([5], [0])),
        (limit_counts, ([np.nan],)),
        (limit_counts_between, ([],)),
        (limit_times_between, ([-1.0],)),
    ],
)
def test_counts_that_cannot_be_are_refused(limit, columns):
    with pytest.raises(InputError):
        limit(*(np.array(column, float) for column in columns))


def test_run_chart_of_a_step():
    chart = chart_runs([1, 2, 1, 2, 1, 2, np.nan, 5, 6, 5, 6, 5, 6])
    assert chart.median == 3.5
    assert chart.shift.sum() == 12
    assert not chart.shift[6]


def test_points_on_the_median_neither_make_nor_break_a_run():
    values = np.array([1.0, 1, 1, 3, 1, 1, 1, 5, 5, 5, 5, 5, 5])
    chart = chart_runs(values)
    assert chart.median == 3
    assert chart.shift[[0, 6, 7]].tolist() == [True, True, True]
    assert not chart.shift[3]
    assert longest_run(chart, values) == 6


def test_an_empty_run_chart_has_no_median():
    chart = chart_runs([np.nan])
    assert np.isnan(chart.median)
    assert longest_run(chart, np.array([np.nan])) == 0


def test_a_run_chart_sees_a_trend_through_a_repeated_value():
    chart = chart_runs([5, 1, 2, 3, 3, 4, 5, 6, 1])
    assert chart.trend.nonzero()[0].tolist() == [1, 2, 3, 5, 6, 7]
