"""Change cells of a ledger: all that somebody asks for, or nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.money.ledger import BASES
from placeplan.periods import FinancialYear
from placeplan.reference import STATUSES
from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.money.models import (
    Cell,
    ChangeKind,
    EntryTable,
    LedgerBook,
    LedgerChange,
)
from placeplan_web.money.operations.write import (
    Trace,
    Writing,
    lock_book,
    write_change,
)
from placeplan_web.money.queries.cells import get_cells
from placeplan_web.money.queries.name import LedgerNames, get_names, write_exactly
from placeplan_web.money.rules import may_change

MOVED_ON: Final = (
    "{cell} was {expected} when you saw it and is {found} now. Look at the ledger "
    "again, and enter it anew."
)
NOT_YOURS: Final = (
    "{cell} is not yours to change. People of that organisation or of the system, or "
    "staff, may do it."
)
TWICE: Final = "{cell} is given twice. Give it once."
UNKNOWN: Final = "{cell} is not in this ledger. Use a line and an organisation of it."
WRONG_MONTH: Final = (
    "{cell} begins on {day}. Give the first day of a month, and 1 April for the "
    "control total of a year."
)
EMPTIED: Final = "{cell} cannot be empty. Give £0 where nothing has to be met."
NOT_EVEN: Final = (
    "Control totals of {year} would change by {net} together. Members move them "
    "between each other: change another by as much the other way."
)
NOTHING: Final = "Nothing differs from the ledger, so there is nothing to write."
APRIL: Final = 4


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell, what it is to hold, and what it held when somebody saw it; in pence."""

    cell: Cell
    pence: int | None
    expected: int | None


def make_change(
    *,
    by: User,
    book: LedgerBook,
    cells: Sequence[CellChange],
    at: datetime,
    kind: ChangeKind = ChangeKind.WORKBOOK,
    reason: str = "",
    fingerprint: str = "",
    status: str = "illustrative",
) -> LedgerChange:
    """Write new values into cells as one change, with who, when and why.

    `status` says what the values are; the weakest is all that anybody knows of figures
    that name no source.

    Raises
    ------
    django.core.exceptions.ValidationError
        Everything for which a cell is refused.
    RefusedError
        Nothing differs.
    """
    if status not in STATUSES:
        raise ValueError(f"{status!r} is not a status.")
    with transaction.atomic():
        held = lock_book(book)
        standing = read_standing(held)
        if faults := list(_find_faults(by, held, cells, standing, at.date())):
            raise ValidationError(faults)
        writings = [
            Writing(each.cell, each.pence, each.expected, "", status)
            for each in cells
            if each.pence != each.expected
        ]
        if not writings:
            raise RefusedError(NOTHING)
        trace = Trace(str(by.public_id), at, kind, reason, fingerprint)
        change = write_change(held, writings, trace)
        note_change(change)
    return change


def read_standing(book: LedgerBook) -> Mapping[Cell, int]:
    """Give the value of every cell that has one, in pence."""
    rows = get_cells(book).iter_rows(named=True)
    return {Cell.from_row(row): row["pence"] for row in rows}


def note_change(change: LedgerChange) -> None:
    """Note a change in the audit: how many cells, and whose."""
    bodies = change.entries.order_by("organisation").values_list("organisation")
    undone = {"undoes": change.undoes.number} if change.undoes else {}
    record(
        by=change.by,
        verb=change.kind,
        kind="money.ledgerchange",
        identifier=change.public_id,
        changes={
            "ledger": change.book.slug,
            "number": change.number,
            "cells": change.cells,
            "organisations": [body for (body,) in bodies.distinct()],
            **undone,
        },
        at=change.at,
    )


def _find_faults(
    by: User,
    book: LedgerBook,
    cells: Sequence[CellChange],
    standing: Mapping[Cell, int],
    today: date,
) -> Iterator[str]:
    """Give everything for which these cells are refused, each in a sentence."""
    names = get_names(book, today)
    members = {cell.organisation for cell in standing}
    lines = {(cell.table, cell.organisation, cell.line) for cell in standing}
    allowed = {
        (table, body): may_change(by, book, table, body)
        for table, body in {(each.cell.table, each.cell.organisation) for each in cells}
    }
    for cell, times in Counter(each.cell for each in cells).items():
        name = names.name_cell(cell)
        if times > 1:
            yield TWICE.format(cell=name)
        if not _is_known(cell, names, members, lines):
            yield UNKNOWN.format(cell=name)
        elif not _begins_well(cell):
            yield WRONG_MONTH.format(cell=name, day=f"{cell.month:%Y-%m-%d}")
        elif not allowed[cell.table, cell.organisation]:
            yield NOT_YOURS.format(cell=name)
    for each in cells:
        if (found := standing.get(each.cell)) != each.expected:
            yield MOVED_ON.format(
                cell=names.name_cell(each.cell),
                expected=write_exactly(each.expected),
                found=write_exactly(found),
            )
    yield from _find_uneven(cells, names)


def _find_uneven(cells: Sequence[CellChange], names: LedgerNames) -> Iterator[str]:
    """Give what keeps changes of control totals from netting to zero in a year."""
    nets: Counter[int] = Counter()
    for each in cells:
        if each.cell.table == EntryTable.CONTROL_TOTALS:
            nets[each.cell.month.year] += (each.pence or 0) - (each.expected or 0)
            if each.pence is None:
                yield EMPTIED.format(cell=names.name_cell(each.cell))
    for year, net in sorted(nets.items()):
        if net:
            yield NOT_EVEN.format(year=FinancialYear(year), net=write_exactly(net))


def _is_known(
    cell: Cell,
    names: LedgerNames,
    members: set[str],
    lines: set[tuple[str, str, str]],
) -> bool:
    """Tell whether a ledger has a place for a cell, though it may be empty yet."""
    if cell.organisation not in members:
        return False
    if cell.table == EntryTable.CONTROL_TOTALS:
        return (cell.line, cell.basis, cell.counterparty) == ("", "", "")
    if cell.counterparty and cell.counterparty not in members:
        return False
    is_line = (
        cell.line in names.lines
        if cell.table == EntryTable.VALUES
        else (cell.table, cell.organisation, cell.line) in lines
    )
    return is_line and cell.basis in BASES


def _begins_well(cell: Cell) -> bool:
    is_april = cell.month.month == APRIL
    return cell.month.day == 1 and (is_april or cell.table != EntryTable.CONTROL_TOTALS)
