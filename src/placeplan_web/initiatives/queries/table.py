"""The tables of initiatives, and their rows as texts: the contract alone says which.

A column or a table that the library adds appears in forms, workbooks and folders by
itself, because nothing here names one.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import polars as pl

from placeplan.demand.initiative_inputs import INITIATIVE_TABLES, INITIATIVES
from placeplan.errors import Fault
from placeplan.tables import Column, LoadedFile, TableContract, parse_table

Row = Mapping[str, str]
"""A row of a file: column to text, an empty text for nothing."""
Tables = Mapping[str, Sequence[Row]]

OWNER: Final = "initiative"
"""The column by which a row of a part names its initiative."""
PREFIX: Final = "initiative_"
NUMBERS: Final = frozenset({"number", "share", "whole", "year"})
"""Kinds of column that hold numbers."""
PARTS: Final = tuple(each for each in INITIATIVE_TABLES if each is not INITIATIVES)
"""Tables whose rows belong to one initiative each."""


def name_part(contract: TableContract) -> str:
    """Give the word for a part: it stands in addresses, and begins its heading."""
    return contract.name.removeprefix(PREFIX).replace("_", "-")


def find_part(word: str) -> TableContract | None:
    """Find the contract of a part by its word."""
    return next((each for each in PARTS if name_part(each) == word), None)


def list_columns(contract: TableContract) -> tuple[Column, ...]:
    """Give the columns of a part that people fill in."""
    return tuple(column for column in contract.columns if column.name != OWNER)


def name_column(column: Column) -> str:
    """Give the words for a column."""
    return column.name.replace("_", " ").capitalize()


def write_value(value: Any) -> str:
    """Write a value of a table as its file does, in the shortest way.

    Examples
    --------
    >>> write_value(0.5), write_value(12.0), write_value(True), write_value(None)
    ('0.5', '12', 'yes', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def list_rows(frame: pl.DataFrame, contract: TableContract) -> list[dict[str, str]]:
    """Give the rows of a checked table as texts, in its order."""
    names = [column.name for column in contract.columns]
    return [
        {name: write_value(row[name]) for name in names}
        for row in frame.select(names).iter_rows(named=True)
    ]


def write_csv(contract: TableContract, rows: Iterable[Row]) -> bytes:
    """Write rows as a file of the contract, without optional columns that are empty."""
    kept = list(rows)
    names = [
        column.name
        for column in contract.columns
        if not column.optional or any(row.get(column.name) for row in kept)
    ]
    opened = io.StringIO()
    writer = csv.writer(opened, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row.get(name, "") for name in names] for row in kept)
    return opened.getvalue().encode()


def check_rows(
    contract: TableContract, rows: Sequence[Row], *, file: str = ""
) -> tuple[list[dict[str, str]], tuple[Fault, ...]]:
    """Let the library read rows; give them as it writes them, and every fault.

    The first row is row 2 of the faults, as in a file with a header.
    """
    if not rows:
        return [], ()
    content = write_csv(contract, rows)
    frame, faults = parse_table(LoadedFile(file or contract.path, content), contract)
    return ([] if faults else list_rows(frame, contract)), faults
