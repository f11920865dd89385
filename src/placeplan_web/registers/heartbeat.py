"""A thread that says every second that the attempt of a worker is alive."""

import logging
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from django.db import DatabaseError, connection

log = logging.getLogger(__name__)
INTERVAL_SECONDS: Final = 1.0
Beat = Callable[[str, int, int], bool]
"""Writes down the step, what is done and all there is; tells whether to go on."""


class Heartbeat:
    """Beats while the work goes on, and tells where it stands.

    The thread has its own connection, so that neither a long step nor one long
    transaction, in which all records are written, looks like death. Where a database
    lets one writer in at a time the beat waits for that transaction: then the work is
    over when it comes, or its worker is dead.
    """

    def __init__(self, beat: Beat) -> None:
        self._write_beat = beat
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

    def tell(self, step: str, done: int, all_: int) -> None:
        """Hear where the work stands; the first word of a step is told at once."""
        is_new = step != self._progress[0]
        self._progress = (step, done, all_)
        if is_new:
            self._beat()

    def _beat(self) -> bool:
        return self._write_beat(*self._progress)

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
