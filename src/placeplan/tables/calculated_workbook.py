"""Workbooks that people calculate with: live formulas, marked cells to fill in."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import xlsxwriter

from placeplan.tables.workbook import NO_TIME

Look = Literal[
    "plain", "title", "note", "header", "strong", "amount", "sum", "input", "link"
]

_MONEY: Final = "#,##0.00;[Red]-#,##0.00"
_LOOKS: Final[Mapping[Look, Mapping[str, Any]]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 14},
    "note": {"font_color": "#4c6272"},
    "header": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
    "strong": {"bold": True},
    "amount": {"num_format": _MONEY},
    "sum": {"num_format": _MONEY, "bold": True, "top": 1},
    "input": {
        "num_format": _MONEY,
        "bg_color": "#fff9c4",
        "border": 1,
        "border_color": "#768692",
        "locked": False,
    },
    "link": {"num_format": _MONEY, "font_color": "#005eb8"},
}


@dataclass(frozen=True, slots=True)
class BookCell:
    """A cell that is written.

    Parameters
    ----------
    value : str, int, float or None
        What it shows; of a formula, what it comes to, for readers that calculate
        nothing. None leaves an empty cell.
    formula : str
        Formula with its equals sign; empty for none.
    look : Look
        How it looks. Cells of the look ``input`` alone can be changed.

    Examples
    --------
    >>> BookCell(12.5, "=SUM(A1:A2)", "sum").value
    12.5
    """

    value: str | float | None = None
    formula: str = ""
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet of cells at their places.

    Parameters
    ----------
    title : str
        Name on the tab, at most 31 characters.
    cells : mapping of tuple to BookCell
        By row and column, counted from 0.
    widths : sequence of float
        Width of each column, in characters.
    frozen : tuple of int
        How many rows and columns stay when the others are moved.
    """

    title: str
    cells: Mapping[tuple[int, int], BookCell]
    widths: Sequence[float] = ()
    frozen: tuple[int, int] = (0, 0)


def write_calculated_workbook(sheets: Sequence[BookSheet], *, title: str) -> bytes:
    """Write sheets of texts, numbers and formulas into a workbook.

    Every sheet is protected without a password, so that cells to fill in are the only
    ones changed by mistake. Text is written as text: what starts with an equals sign
    does nothing unless it stands in ``formula``.

    Parameters
    ----------
    sheets : sequence of BookSheet
        In the order of the tabs.
    title : str
        Title in the properties of the file.

    Returns
    -------
    bytes
        The file; of the same sheets always the same.

    Examples
    --------
    >>> sheet = BookSheet("Sum", {(0, 0): BookCell(2.0), (1, 0): BookCell(2.0, "=A1")})
    >>> write_calculated_workbook([sheet], title="Two")[:2]
    b'PK'
    """
    opened = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(opened, options) as workbook:
        workbook.set_properties({"title": title, "created": NO_TIME})
        looks = {name: workbook.add_format(dict(_LOOKS[name])) for name in _LOOKS}
        for sheet in sheets:
            _write_sheet(workbook.add_worksheet(sheet.title), sheet, looks)
    return opened.getvalue()


def _write_sheet(page: Any, sheet: BookSheet, looks: Mapping[Look, Any]) -> None:
    for at, width in enumerate(sheet.widths):
        page.set_column(at, at, width)
    for (row, column), cell in sorted(sheet.cells.items(), key=lambda each: each[0]):
        look = looks[cell.look]
        if cell.formula:
            page.write_formula(row, column, cell.formula, look, cell.value)
        elif cell.value is None:
            page.write_blank(row, column, None, look)
        elif isinstance(cell.value, str):
            page.write_string(row, column, cell.value, look)
        else:
            page.write_number(row, column, cell.value, look)
    page.freeze_panes(*sheet.frozen)
    page.protect("", {"format_columns": True, "format_rows": True})
    page.set_landscape()
    page.fit_to_pages(1, 0)
