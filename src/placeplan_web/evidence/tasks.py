"""The work of a run, done by a worker process."""

import logging
from typing import Final

from django.utils import timezone
from django_tasks import task

from placeplan import __version__
from placeplan.cli.machine_clock import MachineClock
from placeplan.errors import PlaceplanError, RunCancelledError
from placeplan.plan import Plan
from placeplan_web.evidence.attempts import (
    begin_attempt,
    fail_attempt,
    finish_attempt,
    stop_attempt,
)
from placeplan_web.evidence.heartbeat import RunHeartbeat
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.store import (
    dataset_path,
    media_path,
    name_attempt_folder,
    name_run_folder,
    remove_folder,
)

log = logging.getLogger(__name__)
OUR_FAULT: Final = (
    "Something went wrong in the software, not in your plan folder. It has been noted. "
    "Nothing was half saved."
)
LEAST_DRAWS: Final = 128
"""Futures drawn at least, for the pages on spread: about four seconds of Kent and
Medway. Values are the exact mean, whatever the number of draws."""

WRITING_STEPS: Final = 3
"""The results table, the workbook and the report, after all is worked out."""


@task()
def carry_out_run(run_id: int) -> None:
    """Carry out a waiting run; whatever happens, its record says how it ended."""
    run = begin_attempt(run_id=run_id, at=timezone.now(), version=__version__)
    if run is None:
        return
    remove_folder(name_run_folder(run))  # what a killed attempt left behind
    folder = name_attempt_folder(run)
    try:
        with RunHeartbeat(run) as heartbeat:
            digest, seed = _write_results(run, folder, heartbeat)
    except RunCancelledError:
        stop_attempt(run=run, at=timezone.now())
    except PlaceplanError as error:
        fail_attempt(run=run, at=timezone.now(), reason=str(error))
    except Exception:
        log.exception("Run %s stopped", run.public_id)
        fail_attempt(run=run, at=timezone.now(), reason=OUR_FAULT)
    else:
        finished = finish_attempt(
            run=run,
            at=timezone.now(),
            folder=folder,
            results_sha256=digest,
            seed=str(seed),
        )
        if finished:
            return
    remove_folder(folder)


def _write_results(run: Run, folder: str, heartbeat: RunHeartbeat) -> tuple[str, int]:
    """Work the plan out and write its results, told as one row of steps."""
    clock, every = MachineClock(), WRITING_STEPS

    def work_out(step: str, done: int, total: int) -> None:
        nonlocal every
        every = total + WRITING_STEPS
        if done < total:
            heartbeat.tell(f"working out {step}", done, every)

    def write(step: str, done: int, total: int) -> None:
        words = f"writing the {step}" if done < total else "keeping the results"
        heartbeat.tell(words, every - total + done, every)

    heartbeat.tell("reading the plan folder", 0, WRITING_STEPS)
    plan = Plan.from_folder(dataset_path(run.dataset))
    draws = max(plan.manifest.draws, LEAST_DRAWS)
    results = plan.run(progress=work_out, clock=clock, draws=draws)
    record = results.write(media_path(folder), progress=write, clock=clock)
    return record.results_sha256, record.seed
