"""Sums of the ledger: by kind, at both ends, and tied to the futures around it."""

import polars as pl
import pytest

from placeplan.plan.ledger_sum import sum_ends, sum_kinds, tie_ledger
from placeplan.tables import STATUS

WARD, CLINIC = "emergency_spell", "day_case"
ENTRIES = (
    ("falls", "avoided", "activity", WARD, "spells", 10.0, "derived"),
    ("falls", "avoided", "beds_needed", WARD, "beds", 3.0, "derived"),
    ("falls", "avoided", "cost_pounds", WARD, "pounds", 500.0, "derived"),
    ("home", "moved", "activity", WARD, "spells", 7.0, "illustrative"),
    ("home", "shortened", "beds_needed", WARD, "beds", 2.0, "illustrative"),
    ("home", "arrived", "activity", CLINIC, "day cases", 21.0, "illustrative"),
    ("home", "arrived", "cost_pounds", CLINIC, "pounds", 90.0, "illustrative"),
    ("home", "spent", "cost_pounds", None, "pounds", 40.0, "illustrative"),
)
COLUMNS = ("initiative", "kind", "measure", "pod", "unit", "value", "status")


def make_ledger(entries=ENTRIES, year=2018):
    frame = pl.DataFrame(entries, schema=COLUMNS, orient="row")
    return frame.with_columns(
        pl.col("status").cast(STATUS), year=pl.lit(year), provider=pl.lit("mft")
    )


def make_table(**values):
    """Activity of both futures by pod: ``spells=(nothing, with_plan)``."""
    rows = [
        (
            "do_nothing" if side == 0 else "plan",
            2018,
            "activity",
            pod,
            unit,
            amounts[side],
        )
        for (pod, unit), amounts in zip(
            ((WARD, "spells"), (CLINIC, "day cases")), values.values(), strict=True
        )
        for side in (0, 1)
    ]
    columns = ("scenario", "year", "measure", "pod", "unit", "value")
    frame = pl.DataFrame(rows, schema=columns, orient="row")
    return frame.with_columns(status=pl.lit("derived").cast(STATUS))


def test_kinds_stand_beside_each_other_with_what_is_left():
    sums = sum_kinds(make_ledger(), ["measure"])

    rows = {
        (measure, unit): rest
        for measure, unit, *rest in sums.drop("status").iter_rows()
    }
    assert rows["activity", "spells"] == [10, 7, 0, 0, 0, -17]
    assert rows["activity", "day cases"] == [0, 0, 0, 21, 0, 21]
    assert rows["cost_pounds", "pounds"] == [500, 0, 0, 90, 40, -370]


def test_sum_has_the_weakest_status():
    sums = sum_kinds(make_ledger(), ["measure"])

    statuses = dict(sums.select("unit", "status").iter_rows())
    assert statuses == {
        "spells": "illustrative",
        "day cases": "illustrative",
        "beds": "illustrative",
        "pounds": "illustrative",
    }
    falls = sum_kinds(make_ledger()[:3], ["measure"])
    assert {*falls["status"]} == {"derived"}


def test_both_ends_stand_beside_each_other():
    ends = {row["initiative"]: row for row in sum_ends(make_ledger()).to_dicts()}

    falls, home = ends["falls"], ends["home"]
    assert (falls["beds_needed_off"], falls["beds_needed_on"]) == (3, 0)
    assert (falls["cost_pounds_off"], falls["net_pounds"]) == (500, -500)
    assert (home["beds_needed_off"], home["cost_pounds_on"]) == (2, 90)
    assert (home["spent_pounds"], home["net_pounds"]) == (40, 130)


def test_ledger_ties_to_the_last_unit():
    tied = tie_ledger(make_table(a=(100.0, 83.0), b=(5.0, 26.0)), make_ledger(), 2018)

    assert dict(tied.select("pod", "left_over").iter_rows()) == {WARD: 0, CLINIC: 0}


def test_what_does_not_tie_is_told():
    tied = tie_ledger(make_table(a=(100.0, 84.5), b=(5.0, 26.0)), make_ledger(), 2018)

    assert dict(tied.select("pod", "left_over").iter_rows()) == {WARD: 1.5, CLINIC: 0}


def test_dust_of_adding_is_nothing():
    table = make_table(a=(100.0, 83.0 + 1e-9), b=(5.0, 26.0))

    assert tie_ledger(table, make_ledger(), 2018)["left_over"].to_list() == [0, 0]


def test_care_that_only_arrives_began_at_nothing():
    table = make_table(a=(100.0, 83.0), b=(0.0, 21.0)).filter(pl.col("value") > 0)

    tied = tie_ledger(table, make_ledger(), 2018)

    clinic = tied.filter(pl.col("pod") == CLINIC).row(0, named=True)
    assert (clinic["nothing"], clinic["with_plan"], clinic["left_over"]) == (0, 21, 0)


@pytest.mark.parametrize("year", [2017, 2019])
def test_another_year_has_nothing_to_tie(year):
    table = make_table(a=(100.0, 83.0), b=(5.0, 26.0))

    assert tie_ledger(table, make_ledger(), year).is_empty()
