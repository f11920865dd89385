"""A command in a process of its own, with its time and its memory."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
KIBIBYTE = 1024
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Spent:
    """Time from start to end and on the processor, and the most memory used."""

    wall_seconds: float
    cpu_seconds: float
    peak_megabytes: float


def spend(arguments: Sequence[str]) -> Spent:
    """Run Python with arguments, start-up and all; refuse a command that fails."""
    command = [sys.executable, *arguments]
    silent = os.open(os.devnull, os.O_WRONLY)
    started = time.perf_counter()
    child = os.posix_spawn(
        sys.executable,
        command,
        os.environ | {"PYTHONPATH": str(ROOT)},
        file_actions=[(os.POSIX_SPAWN_DUP2, silent, 1)],
    )
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - started
    os.close(silent)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    unit = 1 if sys.platform == "darwin" else KIBIBYTE
    peak = used.ru_maxrss * unit / MEGABYTE
    return Spent(wall, used.ru_utime + used.ru_stime, peak)
