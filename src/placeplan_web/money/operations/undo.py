"""Take a change of a ledger back: all of it, or nothing."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from placeplan_web.accounts.models import User
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.money.models import Cell, ChangeKind, LedgerBook, LedgerChange
from placeplan_web.money.operations.change import note_change
from placeplan_web.money.operations.write import (
    Trace,
    Writing,
    lock_book,
    write_change,
)
from placeplan_web.money.queries.cells import list_newest
from placeplan_web.money.queries.name import LedgerNames, get_names

LATER: Final = (
    "{cell} was changed again since, by change {number}. Take that back first, or "
    "enter the value that you want."
)
UNDONE: Final = "This change was taken back already, by change {number}."
LOADED: Final = (
    "A plan folder wrote this, which nobody takes back here. Load the folder that is "
    "right, or enter the values that you want."
)


def undo_change(
    *, by: User, change: LedgerChange, at: datetime, reason: str = ""
) -> LedgerChange:
    """Give every cell of a change the value that it had before, as a change again.

    Raises
    ------
    PermissionDenied
        It is not theirs to take back.
    RefusedError
        It was taken back already, or a plan folder wrote it.
    django.core.exceptions.ValidationError
        Every cell that was changed again since.
    """
    with transaction.atomic():
        held = lock_book(change.book)
        _check(by, change)
        newest, before = _index(held, None), _index(held, change.number)
        cells = [entry.cell for entry in change.entries.all()]
        numbers = {cell: newest[cell]["number"] for cell in cells}
        names = get_names(held, at.date())
        if faults := list(_find_later(change, numbers, names)):
            raise ValidationError(faults)
        writings = [
            _take_back(cell, newest[cell], before.get(cell, {})) for cell in cells
        ]
        trace = Trace(str(by.public_id), at, ChangeKind.UNDO, reason, undoes=change)
        undo = write_change(held, writings, trace)
        note_change(undo)
    return undo


def _check(by: User, change: LedgerChange) -> None:
    if change.kind == ChangeKind.LOAD:
        raise RefusedError(LOADED)
    if not by.has_perm("money.undo_change", change):
        raise PermissionDenied
    if undone := LedgerChange.objects.filter(undoes=change).first():
        raise RefusedError(UNDONE.format(number=undone.number))


def _find_later(
    change: LedgerChange, numbers: Mapping[Cell, int], names: LedgerNames
) -> Iterator[str]:
    for cell, number in numbers.items():
        if number != change.number:
            yield LATER.format(cell=names.name_cell(cell), number=number)


def _take_back(
    cell: Cell, newest: Mapping[str, Any], before: Mapping[str, Any]
) -> Writing:
    """Give a cell what it held before, with where that came from."""
    return Writing(
        cell,
        newest["previous"],
        newest["pence"],
        before.get("source", ""),
        before.get("status", newest["status"]),
    )


def _index(book: LedgerBook, before: int | None) -> dict[Cell, Mapping[str, Any]]:
    rows = list_newest(book, before=before).iter_rows(named=True)
    return {Cell.from_row(row): row for row in rows}
