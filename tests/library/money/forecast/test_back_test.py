"""What would have been said of a year that is over."""

import polars as pl
import pytest

from factories.ledger_months import make_ledger
from placeplan.errors import InputError
from placeplan.money.forecast import (
    ALL_BODIES,
    PROBABILISTIC,
    SEASONAL,
    STRAIGHT_LINE,
    back_test,
)

RISING = list(range(1, 13))


@pytest.fixture
def ledger():
    """One body that rises as it planned to, one that has no plan."""
    return make_ledger(
        [
            ("mft", "care", 2015, "plan", RISING),
            ("mft", "care", 2015, "actual", [2 * each for each in RISING]),
            ("dgt", "staff", 2015, "plan", [1] * 12),
            ("dgt", "staff", 2015, "actual", [1] * 11 + [5]),
        ]
    )


def test_each_method_is_held_against_how_the_year_ended(ledger):
    found = back_test(ledger, year=2015).filter(pl.col("method") != PROBABILISTIC)

    # mft booked 42 of 156 by month 6: a straight line says 84, the season 156
    assert found.drop("months_booked", "inside").rows() == [
        ("dgt", STRAIGHT_LINE, -1200, -1600, 400),
        ("mft", STRAIGHT_LINE, 8400, 15600, -7200),
        (ALL_BODIES, STRAIGHT_LINE, 7200, 14000, -6800),
        ("dgt", SEASONAL, -1200, -1600, 400),
        ("mft", SEASONAL, 15600, 15600, 0),
        (ALL_BODIES, SEASONAL, 14400, 14000, 400),
    ]


def test_range_says_whether_the_outturn_was_inside(ledger):
    found = back_test(ledger, year=2015, bodies=["dgt"]).filter(method=PROBABILISTIC)

    assert found["inside"].to_list() == [False, False]
    assert back_test(ledger, year=2015)["inside"].null_count() == 6


def test_each_number_of_months_has_its_own_rows(ledger):
    found = back_test(ledger, year=2015, months_booked=[11, 3], bodies=["mft"])

    assert found.filter(method=STRAIGHT_LINE, organisation="mft").select(
        "months_booked", "forecast_pence"
    ).rows() == [(11, 14400), (3, 4800)]


def test_without_a_plan_the_year_before_gives_the_season():
    ledger = make_ledger(
        [
            ("mft", "care", 2014, "actual", RISING),
            ("mft", "care", 2015, "actual", RISING),
        ]
    )

    found = back_test(ledger, year=2015).filter(method=SEASONAL)

    assert found["missed_pence"].to_list() == [0, 0]


def test_year_that_is_not_over_and_months_that_are_none_are_refused_together(ledger):
    open_year = make_ledger([("mft", "care", 2016, "actual", [1, 2])])

    with pytest.raises(InputError) as caught:
        back_test(open_year, year=2016, months_booked=[0, 6, 12])

    assert [(fault.where, fault.found) for fault in caught.value.faults] == [
        ("", "0"),
        ("", "12"),
        ("mft, 2016/17", "2"),
    ]


def test_year_that_nobody_booked_is_refused(ledger):
    with pytest.raises(InputError) as caught:
        back_test(ledger, year=2014)

    assert [fault.where for fault in caught.value.faults] == ["all, 2014/15"]
