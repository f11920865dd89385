"""A long table in Parquet is held to its contract, every cell of it."""

from datetime import date

import polars as pl
import pytest

from placeplan.errors import InputError
from placeplan.tables import (
    STATUS,
    Column,
    TableContract,
    read_table_parquet,
    write_frame_parquet,
)
from placeplan.tables.typed_table import count_different

CONTRACT = TableContract(
    "values",
    "values.csv",
    (
        Column("body", "text"),
        Column("month", "date"),
        Column("basis", "text", choices=frozenset({"plan", "actual"})),
        Column("recurrent", "flag"),
        Column("with", "text", nullable=True),
        Column("year", "year"),
        Column("at", "whole", least=1, most=9),
        Column("value", "number"),
    ),
    key=("body", "month", "recurrent", "with"),
)
FRAME = pl.DataFrame(
    {
        "value": [1.5, -2.25],
        "body": ["east", "west"],
        "month": [date(2016, 4, 1), date(2016, 5, 1)],
        "basis": ["plan", "actual"],
        "recurrent": [True, False],
        "with": [None, "east"],
        "year": [2016, 2016],
        "at": [1, 9],
        "source": ["papers", "papers"],
        "status": ["published", "derived"],
    }
)


def _read(frame, folder, contract=CONTRACT):
    write_frame_parquet(frame, folder / "values.parquet")
    return read_table_parquet(folder / "values.parquet", contract)


def _tell(frame, folder, contract=CONTRACT):
    with pytest.raises(InputError) as refused:
        _read(frame, folder, contract)
    return [(each.where, each.expected, each.found) for each in refused.value.faults]


def test_columns_come_in_the_order_and_types_of_the_contract(tmp_path):
    found = _read(FRAME, tmp_path)

    assert list(found.schema) == list(CONTRACT.schema)
    assert found.schema["body"] == pl.Categorical
    assert found.schema["year"] == pl.Int32
    assert found.schema["status"] == STATUS
    assert found.row(1) == (
        *("west", date(2016, 5, 1), "actual", False, "east", 2016, 9, -2.25),
        *("papers", "derived"),
    )


def test_whole_numbers_count_as_numbers_and_categories_as_text(tmp_path):
    frame = FRAME.with_columns(
        pl.col("value").cast(pl.Int64), pl.col("body", "status").cast(pl.Categorical)
    )

    assert _read(frame, tmp_path)["value"].to_list() == [1.0, -2.0]


def test_columns_that_do_not_fit_are_told_all_at_once(tmp_path):
    frame = FRAME.drop("with").with_columns(
        extra=pl.lit(1),
        body=pl.lit(1),
        month=pl.lit("2016-04-01"),
        recurrent=pl.lit(1),
        value=pl.lit("1"),
        at=pl.lit(1.0),
        year=pl.lit("2016"),
        status=pl.lit(3),
    )
    columns = f"the columns {', '.join(CONTRACT.schema)}"

    assert _tell(frame, tmp_path) == [
        ("", "a column with", "none"),
        ("column value", "numbers", "String"),
        ("column body", "text", "Int32"),
        ("column month", "dates", "String"),
        ("column recurrent", "true or false", "Int32"),
        ("column year", "whole numbers", "String"),
        ("column at", "whole numbers", "Float64"),
        ("column status", "text that is a status", "Int32"),
        ("", columns, "extra"),
    ]


def test_cells_that_do_not_fit_are_told_all_at_once(tmp_path):
    frame = FRAME.with_columns(
        body=pl.Series(["east", None]),
        basis=pl.Series(["forecast", "plan"]),
        year=pl.Series([1066, 2016]),
        at=pl.Series([0, 12]),
        value=pl.Series([float("nan"), 1.0]),
    )

    assert _tell(frame, tmp_path) == [
        ("column body", "no empty cells", "1 that are empty"),
        ("column basis", "one of: actual, plan", "forecast"),
        ("column year", "1900 or more", "1066"),
        ("column at", "1 or more", "0"),
        ("column at", "9 or less", "12"),
        ("column value", "numbers that can be counted", "others"),
    ]


def test_a_status_that_is_none_is_told(tmp_path):
    (told,) = _tell(FRAME.with_columns(status=pl.lit("guessed")), tmp_path)

    assert told[1] == "cells of the types of the contract"


def test_keys_that_repeat_are_told(tmp_path):
    thrice = pl.concat([FRAME, FRAME.head(1), FRAME.head(1)])

    ((_, expected, found),) = _tell(thrice, tmp_path)

    assert expected == "one row for each body, month, recurrent, with"
    assert found == (
        "2 too many, the first for body east, month 2016-04-01, recurrent True, "
        "with (empty)"
    )


def test_a_table_without_a_key_may_repeat(tmp_path):
    contract = TableContract("values", "values.csv", (Column("body", "text"),), key=())
    frame = FRAME.select("body", "source", "status")

    assert _read(pl.concat([frame, frame]), tmp_path, contract).height == 4


@pytest.mark.parametrize(
    ("columns", "different"),
    [
        ({"a": [1, 1, 2, None, None]}, 3),
        ({"a": [1, 1, 2, 2], "b": [True, False, None, None]}, 3),
        ({"a": [-(2**40), 2**40, 2**40], "b": [2**40, -(2**40), -(2**40)]}, 2),
        ({"a": [0.5, 0.5, 1.0]}, 2),
        ({"a": ["x", "y", "y"], "b": [1, 1, 2]}, 3),
        ({"a": []}, 0),
        ({"a": [None, None]}, 1),
        ({"a": [0, 1, 2], "b": [1, 0, -1]}, 3),
    ],
)
def test_rows_that_differ_are_counted(columns, different):
    assert count_different(pl.DataFrame(columns)) == different
