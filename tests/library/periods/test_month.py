"""Spans of months, as plans write them, are late only when they are over."""

from datetime import date

import pytest

from placeplan.errors import PeriodError
from placeplan.periods import Month, MonthInterval


@pytest.mark.parametrize(
    ("written", "first", "last", "printed"),
    [
        (
            "September / October 2019",
            date(2019, 9, 1),
            date(2019, 10, 31),
            "September to October 2019",
        ),
        ("September 2019", date(2019, 9, 1), date(2019, 9, 30), "September 2019"),
        ("sept. 2019", date(2019, 9, 1), date(2019, 9, 30), "September 2019"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        (
            "Dec 2019 to Jan 2020",
            date(2019, 12, 1),
            date(2020, 1, 31),
            "December 2019 to January 2020",
        ),
        ("June - July 2019", date(2019, 6, 1), date(2019, 7, 31), "June to July 2019"),
        ("May–June 2019", date(2019, 5, 1), date(2019, 6, 30), "May to June 2019"),
    ],
)
def test_span_is_read_as_people_write_it(written, first, last, printed):
    span = MonthInterval.parse(written)

    assert (span.starts_on, span.ends_on, str(span)) == (first, last, printed)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (
            "Autumn 2019",
            (
                "'Autumn 2019' is no month. Write it as in September 2019 or "
                "September / October 2019."
            ),
        ),
        (
            "September",
            (
                "'September' has no year. Write it as in September 2019 or "
                "September / October 2019."
            ),
        ),
        (
            "May / June / July 2019",
            (
                "'May / June / July 2019' names more than two months. Write it as in "
                "September 2019 or September / October 2019."
            ),
        ),
        (
            "October / September 2019",
            "September 2019 comes before October 2019. Put the earlier first.",
        ),
        (
            "2019-13",
            (
                "There is no month 13 of 2019: months run from 1 to 12 and years from "
                "1900 to 2150. Correct it."
            ),
        ),
        (
            "5 2019",
            (
                "'5 2019' is no month. Write it as in September 2019 or "
                "September / October 2019."
            ),
        ),
    ],
)
def test_span_that_cannot_be_read_says_why(written, words):
    with pytest.raises(PeriodError) as caught:
        MonthInterval.parse(written)

    assert str(caught.value) == words


def test_a_span_holds_its_first_and_last_day():
    due = MonthInterval.parse("September / October 2019")
    days = [date(2019, 8, 31), date(2019, 9, 1), date(2019, 10, 31), date(2019, 11, 1)]

    assert [due.contains(day) for day in days] == [False, True, True, False]


def test_months_follow_over_the_turn_of_the_year():
    assert Month(2019, 11).following == Month(2019, 12)
    assert Month(2019, 12).following == Month(2020, 1)
    assert Month.containing(date(2020, 1, 31)) == Month(2020, 1)
