"""A fault that a chapter found by a name tells the row of the file as well."""

import polars as pl
import pytest

from placeplan.errors import Fault
from placeplan.plan.fault_row import name_fault_rows
from placeplan.tables import Column, PlanFiles, TableContract

EFFECTS = TableContract(
    "effects",
    "effects.csv",
    (
        Column("pod", "text"),
        Column("place", "text", nullable=True),
        Column("share", "share"),
    ),
    key=("pod", "place"),
    sourced=False,
)
GROWTH = TableContract(
    "growth",
    "growth.csv",
    (Column("pod", "text"), Column("from_year", "whole"), Column("share", "share")),
    key=("pod", "from_year"),
    sourced=False,
)
FILES = PlanFiles(
    {
        "growth": pl.DataFrame(
            {
                "pod": ["spel", "visit", "visit", "spel"],
                "from_year": [2016, 2016, 2018, 2020],
                "share": [0.1, 0.2, 0.3, 0.4],
            }
        ),
        "effects": pl.DataFrame(
            {
                "pod": ["spel", "spel", "visit"],
                "place": ["dover", None, None],
                "share": [0.1, 0.2, None],
            }
        ),
    },
    rows={"growth": pl.Series([2, 3, 5, 6]), "effects": pl.Series([2, 3, 5])},
)


CONTRACTS = {"growth": GROWTH, "effects": EFFECTS}


def name_places(where, found, file):
    fault = Fault(file, where, "something else", found, "Mend it.")
    return [named.where for named in name_fault_rows([fault], FILES, CONTRACTS)]


def name_place(where, found, file="growth.csv"):
    (named,) = name_places(where, found, file)
    return named


@pytest.mark.parametrize(
    ("where", "found", "named"),
    [
        ("pod spel", "spel", "rows 2, 6, pod spel"),
        ("column pod", "spel", "rows 2, 6, column pod"),
        ("pod visit, from_year 2018", "2016", "row 5, pod visit, from_year 2018"),
        ("pod visit", "2 rows", "pod visit"),
        ("from_year 2020", "none", "from_year 2020"),
        ("pod gone", "gone", "pod gone"),
        ("column kind", "ccg and icb", "column kind"),
        ("", "none", ""),
    ],
    ids=[
        "name that is wrong",
        "name that is wrong, by its column",
        "one row alone",
        "what many rows have",
        "row that is missing",
        "name that no row has",
        "column that the table lacks",
        "whole file",
    ],
)
def test_rows_are_told_where_they_are_meant(where, found, named):
    assert name_place(where, found) == named


def test_fault_of_a_file_that_is_no_table_stays_as_it_is():
    assert name_place("line 3, base_year", "3016", "plan.yaml") == "line 3, base_year"


def test_a_cell_of_the_key_that_is_not_named_is_one_that_the_row_leaves_empty():
    assert name_place("pod spel", "0.9", "effects.csv") == "row 3, pod spel"


def test_what_only_a_stand_in_for_an_unreadable_cell_says_is_left_out():
    assert name_places("pod visit", "0", "effects.csv") == []


def test_a_wrong_name_is_told_beside_an_unreadable_cell():
    assert name_place("pod visit", "visit", "effects.csv") == "row 5, pod visit"
