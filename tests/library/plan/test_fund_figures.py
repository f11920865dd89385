"""Figures of a fund: sentences with the numbers of their tables."""

from datetime import date

import polars as pl
import pytest

from placeplan.money.fund.account import ACCOUNT_SCHEMA
from placeplan.money.fund.missed_month import MONTHS_SCHEMA
from placeplan.plan.fund_figure import FundView, draw_fund, draw_missed_months

NAMES = {"one": "One Trust"}
ALL, ONE = FundView("stf", 2016), FundView("stf", 2016, "one")
ROWS = [
    (1, "one", "finance", "Finance", "earned", 7_000_000),
    (1, "one", "ae", "A&E within four hours", "lost", 1_250_000),
    (1, "two", "finance", "Finance", "lost", 700_000_000),
    (1, "two", "ae", "A&E within four hours", "lost", 140_000_000),
    (2, "one", "cancer", "Cancer within 62 days", "lost", 500_000),
    (2, "one", "rtt", "Referral to treatment", "at_risk", 900),
]


@pytest.fixture
def account():
    return pl.DataFrame(
        [
            ("stf", year, *row, "", "", "illustrative")
            for row in ROWS
            for year in (2016, 2017)
        ],
        schema=ACCOUNT_SCHEMA,
        orient="row",
    )


def make_months(rows):
    full = [
        ("stf", 2016, 1, body, date(2016, month, 1), 0, 1000, short, pence, "", status)
        for body, month, short, pence, status in rows
    ]
    return pl.DataFrame(full, schema=MONTHS_SCHEMA, orient="row")


def test_the_sentence_says_all_three_states_and_on_what_was_lost(account):
    figure = draw_fund(account, ONE, NAMES)

    assert figure.finding == (
        "Of the £87,509 that One Trust could earn in 2016/17, £70,000 is earned, £9 is "
        "at risk and £17,500 is lost. Lost: £12,500 to A&E within four hours and "
        "£5,000 to cancer within 62 days."
    )
    assert figure.table.rows() == [
        ("Q1", 70_000.0, 0.0, 12_500.0, 82_500.0),
        ("Q2", 0.0, 9.0, 5_000.0, 5_009.0),
    ]
    assert figure.status == "illustrative"


def test_what_the_gate_took_is_not_blamed_on_a_test(account):
    assert draw_fund(account, ALL, NAMES).finding.endswith(
        "Lost: £8.4 million to control totals that were missed, £12,500 to A&E within "
        "four hours and £5,000 to cancer within 62 days."
    )


def test_a_year_without_losses_says_none(account):
    kept = account.filter(pl.col("state") != "lost")

    finding = draw_fund(kept, ONE).finding

    assert finding == (
        "Of the £70,009 that one could earn in 2016/17, £70,000 is earned and £9 is at "
        "risk."
    )


def test_a_year_that_has_only_begun_is_all_at_risk(account):
    kept = account.filter(pl.col("state") == "at_risk")

    assert draw_fund(kept, ONE).finding == (
        "Of the £9 that one could earn in 2016/17, £9 is at risk."
    )


def test_nothing_allocated_is_no_figure(account):
    assert draw_fund(account, FundView("stf", 2018)) is None
    assert draw_fund(account, FundView("stf", 2016, "three")) is None


def test_the_worst_month_counts_those_patients_alone_who_cost_something():
    months = make_months(
        [
            ("one", 5, 10, 5_000, "derived"),
            ("one", 4, 40, 20_000, "illustrative"),
            ("two", 4, 999, 0, "derived"),
        ]
    )

    figure = draw_missed_months(months, ALL)

    assert figure.finding == (
        "Missed months of A&E cost all providers together £250 in 2016/17; April 2016 "
        "cost most: £200, when 40 patients too few were seen within four hours."
    )
    assert figure.table.rows() == [
        ("Apr 2016", 2000, 1039, 200.0),
        ("May 2016", 1000, 10, 50.0),
    ]
    assert figure.status == "illustrative"


def test_months_that_cost_nothing_are_no_figure():
    assert draw_missed_months(make_months([("one", 4, 9, 0, "derived")]), ONE) is None
    assert draw_missed_months(make_months([]), ONE) is None
