"""The clock of this machine, given to runs that are started from the command line."""

import sys
import time
from datetime import UTC, datetime

KIBIBYTE = 1024


class MachineClock:
    """Tells time and memory as this machine has them."""

    def now(self) -> datetime:
        """Moment, in UTC."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Stopwatch that never runs backwards, in seconds."""
        return time.perf_counter()

    def peak_bytes(self) -> int | None:
        """Most memory used by this program so far, in bytes; None on Windows."""
        try:
            import resource
        except ModuleNotFoundError:  # pragma: no cover - Windows has no such module
            return None
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * KIBIBYTE
