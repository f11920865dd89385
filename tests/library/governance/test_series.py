"""A group that meets regularly: its days, and by when each agenda has to be out."""

from datetime import date

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.governance.notice import check_notice, find_last_publication
from placeplan.governance.series import find_frequency, list_meeting_days

SECOND_WEDNESDAY = date(2019, 8, 14)


def write(days):
    return [day.isoformat() for day in days]


@pytest.mark.parametrize(
    ("frequency", "last", "days"),
    [
        ("weekly", date(2019, 8, 31), ["2019-08-14", "2019-08-21", "2019-08-28"]),
        ("fortnightly", date(2019, 9, 11), ["2019-08-14", "2019-08-28", "2019-09-11"]),
        ("monthly", date(2019, 10, 8), ["2019-08-14", "2019-09-11"]),
        ("two_monthly", date(2019, 12, 11), ["2019-08-14", "2019-10-09", "2019-12-11"]),
        ("quarterly", date(2020, 2, 12), ["2019-08-14", "2019-11-13", "2020-02-12"]),
        ("half_yearly", date(2020, 2, 12), ["2019-08-14", "2020-02-12"]),
        ("yearly", date(2021, 8, 10), ["2019-08-14", "2020-08-12"]),
    ],
)
def test_series_keeps_the_weekday_and_its_week_in_the_month(frequency, last, days):
    assert write(list_meeting_days(SECOND_WEDNESDAY, last, frequency)) == days


def test_fifth_weekday_becomes_the_last_of_shorter_months():
    days = list_meeting_days(date(2019, 7, 31), date(2019, 10, 31), "monthly")

    assert write(days) == ["2019-07-31", "2019-08-28", "2019-09-25", "2019-10-30"]


def test_meeting_on_a_bank_holiday_moves_to_the_next_working_day():
    days = list_meeting_days(date(2019, 8, 12), date(2019, 8, 31), "fortnightly")

    assert write(days) == ["2019-08-12", "2019-08-27"]


def test_meeting_that_moves_past_the_last_day_is_left_out():
    assert list_meeting_days(date(2019, 8, 26), date(2019, 8, 26), "weekly") == ()


def test_days_around_christmas_fall_together_once():
    days = list_meeting_days(date(2019, 12, 18), date(2020, 1, 8), "weekly")

    assert write(days) == ["2019-12-18", "2019-12-27", "2020-01-02", "2020-01-08"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2019, 8, 14), date(2019, 8, 13)),
        (date(2019, 8, 14), date(2019, 8, 14).replace(year=2099)),
        (date(1999, 8, 14), date(2019, 8, 14)),
        (date(2019, 8, 14), date(2020, 12, 31)),
    ],
)
def test_series_that_cannot_be_is_refused(first, last):
    with pytest.raises(InputError):
        list_meeting_days(first, last, "weekly")


def test_unknown_frequency_is_refused():
    with pytest.raises(UnknownNameError):
        list_meeting_days(SECOND_WEDNESDAY, SECOND_WEDNESDAY, "bi-monthly")


@pytest.mark.parametrize(
    ("words", "frequency"),
    [
        ("Monthly", "monthly"),
        ("two-monthly", "two_monthly"),
        ("every three months", "quarterly"),
        ("bi-monthly", None),
        ("as required", None),
        ("", None),
    ],
)
def test_words_of_the_terms_are_read_or_left_open(words, frequency):
    assert find_frequency(words) == frequency


@pytest.mark.parametrize(
    ("body", "meeting_on", "last"),
    [
        ("principal_council", date(2019, 8, 14), date(2019, 8, 6)),
        ("nhs_body", date(2019, 8, 14), date(2019, 8, 8)),
        ("principal_council", date(2019, 8, 29), date(2019, 8, 20)),
        ("key_decision", date(2019, 8, 30), date(2019, 8, 1)),
    ],
)
def test_last_day_to_publish_is_enough_and_the_day_after_is_not(body, meeting_on, last):
    assert find_last_publication(body, meeting_on) == last
    assert check_notice(body, last, meeting_on).state == "enough"
    after = last.fromordinal(last.toordinal() + 1)
    assert check_notice(body, after, meeting_on).state == "short"
