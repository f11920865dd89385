"""Waiting lists: formulas, dated lists, RTT bands, small areas."""

import numpy as np
import pytest

from placeplan.errors import InputError
from placeplan.stats import (
    WaitingListState,
    compute_need,
    count_queue,
    estimate_small_areas,
    find_percentiles,
    read_history,
    summarise_history,
    summarise_waits,
)
from placeplan.stats.structure import Inspection, Structure


def days(*texts):
    return np.array(texts, "M8[D]")


def test_the_published_check_value():
    """Demand 30, queue 1,200, target queue 390, 26 weeks: 61.15 a week."""
    need = compute_need(WaitingListState(30, 35, 52, 1200, 20))
    assert float(need.target_queue) == 390
    assert float(need.relief_capacity) == pytest.approx(61.1538, abs=1e-4)
    assert float(need.pressure) == pytest.approx(40 / 52)
    assert float(need.target_capacity) == pytest.approx(30 + 4 / 52)


@pytest.mark.parametrize(
    "wrong", [{"capacity": 0}, {"demand": -1}, {"mean_wait_weeks": np.nan}]
)
def test_lists_that_cannot_be_are_refused(wrong):
    known = {
        "demand": 30,
        "capacity": 35,
        "target_wait_weeks": 52,
        "queue_size": 10,
        "mean_wait_weeks": 20,
    }
    with pytest.raises(InputError, match=next(iter(wrong))):
        compute_need(WaitingListState(**{**known, **wrong}))


LIST = (
    days("2024-01-01", "2024-01-01", "2024-01-05", "2024-01-08"),
    days("2024-01-03", "2024-01-08", "NaT", "2024-02-01"),
)


def test_the_queue_counts_who_came_and_has_not_gone():
    history, _ = read_history(*LIST)
    dates, queue = count_queue(history)
    assert str(dates[0]), str(dates[-1]) == ("2024-01-01", "2024-01-08")
    assert queue.tolist() == [2, 2, 1, 1, 2, 2, 2, 2]


def test_waits_are_in_days_and_pressure_in_weeks():
    """Waiting on 8 January: since the 5th, and since that day: 1.5 days."""
    history, _ = read_history(*LIST)
    found = summarise_history(history, 18)
    assert found.mean_wait_days == 1.5
    assert found.pressure == pytest.approx(2 * (1.5 / 7) / 18)
    assert found.intervals == 5
    assert found.demand == pytest.approx(7 / (7 / 5))


def test_nobody_waits_and_nobody_was_removed():
    empty, _ = read_history(
        days("2024-01-01", "2024-01-02"), days("2024-01-02", "2024-01-02")
    )
    found = summarise_history(empty, 4)
    assert np.isnan(found.mean_wait_days)
    assert found.queue_size == 0
    still, _ = read_history(days("2024-01-01", "2024-01-03"), days("NaT", "NaT"))
    found = summarise_history(still, 4)
    assert np.isnan([found.capacity, found.load, found.target_capacity]).all()


def test_a_queue_twice_too_big_needs_relief_instead():
    came = np.repeat(days("2024-01-01", "2024-03-01"), 50)
    gone = np.append(days("2024-01-05", "2024-01-09"), np.repeat(days("NaT"), 98))
    found = summarise_history(read_history(came, gone)[0], 0.5)
    assert found.queue_too_big
    assert np.isnan(found.target_capacity)
    expected = found.demand + (found.queue_size - found.target_queue) / 26
    assert found.relief_capacity == pytest.approx(expected)


def test_a_period_can_be_named_and_later_referrals_do_not_wait_in_it():
    history, _ = read_history(*LIST, ends_on=np.datetime64("2024-01-06"))
    found = summarise_history(history, 18)
    assert found.queue_size == 2
    assert found.mean_wait_days == pytest.approx((5 + 1) / 2)


def test_all_on_one_day_have_no_gaps_to_average():
    history, _ = read_history(
        days("2024-01-01", "2024-01-01"), days("NaT", "2024-01-01")
    )
    found = summarise_history(history, 4)
    assert found.demand == float("inf")
    assert np.isnan(found.cv_demand)


@pytest.mark.parametrize(
    ("referral", "removal", "period"),
    [
        (days(), days(), {}),
        (days("NaT"), days("NaT"), {}),
        (days("2024-01-05"), days("2024-01-01"), {}),
        (
            days("2024-01-05"),
            days("NaT"),
            {"starts_on": np.datetime64("2024-02-01")},
        ),
    ],
)
def test_histories_that_cannot_be_are_refused(referral, removal, period):
    with pytest.raises(InputError):
        read_history(referral, removal, **period)


def test_a_removal_before_its_referral_is_told():
    look = Inspection(Structure.REPORT)
    _, checks = read_history(days("2024-01-05"), days("2024-01-01"), look=look)
    assert checks == (
        "column removal: expected no removal before its referral, found row 1.",
    )


def test_percentiles_interpolate_within_the_band():
    assert find_percentiles([10, 0, 10], [0.25, 0.5, 0.75, 1.0]).tolist() == [
        0.5,
        1.0,
        2.5,
        3.0,
    ]


def test_a_percentile_in_the_open_band_has_no_end():
    assert find_percentiles([1, 9], [0.5], last_open=True).tolist() == [float("inf")]


def test_nobody_waiting_has_no_percentile():
    found = summarise_waits(np.zeros(105))
    assert np.isnan([found.within_18_percent, found.percentile_weeks[0.5]]).all()


@pytest.mark.parametrize(
    ("count", "shares"), [([-1], [0.5]), ([], [0.5]), ([1], [1.5]), ([np.nan], [0.5])]
)
def test_bands_that_cannot_be_are_refused(count, shares):
    with pytest.raises(InputError):
        find_percentiles(count, shares)


def test_a_hundred_and_five_bands_are_needed():
    with pytest.raises(InputError, match="104 bands"):
        summarise_waits(np.ones(104))


def test_small_areas_meet_their_total():
    area = np.array([0, 0, 1])
    found = estimate_small_areas(area, [100, 50, 200], [0.1, 0.2, 0.05], known_total=60)
    assert found.estimate.tolist() == pytest.approx([40, 20])
    assert found.share.tolist() == pytest.approx([40 / 150, 0.1])


@pytest.mark.parametrize(
    ("people", "share", "total"),
    [([-1], [0.1], None), ([0], [0.1], None), ([5], [1.1], None), ([5], [0.0], 10)],
)
def test_areas_that_cannot_be_are_refused(people, share, total):
    with pytest.raises(InputError):
        estimate_small_areas(np.array([0]), people, share, known_total=total)
