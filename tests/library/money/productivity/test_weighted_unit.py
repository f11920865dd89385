"""Cost per weighted activity unit, by the constants of the Model Health System."""

from fractions import Fraction

import pytest

from placeplan.errors import InputError
from placeplan.money.pence import Pence
from placeplan.money.productivity import (
    UnitCost,
    cite_unit_constant,
    find_unit_cost,
    get_unit_constant,
)

# Methodology for calculating cost per WAU, Model Health System.
PUBLISHED = {
    2014: "3517.45",
    2015: "3512.58",
    2016: "3514.55",
    2017: "3516.01",
    2018: "3513.60",
}


@pytest.mark.parametrize(("year", "pounds"), PUBLISHED.items())
def test_constant_of_each_year(year, pounds):
    assert get_unit_constant(year) == Fraction(pounds)


def test_no_constant_was_published_for_later_years():
    with pytest.raises(InputError) as caught:
        get_unit_constant(2019)

    (fault,) = caught.value.faults
    assert fault.expected == (
        "one of the years 2014/15, 2015/16, 2016/17, 2017/18, 2018/19"
    )
    assert fault.found == "2019/20"


def test_constants_are_cited():
    assert cite_unit_constant(2015).startswith(
        "Methodology for calculating cost per weighted activity unit, "
    )


def test_local_prices_are_taken_out_of_cost_before_it_is_divided():
    # £110 with prices a tenth above the average is £100; £50 of activity at 3,514.55.
    found = find_unit_cost(
        Pence(110_00), Pence(50_00), year=2016, market_forces_factor=1.1
    )

    assert found == UnitCost(Pence(100_00), Fraction("50") / Fraction("3514.55"))
    assert found.pounds == 2 * Fraction("3514.55")


def test_opportunity_is_what_costs_above_the_benchmark_come_to():
    unit_cost = UnitCost(Pence(40_000_33), Fraction(10))

    assert unit_cost.find_opportunity(Fraction(3500)) == 5_000_33
    assert unit_cost.find_opportunity(Fraction(4000)) == 33
    assert unit_cost.find_opportunity(Fraction(4001)) == 0
