"""Every cell that is not what its column holds is named, with the way to mend it."""

import polars as pl
import pytest

from placeplan.tables import Column
from placeplan.tables.column_check import check_column, describe_column

TEXT = Column("name", "text")
WHOLE = Column("age", "whole", least=0, most=90)
NUMBER = Column("value", "number", least=0)
SHARE = Column("part", "share")
GROWTH = Column("growth_share", "share", least=-1)
DAY = Column("starts_on", "date")
YEAR = Column("year", "year")
FLAG = Column("recurrent", "flag")
KIND = Column("kind", "text", choices=frozenset({"whole", "part"}))
STATUS = Column("status", "status")


def _check(column, *cells):
    texts = pl.Series(cells, dtype=pl.String)
    rows = pl.Series(range(2, 2 + len(cells)), dtype=pl.Int64)
    values, faults = check_column(texts, rows, column, file="t.csv")
    return values.to_list(), [str(fault) for fault in faults]


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        (TEXT, "Ashford", "Ashford"),
        (TEXT, "Stoke-on-Trent; the -5 club", "Stoke-on-Trent; the -5 club"),
        (TEXT, "-5", "-5"),
        (WHOLE, "90", 90),
        (WHOLE, "007", 7),
        (NUMBER, "0.1", 0.1),
        (NUMBER, "1e-7", 1e-7),
        (NUMBER, ".5", 0.5),
        (SHARE, "1", 1.0),
        (GROWTH, "-0.02", -0.02),
        (YEAR, "2016", 2016),
        (FLAG, "yes", True),
        (FLAG, "no", False),
        (KIND, "part", "part"),
        (STATUS, "derived", "derived"),
    ],
)
def test_sound_cell_becomes_its_value(column, cell, value):
    assert _check(column, cell) == ([value], [])


BAD = [
    # column, cell, expected, found, how to mend it
    (TEXT, None, "a text", "nothing", "Fill in the cell."),
    (
        TEXT,
        " Ashford",
        "no space before or after the text",
        " Ashford",
        "Delete the spaces at the start and the end of the cell.",
    ),
    (
        NUMBER,
        "12\u00a0",
        "no space before or after the text",
        "12\u00a0",
        "Delete the spaces at the start and the end of the cell.",
    ),
    (
        TEXT,
        "Ash\u200bford",
        "one line of plain text",
        "Ash\u200bford",
        "Delete the invisible characters or line breaks in the cell.",
    ),
    (
        TEXT,
        "Ash\nford",
        "one line of plain text",
        "Ash\nford",
        "Delete the invisible characters or line breaks in the cell.",
    ),
    *(
        (
            column,
            cell,
            "a plain value",
            cell,
            "Replace the formula with its value: no cell may start with = + - or @.",
        )
        for column, cell in [
            (TEXT, "=1+1"),
            (TEXT, '=HYPERLINK("http://x.example","y")'),
            (TEXT, "@SUM(A1)"),
            (TEXT, "+1"),
            (TEXT, "-cmd"),
            (TEXT, "-"),
            (NUMBER, "=A1"),
        ]
    ),
    (WHOLE, "91", "a whole number from 0 to 90", "91", "Correct the value."),
    (WHOLE, "-1", "a whole number from 0 to 90", "-1", "Correct the value."),
    (WHOLE, "12.0", "a whole number from 0 to 90", "12.0", "Correct the value."),
    (WHOLE, "9" * 19, "a whole number from 0 to 90", "9" * 19, "Correct the value."),
    (NUMBER, "-4", "a number of 0 or more", "-4", "Correct the value."),
    (NUMBER, "nan", "a number of 0 or more", "nan", "Correct the value."),
    (NUMBER, "inf", "a number of 0 or more", "inf", "Correct the value."),
    (NUMBER, "1e999", "a number of 0 or more", "1e999", "Correct the value."),
    (NUMBER, "1e14", "a number of 0 or more", "1e14", "Correct the value."),
    (NUMBER, "٣", "a number of 0 or more", "٣", "Correct the value."),
    (
        NUMBER,
        "1,200",
        "a number of 0 or more",
        "1,200",
        "Leave out the commas between thousands.",
    ),
    (
        NUMBER,
        "£110m",
        "a number of 0 or more",
        "£110m",
        "Leave out the pound sign: the column's name gives the unit.",
    ),
    (
        NUMBER,
        "*",
        "a number of 0 or more",
        "*",
        "A suppressed figure is no number: leave it out and say so in the source.",
    ),
    (
        SHARE,
        "85%",
        "a share from 0 to 1",
        "85%",
        "Write a percentage as a share: 85% is 0.85.",
    ),
    (SHARE, "1.01", "a share from 0 to 1", "1.01", "Correct the value."),
    (GROWTH, "-1.5", "a share from -1 to 1", "-1.5", "Correct the value."),
    (
        YEAR,
        "2016/17",
        "a year such as 2016 (for 2016/17), from 1900 to 2150",
        "2016/17",
        "Write 2016, the year in which it starts.",
    ),
    (
        YEAR,
        "1066",
        "a year such as 2016 (for 2016/17), from 1900 to 2150",
        "1066",
        "Correct the value.",
    ),
    (
        YEAR,
        "16",
        "a year such as 2016 (for 2016/17), from 1900 to 2150",
        "16",
        "Correct the value.",
    ),
    *(
        (
            DAY,
            cell,
            "a date such as 2016-06-01",
            cell,
            "Write year-month-day, as in 2016-06-01, a day that exists.",
        )
        for cell in ("01/06/2016", "2016-02-30", "2016-6-1", "June 2016")
    ),
    *(
        (FLAG, cell, "yes or no", cell, "Write yes or no, in small letters.")
        for cell in ("Yes", "true", "1")
    ),
    (KIND, "hole", "one of: part, whole", "hole", "Did you mean 'whole'?"),
    (KIND, "all of it", "one of: part, whole", "all of it", "Use one of: part, whole."),
    (
        STATUS,
        "calibrate",
        "one of: published, derived, calibrated, illustrative",
        "calibrate",
        "Did you mean 'calibrated'?",
    ),
    (
        KIND,
        "x" * 70,
        "one of: part, whole",
        "x" * 57 + "…",
        "Use one of: part, whole.",
    ),
]


@pytest.mark.parametrize(("column", "cell", "expected", "found", "mend"), BAD)
def test_cell_at_fault_is_named_and_becomes_null(column, cell, expected, found, mend):
    values, faults = _check(column, cell)

    where = f"t.csv, row 2, column {column.name}"
    assert faults == [f"{where}: expected {expected}, found {found}. {mend}"]
    assert values == [None]


def test_empty_cell_is_sound_where_the_contract_says_so():
    assert _check(Column("ends_on", "date", nullable=True), None) == ([None], [])


def test_every_cell_is_named_and_the_sound_ones_are_kept():
    values, faults = _check(NUMBER, "1.5", "-2", "x", "3")

    assert values == [1.5, None, None, 3.0]
    assert [fault.split(":")[0] for fault in faults] == [
        "t.csv, row 4, column value",
        "t.csv, row 3, column value",
    ]


def test_one_fault_of_a_cell_is_told_not_all_that_follow_from_it():
    _, faults = _check(WHOLE, " =x")

    assert len(faults) == 1


def test_the_same_fault_in_many_cells_is_counted_after_twenty():
    _, faults = _check(NUMBER, *["-1"] * 27)

    assert len(faults) == 21
    assert faults[-1] == (
        "t.csv, column value: expected a number of 0 or more, found 7 more cells like "
        "these, down to row 28. Mend them likewise."
    )


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (TEXT, "a text"),
        (Column("a", "number"), "a number"),
        (Column("a", "number", most=5), "a number of 5 or less"),
        (Column("a", "whole", least=1, most=5), "a whole number from 1 to 5"),
        (
            Column("a", "year", least=2016),
            "a year such as 2016 (for 2016/17), from 2016 to 2150",
        ),
    ],
)
def test_words_for_what_a_column_holds(column, words):
    assert describe_column(column) == words


def test_status_sorts_by_trust():
    values, _ = check_column(
        pl.Series(["derived", "published", "calibrated"]),
        pl.Series([2, 3, 4]),
        STATUS,
        file="t.csv",
    )

    assert values.max() == "calibrated"
