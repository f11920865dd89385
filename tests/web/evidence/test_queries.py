"""What was known on a day: runs by their release, in the time of London."""

from datetime import UTC, date, datetime, timedelta

import pytest

from factories.run_factory import NOON, add_finished_run, add_released_run, add_run
from placeplan_web.evidence.queries import (
    count_datasets,
    count_recent_runs,
    end_of_day,
    find_current_run,
    is_known,
    list_runs,
)


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2019, 7, 12), datetime(2019, 7, 12, 23, 0, tzinfo=UTC)),  # summer time
        (date(2019, 1, 12), datetime(2019, 1, 13, 0, 0, tzinfo=UTC)),
        (date(2200, 12, 31), datetime(2201, 1, 1, 0, 0, tzinfo=UTC)),
    ],
)
def test_day_ends_at_midnight_in_london(day, moment):
    assert end_of_day(day) == moment


@pytest.mark.parametrize(
    ("released_at", "day", "known"),
    [
        (datetime(2019, 7, 12, 22, 59, tzinfo=UTC), date(2019, 7, 12), True),
        (datetime(2019, 7, 12, 23, 0, tzinfo=UTC), date(2019, 7, 12), False),
        (datetime(2019, 7, 12, 23, 0, tzinfo=UTC), date(2019, 7, 13), True),
    ],
)
@pytest.mark.django_db
def test_run_is_known_from_the_day_of_its_release(released_at, day, known, example):
    run = add_released_run(example, released_at=released_at)

    assert is_known(run, day) is known
    assert find_current_run(as_at=day) == (run if known else None)
    assert list(list_runs(run.owner, as_at=day)) == ([run] if known else [])


@pytest.mark.django_db
def test_any_run_is_known_today_and_an_unreleased_one_on_no_day(example):
    run = add_finished_run(example)

    assert is_known(run, None)
    assert not is_known(run, date(2100, 1, 1))


@pytest.mark.django_db
def test_newest_release_counts_not_the_newest_request(example):
    later = NOON + timedelta(days=1)
    first = add_released_run(example, released_at=later)
    add_released_run(example, requested_at=NOON + timedelta(seconds=30))

    assert find_current_run() == first


@pytest.mark.django_db
def test_runs_of_the_last_day_are_counted_by_how_often_they_were_asked_for(
    example, owner, stranger
):
    add_finished_run(example, owner=owner, requested_at=NOON, times_asked=3)
    day_ago = NOON - timedelta(days=1)
    add_finished_run(example, owner=owner, requested_at=day_ago, times_asked=5)
    add_run(example, owner=stranger)

    assert count_recent_runs(owner, at=NOON) == 3
    assert count_recent_runs(owner, at=NOON + timedelta(days=2)) == 0
    assert count_datasets(owner) == 0
