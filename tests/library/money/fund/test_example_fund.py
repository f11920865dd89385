"""The example's fund: it ties to the ledger, and real months of A&E decide."""

from pathlib import Path

import polars as pl
import pytest

from placeplan.money import TABLES
from placeplan.money.fund import (
    account_fund,
    check_fund,
    compare_with_ledger,
    list_months,
    list_quarters,
    sum_states,
)
from placeplan.money.pence import to_pence_column
from placeplan.performance import TABLES as PERFORMANCE_TABLES
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"


@pytest.fixture(scope="module")
def tables():
    files = read_folder(EXAMPLE, (*TABLES, *PERFORMANCE_TABLES))
    assert [each for each in files.faults if "fund_" in each.file] == []
    return files.frames


@pytest.fixture(scope="module")
def account(tables):
    return account_fund(list_quarters(tables, tables["indicator_series"]))


def test_nothing_in_it_is_at_fault(tables):
    assert check_fund(tables) == []


def test_what_the_fund_allocates_is_what_the_ledger_plans(tables, account):
    lines = tables["ledger_lines"].filter(pl.col("fund") == "stf")["line"].to_list()
    planned = (
        tables["ledger_values"]
        .filter(pl.col("line").is_in(lines) & (pl.col("basis") == "plan"))
        .group_by("organisation")
        .agg(to_pence_column("value_pounds").sum())
    )

    allocated = sum_states(account.filter(pl.col("year") == 2016), ["organisation"])

    held = allocated.select("organisation", "allocation_pence").rows()
    assert dict(held).items() <= dict(planned.rows()).items()
    assert [body for body, _ in held] == ["dgt", "ekhuft", "mft", "mtw"]


def test_earned_at_risk_and_lost_are_all_of_each_year(account):
    summed = sum_states(account, ["year"])

    # 16.1 + 10.9 + 9.4 + 6.8 million, in each of the two years.
    assert summed["allocation_pence"].to_list() == [4_320_000_000] * 2
    parts = summed["earned_pence"] + summed["at_risk_pence"] + summed["lost_pence"]
    assert parts.to_list() == summed["allocation_pence"].to_list()


def test_quarters_that_the_ledger_has_not_booked_are_at_risk(account):
    states = (
        account.filter(pl.col("year") == 2016)
        .group_by("quarter")
        .agg(pl.col("state").cast(pl.String).unique().sort())
    )

    assert dict(states.rows()) == {
        1: ["earned", "lost"],
        2: ["earned", "lost"],
        3: ["at_risk"],
        4: ["at_risk"],
    }


def test_dartford_loses_the_second_quarter_to_two_months_of_waits(tables):
    """25,428 of 28,609 patients is 88.9 %, where 90 % was agreed."""
    quarters = list_quarters(tables, tables["indicator_series"])

    months = list_months(quarters).filter(
        pl.col("organisation") == "dgt", pl.col("year") == 2016, pl.col("quarter") == 2
    )

    assert months["seen"].sum() / months["patients"].sum() == pytest.approx(0.889, 1e-3)
    assert months["short"].to_list()[:2] == [441, 134]
    assert months["cost_pence"].sum() == 21_250_000


def test_the_ledger_books_more_than_was_earned(account, tables):
    held = compare_with_ledger(account, tables)

    first = held.filter(pl.col("quarter") == 1)
    assert dict(first.select("organisation", "difference_pence").rows()) == {
        "dgt": 0,
        "ekhuft": 402_500_000,
        "mft": 235_000_000,
        "mtw": 272_500_000,
    }
