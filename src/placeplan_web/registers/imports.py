"""Writes of imports: a file is kept with its differences, confirmed or dropped."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from placeplan.tables import LoadedFile
from placeplan_web.registers.import_attempt import end_import
from placeplan_web.registers.import_plan import ImportPlan
from placeplan_web.registers.import_record import Place, describe_plan, note_import
from placeplan_web.registers.kept_file import keep_file
from placeplan_web.registers.models import ImportState, RegisterImport
from placeplan_web.registers.tasks import carry_out_import

SILENT: Final = timedelta(seconds=30)
FORGOTTEN: Final = timedelta(minutes=5)
GIVEN_UP: Final = (
    "The worker stopped in the middle three times, so the import was given up. Nothing "
    "was written. Send the file again."
)


def start_import(
    *, by: Any, place: Place, file: LoadedFile, plan: ImportPlan, at: datetime
) -> RegisterImport:
    """Keep a sound file with its differences, for somebody to confirm."""
    named = {
        "room": place.room.name,
        "scope": place.room.get_slug(place.scope),
        "register": place.kind.slug,
    }
    description = describe_plan(plan, place.kind)
    return keep_file(by=by, place=named, file=file, description=description, at=at)


def confirm_import(*, by: Any, row: RegisterImport, at: datetime) -> bool:
    """Let a worker carry it out; say whether it was still waiting for that."""
    with transaction.atomic():
        waiting = RegisterImport.objects.filter(pk=row.pk, state=ImportState.CHECKED)
        if not waiting.update(
            state=ImportState.QUEUED, heartbeat_at=at, reason="", step=""
        ):
            return False
        note_import(row, str(by.public_id), "confirm", at)
        carry_out_import.enqueue(row.pk)
    return True


def drop_import(*, by: Any, row: RegisterImport, at: datetime) -> bool:
    """Forget a file that nobody wants to import after all."""
    with transaction.atomic():
        waiting = RegisterImport.objects.filter(pk=row.pk, state=ImportState.CHECKED)
        dropped = waiting.update(
            state=ImportState.DROPPED, ended_at=at, content=b"", shown=[]
        )
        if dropped:
            note_import(row, str(by.public_id), "drop", at)
    return bool(dropped)


def resume_silent_imports(*, at: datetime) -> int:
    """Enqueue again what workers that fell silent had begun; give how many."""
    silent = Q(state=ImportState.RUNNING, heartbeat_at__lt=at - SILENT)
    forgotten = Q(state=ImportState.QUEUED, heartbeat_at__lt=at - FORGOTTEN)
    again = 0
    with transaction.atomic():
        rows = RegisterImport.objects.select_for_update(of=("self",))
        for row in rows.select_related("owner").filter(silent | forgotten):
            if not row.attempts_left:
                end_import(row=row, state=ImportState.FAILED, at=at, reason=GIVEN_UP)
                continue
            one = RegisterImport.objects.filter(pk=row.pk)
            one.update(state=ImportState.QUEUED, heartbeat_at=at, step="")
            carry_out_import.enqueue(row.pk)
            again += 1
    return again
