"""The clock that a run is given; nothing in the library reads one by itself."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time of day, a stopwatch and the memory used so far."""

    def now(self) -> datetime:
        """Moment, with its time zone."""

    def seconds(self) -> float:
        """Stopwatch that never runs backwards, in seconds."""

    def peak_bytes(self) -> int | None:
        """Most memory used by this program so far, in bytes; None where unknown."""
