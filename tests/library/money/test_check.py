"""Money tables that do not fit each other are all named at once."""

import polars as pl
import pytest

from factories.money_factory import TINY_ACTIVITY, make_tables
from placeplan.errors import Fault, InputError
from placeplan.money import check_money, project_money


def _faults(years=(2016, 2017, 2018), **changed):
    tables = make_tables(**changed)
    pods = ["spell", "contact"]
    return check_money(tables, pods=pods, base_year=2016, years=years)


def test_tables_that_fit_have_no_fault():
    assert _faults() == []


def test_a_pod_without_a_price_is_named():
    assert _faults(prices=[("spell", 100.0)]) == [
        Fault(
            file="money/prices.csv",
            where="",
            expected="a price for each pod that has activity",
            found="none for contact",
            remedy="Add a row for each; the price may be 0.",
        )
    ]


def test_years_without_growth_of_prices_are_named():
    assert _faults(inflation=[(2018, 2018, "price", 0.1)]) == [
        Fault(
            file="money/inflation.csv",
            where="",
            expected="growth of prices for every year after 2016 up to 2018",
            found="none for 2017",
            remedy="Add rows of kind price for these years; growth may be 0.",
        )
    ]


def test_a_range_that_runs_backwards_is_named():
    rows = [(2017, 2018, "price", 0.1), (2018, 2017, "policy", 0.2)]

    assert _faults(inflation=rows) == [
        Fault(
            file="money/inflation.csv",
            where="row 3, columns from_year and to_year",
            expected="a first year no later than the last",
            found="2018 to 2017",
            remedy="Put the earlier year first.",
        )
    ]


def test_ranges_that_overlap_are_named():
    rows = [(2018, 2019, "price", 0.1), (2017, 2018, "price", 0.2)]

    assert _faults(inflation=rows) == [
        Fault(
            file="money/inflation.csv",
            where="row 2, columns from_year and to_year",
            expected="years that no other row of kind price covers",
            found="2018, also in row 3",
            remedy="End the one row before the other starts.",
        )
    ]


def test_years_without_income_are_named():
    assert _faults(income=[(2017, "system", 1.0, 1.0)]) == [
        Fault(
            file="money/income.csv",
            where="",
            expected="income for every year of the plan",
            found="none for 2016, 2018",
            remedy="Add a row for each of these years.",
        )
    ]


def test_two_systems_are_one_too_many():
    income = [(year, "system", 1.0, 1.0) for year in (2016, 2017)]

    assert _faults(income=[*income, (2018, "other", 1.0, 1.0)], fixed_cost=[]) == [
        Fault(
            file="money/income.csv",
            where="column organisation",
            expected="one organisation, the same in income and fixed cost",
            found="other, system",
            remedy="Give the figures of the system as a whole: the gap is its gap.",
        )
    ]


def test_fixed_cost_belongs_to_the_system_that_has_the_income():
    faults = _faults(fixed_cost=[(2016, "other", "policy", 1.0, True)])

    assert [(fault.file, fault.found) for fault in faults] == [
        ("money/fixed_cost.csv", "other")
    ]


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ({2016: 5.0, 2017: 5.0, 2018: 6.0}, "5, 5, 6"),
        ({2016: 5.0, 2018: 5.0}, "5, nothing, 5"),
        ({2016: 1_234_567.5, 2017: 5.0, 2018: 5.0}, "1,234,567.50, 5, 5"),
    ],
)
def test_a_level_that_moves_has_no_driver(amounts, found):
    rows = [(year, "system", "level", cost, False) for year, cost in amounts.items()]

    assert _faults(fixed_cost=rows) == [
        Fault(
            file="money/fixed_cost.csv",
            where="rows of driver level that are not recurrent, 2016 to 2018",
            expected="the same amount in every year of the plan",
            found=found,
            remedy="Repeat the amount, and put what changes under its own driver.",
        )
    ]


def test_a_solution_stands_under_one_theme():
    rows = [
        ("ledger", "productivity", 2017, 1.0, True),
        ("ledger", "enablers", 2018, 1.0, True),
    ]

    assert _faults(solutions=rows) == [
        Fault(
            file="money/solutions.csv",
            where="solution ledger",
            expected="one theme",
            found="enablers, productivity",
            remedy="Keep it under one theme, so that nothing is counted twice.",
        )
    ]


def test_all_faults_come_at_once_and_nothing_is_worked_out():
    tables = make_tables(prices=[], income=[])
    activity = TINY_ACTIVITY.filter(pl.col("year") != 2017)

    with pytest.raises(InputError) as raised:
        project_money(
            tables,
            activity,
            base_year=2016,
            years=[2017, 2018],
            with_solutions=True,
        )

    assert [fault.file for fault in raised.value.faults] == [
        "money/prices.csv",
        "money/income.csv",
        "activity/base.csv",
    ]
    assert raised.value.faults[2].found == "none in 2017"
