"""Workbooks read as a person would, and run nothing."""

import zipfile

import openpyxl
import polars as pl

from placeplan.tables import STATUS
from placeplan.tables.workbook import Sheet, write_workbook

FRAME = pl.DataFrame(
    {
        "place": ["dover", "ash, ford", None],
        "year": [2016, 2017, None],
        "value": [-103.0, 1234.5, None],
        "status": pl.Series(["published", "derived", "calibrated"], dtype=STATUS),
    }
)


def _write_book(path):
    sheets = [
        Sheet("People " * 9, "People by place", ["A note.", "Another."], FRAME, 1),
        Sheet("Empty", "Nothing here", [], FRAME.clear()),
    ]
    write_workbook(sheets, path, title="A book")
    return openpyxl.load_workbook(path)


def test_a_sheet_has_heading_notes_and_table(tmp_path):
    book = _write_book(tmp_path / "book.xlsx")

    assert book.sheetnames == [("People " * 9)[:31], "Empty"]
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows == [
        ("People by place", None, None, None),
        ("A note.", None, None, None),
        ("Another.", None, None, None),
        (None, None, None, None),
        ("place", "year", "value", "status"),
        ("dover", 2016, -103, "published"),
        ("ash, ford", 2017, 1234.5, "derived"),
        (None, None, None, "calibrated"),
    ]
    assert book.worksheets[0]["C6"].number_format == "#,##0.0"


def test_no_text_becomes_a_formula(tmp_path):
    frame = pl.DataFrame({"=1+1": ["=HYPERLINK(1)", "@SUM(A1)"]})
    write_workbook(
        [Sheet("S", "=2+2", ["=3+3"], frame)], tmp_path / "b.xlsx", title="B"
    )

    with zipfile.ZipFile(tmp_path / "b.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    cells = list(openpyxl.load_workbook(tmp_path / "b.xlsx")["S"].iter_rows())
    assert {cell.data_type for row in cells for cell in row if cell.value} == {"s"}


def test_a_workbook_holds_no_time_of_writing(tmp_path):
    _write_book(tmp_path / "one.xlsx")
    _write_book(tmp_path / "two.xlsx")

    one, two = ((tmp_path / name).read_bytes() for name in ("one.xlsx", "two.xlsx"))
    assert one == two
    with zipfile.ZipFile(tmp_path / "one.xlsx") as book:
        assert "2000-01-01" in book.read("docProps/core.xml").decode()
