"""The cut of a fifth in management costs, and where each body stands."""

from datetime import date
from fractions import Fraction

import polars as pl
import pytest

from placeplan.money.appraisal import (
    CostStanding,
    find_cost_target,
    list_cost_standings,
)
from placeplan.money.appraisal.inputs import MANAGEMENT_COSTS
from placeplan.money.pence import Pence

TARGET = find_cost_target(date(2019, 6, 24))


def make(*rows):
    full = [(*row, "test", row_status) for *row, row_status in rows]
    return {
        "management_costs": pl.DataFrame(
            full, schema=MANAGEMENT_COSTS.schema, orient="row"
        )
    }


def test_the_target_of_2018():
    assert (TARGET.fall_share, TARGET.base_year, TARGET.due_year) == (
        Fraction(1, 5),
        2017,
        2020,
    )
    assert TARGET.source.startswith("Letter to all clinical commissioning groups")


@pytest.mark.parametrize("day", [date(2018, 11, 22), date(2021, 4, 1)])
def test_on_other_days_there_is_no_target(day):
    assert find_cost_target(day) is None


def test_a_body_stands_where_its_latest_cost_up_to_the_due_year_is():
    tables = make(
        ("ccg-b", 2017, 10.01, "published"),
        ("ccg-b", 2019, 9.0, "illustrative"),
        ("ccg-a", 2017, 10.0, "published"),
        ("ccg-a", 2020, 8.0, "published"),
        ("ccg-a", 2021, 99.0, "published"),
    )

    first, second = list_cost_standings(tables, TARGET)

    assert first == CostStanding(
        "ccg-a", 2020, Pence(1000), Pence(800), Pence(800), "published"
    )
    assert (first.met, first.left, first.fall_share) == (True, 0, Fraction(1, 5))
    # A fifth off 1,001 pence leaves 800.8: the penny is not rounded up.
    assert (second.most, second.met, second.left) == (800, False, 100)
    assert (second.status, second.fall_share) == ("illustrative", Fraction(101, 1001))


def test_a_body_without_both_years_stands_nowhere():
    tables = make(("ccg-a", 2018, 10.0, "published"), ("ccg-b", 2017, 1.0, "published"))

    assert list_cost_standings(tables, TARGET) == ()


def test_of_nothing_there_is_no_fall():
    tables = make(("ccg-a", 2017, 0.0, "published"), ("ccg-a", 2018, 0.0, "published"))

    (standing,) = list_cost_standings(tables, TARGET)

    assert (standing.fall_share, standing.met) == (None, True)
