"""Printed figures and the marks that stand for missing ones."""

import polars as pl
import pytest

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import parse_figures
from placeplan.tables.official.sheet import Sheet

SHEET = Sheet("beds.xlsx", "Sheet 1", ())


def parse(*texts, whole=False, thousands=False):
    """Values, reasons and what was refused."""
    cells = pl.DataFrame(
        {"row": range(2, 2 + len(texts)), "column": "Beds", "text": texts}
    )
    faults = FaultList("beds.xlsx")
    parsed = parse_figures(cells, SHEET, faults, whole=whole, thousands=thousands)
    rows = parsed.select("value", "missing_reason").rows()
    return rows, [fault.found for fault in faults.faults]


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("*", "suppressed"),
        ("c", "suppressed"),
        ("C", "suppressed"),
        ("[c]", "suppressed"),
        ("-", "not_applicable"),
        ("[z]", "not_applicable"),
        (":", "not_available"),
        ("..", "not_available"),
        (".", "not_available"),
        ("[x]", "not_available"),
    ],
)
def test_a_mark_is_missing_with_its_reason_and_never_zero(mark, reason):
    assert parse(mark) == ([(None, reason)], [])


def test_zero_is_a_figure():
    assert parse("0", "0.0") == ([(0.0, None), (0.0, None)], [])


@pytest.mark.parametrize("text", ["7", "7.0", "7e0"])
def test_whole_numbers_may_carry_a_nought_behind_the_point(text):
    assert parse(text, whole=True) == ([(7.0, None)], [])


@pytest.mark.parametrize(
    "text", ["", "many", "-1", "1e999", "NaN", "inf", "1,200", "12%", "true", "0x10"]
)
def test_what_is_neither_figure_nor_mark_is_refused(text):
    assert parse(text) == ([(None, None)], [text or "nothing"])


def test_a_part_of_a_person_is_refused_where_figures_are_whole():
    assert parse("2.5", whole=True) == ([(None, None)], ["2.5"])


def test_thousands_are_read_only_where_the_layout_has_them():
    assert parse("1,234,567.5", "12,34", "999", thousands=True) == (
        [(1_234_567.5, None), (None, None), (999.0, None)],
        ["12,34"],
    )


def test_many_faults_are_counted_after_the_first_twenty():
    _, refused = parse(*["many"] * 25)

    last = "5 more like these, the last in sheet 'Sheet 1', row 26, column 'Beds'"
    assert refused == ["many"] * 20 + [last]
