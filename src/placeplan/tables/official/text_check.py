"""Checks of the texts beside the figures: codes, names, dates, keys that repeat."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from placeplan.tables.formula import find_formulas
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import ROW
from placeplan.tables.official.sheet import AGAIN, Sheet
from placeplan.tables.row_check import name_rows

GSS_CODE = r"^[A-Z][0-9]{8}$"
"""A code of the Government Statistical Service, such as E07000105."""

ODS_CODE = r"^[A-Z0-9]{3,10}$"
"""A code of the Organisation Data Service, such as RVV or G82002."""


def check_texts(
    body: pl.DataFrame,
    column: str,
    sheet: Sheet,
    faults: FaultList,
    *,
    pattern: str,
    expected: str,
    heading: str = "",
) -> None:
    """Refuse the cells of a column that do not fit a pattern.

    Parameters
    ----------
    body : pl.DataFrame
        `ROW` and the column.
    column, heading : str
        The column here, and in the file where that differs.
    pattern : str
        Regular expression that the whole cell must fit.
    expected : str
        The same in words.
    """
    bad = body.filter(~pl.col(column).str.contains(pattern))
    faults.add_all(
        [
            (sheet.where(row, heading or column), text or "nothing")
            for row, text in bad.select(ROW, column).iter_rows()
        ],
        expected=expected,
        remedy="Compare the cell with the published file.",
    )


def check_names(
    body: pl.DataFrame, column: str, sheet: Sheet, faults: FaultList
) -> None:
    """Refuse names that are empty, hold invisible characters or are formulas."""
    text = pl.col(column)
    bad = body.filter(
        (text == "")
        | text.str.contains(r"[\p{Cc}\p{Cf}]")
        | text.map_batches(find_formulas, return_dtype=pl.Boolean)
    )
    faults.add_all(
        [
            (sheet.where(row, column), repr(name) if name else "nothing")
            for row, name in bad.select(ROW, column).iter_rows()
        ],
        expected="a plain name",
        remedy="Compare the cell with the published file.",
    )


def parse_dates(
    body: pl.DataFrame,
    columns: Sequence[str],
    sheet: Sheet,
    faults: FaultList,
    *,
    empty: Sequence[str] = (),
) -> pl.DataFrame:
    """Read dates written as 20160601.

    Parameters
    ----------
    body : pl.DataFrame
        `ROW` and the columns, as text.
    columns : sequence of str
        Columns to turn into dates.
    empty : sequence of str
        Those that may be empty, which is null: still open.

    Returns
    -------
    pl.DataFrame
        The body with dates in place of texts; null where at fault.
    """
    parsed = body.with_columns(
        pl.col(name).str.to_date("%Y%m%d", strict=False).alias(name) for name in columns
    )
    first, last = date(1850, 1, 1), date(2199, 12, 31)
    for name in columns:
        text = body[name]
        sound = parsed[name].is_between(first, last).fill_null(value=False)
        sound &= text.str.contains(r"^[0-9]{8}$")
        sound |= (text == "") & (name in empty)
        bad = body.filter(~sound)
        faults.add_all(
            [
                (sheet.where(row, name), found or "nothing")
                for row, found in bad.select(ROW, name).iter_rows()
            ],
            expected="a date as year, month and day, such as 20160601",
            remedy="Compare the cell with the published file.",
        )
    return parsed


def check_order(
    body: pl.DataFrame, first: str, last: str, sheet: Sheet, faults: FaultList
) -> None:
    """Refuse rows whose last date comes before their first."""
    bad = body.filter(pl.col(last) < pl.col(first))
    faults.add_all(
        [
            (sheet.where(row, last), f"{ended}, before {started}")
            for row, started, ended in bad.select(ROW, first, last).iter_rows()
        ],
        expected=f"a date not before {first}",
        remedy="Compare the dates with the published file.",
    )


def check_unique(
    body: pl.DataFrame, key: Sequence[str], sheet: Sheet, faults: FaultList
) -> None:
    """Refuse rows that repeat a key."""
    repeated = (
        body.group_by(key, maintain_order=True)
        .agg(pl.col(ROW))
        .filter(pl.col(ROW).list.len() > 1)
    )
    words = ", ".join(key)
    for *cells, rows in repeated.head(SHOWN_KEYS).iter_rows():
        where = ", ".join(part for part in (sheet.where(), name_rows(rows)) if part)
        found = f"{len(rows)} for {', '.join(str(cell) for cell in cells)}"
        faults.add(where, f"one row for each {words}", found, AGAIN)
    if repeated.height > SHOWN_KEYS:
        more = f"{repeated.height - SHOWN_KEYS} more that repeat"
        faults.add(sheet.where(), f"one row for each {words}", more, AGAIN)


SHOWN_KEYS = 20
"""Repeated keys that are written out; the rest are counted."""
