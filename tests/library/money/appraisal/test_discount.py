"""Discounting by the schedule of the Green Book."""

from datetime import date
from decimal import Decimal, localcontext

import pytest

from placeplan.errors import InputError
from placeplan.money.appraisal import (
    discount,
    find_discount_schedule,
    make_flat_schedule,
)
from placeplan.money.pence import Pence

SCHEDULE = find_discount_schedule(date(2017, 4, 1))


def multiply_out(years):
    """Multiply year by year: 3.5 % for 30 years, 3 % to the 75th, 2.5 % after."""
    factor = Decimal(1)
    for year in range(1, years + 1):
        percent = "3.5" if year <= 30 else "3" if year <= 75 else "2.5"
        factor /= 1 + Decimal(percent) / 100
    return factor


@pytest.mark.parametrize("years", [0, 1, 2, 10, 29, 30, 31, 32, 75, 76, 77, 120])
def test_each_year_is_discounted_by_the_rate_of_its_own_span(years):
    factor = SCHEDULE.find_factor(years)

    with localcontext(prec=50):
        exact = Decimal(factor.numerator) / factor.denominator
        difference = abs(exact - multiply_out(years))
    assert difference < Decimal("1e-30")


@pytest.mark.parametrize(
    ("years", "pence"),
    # A million pounds by the factors that are printed to four places.
    [(1, "0.9662"), (5, "0.8420"), (10, "0.7089"), (30, "0.3563"), (31, "0.3459")],
)
def test_a_million_pounds(years, pence):
    found = discount(Pence(100_000_000), years, SCHEDULE)

    assert round(found / 100_000_000, 4) == float(pence)


def test_where_the_schedule_was_read_is_said():
    assert SCHEDULE.source.startswith("The Green Book's schedule of discount rates")


def test_before_the_first_day_of_the_schedule_nothing_was_read():
    with pytest.raises(InputError) as caught:
        find_discount_schedule(date(2013, 4, 20))

    (fault,) = caught.value.faults
    assert (fault.expected, fault.found) == (
        "a day on or after 2013-04-21",
        "2013-04-20",
    )


def test_a_year_before_the_base_year_is_refused():
    with pytest.raises(InputError, match="2 years before"):
        discount(Pence(100), -2, SCHEDULE)


def test_a_schedule_of_one_s_own_has_no_source():
    flat = make_flat_schedule(0)

    assert (flat.source, discount(Pence(123), 40, flat)) == ("", 123)
