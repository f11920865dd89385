"""Rows of a table agree with each other: keys, periods and shares."""

import pytest

from placeplan.errors import Fault
from placeplan.tables import Column, LoadedFile, TableContract, parse_table

PEOPLE = TableContract(
    "people_base",
    "people.csv",
    (Column("year", "year"), Column("place", "text"), Column("value", "number")),
    key=("year", "place"),
    sourced=False,
)
BODIES = TableContract(
    "organisations",
    "bodies.csv",
    (
        Column("id", "text"),
        Column("name", "text"),
        Column("starts_on", "date", nullable=True),
        Column("ends_on", "date", nullable=True),
    ),
    key=("id", "starts_on", "ends_on"),
    valid_columns=("starts_on", "ends_on"),
    sourced=False,
)
LOOKUPS = TableContract(
    "lookups",
    "lookups.csv",
    (Column("area", "text"), Column("body", "text"), Column("share", "share")),
    key=("area", "body"),
    share_column="share",
    share_within=("area",),
    sourced=False,
)
SCHEDULE = TableContract(
    "migration_schedule",
    "schedule.csv",
    (Column("age", "whole"), Column("share", "share", least=-1)),
    key=("age",),
    share_column="share",
    sourced=False,
)


def _faults(contract, *rows):
    header = ",".join(contract.schema)
    content = "\n".join([header, *rows]).encode()
    return list(parse_table(LoadedFile(contract.path, content), contract)[1])


def test_repeated_key_names_every_row_that_has_it():
    found = _faults(PEOPLE, "2016,dover,1", "2017,dover,2", "2016,dover,3")

    assert found == [
        Fault(
            "people.csv",
            "rows 2, 4",
            "one row for each year, place",
            "2 for year 2016, place dover",
            "Keep one of the rows, or correct what tells them apart.",
        )
    ]


def test_rows_whose_key_is_at_fault_do_not_seem_to_repeat():
    found = _faults(PEOPLE, "2016/17,dover,1", "2016/17,dover,2", "2017,,3", "2017,,4")

    assert [fault.where for fault in found] == [
        "row 2, column year",
        "row 3, column year",
        "row 4, column place",
        "row 5, column place",
    ]


def test_many_repeated_keys_are_counted_after_twenty():
    rows = [f"{year},dover,1" for year in range(1990, 2013)]

    found = _faults(PEOPLE, *rows, *rows)

    assert len(found) == 21
    assert found[-1] == Fault(
        "people.csv",
        "",
        "one row for each year, place",
        "3 more like these",
        "Mend them likewise.",
    )


def test_many_rows_of_one_key_are_counted_after_eight():
    found = _faults(PEOPLE, *["2016,dover,1"] * 11)

    assert [fault.where for fault in found] == [
        "rows 2, 3, 4, 5, 6, 7, 8, 9 and 3 more"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["a,A,2013-04-01,2020-03-31", "a,B,2020-04-01,"],
        ["a,B,2020-04-01,", "a,A,,2020-03-31"],
        ["a,A,2013-04-01,2013-04-01", "a,B,2013-04-02,2013-04-02"],
        ["a,A,,", "b,B,,"],
    ],
)
def test_periods_may_follow_each_other(rows):
    assert _faults(BODIES, *rows) == []


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        (["a,A,2013-04-01,2020-04-01", "a,B,2020-04-01,"], ["rows 2, 3"]),
        (["a,A,,", "a,B,2020-04-01,"], ["rows 2, 3"]),
        (["a,A,2013-04-01,", "a,B,,2013-04-01"], ["rows 2, 3"]),
        (["a,A,2013-04-01,2013-04-30", "a,A,2013-04-01,2013-04-30"], ["rows 2, 3"]),
        # a long period overlaps every later one, not only the next
        (
            [
                "a,A,2013-01-01,2019-12-31",
                "a,B,2014-01-01,2014-12-31",
                "a,C,2016-01-01,2016-12-31",
            ],
            ["rows 2, 3", "rows 2, 4"],
        ),
    ],
)
def test_periods_that_share_a_day_are_named(rows, where):
    found = _faults(BODIES, *rows)

    assert [fault.where for fault in found] == where
    assert found[0] == Fault(
        "bodies.csv",
        where[0],
        "periods of one id that do not overlap",
        "an overlap for id a",
        "End the earlier period on the day before the later one starts.",
    )


def test_period_that_ends_before_it_starts_is_named():
    found = _faults(BODIES, "a,A,2020-04-01,2020-03-31")

    assert found == [
        Fault(
            "bodies.csv",
            "row 2",
            "ends_on on or after starts_on",
            "2020-04-01 to 2020-03-31",
            "Correct the dates.",
        )
    ]


def test_shares_sum_to_one_within_each_group():
    sound = ["dover,a,0.85", "dover,b,0.15", "swale,a,0.3333335", "swale,b,0.6666665"]

    assert _faults(LOOKUPS, *sound) == []
    assert _faults(LOOKUPS, "dover,a,0.85", "dover,b,0.14", "swale,a,1") == [
        Fault(
            "lookups.csv",
            "rows 2, 3, column share",
            "shares that sum to 1 within area dover (to 0.000001)",
            "0.99",
            "Correct the shares.",
        )
    ]


def test_shares_without_a_group_sum_over_the_table():
    assert _faults(SCHEDULE, "0,1.5", "1,-0.5") != []  # above 1 is no share
    assert _faults(SCHEDULE, "0,0.9", "1,-0.1", "2,0.2") == []
    assert _faults(SCHEDULE, "0,0.9", "1,-0.1") == [
        Fault(
            "schedule.csv",
            "rows 2, 3, column share",
            "shares that sum to 1 (to 0.000001)",
            "0.8",
            "Correct the shares.",
        )
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["dover,a,0.85", "dover,b,15%"],  # what it should be is not known yet
        ["dover,a,0.85", "dover,b"],
    ],
)
def test_a_sum_is_not_told_wrong_while_one_of_its_shares_is_unknown(rows):
    assert [fault.where.partition(",")[0] for fault in _faults(LOOKUPS, *rows)] == [
        "row 3"
    ]


def test_keys_are_checked_even_when_another_column_is_missing():
    content = b"year,place\n2016,dover\n2016,dover\n"

    _, faults = parse_table(LoadedFile("people.csv", content), PEOPLE)

    assert [fault.where for fault in faults] == ["row 1", "rows 2, 3"]


def test_keys_are_not_checked_without_one_of_their_columns():
    content = b"year,value\n2016,1\n2016,1\n"

    _, faults = parse_table(LoadedFile("people.csv", content), PEOPLE)

    assert [fault.where for fault in faults] == ["row 1"]


def test_table_without_a_key_may_repeat_rows():
    contract = TableContract("x", "x.csv", (Column("a", "text"),), (), sourced=False)

    assert _faults(contract, "1", "1") == []


def test_periods_without_a_key_may_overlap_but_not_run_backwards():
    contract = TableContract(
        "x",
        "x.csv",
        (Column("starts_on", "date"), Column("ends_on", "date")),
        key=(),
        valid_columns=("starts_on", "ends_on"),
        sourced=False,
    )

    found = _faults(contract, "2016-01-01,2016-12-31", "2016-06-01,2016-05-31")

    assert [fault.where for fault in found] == ["row 3"]
