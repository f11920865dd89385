"""The work of an import, done by a worker process."""

import logging
from typing import Final

from django.utils import timezone
from django_tasks import task

from placeplan.errors import PlaceplanError
from placeplan_web.registers.heartbeat import Beat, Heartbeat
from placeplan_web.registers.import_attempt import (
    beat,
    begin_attempt,
    carry_out,
    end_import,
)
from placeplan_web.registers.models import ImportState, RegisterImport

log = logging.getLogger(__name__)
OUR_FAULT: Final = (
    "Something went wrong in the software, not in your file. It has been noted. "
    "Nothing was written."
)


@task()
def carry_out_import(import_id: int) -> None:
    """Carry out a confirmed import; whatever happens, its record says how it ended."""
    row = begin_attempt(import_id=import_id, at=timezone.now())
    if row is None:
        return
    try:
        with Heartbeat(_make_beat(row)) as heartbeat:
            carry_out(row=row, at=timezone.now(), tell=heartbeat.tell)
    except PlaceplanError as error:
        _fail(row, str(error))
    except Exception:
        log.exception("Import %s stopped", row.public_id)
        _fail(row, OUR_FAULT)


def _make_beat(row: RegisterImport) -> Beat:
    def write_beat(step: str, done: int, all_: int) -> bool:
        return beat(row=row, at=timezone.now(), step=step, done=done, all_=all_)

    return write_beat


def _fail(row: RegisterImport, reason: str) -> None:
    end_import(row=row, state=ImportState.FAILED, at=timezone.now(), reason=reason)
