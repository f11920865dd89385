"""The position against the control total, as an amount and as a share of turnover."""

from datetime import date

import pytest

from factories.small_ledger import APRIL, MAY, make_ledger
from placeplan.money.ledger import (
    SystemStatement,
    compare_with_control_totals,
    say_statement,
    sum_statements,
)
from placeplan.money.ledger.statement import spread_total

TOTALS = [(2016, "trust", 50.0), (2016, "group", 50.0), (2015, "trust", 9.0)]


def test_each_body_is_held_against_its_control_total_before_money_of_a_fund():
    """The trust plans 28.90 before the fund; 21.10 more are asked, 2 months of 12."""
    found = compare_with_control_totals(
        make_ledger(totals=TOTALS), year=2016, through=MAY
    )

    group, trust = found.drop("difference_share", "status").rows(named=True)
    assert trust == {
        "organisation": "trust",
        "control_total_pence": 5000,
        "control_total_to_date_pence": 2890 + 352,
        "plan_to_date_pence": 2890,
        "actual_to_date_pence": 1320,
        "difference_pence": 1320 - 3242,
        "met": False,
        "turnover_pence": 20795,
    }
    assert (group["control_total_to_date_pence"], group["met"]) == (5000, False)
    assert found["difference_share"].to_list() == [-400 / 26100, -1922 / 20795]


def test_over_the_whole_year_the_control_total_counts_in_full():
    found = compare_with_control_totals(make_ledger(totals=TOTALS), year=2016)

    assert found["control_total_to_date_pence"].to_list() == [5000, 5000]


def test_the_system_is_held_against_the_plain_sum():
    """Turnover is 468.95 less the 207.95 that members pay each other."""
    found = sum_statements(make_ledger(totals=TOTALS), year=2016)

    assert (found.control_total, found.actual_to_date) == (10000, 5920)
    assert (found.difference, found.met, found.turnover) == (-4080, False, 26100)
    assert found.difference_share == -4080 / 26100


def test_the_system_meets_its_total_though_one_body_does_not():
    totals = [(2016, "trust", 30.0), (2016, "group", 29.2)]
    ledger = make_ledger(totals=totals)

    found = compare_with_control_totals(ledger, year=2016)

    assert found["met"].to_list() == [True, False]
    assert sum_statements(ledger, year=2016).met
    assert sum_statements(ledger, year=2016).difference == 0


def test_a_change_moves_what_a_body_must_meet_from_the_day_it_is_agreed():
    changes = [
        ("one", date(2016, 7, 1), 2016, "trust", -40.0),
        ("one", date(2016, 7, 1), 2016, "group", 40.0),
    ]
    ledger = make_ledger(totals=TOTALS, changes=changes)

    before = compare_with_control_totals(ledger, year=2016, as_at=date(2016, 6, 30))
    after = compare_with_control_totals(ledger, year=2016)

    assert before["control_total_pence"].to_list() == [5000, 5000]
    assert after["control_total_pence"].to_list() == [9000, 1000]


def test_a_body_without_a_control_total_has_none_to_meet():
    ledger = make_ledger(totals=[(2016, "trust", 50.0)])

    group = compare_with_control_totals(ledger, year=2016, bodies=["group"])
    system = sum_statements(ledger, year=2016)

    assert group.select("control_total_pence", "difference_pence", "met").row(0) == (
        None,
        None,
        None,
    )
    assert (system.control_total, system.actual_to_date) == (5000, 5920)


def test_a_body_that_booked_nothing_still_counts_with_its_control_total():
    totals = [*TOTALS, (2016, "newcomer", -7.0)]

    found = compare_with_control_totals(make_ledger(totals=totals), year=2016)

    newcomer = found.filter(organisation="newcomer").row(0, named=True)
    assert newcomer["control_total_pence"] == -700
    assert (newcomer["actual_to_date_pence"], newcomer["difference_pence"]) == (0, 700)
    assert newcomer["difference_share"] is None
    assert sum_statements(make_ledger(totals=totals), year=2016).control_total == 9300


def test_a_year_without_values_has_no_turnover():
    found = sum_statements(make_ledger(), year=2030, through=date(2030, 4, 1))

    assert (found.turnover, found.difference_share) == (0, None)


@pytest.mark.parametrize(
    ("total", "planned", "to_date", "months", "falls"),
    [
        (-1200, -1200, -900, 6, -900),
        (0, -1200, -900, 6, -300),
        (0, -1200, -1200, 12, 0),
        (1000, 0, 0, 1, 83),
        (7, 1, 0, 1, 0),
        (19, 1, 0, 1, 2),
        (5, 3, 3, 0, 3),
    ],
)
def test_what_the_plan_lacks_is_spread_evenly(total, planned, to_date, months, falls):
    assert spread_total(total, planned, to_date, months) == falls


def test_the_first_month_alone():
    found = compare_with_control_totals(
        make_ledger(totals=TOTALS), year=2016, through=APRIL, bodies=["trust"]
    )

    assert found["control_total_to_date_pence"].to_list() == [990 + 176]


def test_the_statement_says_which_turnover_it_is_a_share_of():
    ledger = make_ledger(totals=TOTALS)

    system = sum_statements(ledger, year=2016)
    trust = sum_statements(ledger, year=2016, bodies=["trust"])

    assert say_statement("The system", system) == (
        "The system is £40.80 short of its control total to date, 15.63 % of turnover "
        "(income to date without money of funds, less what members pay each other, "
        "£261): £59.20 against £100."
    )
    assert say_statement("The trust", trust, is_one_body=True) == (
        "The trust is £36.80 short of its control total to date, 17.70 % of turnover "
        "(its own income to date without money of funds, £207.95): £13.20 against £50."
    )


@pytest.mark.parametrize(
    ("actual", "turnover", "said"),
    [
        (100, 1000, "is on its control total to date: £1 against £1."),
        (150, 0, "is £0.50 better than its control total to date: £1.50 against £1."),
        (
            101,
            10**8,
            (
                "is £0.01 better than its control total to date, less than 0.01 % of "
                "turnover (its own income to date without money of funds, £1 million): "
                "£1.01 against £1."
            ),
        ),
    ],
)
def test_a_statement_that_is_met_says_so(actual, turnover, said):
    met = SystemStatement(100, 100, 100, actual, turnover)

    assert say_statement("It", met, is_one_body=True) == f"It {said}"
