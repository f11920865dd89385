"""Where a milestone stands on a day, and by how much it slips."""

from datetime import date

import pytest

from placeplan.programme import DateInterval, MilestonePlan, explain_state, find_state

AUTUMN = DateInterval.parse("September / October 2019")


# The permanent accountable officer: printed for September / October 2019.
@pytest.mark.parametrize(
    ("as_at", "state"),
    [
        (date(2019, 8, 31), "not_due"),
        (date(2019, 9, 1), "on_time"),
        (date(2019, 10, 15), "on_time"),
        (date(2019, 10, 31), "on_time"),
        (date(2019, 11, 1), "late"),
    ],
)
def test_a_milestone_is_late_only_after_its_last_day(as_at, state):
    assert find_state(AUTUMN, as_at) == state


@pytest.mark.parametrize(
    ("finished_on", "as_at", "state"),
    [
        (date(2019, 9, 9), date(2019, 9, 9), "done"),
        (date(2019, 8, 1), date(2019, 8, 1), "done"),  # before it was due
        (date(2019, 12, 24), date(2019, 12, 24), "done"),  # after it was due
        (date(2019, 12, 24), date(2019, 12, 23), "late"),
        (date(2019, 9, 9), date(2019, 8, 31), "not_due"),
        (date(2019, 9, 9), date(2019, 9, 8), "on_time"),
    ],
)
def test_what_is_reached_later_is_not_known_before(finished_on, as_at, state):
    assert find_state(AUTUMN, as_at, finished_on) == state


@pytest.mark.parametrize(
    ("as_at", "finished_on", "words"),
    [
        (date(2019, 8, 1), None, "due from 1 September 2019 on, which is after 1 Aug"),
        (date(2019, 9, 1), None, "may still be reached in time: until 31 October 2019"),
        (date(2019, 11, 1), None, "due by 31 October 2019 and is not reached on 1 Nov"),
        (date(2019, 11, 1), date(2019, 9, 9), "It was reached on 9 September 2019."),
    ],
)
def test_the_reason_names_the_days(as_at, finished_on, words):
    assert words in explain_state(AUTUMN, as_at, finished_on)


@pytest.mark.parametrize(
    ("forecast", "finished_on", "as_at", "slip_days"),
    [
        (None, None, date(2019, 10, 31), 0),
        (None, None, date(2019, 11, 10), 10),  # nobody says so, the calendar does
        ("15 December 2019", None, date(2019, 9, 1), 45),
        ("15 December 2019", None, date(2019, 12, 20), 50),
        ("September 2019", None, date(2019, 9, 1), 0),  # earlier is no slip
        ("15 December 2019", date(2019, 11, 3), date(2019, 12, 20), 3),
        (None, date(2019, 9, 3), date(2019, 12, 20), 0),
        (None, date(2019, 11, 20), date(2019, 11, 2), 2),  # not known yet
    ],
)
def test_a_slip_is_counted_from_the_last_day_of_the_baseline(
    forecast, finished_on, as_at, slip_days
):
    expected = DateInterval.parse(forecast) if forecast else None
    plan = MilestonePlan(AUTUMN, expected, finished_on)

    assert plan.find_slip_days(as_at) == slip_days


def test_the_state_of_a_milestone_is_held_against_what_was_agreed():
    plan = MilestonePlan(AUTUMN, DateInterval.parse("December 2019"))

    assert plan.find_state(date(2019, 11, 1)) == "late"
    assert plan.expected == DateInterval.parse("December 2019")


def test_a_tolerance_below_0_is_refused():
    with pytest.raises(ValueError, match="0 days or more, not -1"):
        MilestonePlan(AUTUMN, tolerance_days=-1)
