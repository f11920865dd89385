"""Find the columns of a layout by their headings, in the order of the layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.sheet import AGAIN, Sheet

Others = Literal["refuse", "ignore"]

SHOWN_HEADINGS = 10
"""Headings at fault that are written out; the rest are counted."""

ROW = "row"
"""Column of every body that holds the row number in the sheet."""


@dataclass(frozen=True, slots=True)
class Heading:
    r"""A column that a layout has.

    Parameters
    ----------
    name : str
        What the column is called here.
    written : str
        How the publisher writes it. Case, spaces and line breaks do not matter.
    also : tuple of str
        How other editions write it.
    optional : bool
        Whether an edition may lack it.
    anywhere : bool
        Whether it may stand out of order, since its cells are like no others.

    Examples
    --------
    >>> Heading("old", "90+", ("90 and over",)).fits("90  And\nover")
    True
    """

    name: str
    written: str
    also: tuple[str, ...] = ()
    optional: bool = False
    anywhere: bool = False

    def fits(self, text: str) -> bool:
        """Whether a cell is this heading."""
        return plain(text) in {plain(each) for each in (self.written, *self.also)}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the headings of a layout stand in a sheet.

    Parameters
    ----------
    row : int
        Row of the headings, counted from 1; 0 where a layout has none.
    columns : dict of str to int
        Position of each column, counted from 0, by its name here.
    width : int
        Cells of a row.
    """

    row: int
    columns: dict[str, int]
    width: int


def plain(text: str) -> str:
    r"""Leave out what does not matter in a heading: case, spaces, line breaks.

    Examples
    --------
    >>> plain("Practice to PCN\nRelationship\nEnd Date ")
    'practice to pcn relationship end date'
    """
    return " ".join(text.split()).casefold()


def get_headers(
    sheets: Mapping[str, Sheet],
    headings: Sequence[Heading],
    faults: FaultList,
    *,
    within_rows: int = 1,
    others: Others = "refuse",
) -> dict[str, Header]:
    """Find the row that holds the headings of a layout in each of some sheets.

    Parameters
    ----------
    sheets : mapping of str to Sheet
        Where to look.
    headings : sequence of Heading
        What to look for, in the order in which they are published.
    faults : FaultList
        What is wrong with the file so far.
    within_rows : int
        How many rows from the top may be the header.
    others : {"refuse", "ignore"}
        Whether a heading that is not in the list is a fault. One with nothing below it
        never is: some editions leave such columns behind.

    Returns
    -------
    dict of str to Header
        The header of each sheet.

    Raises
    ------
    InputError
        If a heading is missing, repeated, unknown or out of order, or ``faults`` holds
        any already.
    """
    found = {
        name: header
        for name, sheet in sheets.items()
        if (header := _find(sheet, headings, faults, within_rows, others))
    }
    faults.stop_if_any()
    return found


def get_header(
    sheet: Sheet,
    headings: Sequence[Heading],
    faults: FaultList,
    *,
    within_rows: int = 1,
    others: Others = "refuse",
) -> Header:
    """Find the row that holds the headings of a layout; see `get_headers`."""
    sheets = {"": sheet}
    return get_headers(
        sheets, headings, faults, within_rows=within_rows, others=others
    )[""]


def _find(
    sheet: Sheet,
    headings: Sequence[Heading],
    faults: FaultList,
    within_rows: int,
    others: Others,
) -> Header | None:
    rows = sheet.rows[:within_rows]
    counts = [
        sum(any(heading.fits(cell) for cell in row) for heading in headings)
        for row in rows
    ]
    if not any(counts):
        shown = ", ".join(f"'{heading.written}'" for heading in headings[:6])
        found = ", ".join(cell for cell in rows[0] if cell) if rows else ""
        expected = f"headings such as {shown}"
        faults.add(sheet.where(1), expected, found or "nothing", AGAIN)
        return None
    at = counts.index(max(counts))
    return _match(sheet, at + 1, headings, faults, others=others)


def _match(
    sheet: Sheet,
    row: int,
    headings: Sequence[Heading],
    faults: FaultList,
    *,
    others: Others,
) -> Header | None:
    cells = sheet.rows[row - 1]
    columns: dict[str, int] = {}
    wrong: list[tuple[str, str, str]] = []
    for heading in headings:
        places = [at for at, cell in enumerate(cells) if heading.fits(cell)]
        expected = f"one column '{heading.written}'"
        if len(places) == 1:
            columns[heading.name] = places[0]
        elif places or not heading.optional:
            wrong.append((sheet.where(row), expected, str(len(places) or "none")))
    if others == "refuse":
        known = set(columns.values())
        for at, cell in enumerate(cells):
            if not cell or at in known or any(h.fits(cell) for h in headings):
                continue
            if any(below[at : at + 1] != ("",) for below in sheet.rows[row:] if below):
                expected = "only the columns of this layout"
                shown = " ".join(cell.split())
                wrong.append((sheet.where(row), expected, f"'{shown}'"))
    if not wrong:
        fixed = [heading.name for heading in headings if not heading.anywhere]
        places = [columns[name] for name in fixed if name in columns]
        wrong += _check_order(sheet, row, places)
    remedy = f"Compare the headings with the published layout. {AGAIN}"
    for where, expected, found in wrong[:SHOWN_HEADINGS]:
        faults.add(where, expected, found, remedy)
    if len(wrong) > SHOWN_HEADINGS:
        more = f"{len(wrong) - SHOWN_HEADINGS} more headings at fault"
        faults.add(sheet.where(row), "the headings of this layout", more, remedy)
    return None if wrong else Header(row, columns, len(cells))


def _check_order(
    sheet: Sheet, row: int, places: Sequence[int]
) -> list[tuple[str, str, str]]:
    """Find headings that stand before one which the layout has ahead of them.

    Two headings that changed places over figures that did not look like two columns
    that did, so that either is refused.
    """
    cells = sheet.rows[row - 1]
    return [
        (
            sheet.where(row),
            f"'{plain(cells[first])}' before '{plain(cells[second])}', as published",
            "the other way round",
        )
        for first, second in pairwise(places)
        if first > second
    ]


def take_body(sheet: Sheet, header: Header, faults: FaultList) -> pl.DataFrame:
    """Take the rows below a header as columns of text.

    Blank rows are left out, and so are the notes below a table (text in the first
    column alone, after the last full row). A row with too few cells, or with text
    beyond the last heading, is a fault.

    Returns
    -------
    pl.DataFrame
        `ROW`, then one text column for each column of the header; empty is "".
    """
    width = header.width
    rows = [
        (number, cells)
        for number, cells in enumerate(sheet.rows[header.row :], header.row + 1)
        if any(cells)
    ]
    while rows and rows[-1][1][0] and not any(rows[-1][1][1:]) and width > 1:
        if not sheet.name:
            break  # a CSV file has no notes: this row was cut
        rows.pop()
    odd = [
        (sheet.where(number), f"{len(cells)} cells")
        for number, cells in rows
        if len(cells) < width or any(cells[width:])
    ]
    faults.add_all(odd, expected=f"{width} cells", remedy=AGAIN)
    if not rows:
        faults.add(sheet.where(header.row + 1), "rows below the header", "none", AGAIN)
    sound = [(n, c) for n, c in rows if len(c) >= width and not any(c[width:])]
    return pl.DataFrame(
        {ROW: [number for number, _ in sound]}
        | {name: [c[at] for _, c in sound] for name, at in header.columns.items()},
        schema={ROW: pl.Int64} | dict.fromkeys(header.columns, pl.String),
    )
