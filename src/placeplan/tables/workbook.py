"""Workbooks for people: sheets with a title, notes and a table; no time inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import polars as pl
import xlsxwriter

NO_TIME: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a constant, so that the same numbers make the same bytes
_LEAST_WIDTH: Final = 12
_MOST_WIDTH: Final = 60
_TITLE_LIMIT: Final = 31
_ROWS_MEASURED: Final = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Parameters
    ----------
    title : str
        Name on the tab, at most 31 characters.
    heading : str
        First line of the sheet.
    notes : tuple of str
        Lines under the heading.
    frame : polars.DataFrame
        Table below them; its column names are the headers.
    decimals : int
        Decimals shown of its numbers.
    """

    title: str
    heading: str
    notes: Sequence[str]
    frame: pl.DataFrame
    decimals: int = 0


def write_workbook(sheets: Sequence[Sheet], path: Path, *, title: str) -> None:
    """Write sheets into one workbook.

    Text is always written as text, never as a formula, so that no cell of a plan can
    make a spreadsheet do anything.

    Parameters
    ----------
    sheets : sequence of Sheet
        In the order of the tabs.
    path : Path
        File to write.
    title : str
        Title in the properties of the file.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as workbook:
        workbook.set_properties({"title": title, "created": NO_TIME})
        looks = _Looks(workbook)
        for sheet in sheets:
            _write_sheet(workbook, sheet, looks)


class _Looks:
    def __init__(self, workbook: Any) -> None:
        self.heading = workbook.add_format({"bold": True, "font_size": 14})
        self.note = workbook.add_format({"font_color": "#4c6272"})
        self.header = workbook.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.numbers = {
            decimals: workbook.add_format(
                {"num_format": "#,##0" + ("." + "0" * decimals if decimals else "")}
            )
            for decimals in range(4)
        }


def _write_sheet(workbook: Any, sheet: Sheet, looks: _Looks) -> None:
    page = workbook.add_worksheet(sheet.title[:_TITLE_LIMIT])
    page.write_string(0, 0, sheet.heading, looks.heading)
    for row, note in enumerate(sheet.notes, start=1):
        page.write_string(row, 0, note, looks.note)
    top = len(sheet.notes) + 2
    for at, name in enumerate(sheet.frame.columns):
        page.write_string(top, at, name, looks.header)
        column = sheet.frame[name]
        page.set_column(at, at, _find_width(column, sheet.decimals))
        look = looks.numbers[sheet.decimals] if column.dtype.is_float() else None
        _write_column(page, top + 1, at, column, look)
    page.freeze_panes(top + 1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)


def _write_column(page: Any, top: int, at: int, column: pl.Series, look: Any) -> None:
    numeric = column.dtype.is_numeric()
    values = column if numeric else column.cast(pl.String)
    for row, value in enumerate(values, start=top):
        if value is None:
            continue
        if numeric:
            page.write_number(row, at, value, look)
        else:
            page.write_string(row, at, value)


def _find_width(column: pl.Series, decimals: int) -> int:
    shown = column.round(decimals) if column.dtype.is_float() else column
    lengths = shown.head(_ROWS_MEASURED).cast(pl.String).str.len_chars()
    longest = max((length or 0 for length in lengths), default=0)
    return min(_MOST_WIDTH, max(_LEAST_WIDTH, longest + 2))
