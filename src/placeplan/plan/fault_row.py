"""Where in its file a fault stands that a chapter found by a name or a year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import polars as pl

from placeplan.errors import Fault
from placeplan.tables import PlanFiles, TableContract
from placeplan.tables.row_check import name_rows

_NOTHING = ("none", "nothing")
"""What chapters say was found where a row is missing: none could be named."""


def name_fault_rows(
    faults: Iterable[Fault], files: PlanFiles, contracts: Mapping[str, TableContract]
) -> Iterator[Fault]:
    """Say in which rows the faults of chapters stand, where that can be told.

    A chapter reads frames, not files: it says ``pod spel``, or ``year 2016, place
    dover``. The reader of the file wants the row.

    Parameters
    ----------
    faults : iterable of Fault
        As the chapters give them.
    files : PlanFiles
        The tables, with the row of the file for each of theirs.
    contracts : mapping of str to TableContract
        What each table is, by its name.

    Yields
    ------
    Fault
        The same, in the same order: with its rows before the words that it had when a
        name that was found is at fault, or when one row alone is meant. What is said
        of a row with a cell that could not be read is left out, unless it is a name:
        the cell is among the faults already, and something only stood in for it.
    """
    known = {contract.path: contract for contract in contracts.values()}
    for fault in faults:
        contract = known.get(fault.file)
        rows = [] if contract is None else _find_rows(fault, files, contract)
        if contract and len(rows) == 1 and _is_broken(rows[0], fault, files, contract):
            continue
        where = f"{name_rows(rows)}, {fault.where}" if rows else fault.where
        yield replace(fault, where=where)


def _find_rows(fault: Fault, files: PlanFiles, contract: TableContract) -> list[int]:
    frame, numbers = files.frames[contract.name], files.rows[contract.name]
    meant = _read_place(fault)
    if fault.found in _NOTHING or not meant or not set(meant) <= set(frame.columns):
        return []
    alike = pl.all_horizontal(
        pl.col(column).cast(pl.String) == text for column, text in meant.items()
    )
    rows = numbers.filter(frame.select(alike).to_series())
    if fault.found in meant.values() or len(rows) == 1:
        return rows.to_list()
    # A cell that the words leave out of a key is one that the row leaves empty.
    left = [c for c in contract.key if c in frame.columns and c not in meant]
    empty = pl.all_horizontal(alike, *(pl.col(column).is_null() for column in left))
    rows = numbers.filter(frame.select(empty).to_series())
    return rows.to_list() if len(rows) == 1 else []


def _is_broken(
    row: int, fault: Fault, files: PlanFiles, contract: TableContract
) -> bool:
    """Say whether a fault rests on what stands in for an unreadable cell of its row."""
    if fault.found in _read_place(fault).values():
        return False
    needed = [c.name for c in contract.columns if not c.nullable]
    frame = files.frames[contract.name].filter(files.rows[contract.name] == row)
    return any(frame[column].has_nulls() for column in needed)


def _read_place(fault: Fault) -> dict[str, str]:
    """Read ``pod spel, from_year 2016``, or ``column pod`` of something found."""
    meant: dict[str, str] = {}
    for part in filter(None, fault.where.split(", ")):
        column, _, text = part.partition(" ")
        meant |= {text: fault.found} if column == "column" else {column: text}
    return meant
