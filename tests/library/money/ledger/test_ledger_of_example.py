"""The example's ledger through our own sums: the published outturn, to the penny."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from placeplan.money.ledger import (
    LEDGER_TABLES,
    check_ledger,
    compare_with_control_totals,
    find_last_month,
    find_position,
    find_system_position,
    list_surpluses,
    read_ledger,
    sum_statements,
)
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"
SEPTEMBER = date(2016, 9, 1)
COMMISSIONER = "ccg-"


@pytest.fixture(scope="module")
def tables():
    return read_folder(EXAMPLE, LEDGER_TABLES).frames


@pytest.fixture(scope="module")
def ledger(tables):
    return read_ledger(tables)


def test_it_has_no_faults(tables):
    assert check_ledger(tables) == []


def test_2015_16_ended_103_million_short(ledger):
    """Providers 121.2 million short, commissioners 18.2 million over."""
    surpluses = list_surpluses(ledger, year=2015)

    groups = dict.fromkeys((False, True), 0)
    for body, pence in surpluses.items():
        groups[body.startswith(COMMISSIONER)] += pence
    system = find_system_position(ledger, year=2015).sides

    assert groups == {False: -12_120_000_000, True: 1_820_000_000}
    assert system["actual_pence"].to_list()[-1] == -10_300_000_000


def test_what_members_pay_each_other_is_most_of_what_providers_earn(ledger):
    found = find_system_position(ledger, year=2015)

    income, _, non_pay, surplus = found.sides.rows(named=True)
    assert income["eliminated_actual_pence"] == non_pay["eliminated_actual_pence"]
    assert surplus["eliminated_actual_pence"] == 0


def test_one_mismatch_of_2016_17_is_told(ledger):
    found = find_system_position(ledger, year=2016, through=SEPTEMBER)

    assert found.mismatches == (
        (
            "Booked: mft has £88.8 million of income from ccg-medway, which has £87.9 "
            "million of cost with mft: £875,000.50 stays in the income of the system."
        ),
    )


def test_the_half_year_is_behind_its_control_total(ledger):
    """Control totals of 2016/17 are 78.16 million short together, before and after."""
    assert find_last_month(ledger, year=2016) == SEPTEMBER

    each = compare_with_control_totals(ledger, year=2016, through=SEPTEMBER)
    system = sum_statements(ledger, year=2016, through=SEPTEMBER)
    before = sum_statements(ledger, year=2016, as_at=date(2016, 7, 28))

    assert system.control_total == before.control_total == -7_816_000_000
    assert system.difference == each["difference_pence"].sum() < 0
    assert not system.met


def test_money_of_the_fund_does_not_count_towards_a_control_total(ledger):
    planned = {
        with_funds: find_position(ledger, year=2016, by=(), with_funds=with_funds)
        .filter(pl.col("side") == "surplus")["plan_pence"]
        .item()
        for with_funds in (True, False)
    }

    assert planned[False] == -7_816_000_000
    assert planned[True] > planned[False]
