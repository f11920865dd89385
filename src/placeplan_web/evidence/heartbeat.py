"""A thread that says every second that an attempt is alive, and hears when to stop."""

import logging
import threading
from types import TracebackType
from typing import Self

from django.db import DatabaseError, connection
from django.utils import timezone

from placeplan.errors import RunCancelledError
from placeplan_web.evidence.attempts import beat
from placeplan_web.evidence.models import Run

log = logging.getLogger(__name__)
INTERVAL_SECONDS = 1.0


class Heartbeat:
    """Beats while the work goes on; told of each step, it refuses once stopped.

    The thread has its own connection, so that a long step does not look like death.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._over = threading.Event()
        self._refused = threading.Event()
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

    def tell(self, step: str, done: int, total: int) -> None:
        """Hear the next step of the run; stop it if it was cancelled or taken over."""
        self._progress = (step, done, total)
        if self._refused.is_set() or not self._beat():
            raise RunCancelledError(step)

    def _beat(self) -> bool:
        step, done, total = self._progress
        return beat(run=self._run, at=timezone.now(), step=step, done=done, total=total)

    def _beat_until_over(self) -> None:
        try:
            while not self._over.wait(INTERVAL_SECONDS):
                try:
                    if not self._beat():
                        self._refused.set()
                        return
                except DatabaseError:
                    log.warning("A heartbeat was missed", exc_info=True)
        finally:
            connection.close()
