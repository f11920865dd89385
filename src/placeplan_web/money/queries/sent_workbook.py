"""What a workbook that came back would change, and what moved in the meantime."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.money.ledger import read_ledger
from placeplan.money.workbook import (
    CellChange,
    LedgerCell,
    SentLedger,
    find_changes,
    read_ledger_workbook,
)
from placeplan.money.workbook.read_me_sheet import EDITION
from placeplan.money.workbook.reading import raise_faults
from placeplan.money.workbook.shape import READ_ME
from placeplan.tables import LoadedFile
from placeplan_web.money.models import Cell, LedgerBook
from placeplan_web.money.queries.book import find_newest
from placeplan_web.money.queries.cells import get_cells
from placeplan_web.money.queries.name import get_names, write_exactly
from placeplan_web.money.queries.tables import get_tables_after
from placeplan_web.money.queries.workbook import Edition, read_edition

ANEW: Final = "Download the workbook of today, and enter what you changed anew."


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """Cells that a workbook changes, of a ledger as it stands now."""

    cells: tuple[tuple[Cell, int | None, int | None], ...]
    """Each with what it holds and what it is to hold, in pence."""

    @property
    def digest(self) -> str:
        """Tell these changes from those that the file would make later."""
        said = [[str(cell), old, new] for cell, old, new in self.cells]
        return sha256(json.dumps(said).encode()).hexdigest()


def plan_workbook(book: LedgerBook, file: LoadedFile) -> WorkbookPlan:
    """Find what somebody changed in a workbook since it was given out.

    It is held against the ledger as it was then: what others changed since stays, and
    where both changed the same cell the workbook is refused.

    Raises
    ------
    placeplan.errors.InputError
        Every fault of the workbook, or every cell that moved since.
    """
    sent = read_ledger_workbook(file.content, name=file.name)
    edition = _find_edition(book, sent)
    then = read_ledger(get_tables_after(book, edition.number))
    changes = find_changes(then, sent)
    rows = get_cells(book).iter_rows(named=True)
    now = {Cell.from_row(row): row["pence"] for row in rows}
    raise_faults(_find_moved(book, file.name, changes, now))
    asked = ((make_cell(each.cell), each.old, each.new) for each in changes)
    return WorkbookPlan(tuple(each for each in asked if now.get(each[0]) != each[2]))


def make_cell(cell: LedgerCell) -> Cell:
    """Give the cell of this site that a cell of a workbook is."""
    row = cell.row
    return Cell(
        row.table,
        row.organisation,
        row.line,
        cell.month,
        row.basis,
        row.recurrent,
        row.counterparty,
    )


def _find_edition(book: LedgerBook, sent: SentLedger) -> Edition:
    found = read_edition(sent.shape.edition)
    newest = find_newest(book).number
    if found and found.slug == book.slug and 1 <= found.number <= newest:
        return found
    where = f"sheet '{READ_ME}', {EDITION}"
    expected = f"a workbook of {Edition(book.slug, newest)}, or before"
    raise InputError(
        [Fault(sent.file, where, expected, sent.shape.edition or "nothing", ANEW)]
    )


def _find_moved(
    book: LedgerBook,
    file: str,
    changes: tuple[CellChange, ...],
    now: Mapping[Cell, Any],
) -> list[Fault]:
    """Tell of cells that others changed since, to something else again."""
    faults = []
    for each in changes:
        cell = make_cell(each.cell)
        found = now.get(cell)
        if found not in (each.old, each.new):
            name = get_names(book, cell.month).name_cell(cell)
            expected = f"{name} at {write_exactly(each.old)}, as you downloaded it"
            remedy = f"{ANEW} Somebody changed it since."
            faults.append(
                Fault(file, each.where, expected, write_exactly(found), remedy)
            )
    return faults
