"""Working days in England and Wales; bank holidays as GOV.UK publishes them."""

from datetime import date

import pytest

from placeplan.errors import PeriodError
from placeplan.periods import (
    add_working_days,
    count_working_days,
    find_coverage,
    is_working_day,
)


@pytest.mark.parametrize(
    "holiday",
    [
        date(2012, 1, 2),  # New Year's Day on a Sunday, kept on the Monday
        date(2012, 6, 5),  # Diamond Jubilee
        date(2020, 5, 8),  # early May holiday moved to a Friday for VE Day
        date(2022, 9, 19),  # State Funeral of Queen Elizabeth II
        date(2023, 5, 8),  # Coronation of King Charles III
        date(2027, 12, 27),  # Christmas Day on a Saturday, kept on the Monday
        date(2019, 8, 24),  # a Saturday
        date(2019, 8, 25),  # a Sunday
    ],
)
def test_no_work_on_weekends_and_bank_holidays(holiday):
    assert is_working_day(holiday) is False


def test_the_moved_holiday_leaves_its_usual_day_a_working_day():
    assert is_working_day(date(2020, 5, 4)) is True


def test_a_common_year_of_eight_holidays_has_253_working_days():
    # 2019: 261 weekdays less 8 bank holidays, all of them on weekdays
    assert count_working_days(date(2019, 1, 1), date(2019, 12, 31)) == 253


def test_counting_backwards_counts_nothing():
    assert count_working_days(date(2019, 8, 23), date(2019, 8, 22)) == 0


def test_adding_passes_over_the_long_weekend():
    friday, tuesday = date(2019, 8, 23), date(2019, 8, 27)

    assert add_working_days(friday, 1) == tuesday
    assert add_working_days(tuesday, -1) == friday
    assert add_working_days(date(2019, 8, 25), 0) == date(2019, 8, 25)


def test_the_bundle_runs_from_2012_to_2028_and_every_year_is_whole():
    first, last = find_coverage()

    assert (first, last) == (2012, 2028)
    for year in range(first, last + 1):
        weekdays = sum(
            date.fromordinal(day).weekday() < 5
            for day in range(
                date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
            )
        )
        working = count_working_days(date(year, 1, 1), date(year, 12, 31))
        assert 8 <= weekdays - working <= 10, year


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2029, 1, 1)])
def test_outside_the_bundle_there_is_no_answer(day):
    with pytest.raises(PeriodError) as caught:
        is_working_day(day)

    assert str(caught.value) == (
        f"Bank holidays of {day.year} are not known here: the bundled list runs from "
        "2012 to 2028. Choose a day in those years."
    )


@pytest.mark.parametrize(("day", "step"), [(date(2028, 12, 29), 1)])
def test_the_way_may_not_lead_out_of_the_bundle(day, step):
    with pytest.raises(PeriodError):
        add_working_days(day, step)


def test_counting_needs_both_ends_inside():
    with pytest.raises(PeriodError):
        count_working_days(date(2011, 12, 31), date(2012, 1, 3))
    with pytest.raises(PeriodError):
        count_working_days(date(2028, 12, 31), date(2029, 1, 3))


def test_the_network_is_never_asked(monkeypatch):
    requests = pytest.importorskip("requests")

    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(requests.Session, "request", refuse)
    from placeplan.periods import working_day

    working_day._read_bank_holidays.cache_clear()

    assert is_working_day(date(2019, 8, 26)) is False
