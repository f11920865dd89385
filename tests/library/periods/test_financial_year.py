"""A financial year runs from 1 April to 31 March and prints as 2016/17."""

from datetime import date

import pytest

from placeplan.errors import PeriodError
from placeplan.periods import FinancialYear


@pytest.mark.parametrize(
    ("written", "start"),
    [("2016/17", 2016), ("2016", 2016), ("1999/00", 1999), (" 2030/31 ", 2030)],
)
def test_year_is_read_as_people_write_it(written, start):
    assert FinancialYear.parse(written) == FinancialYear(start)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2016/18", "'2016/18' is no financial year. Write 2016/17."),
        ("2016-17", "'2016-17' is no financial year. Write it as in 2016/17."),
        ("16/17", "'16/17' is no financial year. Write it as in 2016/17."),
        ("2016/2017", "'2016/2017' is no financial year. Write it as in 2016/17."),
        ("", "'' is no financial year. Write it as in 2016/17."),
        ("٢٠١٦", "'٢٠١٦' is no financial year. Write it as in 2016/17."),
        (
            "0216",
            (
                "A financial year starts between 1900 and 2150, not in 216. "
                "Correct the year."
            ),
        ),
        (
            "2151",
            (
                "A financial year starts between 1900 and 2150, not in 2151. "
                "Correct the year."
            ),
        ),
    ],
)
def test_slip_of_the_pen_is_named(written, words):
    with pytest.raises(PeriodError) as caught:
        FinancialYear.parse(written)

    assert str(caught.value) == words


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2016, 3, 31), "2015/16"),
        (date(2016, 4, 1), "2016/17"),
        (date(2016, 12, 31), "2016/17"),
        (date(2017, 1, 1), "2016/17"),
    ],
)
def test_year_of_a_day_turns_on_1_april(day, printed):
    assert str(FinancialYear.containing(day)) == printed


def test_years_follow_each_other_without_a_gap():
    year = FinancialYear(2019)

    assert (year.following.starts_on - year.ends_on).days == 1
    assert sorted([year.following, year]) == [year, year.following]
