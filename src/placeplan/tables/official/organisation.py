"""Organisations of the Organisation Data Service: practices and trusts.

``epraccur.csv`` lists prescribing cost centres (GP practices among them), ``etr.csv``
NHS trusts. Both have 27 columns and no header; dates are written 20160601.

The name of a practice is often that of a person. Names are therefore left out: the
column ``name`` holds the code unless names are asked for, and even then a name that
plainly holds a person's stays a code. Addresses and telephone numbers are never read.
"""

import re
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import ROW, Header, take_body
from placeplan.tables.official.sheet import Sheet, read_csv_sheet
from placeplan.tables.official.text_check import (
    ODS_CODE,
    check_names,
    check_order,
    check_texts,
    check_unique,
    parse_dates,
)

WIDTH: Final = 27
"""Columns of every such file."""

FIELDS: Final = {
    "code": 1,
    "name": 2,
    "national_grouping": 3,
    "health_geography": 4,
    "postcode": 10,
    "opened_on": 11,
    "closed_on": 12,
    "status": 13,
    "commissioner": 15,
    "joined_on": 16,
    "left_on": 17,
    "parent": 24,
    "setting": 26,
}
"""Number of each field that is read, counted from 1 as the publisher does."""

STATUSES: Final = {"A": "active", "C": "closed", "D": "dormant", "P": "proposed"}
"""Words for the letters of field 13."""

GP_PRACTICE: Final = "4"
"""Prescribing setting of a GP practice."""

PERSON: Final = re.compile(
    r"\b(DRS?|DOCTORS?|MRS?|MS|MISS|PROF(ESSOR)?)\b|PARTNERS?\b", re.I
)
"""What gives away that a name is a person's. It cannot find them all."""


def read_practices(path: str | Path, *, with_names: bool = False) -> pl.DataFrame:
    """Read ``epraccur.csv``: GP practices and other prescribing cost centres.

    Parameters
    ----------
    path : str or Path
        The file, whole or cut to some rows.
    with_names : bool
        Whether ``name`` holds the published name; by default it holds the code.

    Returns
    -------
    pl.DataFrame
        ``code``, ``name``, ``national_grouping``, ``health_geography``, ``postcode``,
        ``opened_on``, ``closed_on`` (null: open), ``status`` (active, closed, dormant,
        proposed), ``commissioner`` (code of the CCG or sub-ICB location),
        ``joined_on``, ``left_on`` (of the commissioner), ``parent`` (code of the
        provider or purchaser), ``setting`` (prescribing setting: "4" is a GP practice,
        see `GP_PRACTICE`). Texts are "" where nothing is printed.

    Raises
    ------
    InputError
        With every fault, if the layout is another.
    """
    sheet, body, faults = _read_fields(path)
    for column, pattern, expected in (
        ("status", f"^[{''.join(STATUSES)}]$", "one of the letters A, C, D, P"),
        ("setting", r"^[0-9]{1,2}$", "a prescribing setting, such as 4"),
    ):
        _check_field(body, column, sheet, faults, pattern=pattern, expected=expected)
    faults.stop_if_any()
    return _finish(body, with_names=with_names).with_columns(
        pl.col("status").replace_strict(STATUSES, return_dtype=pl.String)
    )


def read_trusts(path: str | Path, *, with_names: bool = False) -> pl.DataFrame:
    """Read ``etr.csv``: NHS trusts.

    Parameters
    ----------
    path : str or Path
        The file, whole or cut to some rows.
    with_names : bool
        Whether ``name`` holds the published name; by default it holds the code.

    Returns
    -------
    pl.DataFrame
        ``code``, ``name``, ``national_grouping``, ``health_geography``, ``postcode``,
        ``opened_on``, ``closed_on`` (null: open), ``status`` (active or closed, from
        the closing date, since the file has no letter), ``region`` (letter of the
        former government office region).

    Raises
    ------
    InputError
        With every fault, if the layout is another.
    """
    sheet, body, faults = _read_fields(path)
    for column in ("status", "setting"):
        expected = "nothing, as in a list of trusts"
        _check_field(body, column, sheet, faults, pattern="^$", expected=expected)
    expected = "a letter for the region"
    _check_field(body, "parent", sheet, faults, pattern="^[A-Z]$", expected=expected)
    faults.stop_if_any()
    closed = pl.col("closed_on").is_not_null()
    status = pl.when(closed).then(pl.lit("closed")).otherwise(pl.lit("active"))
    frame = _finish(body, with_names=with_names).with_columns(status=status)
    unused = ["commissioner", "joined_on", "left_on", "setting"]
    return frame.drop(unused).rename({"parent": "region"})


def holds_person(name: str) -> bool:
    """Whether a name of a practice plainly holds a person's.

    A hint, not a guarantee: surnames without a title are not found.

    Examples
    --------
    >>> holds_person("DR A EXAMPLE & PARTNERS"), holds_person("CROSS LANE SURGERY")
    (True, False)
    """
    return PERSON.search(name) is not None


def hide_names(frame: pl.DataFrame, *, with_names: bool) -> pl.DataFrame:
    """Put codes in place of names, of all or of those that plainly hold a person's.

    Parameters
    ----------
    frame : pl.DataFrame
        ``code`` and ``name``.
    with_names : bool
        Whether the other names may stay.
    """
    if not with_names:
        return frame.with_columns(name=pl.col("code"))
    personal = pl.col("name").map_elements(holds_person, return_dtype=pl.Boolean)
    shown = pl.when(personal).then(pl.col("code")).otherwise(pl.col("name"))
    return frame.with_columns(name=shown)


def _read_fields(path: str | Path) -> tuple[Sheet, pl.DataFrame, FaultList]:
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    columns = {name: number - 1 for name, number in FIELDS.items()}
    body = take_body(sheet, Header(0, columns, WIDTH), faults)
    expected = "the code of an organisation, such as RVV"
    _check_field(body, "code", sheet, faults, pattern=ODS_CODE, expected=expected)
    check_names(body, "name", sheet, faults)
    check_unique(body, ["code"], sheet, faults)
    empty = ["closed_on", "joined_on", "left_on"]
    dates = ["opened_on", *empty]
    body = parse_dates(body, dates, sheet, faults, empty=empty)
    check_order(body, "opened_on", "closed_on", sheet, faults)
    return sheet, body, faults


def _check_field(
    body: pl.DataFrame,
    column: str,
    sheet: Sheet,
    faults: FaultList,
    *,
    pattern: str,
    expected: str,
) -> None:
    heading = f"field {FIELDS[column]}, {column}"
    check_texts(
        body,
        column,
        sheet,
        faults,
        pattern=pattern,
        expected=expected,
        heading=heading,
    )


def _finish(body: pl.DataFrame, *, with_names: bool) -> pl.DataFrame:
    return hide_names(body.drop(ROW), with_names=with_names).sort("code")
