"""A workbook that somebody sent: kept with its differences, applied or dropped."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from placeplan.errors import InputError
from placeplan.tables import LoadedFile
from placeplan_web.accounts.models import User
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.initiatives.models import Draft
from placeplan_web.initiatives.queries.workbook_plan import (
    CHANGED,
    NEW,
    WorkbookPlan,
    plan_workbook,
)
from placeplan_web.initiatives.queries.workbook_words import show_steps
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.imports import drop_import
from placeplan_web.registers.kept_file import (
    describe_anew,
    finish_file,
    keep_file,
    lock_waiting,
)
from placeplan_web.registers.models import RegisterImport
from placeplan_web.registers.operations import save_record

ROOM: Final = "initiatives"
WORKBOOK: Final = "workbook"
REASON: Final = "From the workbook {name}."
OVER: Final = "This workbook was applied or dropped already."
NOT_SOUND: Final = (
    "The draft has changed since the differences were shown, and the workbook no "
    "longer fits it. Nothing was written. Send it again to see every fault."
)
MOVED_ON: Final = (
    "The draft has changed since the differences were shown, so nothing was written. "
    "Look at them again: they are now as below."
)


def keep_workbook(
    *, by: User, draft: Draft, file: LoadedFile, plan: WorkbookPlan, at: datetime
) -> RegisterImport:
    """Keep a sound workbook with its differences, for somebody to confirm."""
    place = {"room": ROOM, "scope": draft.slug, "register": WORKBOOK}
    return keep_file(by=by, place=place, file=file, description=_describe(plan), at=at)


def apply_workbook(*, by: User, draft: Draft, row: RegisterImport, at: datetime) -> int:
    """Write what was shown, all or nothing; give how many initiatives.

    Raises
    ------
    RefusedError
        It is over already, or the draft moved on; then the new differences are kept.
    """
    with transaction.atomic():
        held = _lock(row)
        file = LoadedFile(held.file_name, bytes(held.content))
        plan = _plan_again(draft, file)
        is_same = plan.digest == held.digest
        if is_same:
            _write(plan, REASON.format(name=held.file_name), by, at)
            finish_file(by=by, row=held, at=at)
        else:
            describe_anew(held, _describe(plan))
    if not is_same:
        raise RefusedError(MOVED_ON)
    return len(plan.steps)


def _plan_again(draft: Draft, file: LoadedFile) -> WorkbookPlan:
    """Find what a kept workbook does now; an edition may no longer open what it did."""
    try:
        plan = plan_workbook(draft, file)
    except InputError as error:
        raise RefusedError(NOT_SOUND) from error
    if plan.faults:
        raise RefusedError(NOT_SOUND)
    return plan


def _write(plan: WorkbookPlan, reason: str, by: User, at: datetime) -> None:
    for step in plan.steps:
        is_new = step.outcome == NEW
        try:
            save_record(
                by=by.public_id,
                record=step.record,
                changes=step.fields,
                at=at,
                expected_version=None if is_new else step.record.version,
                reason=reason,
            )
        except ClashError as clash:  # somebody was quicker by a moment
            raise RefusedError(MOVED_ON) from clash


def drop_workbook(*, by: User, row: RegisterImport, at: datetime) -> None:
    """Forget a workbook that nobody wants to apply after all.

    Raises
    ------
    RefusedError
        It is over already.
    """
    if not drop_import(by=by, row=row, at=at):
        raise RefusedError(OVER)


def _describe(plan: WorkbookPlan) -> dict[str, Any]:
    outcomes = [step.outcome for step in plan.steps]
    return {
        "shown": show_steps(plan),
        "counts": {
            NEW: outcomes.count(NEW),
            CHANGED: outcomes.count(CHANGED),
            "unchanged": plan.unchanged,
            "left_out": plan.left_out,
        },
        "digest": plan.digest,
    }


def _lock(row: RegisterImport) -> RegisterImport:
    held = lock_waiting(row)
    if held is None:
        raise RefusedError(OVER)
    return held
