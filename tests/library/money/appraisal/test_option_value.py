"""What an option is worth, worked out by hand with a discount of a quarter a year."""

import pytest

from placeplan.money.appraisal import (
    Flow,
    OptionValue,
    find_payback_year,
    make_flat_schedule,
    rank_values,
    take_from_baseline,
    value_flows,
)
from placeplan.money.pence import Pence

QUARTER = make_flat_schedule(0.25)


def make(*flows):
    return [Flow(year, side, Pence(amount)) for year, side, amount in flows]


def value(flows):
    return value_flows(flows, base_year=2017, schedule=QUARTER)


def test_costs_and_benefits_are_discounted_from_the_base_year():
    # 1000 + 500 / 1.25 = 1400; 1250 / 1.25 + 1250 / 1.5625 = 1800.
    flows = make(
        (2017, "cost", 1000),
        (2018, "cost", 500),
        (2018, "benefit", 1250),
        (2019, "benefit", 1250),
    )

    found = value(flows)

    assert found == OptionValue(Pence(1400), Pence(1800), 2019)
    assert found.net_present_value == 400
    assert found.return_on_investment == 400 / 1400


def test_without_cost_there_is_no_return_and_nothing_to_pay_back():
    found = value(make((2018, "benefit", 125)))

    assert (found.return_on_investment, found.payback_year) == (None, None)


def test_an_option_without_flows_is_worth_nothing():
    assert value([]) == OptionValue(Pence(0), Pence(0), None)


@pytest.mark.parametrize(
    ("later", "year"),
    [
        ([(2018, "benefit", 999)], None),
        ([(2018, "benefit", 1000)], 2018),
        ([(2018, "benefit", 1000), (2019, "benefit", 5)], 2018),
        ([(2018, "benefit", 600), (2019, "benefit", 400)], 2019),
        ([(2019, "benefit", 1000), (2018, "cost", 1)], None),
        # Ahead in 2018, behind again in 2019, ahead for good in 2021.
        (
            [(2018, "benefit", 1000), (2019, "cost", 10), (2021, "benefit", 10)],
            2021,
        ),
    ],
)
def test_payback_is_the_year_from_which_it_never_falls_behind(later, year):
    assert find_payback_year(make((2017, "cost", 1000), *later)) == year


def test_beyond_the_baseline_only_what_differs_counts():
    option = make((2017, "cost", 900), (2018, "cost", 150), (2018, "benefit", 500))
    baseline = make((2017, "cost", 400), (2018, "cost", 275), (2018, "benefit", 250))

    found = value(take_from_baseline(option, baseline))

    # 500 more is spent; 125 less is spent and 250 more gained a year later.
    assert found == OptionValue(Pence(500), Pence(300), None)


def test_a_benefit_that_is_lost_beyond_the_baseline_is_a_cost():
    option = make((2017, "benefit", 10))
    baseline = make((2017, "benefit", 40), (2018, "cost", 0))

    assert take_from_baseline(option, baseline) == make((2017, "cost", 30))


def test_equals_share_a_rank_and_the_next_rank_is_left_out():
    values = {"a": Pence(5), "b": Pence(9), "c": Pence(5), "d": Pence(-1)}

    assert rank_values(values) == {"a": 2, "b": 1, "c": 2, "d": 4}
