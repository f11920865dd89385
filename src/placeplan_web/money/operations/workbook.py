"""A workbook that somebody sent: kept with its changes, applied or dropped."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

from django.db import transaction

from placeplan.tables import LoadedFile
from placeplan_web.accounts.models import User
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.money.models import (
    CELL,
    Cell,
    ChangeKind,
    LedgerBook,
    LedgerChange,
)
from placeplan_web.money.operations.change import CellChange, make_change
from placeplan_web.money.operations.write import lock_book
from placeplan_web.money.queries.sent_workbook import WorkbookPlan, plan_workbook
from placeplan_web.registers.imports import drop_import
from placeplan_web.registers.kept_file import (
    describe_anew,
    finish_file,
    keep_file,
    lock_waiting,
)
from placeplan_web.registers.models import ImportState, RegisterImport

ROOM: Final = "money"
WORKBOOK: Final = "workbook"
MOST_WAITING: Final = 10
FULL: Final = (
    f"{MOST_WAITING} workbooks of yours are waiting, which is as many as one may keep. "
    "Apply or drop one of them first."
)
OVER: Final = "This workbook was applied or dropped already."
NOTHING: Final = "The ledger says what the workbook says by now. Drop the workbook."
MOVED_ON: Final = (
    "The ledger has changed since the cells were shown, so nothing was written. Look "
    "at them again: they are now as below."
)


def keep_workbook(
    *,
    by: User,
    book: LedgerBook,
    file: LoadedFile,
    plan: WorkbookPlan,
    at: datetime,
    reason: str = "",
) -> RegisterImport:
    """Keep a sound workbook with what it changes, for its sender to confirm.

    Raises
    ------
    RefusedError
        As many workbooks of the sender wait as one may keep.
    """
    with transaction.atomic():
        User.objects.select_for_update(of=("self",)).get(pk=by.pk)
        waiting = RegisterImport.objects.filter(
            room=ROOM, owner=by, state=ImportState.CHECKED
        )
        if waiting.count() >= MOST_WAITING:
            raise RefusedError(FULL)
        return keep_file(
            by=by,
            place={"room": ROOM, "scope": book.slug, "register": WORKBOOK},
            file=file,
            description=_describe(plan),
            at=at,
            reason=reason.strip(),
        )


def apply_workbook(
    *, by: User, book: LedgerBook, row: RegisterImport, at: datetime
) -> LedgerChange:
    """Write what was shown as one change, all or nothing.

    Raises
    ------
    RefusedError
        It is over already, or the ledger moved on; then what it changes now is kept.
    placeplan.errors.InputError
        Every cell that moved since the workbook was given out.
    django.core.exceptions.ValidationError
        Every cell that is not theirs to change.
    """
    with transaction.atomic():
        held = _lock(row)
        content = bytes(held.content)
        plan = plan_workbook(lock_book(book), LoadedFile(held.file_name, content))
        is_same = plan.digest == held.digest
        if is_same:
            if not plan.cells:
                raise RefusedError(NOTHING)
            made = make_change(
                by=by,
                book=book,
                cells=[CellChange(cell, new, old) for cell, old, new in plan.cells],
                at=at,
                kind=ChangeKind.WORKBOOK,
                reason=held.reason or f"From the workbook {held.file_name}.",
                fingerprint=sha256(content).hexdigest(),
            )
            finish_file(by=by, row=held, at=at)
        else:
            describe_anew(held, _describe(plan))
    if not is_same:
        raise RefusedError(MOVED_ON)
    return made


def drop_workbook(*, by: User, row: RegisterImport, at: datetime) -> None:
    """Forget a workbook that its sender does not want to apply after all.

    Raises
    ------
    RefusedError
        It is over already.
    """
    if not drop_import(by=by, row=row, at=at):
        raise RefusedError(OVER)


def _describe(plan: WorkbookPlan) -> dict[str, Any]:
    shown = [write_shown(*each) for each in plan.cells]
    return {"shown": shown, "counts": {"cells": len(shown)}, "digest": plan.digest}


def write_shown(cell: Cell, old: int | None, new: int | None) -> list[Any]:
    """Write a cell and what it was and would be, as the record keeps them."""
    fields = {**asdict(cell), "month": cell.month.isoformat()}
    return [*fields.values(), old, new]


def read_shown(kept: Sequence[Any]) -> tuple[Cell, int | None, int | None]:
    """Read what `write_shown` wrote."""
    *fields, old, new = kept
    row = dict(zip(CELL, fields, strict=True))
    return Cell(**{**row, "month": date.fromisoformat(row["month"])}), old, new


def _lock(row: RegisterImport) -> RegisterImport:
    held = lock_waiting(row)
    if held is None:
        raise RefusedError(OVER)
    return held
