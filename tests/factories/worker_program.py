"""A worker as a program of its own, on the records of a test."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from factories.halting_worker import NO_STEP

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


@contextmanager
def end_programs(module, **where):
    """Give what starts workers, which end with the test; `where` is as above."""
    started = []

    def start(step=NO_STEP):
        worker = start_program(module, step, **where)
        started.append(worker)
        return worker

    yield start
    for worker in started:
        if worker.poll() is None:
            worker.kill()
        worker.wait(WAIT_SECONDS)
        worker.stdout.close()


def wait_until_halted(worker):
    assert worker.stdout.readline() == "halted\n"
