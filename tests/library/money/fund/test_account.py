"""The account of a fund, out of the tables of a plan folder."""

from datetime import date

import polars as pl
import pytest

from factories.fund_tables import (
    AE,
    APRIL,
    AUGUST,
    CANCER,
    JULY,
    JUNE,
    MAY,
    RTT,
    SEPTEMBER,
    make_ledger,
    make_series,
    make_table,
)
from placeplan.money.fund import (
    account_fund,
    check_fund,
    compare_with_ledger,
    list_months,
    list_quarters,
    sum_states,
)

SECOND = ("stf", 2016, 2, "one")


def make_tables(*, total_met=True, ae=("one", AE, 0.9, None, "ae")):
    body, part, *rest = ae
    return {
        "fund_allocations": make_table("fund_allocations", [(*SECOND, 1000.0)]),
        "fund_gates": make_table("fund_gates", [(*SECOND, total_met, None)]),
        "fund_performance": make_table(
            "fund_performance",
            [
                (2016, 2, body, part, *rest),
                (2016, 2, "one", RTT, 0.9, 0.91, None),
                (2016, 2, "one", CANCER, 0.85, 0.8, None),
            ],
        ),
    }


# 2,700 of 3,000 in time are the 90 % that was agreed, though July had 80 %.
SEEN = [("one", JULY, 800, 1000), ("one", AUGUST, 900, 1000)]
ENOUGH, SHORT = ("one", SEPTEMBER, 1000, 1000), ("one", SEPTEMBER, 999, 1000)


JULY_WORDS = "July 2016: 80% of 1,000 within four hours, 100 short of 90%"


def find_states(account):
    return dict(account.select("part", "state").iter_rows())


def test_months_are_summed_before_they_are_divided():
    account = account_fund(list_quarters(make_tables(), make_series([*SEEN, ENOUGH])))

    assert find_states(account) == {
        "finance": "earned",
        "rtt": "earned",
        "ae": "earned",
        "cancer": "lost",
    }
    assert account["value_pence"].to_list() == [70000, 12500, 12500, 5000]


def test_one_patient_may_cost_the_part():
    account = account_fund(list_quarters(make_tables(), make_series([*SEEN, SHORT])))

    assert find_states(account)["ae"] == "lost"
    assert account.filter(pl.col("part") == "ae")["words"].item() == (
        "A&E within four hours: 89.9667% is below the national standard of 95% within "
        "four hours, and the agreed trajectory of 90% is missed: £125 lost."
    )


@pytest.mark.parametrize("series", [SEEN, [*SEEN, ("one", SEPTEMBER, None, 1000)]])
def test_a_quarter_of_two_months_is_not_known_yet(series):
    account = account_fund(list_quarters(make_tables(), make_series(series)))

    assert find_states(account)["ae"] == "at_risk"


def test_a_quarter_without_a_control_total_has_not_ended():
    tables = make_tables(total_met=None)

    account = account_fund(list_quarters(tables, make_series([*SEEN, SHORT])))

    assert set(find_states(account).values()) == {"at_risk"}
    assert set(account["gate_words"]) == {""}


def test_a_first_quarter_that_has_not_ended_is_at_risk_though_nothing_was_agreed():
    first = make_table("fund_allocations", [("stf", 2016, 1, "one", 10.0)])

    account = account_fund(list_quarters({"fund_allocations": first}))

    assert set(find_states(account).values()) == {"at_risk"}


def test_a_fund_without_a_formula_is_left_out_and_told():
    rows = [("psf", 2018, 1, "one", 5.0), ("gift", 2018, 1, "one", 5.0)]
    tables = {"fund_allocations": make_table("fund_allocations", rows)}

    faults = check_fund(tables)

    assert list_quarters(tables) == []
    assert [each.where for each in faults] == [
        "row 2, column fund",
        "row 3, column fund",
    ]


def test_a_year_in_which_the_fund_did_not_pay_is_told():
    rows = [("stf", 2019, 1, "one", 5.0)]
    tables = {"fund_allocations": make_table("fund_allocations", rows)}

    assert [str(each) for each in check_fund(tables)] == [
        (
            "money/fund_allocations.csv, row 2, column year: expected 2016/17, "
            "2017/18, 2018/19, found 2019/20 Q1. Ask for one of these years."
        )
    ]


def test_results_that_do_not_fit_are_told():
    tables = make_tables(ae=("one", AE, 0.9, 0.9, "weather"))
    tables["fund_gates"] = make_table(
        "fund_gates", [(*SECOND, True, None), ("stf", 2016, 3, "one", True, None)]
    )
    indicators = pl.DataFrame({"id": ["ae"]})

    faults = check_fund(tables | {"indicators": indicators})

    assert [(each.file, each.where, each.found) for each in faults] == [
        ("money/fund_gates.csv", "row 3", "one, 2016/17 Q3"),
        ("money/fund_performance.csv", "row 2, column indicator", "both"),
        ("money/fund_performance.csv", "row 2, column indicator", "weather"),
    ]


@pytest.mark.parametrize(
    ("booked", "words", "earned"),
    [
        (
            -300.0,
            (
                "By the ledger the surplus from April to June 2016, before money of "
                "the fund, is −£300; the control total to date is −£300."
            ),
            1000_00,
        ),
        (
            -300.01,
            (
                "By the ledger the surplus from April to June 2016, before money of "
                "the fund, is −£300.01; the control total to date is −£300."
            ),
            0,
        ),
    ],
)
def test_the_ledger_says_whether_the_control_total_was_met(booked, words, earned):
    ledger = make_ledger(
        [
            *[("one", "care", month, "plan", -100.0) for month in (APRIL, MAY, JUNE)],
            *[("one", "care", month, "actual", 0.0) for month in (APRIL, MAY)],
            ("one", "care", JUNE, "actual", booked),
            ("one", "fund", JUNE, "actual", 1000.0),
        ],
        totals=[(2016, "one", -300.0)],
    )
    first = ("stf", 2016, 1, "one")
    agreed = [(2016, 1, "one", part, 0.9, None, None) for part in (RTT, AE, CANCER)]
    tables = ledger | {
        "fund_allocations": make_table("fund_allocations", [(*first, 1000.0)]),
        "fund_performance": make_table("fund_performance", agreed),
    }

    account = account_fund(list_quarters(tables))
    held = compare_with_ledger(account, tables)

    assert set(account["gate_words"]) == {words}
    assert held.row(0)[:8] == (*first, earned, 0, 1000_00 - earned, 1000_00)
    assert held["difference_pence"].item() == 1000_00 - earned


def test_without_a_control_total_nothing_is_known():
    ledger = make_ledger([("one", "care", JUNE, "actual", 5.0)])
    allocations = make_table("fund_allocations", [("stf", 2016, 1, "one", 1.0)])

    account = account_fund(list_quarters(ledger | {"fund_allocations": allocations}))

    assert set(account["state"]) == {"at_risk"}


def test_a_quarter_whose_last_month_is_not_booked_is_not_known_yet():
    ledger = make_ledger([("one", "care", MAY, "actual", 5.0)])
    rows = [("stf", 2016, 1, "one", 1.0), ("stf", 2016, 1, "two", 1.0)]
    allocations = make_table("fund_allocations", rows)

    account = account_fund(list_quarters(ledger | {"fund_allocations": allocations}))

    assert set(account["state"]) == {"at_risk"}


def test_states_sum_to_the_allocation_with_the_weakest_status():
    account = account_fund(list_quarters(make_tables(), make_series([*SEEN, SHORT])))

    summed = sum_states(account, ["quarter"]).row(0)

    assert summed == (2, 82500, 0, 17500, 100000, "illustrative")


def list_costs(tables, series):
    months = list_months(list_quarters(tables, make_series(series)))
    return [tuple(row) for row in months.select("short", "cost_pence", "words").rows()]


def test_missed_months_share_the_loss_by_how_many_patients_they_were_short():
    series = [("one", JULY, 800, 1000), ("one", AUGUST, 870, 1000), ENOUGH]

    assert list_costs(make_tables(), series) == [
        (
            *(100, 9615),
            f"{JULY_WORDS}: £96.15 of the £125 that the quarter lost.",
        ),
        (
            *(30, 2885),
            (
                "August 2016: 87% of 1,000 within four hours, 30 short of 90%: "
                "£28.85 of the £125 that the quarter lost."
            ),
        ),
        (0, 0, "September 2016: 100% of 1,000 within four hours: no cost."),
    ]


def test_a_missed_month_costs_nothing_where_the_quarter_was_met():
    costs = list_costs(make_tables(), [*SEEN, ENOUGH])

    assert costs[0] == (
        *(100, 0),
        f"{JULY_WORDS}: no cost, as the quarter as a whole was met.",
    )


def test_a_missed_month_costs_nothing_more_where_the_control_total_was_missed():
    costs = list_costs(make_tables(total_met=False), [*SEEN, SHORT])

    assert costs[0][1:] == (
        0,
        JULY_WORDS + ": no further cost, as the quarter lost everything to the control "
        "total.",
    )


def test_a_missed_month_of_a_quarter_that_has_not_ended_puts_the_part_at_risk():
    costs = list_costs(make_tables(total_met=None), SEEN)

    assert costs[0][1:] == (
        0,
        f"{JULY_WORDS}: the £125 of the quarter is at risk.",
    )


def test_a_month_costs_nothing_where_agreeing_was_enough():
    tables = {
        "fund_allocations": make_table(
            "fund_allocations", [("stf", 2016, 1, "one", 1000.0)]
        ),
        "fund_gates": make_table("fund_gates", [("stf", 2016, 1, "one", True, None)]),
        "fund_performance": make_table(
            "fund_performance", [(2016, 1, "one", AE, 0.9, None, "ae")]
        ),
    }

    assert list_costs(tables, [("one", APRIL, 0, 0)]) == [
        (0, 0, "April 2016: nobody of 0 within four hours: no cost.")
    ]


def test_a_month_at_a_level_that_has_to_be_passed_is_one_patient_short():
    tables = {
        "fund_allocations": make_table(
            "fund_allocations", [("stf", 2017, 1, "one", 1000.0)]
        ),
        "fund_gates": make_table("fund_gates", [("stf", 2017, 1, "one", True, None)]),
        "fund_performance": make_table(
            "fund_performance", [(2017, 1, "one", AE, None, None, "ae")]
        ),
    }
    months = [each.replace(year=2017) for each in (APRIL, MAY, JUNE)]

    costs = list_costs(tables, [("one", month, 90, 100) for month in months])

    assert [(short, pence) for short, pence, _ in costs] == [
        *[(1, 4167)] * 2,
        (1, 4166),
    ]


def test_without_a_series_there_are_no_months():
    assert list_costs(make_tables(), []) == []


def test_a_month_just_short_of_a_level_is_not_said_to_be_at_it():
    series = [("one", JULY, 8997, 10_000), ("one", AUGUST, 0, 10_000), ENOUGH]

    assert list_costs(make_tables(), series)[0][2].startswith(
        "July 2016: 89.97% of 10,000 within four hours, 3 short of 90%: "
    )


def test_a_row_that_states_the_system_alone_leaves_the_own_total_to_the_ledger():
    ledger = make_ledger(
        [
            ("one", "care", date(2020, month, 1), basis, 5.0)
            for month in (4, 5, 6)
            for basis in ("plan", "actual")
        ],
        totals=[(2020, "one", 15.0)],
    )
    key = ("frf", 2020, 1, "one")
    tables = ledger | {
        "fund_allocations": make_table("fund_allocations", [(*key, 10.0)]),
        "fund_gates": make_table("fund_gates", [(*key, None, False)]),
    }

    account = account_fund(list_quarters(tables))

    assert find_states(account) == {"own": "earned", "system": "lost"}
    words = (
        "By the ledger the surplus from April to June 2020, before money of the fund, "
        "is £15; the control total to date is £15. The plan folder states whether "
        "control totals were met."
    )
    assert set(account["gate_words"]) == {words}
