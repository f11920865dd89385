"""Dates as plans print them, held against a calendar."""

from datetime import date

import pytest

from placeplan.errors import PeriodError
from placeplan.programme import DateInterval


# Dates as they stand in the five papers and in the financial years of their tables.
@pytest.mark.parametrize(
    ("printed", "starts_on", "ends_on"),
    [
        ("May 2019", date(2019, 5, 1), date(2019, 5, 31)),
        ("September / October 2019", date(2019, 9, 1), date(2019, 10, 31)),
        ("October / November 2019", date(2019, 10, 1), date(2019, 11, 30)),
        ("Dec 2019 to Jan 2020", date(2019, 12, 1), date(2020, 1, 31)),
        ("February 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-07-01", date(2019, 7, 1), date(2019, 7, 1)),
        ("1 July 2019", date(2019, 7, 1), date(2019, 7, 1)),
        ("2020-04", date(2020, 4, 1), date(2020, 4, 30)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2019/20", date(2019, 4, 1), date(2020, 3, 31)),
        ("  April   2020 ", date(2020, 4, 1), date(2020, 4, 30)),
    ],
)
def test_a_printed_date_has_a_first_and_a_last_day(printed, starts_on, ends_on):
    due = DateInterval.parse(printed)

    assert (due.starts_on, due.ends_on) == (starts_on, ends_on)
    assert str(due) == " ".join(printed.split())


@pytest.mark.parametrize(
    "printed",
    [
        *("summer 2017", "2017 summer/autumn", "", "soon", "2019-13-01"),
        *("31 June 2019", "0000", "2019/21", "1 Juy 2019", "٢٠١٩"),
    ],
)
def test_what_has_no_first_and_last_day_is_refused(printed):
    with pytest.raises(PeriodError, match="no date that can be held against"):
        DateInterval.parse(printed)


def test_an_interval_that_ends_before_it_starts_is_refused():
    with pytest.raises(PeriodError, match="before it starts on 2019-09-02"):
        DateInterval(date(2019, 9, 2), date(2019, 9, 1))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (date(2019, 9, 1), date(2019, 10, 31), "September to October 2019"),
        (date(2019, 9, 1), date(2019, 9, 30), "September 2019"),
        (date(2019, 12, 1), date(2020, 1, 31), "December 2019 to January 2020"),
        (date(2019, 9, 2), date(2019, 9, 2), "2 September 2019"),
        (date(2019, 9, 2), date(2019, 10, 31), "2 September 2019 to 31 October 2019"),
        (date(1066, 10, 1), date(1066, 10, 31), "1 October 1066 to 31 October 1066"),
    ],
)
def test_an_interval_without_words_finds_its_own(starts_on, ends_on, words):
    assert str(DateInterval(starts_on, ends_on)) == words


def test_an_interval_that_moves_keeps_its_length_and_loses_its_words():
    due = DateInterval.parse("September / October 2019")

    moved = due.move(30)

    assert moved == DateInterval(date(2019, 10, 1), date(2019, 11, 30))
    assert (due.length_days, moved.length_days) == (61, 61)
    assert due.move(0) == due
    with pytest.raises(PeriodError, match="out of the calendar"):
        due.move(10**9)
