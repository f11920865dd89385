"""A worker as a program of its own, on the records of a test."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
WAIT_SECONDS = 60


def start_program(module, step, *, gate, database, home):
    """Start a worker that halts at a step until the file `gate` is there."""
    return subprocess.Popen(
        [sys.executable, "-m", module, step, str(gate)],
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": str(TESTS),
            "PLACEPLAN_DATABASE_URL": database,
            "PLACEPLAN_HOME": str(home),
            "PLACEPLAN_LOG_LEVEL": "ERROR",
        },
    )


def wait_until_halted(worker):
    assert worker.stdout.readline() == "halted\n"
