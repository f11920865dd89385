"""Quarters of the financial year."""

from datetime import date

import pytest

from placeplan.errors import PeriodError
from placeplan.periods import Quarter


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2016, 4, 1), date(2016, 6, 30)),
        (2, date(2016, 7, 1), date(2016, 9, 30)),
        (3, date(2016, 10, 1), date(2016, 12, 31)),
        (4, date(2017, 1, 1), date(2017, 3, 31)),
    ],
)
def test_a_quarter_has_three_months_of_the_financial_year(number, first, last):
    quarter = Quarter(2016, number)

    assert (quarter.starts_on, quarter.ends_on) == (first, last)
    assert [month.month for month in quarter.months] == [
        first.month,
        first.month + 1,
        last.month,
    ]


def test_quarters_are_read_as_they_are_written():
    assert Quarter.parse(" 1999/00 Q4 ") == Quarter(1999, 4)
    assert str(Quarter(1999, 4)) == "1999/00 Q4"


@pytest.mark.parametrize(
    "text", ["", "2016/17", "2016/18 Q1", "2016/17 Q0", "Q1", "x Q1"]
)
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(PeriodError):
        Quarter.parse(text)
