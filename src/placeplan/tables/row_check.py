"""Whether the rows of a table agree with each other and with other tables."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import polars as pl

from placeplan.errors import Fault
from placeplan.tables.column_check import suggest_nearest
from placeplan.tables.contract import Column, TableContract
from placeplan.tables.grid import SHOWN

FIRST_ROW = 2
"""Number of the first row below the header, as a spreadsheet counts."""

SHARE_TOLERANCE = 1e-6
"""How far shares may miss 1 in sum."""

ROW = "placeplan row"
"""Name of the extra column that holds the row number while a table is checked."""

UNSOUND = "placeplan unsound"
"""Name of the extra column that marks rows in which a cell was at fault."""


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """A table whose cells were checked one by one.

    Parameters
    ----------
    frame : pl.DataFrame
        Columns of the contract and the row number in column `ROW`.
    unsound : mapping of str to pl.Series
        For each column that the file holds, which cells were at fault.
    is_whole : bool
        Whether every row of the file is here.
    """

    frame: pl.DataFrame
    unsound: Mapping[str, pl.Series] = field(default_factory=dict)
    is_whole: bool = True

    def has(self, names: Iterable[str]) -> bool:
        """Whether the file holds all these columns."""
        return all(name in self.unsound for name in names)

    def mark_unsound(self, names: Iterable[str]) -> pl.Series:
        """Mark the rows in which a cell of these columns was at fault."""
        nothing = pl.repeat(False, self.frame.height, dtype=pl.Boolean, eager=True)
        return reduce(or_, (self.unsound[name] for name in names), nothing)


def check_rows(table: CheckedTable, contract: TableContract) -> list[Fault]:
    """List the rows that repeat a key, overlap in time or do not sum.

    Rows in which a cell that matters was at fault are left out: what they should say
    is not known yet.

    Parameters
    ----------
    table : CheckedTable
        What the file holds.
    contract : TableContract
        What must hold.

    Returns
    -------
    list of Fault
        One for each key, pair of rows or group of shares.

    Examples
    --------
    >>> contract = TableContract("lookups", "lookups.csv", (Column("area", "text"),
    ...     Column("share", "share")), key=(), share_column="share",
    ...     share_within=("area",), sourced=False)
    >>> frame = pl.DataFrame({"area": ["dover", "dover"], "share": [0.85, 0.1],
    ...     ROW: [2, 3]})
    >>> sound = pl.Series([False, False])
    >>> table = CheckedTable(frame, {"area": sound, "share": sound})
    >>> for fault in check_rows(table, contract):
    ...     print(fault)
    lookups.csv, rows 2, 3, column share: expected shares that sum to 1 within area \
dover (to 0.000001), found 0.95. Correct the shares.
    """
    faults = []
    needed = {*contract.key, *contract.valid_columns}
    if needed and table.has(needed):
        sound = table.frame.filter(~table.mark_unsound(needed))
        if contract.valid_columns:
            faults += _check_validity(sound, contract)
        else:
            faults += _check_key(sound, contract)
    share = contract.share_column
    if share and table.is_whole and table.has({share, *contract.share_within}):
        unsound = table.mark_unsound((share, *contract.share_within))
        faults += _check_shares(table.frame, contract, share, unsound)
    return faults


def number_rows(frame: pl.DataFrame) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give each row of a whole file with its number, as a spreadsheet counts.

    Examples
    --------
    >>> list(number_rows(pl.DataFrame({"pod": ["emergency_spell"]})))
    [(2, {'pod': 'emergency_spell'})]
    """
    return enumerate(frame.iter_rows(named=True), FIRST_ROW)


def name_rows(rows: Collection[int]) -> str:
    """Name rows in words, the first eight and the number of the others.

    Examples
    --------
    >>> name_rows([7]), name_rows([2, 9])
    ('row 7', 'rows 2, 9')
    >>> name_rows(range(2, 20))
    'rows 2, 3, 4, 5, 6, 7, 8, 9 and 10 more'
    """
    ordered = sorted(rows)
    if len(ordered) == 1:
        return f"row {ordered[0]}"
    shown = ", ".join(str(row) for row in ordered[:8])
    return f"rows {shown}" + (f" and {len(ordered) - 8} more" if ordered[8:] else "")


def _name_cells(cells: dict[str, object]) -> str:
    return ", ".join(
        f"{name} {'(empty)' if value is None else value}"
        for name, value in cells.items()
    )


def _cut(faults: list[Fault], contract: TableContract) -> list[Fault]:
    if len(faults) <= SHOWN:
        return faults
    more = f"{len(faults) - SHOWN} more like these"
    first = faults[0]
    rest = Fault(contract.path, "", first.expected, more, "Mend them likewise.")
    return [*faults[:SHOWN], rest]


def _check_key(frame: pl.DataFrame, contract: TableContract) -> list[Fault]:
    key = list(contract.key)
    repeated = (
        frame.group_by(key, maintain_order=True)
        .agg(pl.col(ROW))
        .filter(pl.col(ROW).list.len() > 1)
    )
    faults = []
    for cells in repeated.iter_rows(named=True):
        rows = cells.pop(ROW)
        expected = f"one row for each {', '.join(key)}"
        found = f"{len(rows)} for {_name_cells(cells)}"
        remedy = "Keep one of the rows, or correct what tells them apart."
        faults.append(Fault(contract.path, name_rows(rows), expected, found, remedy))
    return _cut(faults, contract)


def _check_validity(frame: pl.DataFrame, contract: TableContract) -> list[Fault]:
    start, end = contract.valid_columns
    faults = []
    backwards = frame.filter(pl.col(start) > pl.col(end))
    for row, first, last in backwards.select(ROW, start, end).iter_rows():
        expected, found = f"{end} on or after {start}", f"{first} to {last}"
        faults.append(
            Fault(contract.path, f"row {row}", expected, found, "Correct the dates.")
        )
    key = [name for name in contract.key if name not in contract.valid_columns]
    if not key:
        return _cut(faults, contract)
    held: dict[object, tuple[date, int]] = {}
    for cells in frame.sort(*key, start, ROW, nulls_last=False).iter_rows(named=True):
        named = {name: cells[name] for name in key}
        same = tuple(named.values())
        held_to, earlier = held.get(same, (None, 0))
        if held_to and (cells[start] or date.min) <= held_to:
            rows = name_rows([earlier, cells[ROW]])
            expected = f"periods of one {', '.join(key)} that do not overlap"
            found = f"an overlap for {_name_cells(named)}"
            remedy = "End the earlier period on the day before the later one starts."
            faults.append(Fault(contract.path, rows, expected, found, remedy))
        last = cells[end] or date.max
        if held_to is None or last > held_to:
            held[same] = (last, cells[ROW])
    return _cut(faults, contract)


def _check_shares(
    frame: pl.DataFrame, contract: TableContract, share: str, unsound: pl.Series
) -> list[Fault]:
    within = list(contract.share_within)
    groups = frame.with_columns(unsound.alias(UNSOUND)).group_by(
        within or [pl.lit(0).alias("all")], maintain_order=True
    )
    sums = groups.agg(pl.col(share).sum(), pl.col(ROW), pl.col(UNSOUND).any()).filter(
        ((pl.col(share) - 1).abs() > SHARE_TOLERANCE) & ~pl.col(UNSOUND)
    )
    faults = []
    for cells in sums.iter_rows(named=True):
        rows, total = cells.pop(ROW), cells.pop(share)
        del cells[UNSOUND]
        cells.pop("all", None)
        group = f" within {_name_cells(cells)}" if cells else ""
        expected = f"shares that sum to 1{group} (to {SHARE_TOLERANCE:f})"
        where = f"{name_rows(rows)}, column {share}"
        faults.append(
            Fault(contract.path, where, expected, f"{total:.8g}", "Correct the shares.")
        )
    return _cut(faults, contract)


def check_references(
    frame: pl.DataFrame, contract: TableContract, column: Column, known: Collection[str]
) -> list[Fault]:
    """List the values of a column that the table it refers to does not hold.

    Parameters
    ----------
    frame : pl.DataFrame
        The table, with the row number in column `ROW`.
    contract, column
        What is checked; the column must refer to another.
    known : collection of str
        What it may name.

    Returns
    -------
    list of Fault
        One for each unknown value, with all its rows and the nearest known value.
    """
    table, target = column.refers_to or ("", "")
    values = pl.col(column.name)
    missing = (
        frame.filter(values.is_not_null() & ~values.is_in(list(known)))
        .group_by(column.name, maintain_order=True)
        .agg(pl.col(ROW))
    )
    return _cut(
        [
            Fault(
                contract.path,
                f"{name_rows(rows)}, column {column.name}",
                f"a value that {table} holds in column {target}",
                str(value),
                suggest_nearest(str(value), known),
            )
            for value, rows in missing.iter_rows()
        ],
        contract,
    )
