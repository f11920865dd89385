"""Pooled budgets tie to the penny; metrics are sums over sums, by year."""

import polars as pl
import pytest

from factories.fund_tables import make_table
from placeplan.money.better_care import (
    TOGETHER,
    check_better_care,
    compare_metrics,
    list_metrics,
    list_partners,
    sum_pools,
)

PAID = [
    (2016, "north", "ccg-one", "nhs", 60.01),
    (2016, "north", "ccg-two", "nhs", 30.0),
    (2016, "north", "north", "capital", 10.0),
]
SPENT = [
    (2016, "north", "care", "Care", 70.0, 72.5),
    (2016, "north", "homes", "Homes", 30.01, 30.01),
]


def make_tables(paid=PAID, spent=SPENT, results=()):
    return {
        "better_care_contributions": make_table("better_care_contributions", paid),
        "better_care_spending": make_table("better_care_spending", spent),
        "better_care_results": make_table("better_care_results", results),
    }


def test_a_pool_that_ties_has_no_fault():
    pools = sum_pools(make_tables())

    assert check_better_care(make_tables()) == []
    assert pools.row(0) == (2016, "north", 10001, 10001, 10251, 250, "illustrative")


def test_a_penny_that_is_paid_in_and_planned_for_nothing_is_told():
    tables = make_tables(spent=[SPENT[0], (2016, "north", "homes", "Homes", 30.0, 0.0)])

    assert [str(fault) for fault in check_better_care(tables)] == [
        (
            "money/better_care_spending.csv, pool north, 2016/17: expected plans that "
            "sum to what is paid in, £100.01, found £100. Correct a contribution or "
            "a plan: a pooled budget ties to the penny."
        )
    ]


def test_a_pool_that_nobody_pays_into_is_told():
    tables = make_tables(paid=[])

    assert [fault.expected for fault in check_better_care(tables)] == [
        "plans that sum to what is paid in, £0"
    ]


def test_partners_bear_a_difference_by_what_they_pay_in():
    partners = list_partners(make_tables())

    # Of 250 pence: 60.01, 30 and 10 of 100.01 are 150.01, 74.99 and 25.00.
    assert partners.select("partner", "paid_in_pence", "difference_pence").rows() == [
        ("ccg-one", 6001, 150),
        ("ccg-two", 3000, 75),
        ("north", 1000, 25),
    ]


def test_a_difference_is_not_known_before_every_scheme_has_told():
    spent = [SPENT[0], (2016, "north", "homes", "Homes", 30.01, None)]

    tables = make_tables(spent=spent)

    assert sum_pools(tables).row(0)[4:6] == (None, None)
    assert list_partners(tables)["difference_pence"].to_list() == [None] * 3


def test_partners_of_an_empty_pool_bear_nothing():
    paid = [(2016, "north", "north", "council", 0.0)]
    spent = [(2016, "north", "care", "Care", 0.0, 5.0)]

    partners = list_partners(make_tables(paid, spent))

    assert partners["difference_pence"].to_list() == [None]


DELAYS = [
    (2016, 2, "north", "delayed_transfers", "plan", 100.0, 10_000.0),
    (2016, 2, "north", "delayed_transfers", "actual", 90.0, 10_000.0),
    (2016, 2, "south", "delayed_transfers", "plan", 10.0, 90_000.0),
    (2016, 2, "south", "delayed_transfers", "actual", 40.0, 90_000.0),
]


def find(frame, **wanted):
    return frame.filter(**wanted).to_dicts()


def test_areas_are_summed_before_they_are_divided():
    compared = compare_metrics(make_tables(results=DELAYS))

    # The mean of the two areas would be 505.6 planned, and 472.2 that came of it.
    assert find(compared, pool=TOGETHER)[0] | {"status": ""} == {
        "year": 2016,
        "quarter": 2,
        "pool": TOGETHER,
        "metric": "delayed_transfers",
        "name": "Delayed transfers of care",
        "unit": "delayed days per 100,000 adults",
        "plan": pytest.approx(110),
        "actual": pytest.approx(130),
        "met": False,
        "words": (
            "Delayed transfers of care, 2016/17 Q2: 130.0 delayed days per 100,000 "
            "adults, where 110.0 was planned: missed."
        ),
        "caution": "",
        "status": "",
    }
    assert [row["met"] for row in find(compared, pool="north")] == [True]


def test_areas_of_which_one_is_silent_have_no_sum():
    compared = compare_metrics(make_tables(results=DELAYS[:3]))

    together = find(compared, pool=TOGETHER)[0]
    assert (together["plan"], together["actual"]) == (pytest.approx(110), None)
    assert together["words"] == (
        "Delayed transfers of care, 2016/17 Q2: 110.0 delayed days per 100,000 adults "
        "planned."
    )


def test_more_is_better_where_people_stay_at_home():
    rows = [
        (2016, None, "north", "at_home_after_91_days", "plan", 80.0, 100.0),
        (2016, None, "north", "at_home_after_91_days", "actual", 166.0, 200.0),
    ]

    compared = compare_metrics(make_tables(results=rows))

    assert compared["words"].unique().to_list() == [
        (
            "At home 91 days after reablement at 65 and over, 2016/17: 83.0 percent, "
            "where 80.0 was planned: met."
        )
    ]


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (8197.0, "81.97 percent, where 82.00 was planned: missed."),
        (8200.0, "82.0 percent, where 82.0 was planned: met."),
    ],
)
def test_a_near_miss_is_said_with_the_places_that_tell_it_apart(counted, words):
    rows = [
        (2016, None, "north", "at_home_after_91_days", "plan", 82.0, 100.0),
        (2016, None, "north", "at_home_after_91_days", "actual", counted, 10_000.0),
    ]

    compared = compare_metrics(make_tables(results=rows))

    assert compared["words"][0].endswith(words)


def test_what_was_not_planned_is_neither_met_nor_missed():
    rows = [(2017, 1, "north", "weekend_discharges", "actual", 19.0, 100.0)]

    compared = compare_metrics(make_tables(results=rows))

    assert set(compared["met"]) == {None}
    assert compared["words"][0].endswith("19.0 percent; nothing was planned.")


def test_a_percentile_has_no_sum():
    rows = [
        (2017, None, pool, "older_long_stay", "actual", days, 1.0)
        for pool, days in (("north", 20.0), ("south", 25.0))
    ]

    compared = compare_metrics(make_tables(results=rows))

    assert compared.select("pool", "actual").rows() == [("north", 20), ("south", 25)]


def test_a_metric_that_was_recalled_says_so():
    rows = [(2025, None, "north", "discharge_delay", "actual", 40.0, 8.0)]

    caution = compare_metrics(make_tables(results=rows))["caution"]

    assert caution[0].startswith("Known widely, and not read in the source")


def test_metrics_are_those_of_their_year():
    rows = [
        (2016, None, "north", "weekend_discharges", "actual", 1.0, 2.0),
        (2015, None, "north", "delayed_transfers", "actual", 1.0, 0.0),
    ]

    faults = check_better_care(make_tables(results=rows))

    assert [(fault.where, fault.expected) for fault in faults] == [
        (
            "row 2, column metric",
            (
                "a metric of 2016/17: emergency_admissions, delayed_transfers, "
                "care_home_admissions, at_home_after_91_days"
            ),
        ),
        ("row 3, column metric", "a metric of 2015/16: none was read for that year"),
        ("row 3, column denominator", "a number above 0"),
    ]
    assert compare_metrics(make_tables(results=rows)).is_empty()


@pytest.mark.parametrize(
    ("year", "count"), [(2016, 4), (2017, 6), (2018, 0), (2025, 3)]
)
def test_each_year_has_its_metrics(year, count):
    metrics = list_metrics(year)

    assert len({metric.metric for metric in metrics}) == len(metrics) == count
    assert len({metric.metric_set for metric in metrics}) == min(count, 1)
    assert {bool(metric.caution) for metric in metrics} <= {year == 2025}


def test_a_result_without_anybody_below_the_line_has_no_value():
    rows = [(2016, 1, "north", "delayed_transfers", "plan", 1.0, 0.0)]

    assert compare_metrics(make_tables(results=rows)).is_empty()


def test_the_status_is_the_weakest():
    derived = make_table("better_care_contributions", PAID, status="derived")

    pools = sum_pools(make_tables() | {"better_care_contributions": derived})

    assert pools["status"].cast(pl.String).to_list() == ["illustrative"]
