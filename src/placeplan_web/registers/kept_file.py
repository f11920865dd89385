"""A file that somebody sent, kept with what it would change until they confirm it.

Rooms differ in what a file changes and in the words when it may not; how it is kept,
waits and ends is one thing.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from placeplan.tables import LoadedFile
from placeplan_web.registers.import_record import note_import
from placeplan_web.registers.models import ImportState, RegisterImport

Description = Mapping[str, Any]
"""What a file would change: the fields `shown`, `counts` and `digest` of its record."""


def keep_file(
    *,
    by: Any,
    place: Mapping[str, str],
    file: LoadedFile,
    description: Description,
    at: datetime,
    reason: str = "",
) -> RegisterImport:
    """Keep a sound file; `place` is its `room`, `scope` and `register`."""
    with transaction.atomic():
        row = RegisterImport(
            **place,
            owner=by,
            file_name=file.name[-200:],
            content=file.content,
            reason=reason,
            added_at=at,
            **description,
        )
        row.save()
        note_import(row, str(by.public_id), "add", at)
    return row


def lock_waiting(row: RegisterImport) -> RegisterImport | None:
    """Lock a file that still waits to be confirmed; nothing when it is over."""
    rows = RegisterImport.objects.select_for_update(of=("self",))
    held = rows.get(pk=row.pk)
    return held if held.state == ImportState.CHECKED else None


def describe_anew(row: RegisterImport, description: Description) -> None:
    """Keep what a file changes now, where that is no longer what was shown."""
    for name, value in description.items():
        setattr(row, name, value)
    row.save()


def finish_file(*, by: Any, row: RegisterImport, at: datetime) -> None:
    """End a file whose changes were written; its bytes are kept no longer."""
    row.state, row.ended_at, row.content = ImportState.FINISHED, at, b""
    row.save()
    note_import(row, str(by.public_id), "finish", at)
