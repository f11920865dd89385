"""The work of an import, done by a worker process."""

import logging
import time
from typing import Final

from django.utils import timezone
from django_tasks import task

from placeplan.errors import PlaceplanError
from placeplan_web.registers.import_attempt import (
    beat,
    begin_attempt,
    carry_out,
    end_import,
)
from placeplan_web.registers.models import ImportState, RegisterImport

log = logging.getLogger(__name__)
SECONDS_BETWEEN_WORDS: Final = 0.3
OUR_FAULT: Final = (
    "Something went wrong in the software, not in your file. It has been noted. "
    "Nothing was written."
)


class Progress:
    """Tells where the work stands, a few times a second at most."""

    def __init__(self, row: RegisterImport) -> None:
        self._row, self._told, self._step = row, 0.0, ""

    def tell(self, step: str, done: int, all_: int) -> None:
        now = time.monotonic()
        if step == self._step and now - self._told < SECONDS_BETWEEN_WORDS:
            return
        self._told, self._step = now, step
        beat(row=self._row, at=timezone.now(), step=step, done=done, all_=all_)


@task()
def carry_out_import(import_id: int) -> None:
    """Carry out a confirmed import; whatever happens, its record says how it ended."""
    row = begin_attempt(import_id=import_id, at=timezone.now())
    if row is None:
        return
    try:
        carry_out(row=row, at=timezone.now(), tell=Progress(row).tell)
    except PlaceplanError as error:
        _fail(row, str(error))
    except Exception:
        log.exception("Import %s stopped", row.public_id)
        _fail(row, OUR_FAULT)


def _fail(row: RegisterImport, reason: str) -> None:
    end_import(row=row, state=ImportState.FAILED, at=timezone.now(), reason=reason)
