"""Phasing of the catch-up and the terms of a year; the table stands in tests/spec."""

from fractions import Fraction

import pytest

from placeplan.errors import InputError
from placeplan.money.pence import Pence
from placeplan.money.productivity import (
    YearTerms,
    find_efficiency_share,
    find_savings_path,
    phase_catch_up,
)


def test_phasing_ties_to_the_penny():
    phased = phase_catch_up(Pence(100), {2016: 1 / 3, 2017: 1 / 3, 2018: 1 - 2 / 3})

    assert sum(phased.values()) == 100


@pytest.mark.parametrize("shares", [{2016: 0.5}, {2016: 0.6, 2017: 0.5}])
def test_phasing_that_does_not_sum_to_one_is_refused(shares):
    with pytest.raises(InputError, match="a sum of 1"):
        phase_catch_up(Pence(100), shares)


def test_two_percent_is_asked_by_the_papers_and_by_guidance_of_2026():
    asked = {year: find_efficiency_share(year) for year in (2015, 2016, 2020, 2026)}

    assert asked[2015] is None
    assert [asked[year].share for year in (2016, 2020, 2026)] == [Fraction(1, 50)] * 3
    assert asked[2016].words.endswith("2 % a year is our reading.")
    assert asked[2026].source.startswith("Medium Term Planning Framework")


def test_without_a_cap_all_that_is_wanted_is_saved():
    path = find_savings_path(
        Pence(100_00), {2016: Pence(90_00)}, [YearTerms(2016, 0, 0, 0.02)]
    )

    (year,) = path.years
    assert (year.cap, year.saved, year.carried) == (None, 92_00, 0)


def test_a_cap_is_rounded_down_so_that_nothing_is_above_it():
    path = find_savings_path(
        Pence(199), {2016: Pence(90)}, [YearTerms(2016, 0, 0, 0, 0.01)]
    )

    assert (path.saved, path.carried) == (1, 89)


def test_no_years_save_nothing():
    path = find_savings_path(Pence(100), {}, [])

    assert (path.wanted, path.saved, path.carried) == (0, 0, 0)
