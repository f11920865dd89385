"""A long table in Parquet: cells have types already, and still are checked."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables.contract import DTYPES, Column, TableContract
from placeplan.tables.frame_file import read_frame_parquet

_TEXTS = (pl.String, pl.Categorical, pl.Enum)
_MEND = "Correct the file, and write it again."


def read_table_parquet(path: Path, contract: TableContract) -> pl.DataFrame:
    """Read a table from Parquet and hold it to its contract.

    Six million rows take a second or two, where CSV would take minutes. Texts become
    categories, of which each is kept once.

    Parameters
    ----------
    path : Path
        The file: its columns are those of the contract, in any order.
    contract : TableContract
        What must hold. References to other tables are left to the caller.

    Returns
    -------
    DataFrame
        The columns of the contract; texts as categories.

    Raises
    ------
    InputError
        There is no such file, it is not Parquet, or with all that is wrong in it: a
        column that is missing, strange or of another type, an empty cell, a number
        outside its bounds, a text that is none of the choices, a key that repeats.
    """
    frame = read_frame_parquet(path)
    name = path.name
    if faults := [*_check_columns(frame, contract, name)]:
        raise InputError(faults)
    try:
        typed = frame.select(_take(column) for column in contract.columns)
    except pl.exceptions.PolarsError as error:
        raise InputError([_say_untypable(error, name)]) from error
    faults = [
        fault
        for column in contract.columns
        for fault in _check_cells(typed[column.name], column, name)
    ]
    faults += _check_key(typed, contract, name)
    if faults:
        raise InputError(faults)
    return typed


def _check_columns(
    frame: pl.DataFrame, contract: TableContract, name: str
) -> Iterator[Fault]:
    wanted = {column.name: column for column in contract.columns}
    for each in wanted:
        if each not in frame.columns:
            yield Fault(name, "", f"a column {each}", "none", "Add the column.")
    for each in frame.columns:
        if each not in wanted:
            expected = f"the columns {', '.join(wanted)}"
            yield Fault(name, "", expected, each, "Leave the column out.")
        elif not _fits(frame.schema[each], wanted[each]):
            where, found = f"column {each}", str(frame.schema[each])
            yield Fault(name, where, _say_kind(wanted[each]), found, _MEND)


def _fits(found: pl.DataType, column: Column) -> bool:
    wanted = DTYPES[column.kind]
    if wanted.is_numeric():
        return found.is_integer() or (found.is_float() and wanted.is_float())
    return found in _TEXTS if wanted in _TEXTS else found == wanted


def _say_kind(column: Column) -> str:
    return {
        "flag": "true or false",
        "status": "text that is a status",
        "text": "text",
        "date": "dates",
        "whole": "whole numbers",
        "year": "whole numbers",
    }.get(column.kind, "numbers")


def _take(column: Column) -> pl.Expr:
    found = pl.col(column.name)
    if column.kind == "text":
        return found.cast(pl.Categorical)
    return found.cast(DTYPES[column.kind])


def _say_untypable(error: Exception, name: str) -> Fault:
    words = str(error).splitlines()[0][:200]
    return Fault(name, "", "cells of the types of the contract", words, _MEND)


def _check_cells(cells: pl.Series, column: Column, name: str) -> Iterator[Fault]:
    where = f"column {column.name}"
    if not column.nullable and cells.null_count():
        found = f"{cells.null_count():,} that are empty"
        yield Fault(name, where, "no empty cells", found, "Fill them in.")
    if cells.dtype.is_float() and not cells.is_finite().all():
        yield Fault(name, where, "numbers that can be counted", "others", _MEND)
        return
    least, most = column.bounds
    if least is not None and (cells < least).any():
        yield Fault(name, where, f"{least:g} or more", str(cells.min()), _MEND)
    if most is not None and (cells > most).any():
        yield Fault(name, where, f"{most:g} or less", str(cells.max()), _MEND)
    if column.choices is not None:
        for found in sorted(set(cells.unique().drop_nulls()) - column.choices):
            expected = f"one of: {', '.join(sorted(column.choices))}"
            yield Fault(name, where, expected, found, _MEND)


def _check_key(frame: pl.DataFrame, contract: TableContract, name: str) -> list[Fault]:
    if not contract.key:
        return []
    key = frame.select(pl.col(contract.key))
    repeated = key.height - count_different(key)
    if not repeated:
        return []
    first = key.filter(key.is_duplicated()).row(0, named=True)
    cells = ", ".join(
        f"{column} {'(empty)' if cell is None else cell}"
        for column, cell in first.items()
    )
    return [
        Fault(
            name,
            "",
            f"one row for each {', '.join(contract.key)}",
            f"{repeated:,} too many, the first for {cells}",
            "Keep one of the rows, or correct what tells them apart.",
        )
    ]


def count_different(frame: pl.DataFrame) -> int:
    """Count the rows of a frame that differ.

    Rows that are the same have the same hash, so as many hashes as rows need no second
    look: of six million rows that takes half a second, where comparing cells takes ten.

    Examples
    --------
    >>> count_different(pl.DataFrame({"a": [1, 1, 2, None], "b": [True] * 4}))
    3
    """
    if frame.hash_rows().n_unique() == frame.height:
        return frame.height
    return frame.unique().height
