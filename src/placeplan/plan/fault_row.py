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
        name that was found is at fault, or when one row alone is meant.
    """
    names = {contract.path: name for name, contract in contracts.items()}
    for fault in faults:
        name = names.get(fault.file)
        rows = [] if name is None else _find_rows(fault, files, name)
        where = f"{name_rows(rows)}, {fault.where}" if rows else fault.where
        yield replace(fault, where=where)


def _find_rows(fault: Fault, files: PlanFiles, name: str) -> list[int]:
    frame = files.frames[name]
    meant = _read_place(fault)
    if fault.found in _NOTHING or not meant or not set(meant) <= set(frame.columns):
        return []
    alike = [pl.col(column).cast(pl.String) == text for column, text in meant.items()]
    rows = files.rows[name].filter(frame.select(pl.all_horizontal(alike)).to_series())
    is_told = fault.found in meant.values() or len(rows) == 1
    return rows.to_list() if is_told else []


def _read_place(fault: Fault) -> dict[str, str]:
    """Read ``pod spel, from_year 2016``, or ``column pod`` of something found."""
    meant: dict[str, str] = {}
    for part in filter(None, fault.where.split(", ")):
        column, _, text = part.partition(" ")
        meant |= {text: fault.found} if column == "column" else {column: text}
    return meant
