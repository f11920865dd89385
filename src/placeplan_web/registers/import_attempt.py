"""Writes of the worker: an attempt at an import begins, beats, and ends.

A worker writes only while its attempt is the import's newest. The records and the end
of the import are written in one transaction, so that it is carried out once.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet

from placeplan.tables import LoadedFile
from placeplan_web.registers.batch import StaleBatchError, save_records
from placeplan_web.registers.import_plan import ImportPlan, list_writes, plan_import
from placeplan_web.registers.import_record import (
    Place,
    describe_plan,
    find_place,
    note_import,
)
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.models import ImportState, RegisterImport

MOVED_ON: Final = (
    "The register has changed since the differences were shown, so nothing was "
    "written. Look at them again: they are now as below."
)
NOT_SOUND: Final = (
    "The register has changed since the differences were shown, and the file no longer "
    "fits it. Nothing was written. Send the file again to see every fault."
)
REFUSED: Final = (
    "The database refused the rows: two of them, or one of them and a record of the "
    "register, may not stand beside each other. Nothing was written."
)
Tell = Callable[[str, int, int], None]


def begin_attempt(*, import_id: int, at: datetime) -> RegisterImport | None:
    """Take a waiting import; give nothing when another worker has it or it is over."""
    waiting = RegisterImport.objects.filter(
        pk=import_id, state=ImportState.QUEUED, attempts_left__gt=0
    )
    with transaction.atomic():
        if not waiting.update(
            state=ImportState.RUNNING,
            attempt=F("attempt") + 1,
            attempts_left=F("attempts_left") - 1,
            heartbeat_at=at,
        ):
            return None
        return RegisterImport.objects.select_related("owner").get(pk=import_id)


def beat(*, row: RegisterImport, at: datetime, step: str, done: int, all_: int) -> bool:
    """Say that the attempt is alive and where it stands; tell whether to go on."""
    mine = _find_mine(row)
    told = mine.update(
        heartbeat_at=at, step=step[:80], steps_done=done, steps_total=all_
    )
    return bool(told)


def carry_out(*, row: RegisterImport, at: datetime, tell: Tell) -> None:
    """Compare the file once more, and write what was confirmed, all or nothing."""
    place = find_place(row)
    file = LoadedFile(row.file_name, bytes(row.content))
    plan = plan_import(
        place.kind,
        place.scope,
        file,
        tell=lambda done, all_: tell("comparing row", done, all_),
    )
    if plan.faults:
        end_import(row=row, state=ImportState.FAILED, at=at, reason=NOT_SOUND)
        return
    if plan.digest != row.digest:
        show_again(row=row, plan=plan, kind=place.kind)
        return
    different = len(plan.different)
    tell("writing the records, all at once:", 0, different)
    try:
        _write(row, place, plan, at)
    except StaleBatchError:
        again = plan_import(place.kind, place.scope, file)
        show_again(row=row, plan=again, kind=place.kind)
    except ValidationError:
        end_import(row=row, state=ImportState.FAILED, at=at, reason=NOT_SOUND)
    except IntegrityError:
        end_import(row=row, state=ImportState.FAILED, at=at, reason=REFUSED)


def _write(row: RegisterImport, place: Place, plan: ImportPlan, at: datetime) -> None:
    """Write every record and the end of the import in one transaction."""
    with transaction.atomic():
        by = row.owner.public_id
        save_records(by=by, writes=list_writes(plan, place.kind, at), at=at)
        acts = [(each.record, each.act) for each in plan.different if each.act]
        if place.kind.acts and acts:
            place.kind.acts.carry_out(by=by, acts=acts, at=at)
        if not end_import(row=row, state=ImportState.FINISHED, at=at):
            raise StaleBatchError(())  # another attempt took it over: leave it to that


def end_import(
    *, row: RegisterImport, state: ImportState, at: datetime, reason: str = ""
) -> bool:
    """Note how it ended, if this attempt is the one that may say so."""
    with transaction.atomic():
        mine = _find_mine(row)
        ended = mine.update(
            state=state,
            ended_at=at,
            heartbeat_at=None,
            reason=reason,
            content=b"",
            steps_done=F("steps_total"),
        )
        if ended:
            note_import(row, str(row.owner.public_id), str(state), at)
    return bool(ended)


def show_again(*, row: RegisterImport, plan: ImportPlan, kind: RegisterKind) -> None:
    """Ask once more: the differences are others than those that were confirmed."""
    mine = _find_mine(row)
    mine.update(
        state=ImportState.CHECKED,
        heartbeat_at=None,
        reason=MOVED_ON,
        **describe_plan(plan, kind),
    )


def _find_mine(row: RegisterImport) -> QuerySet[RegisterImport]:
    """The import, as long as this attempt is the one that is running."""
    return RegisterImport.objects.filter(
        pk=row.pk, attempt=row.attempt, state=ImportState.RUNNING
    )
