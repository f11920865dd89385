"""A table as an answer: CSV or Excel, of which no cell can be taken for a formula.

In CSV a text that a spreadsheet would run has an apostrophe before it; in a workbook
every text is written as text. Numbers stay numbers in both.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import polars as pl
from django.http import HttpResponse
from django.urls import register_converter

from placeplan.tables.frame_file import write_frame_csv
from placeplan.tables.workbook import Sheet, write_workbook

CSV_TYPE: Final = "text/csv; charset=utf-8"
EXCEL_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV, EXCEL = "csv", "xlsx"
_DECIMALS: Final = 1
_NOT_ON_A_TAB: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class TableKind:
    """The end of an address that gives a table as a file: ``csv`` or ``xlsx``."""

    regex = f"{CSV}|{EXCEL}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(TableKind, "table")


def make_csv(table: pl.DataFrame) -> bytes:
    """Write a table as CSV."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        write_frame_csv(table, path)
        return path.read_bytes()


def make_excel(
    table: pl.DataFrame, title: str, heading: str, notes: Sequence[str] = ()
) -> bytes:
    """Write a table as a workbook of one sheet, under a heading and notes."""
    tab = title.translate(_NOT_ON_A_TAB).strip("' ")[:31]
    sheet = Sheet(tab, heading, notes, table, decimals=_DECIMALS)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.xlsx"
        write_workbook([sheet], path, title=title)
        return path.read_bytes()


def write_table(
    table: pl.DataFrame, name: str, heading: str = "", notes: Sequence[str] = ()
) -> HttpResponse:
    """Answer with a table as a file of that name: CSV, or Excel by its end.

    A workbook has the heading and the notes above its table; without a heading the name
    stands there.
    """
    stem, _, kind = name.rpartition(".")
    if kind == EXCEL:
        title = stem.replace("-", " ").capitalize()
        content = make_excel(table, title, heading or title, notes)
        response = HttpResponse(content, content_type=EXCEL_TYPE)
    else:
        response = HttpResponse(make_csv(table), content_type=CSV_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
