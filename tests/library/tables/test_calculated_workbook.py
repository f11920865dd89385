"""Workbooks to calculate with: formulas beside what they come to, and cells to fill."""

import io

import openpyxl

from placeplan.tables.calculated_workbook import (
    BookCell,
    BookSheet,
    write_calculated_workbook,
)

SHEET = BookSheet(
    "Dartford",
    {
        (0, 0): BookCell("=2+2", look="title"),
        (1, 0): BookCell(1234567.89, look="input"),
        (2, 0): BookCell(0.1, look="input"),
        (3, 0): BookCell(1234567.99, "=SUM(A2:A3)", "sum"),
        (4, 0): BookCell(None, look="input"),
    },
    widths=(30,),
    frozen=(1, 0),
)


def read(*, values):
    content = write_calculated_workbook([SHEET], title="Money")
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)["Dartford"]


def test_formula_stands_beside_what_it_comes_to():
    assert read(values=False)["A4"].value == "=SUM(A2:A3)"
    assert read(values=True)["A4"].value == 1234567.99


def test_text_that_looks_like_a_formula_stays_text():
    assert read(values=False)["A1"].data_type == "s"


def test_cells_to_fill_in_alone_can_be_changed():
    page = read(values=False)
    assert page.protection.sheet
    assert [page[f"A{row}"].protection.locked for row in range(1, 6)] == [
        True,
        False,
        False,
        True,
        False,
    ]


def test_same_sheets_make_the_same_bytes():
    first = write_calculated_workbook([SHEET], title="Money")
    assert write_calculated_workbook([SHEET], title="Money") == first
