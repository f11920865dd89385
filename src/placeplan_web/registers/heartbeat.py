"""A thread that says every second that an attempt at an import is alive."""

import logging
import threading
from types import TracebackType
from typing import Final, Self

from django.db import DatabaseError, connection
from django.utils import timezone

from placeplan_web.registers.import_attempt import beat
from placeplan_web.registers.models import RegisterImport

log = logging.getLogger(__name__)
INTERVAL_SECONDS: Final = 1.0


class Heartbeat:
    """Beats while the work goes on, and tells where it stands.

    The thread has its own connection, so that the one long transaction in which all
    records are written does not look like death. Where a database lets one writer in at
    a time the beat waits for that transaction: then the import is over when it comes,
    or its worker is dead.
    """

    def __init__(self, row: RegisterImport) -> None:
        self._row = row
        self._over = threading.Event()
        self._progress: tuple[str, int, int] = ("", 0, 0)
        self._thread = threading.Thread(target=self._beat_until_over, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def tell(self, step: str, done: int, all_: int) -> None:
        """Hear where the work stands; the first word of a step is told at once."""
        is_new = step != self._progress[0]
        self._progress = (step, done, all_)
        if is_new:
            self._beat()

    def _beat(self) -> bool:
        step, done, all_ = self._progress
        return beat(row=self._row, at=timezone.now(), step=step, done=done, all_=all_)

    def _beat_until_over(self) -> None:
        try:
            while not self._over.wait(INTERVAL_SECONDS):
                try:
                    if not self._beat():
                        return
                except DatabaseError:
                    log.warning("A heartbeat was missed", exc_info=True)
        finally:
            connection.close()
