"""Where bodies stand: sides, surplus, plan against actual, year to date."""

from datetime import date

import polars as pl
import pytest

from factories.small_ledger import APRIL, MARCH, MAY, VALUES, make_ledger
from placeplan.errors import UnknownNameError
from placeplan.money.ledger import (
    find_last_month,
    find_months,
    find_position,
    list_lines,
    list_surpluses,
    read_ledger,
)


def _rows(frame, *columns):
    return frame.select(columns).rows()


def test_a_body_stands_where_its_lines_add_up_to():
    found = find_position(make_ledger(), year=2016, bodies=["trust"])

    wanted = ("side", "plan_pence", "actual_pence", "difference_pence")
    assert _rows(found, *wanted) == [
        ("income", 23000, 20795, -2205),
        ("pay", 18110, 19475, -1365),
        ("surplus", 4890, 1320, -3570),
    ]


def test_the_year_to_date_leaves_later_months_out():
    found = find_position(make_ledger(), year=2016, through=APRIL)

    assert _rows(found.filter(pl.col("side") == "surplus"), *found.columns[:-1]) == [
        ("group", "surplus", 3000, 3000, 0),
        ("trust", "surplus", 990, 475, -515),
    ]


def test_recurrent_and_non_recurrent_add_up_to_the_whole():
    ledger = make_ledger()

    found = find_position(ledger, year=2016, bodies=["trust"], by=("recurrent",))
    whole = find_position(ledger, year=2016, bodies=["trust"], by=())

    surplus = found.filter(pl.col("side") == "surplus")
    assert _rows(surplus, "recurrent", "plan_pence", "actual_pence") == [
        (False, 2000, -9950),
        (True, 2890, 11270),
    ]
    assert whole.row(-1)[:3] == ("surplus", 4890, 1320)


def test_money_of_a_fund_can_be_left_out():
    found = find_position(
        make_ledger(), year=2016, bodies=["trust"], by=(), with_funds=False
    )

    assert _rows(found, "side", "plan_pence")[0] == ("income", 21000)


def test_by_month_the_year_is_told_apart():
    found = find_position(make_ledger(), year=2016, bodies=["group"], by=("month",))

    surplus = found.filter(pl.col("side") == "surplus")
    assert _rows(surplus, "month", "actual_pence") == [(APRIL, 3000), (MAY, 1600)]


def test_the_status_is_that_of_the_weakest_value():
    ledger = make_ledger()
    weak = ledger.values.with_columns(
        pl.when(pl.col("line") == "nurses")
        .then(pl.lit("illustrative"))
        .otherwise(pl.col("status"))
        .cast(ledger.values.schema["status"])
        .alias("status")
    )
    object.__setattr__(ledger, "values", weak)

    found = find_position(ledger, year=2016, bodies=["trust"], by=())

    assert _rows(found, "side", "status") == [
        ("income", "published"),
        ("pay", "illustrative"),
        ("surplus", "illustrative"),
    ]


def test_lines_stand_in_the_order_of_the_list_with_their_activity_and_source():
    found = list_lines(make_ledger(), year=2016, bodies=["trust"])

    wanted = ("line", "side", "pod", "fund", "plan_pence", "actual_pence", "sources")
    assert _rows(found, *wanted) == [
        ("contract", "income", "emergency_spell", None, 21000, 20795, "papers"),
        ("fund-money", "income", None, "stf", 2000, 0, "papers"),
        ("nurses", "pay", None, None, 18110, 19475, "papers"),
    ]
    assert found["difference_pence"].to_list() == [-205, -2000, -1365]


def test_surpluses_by_body_with_and_without_money_of_a_fund():
    ledger = make_ledger()

    assert list_surpluses(ledger, year=2016) == {"group": 4600, "trust": 1320}
    assert list_surpluses(ledger, year=2016, basis="plan", with_funds=False) == {
        "group": 5000,
        "trust": 2890,
    }


def test_a_body_that_is_no_member_is_told_so():
    with pytest.raises(UnknownNameError) as refused:
        find_position(make_ledger(), year=2016, bodies=["elsewhere"])

    assert str(refused.value) == (
        "There is no member of the ledger 'elsewhere'. Use one of: group, trust."
    )


def test_the_last_month_is_one_that_every_body_has_booked():
    ledger = make_ledger()

    assert find_last_month(ledger, year=2016) == MAY
    assert find_last_month(ledger, year=2015) is None
    assert find_last_month(read_ledger({}), year=2016) is None


def test_a_body_that_is_behind_sets_the_last_month():
    behind = [
        row
        for row in VALUES
        if not (row[0] == "group" and row[2] == MAY and row[3] == "actual")
    ]

    assert find_last_month(make_ledger(behind), year=2016) == APRIL
    assert find_last_month(make_ledger(behind), year=2016, bodies=["trust"]) == MAY


def test_months_of_a_financial_year():
    assert find_months(2016)[0] == APRIL
    assert find_months(2016)[-1] == MARCH
    assert len(find_months(2016)) == 12
    assert find_months(2016, date(2017, 1, 1))[-2:] == [
        date(2016, 12, 1),
        date(2017, 1, 1),
    ]


def test_a_ledger_knows_its_members_and_years():
    ledger = make_ledger()

    assert (ledger.members, ledger.years) == (("group", "trust"), (2016,))
    assert make_ledger(shift=7).values.equals(ledger.values)
