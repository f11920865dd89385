"""Laws of periods."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from placeplan.periods import (
    FinancialYear,
    Month,
    MonthInterval,
    Validity,
    add_working_days,
    count_working_days,
    is_working_day,
)

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
COVERED = st.dates(date(2013, 1, 1), date(2027, 12, 31))
VALIDITIES = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda pair: Validity(*(sorted(pair) if None not in pair else pair))
)


@given(DAYS)
def test_every_day_lies_in_its_financial_year_and_in_no_other(day):
    year = FinancialYear.containing(day)

    assert year.starts_on <= day <= year.ends_on
    assert year.following.starts_on == year.ends_on + timedelta(days=1)


@given(st.integers(1900, 2150).map(FinancialYear))
def test_financial_year_reads_as_it_prints(year):
    assert FinancialYear.parse(str(year)) == year


@given(st.tuples(DAYS, DAYS).map(sorted))
def test_span_of_months_reads_as_it_prints(days):
    span = MonthInterval(*(Month.containing(day) for day in days))

    assert MonthInterval.parse(str(span)) == span
    assert all(span.contains(day) for day in days)


@given(VALIDITIES, VALIDITIES, DAYS)
def test_overlap_is_symmetric_and_follows_from_a_shared_day(one, other, day):
    assert one.overlaps(other) is other.overlaps(one)
    if one.contains(day) and other.contains(day):
        assert one.overlaps(other)


@given(COVERED, st.integers(-300, 300))
def test_adding_working_days_lands_on_one_and_is_counted(day, working_days):
    landed = add_working_days(day, working_days)

    if working_days > 0:
        assert count_working_days(day + timedelta(days=1), landed) == working_days
    if working_days < 0:
        assert count_working_days(landed, day - timedelta(days=1)) == -working_days
    if working_days:
        assert is_working_day(landed)
    else:
        assert landed == day
