"""Writes of the worker: how an attempt at a run begins, beats, ends, or is taken over.

A run may be tried by several workers one after another. Each attempt has a number, and
a worker writes only while its number is still the run's: one that was given up for dead
and wakes again changes nothing.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F

from placeplan_web.audit.operations import record
from placeplan_web.evidence.models import UNDER_WAY, Run, RunState

WORKER: Final = "worker"
SILENT: Final = timedelta(seconds=30)
"""A run whose worker has said nothing for so long is taken up again."""
MOST_ATTEMPTS: Final = 3
GIVEN_UP: Final = (
    "The worker stopped in the middle three times, so the run was given up. Nothing "
    "was half saved. Start it again; if it stops again, tell whoever runs this site."
)


def begin_attempt(*, run_id: int, at: datetime, version: str) -> Run | None:
    """Take a waiting run; give nothing when another worker has it or it is over."""
    with transaction.atomic():
        taken = Run.objects.filter(pk=run_id, state=RunState.QUEUED).update(
            state=RunState.RUNNING,
            attempt=F("attempt") + 1,
            started_at=at,
            heartbeat_at=at,
            step="",
            steps_done=0,
            version=version,
        )
        return Run.objects.select_related("dataset").get(pk=run_id) if taken else None


def beat(
    *, run: Run, at: datetime, step: str = "", done: int = 0, total: int = 0
) -> bool:
    """Say that the attempt is alive, and where it stands; tell whether to go on."""
    progress = {"step": step, "steps_done": done, "steps_total": total} if step else {}
    mine = Run.objects.filter(pk=run.pk, attempt=run.attempt, state=RunState.RUNNING)
    alive = mine.filter(cancel_requested_at__isnull=True)
    return bool(alive.update(heartbeat_at=at, **progress))


def finish_attempt(
    *, run: Run, at: datetime, folder: str, results_sha256: str, seed: int
) -> bool:
    """Put the results on the record, in one step with the end of the run."""
    fields = {"folder": folder, "results_sha256": results_sha256, "seed": seed}
    return _end(run, RunState.FINISHED, at=at, fields=fields)


def fail_attempt(*, run: Run, at: datetime, reason: str) -> bool:
    """Note in words why the run stopped."""
    return _end(run, RunState.FAILED, at=at, fields={"reason": reason})


def stop_attempt(*, run: Run, at: datetime) -> bool:
    """Note that the run was stopped because somebody cancelled it."""
    return _end(run, RunState.CANCELLED, at=at, fields={})


def take_over_silent_runs(*, at: datetime) -> list[int]:
    """Put runs of silent workers back into the queue; give the ids of those to enqueue.

    Runs that nobody picked up are among them. One that was tried too often fails.
    """
    with transaction.atomic():
        silent = list(
            Run.objects.select_for_update()
            .filter(state__in=UNDER_WAY, heartbeat_at__lt=at - SILENT)
            .order_by("pk")
        )
        again = [run for run in silent if not _give_up(run, at=at)]
        for run in again:
            if run.state == RunState.RUNNING:
                _note(run, "take-over", at=at)
        Run.objects.filter(pk__in=[run.pk for run in again]).update(
            state=RunState.QUEUED, heartbeat_at=at, step="", steps_done=0
        )
        return [run.pk for run in again]


def _give_up(run: Run, *, at: datetime) -> bool:
    """End a silent run that was cancelled, or tried too often."""
    if run.cancel_requested_at is not None:
        return stop_attempt(run=run, at=at)
    if run.state == RunState.RUNNING and run.attempt >= MOST_ATTEMPTS:
        return fail_attempt(run=run, at=at, reason=GIVEN_UP)
    return False


def _end(run: Run, state: RunState, *, at: datetime, fields: dict[str, object]) -> bool:
    with transaction.atomic():
        mine = Run.objects.filter(pk=run.pk, attempt=run.attempt, state__in=UNDER_WAY)
        ended = mine.update(state=state, ended_at=at, heartbeat_at=None, **fields)
        if ended:
            _note(run, str(state), at=at)
        return bool(ended)


def _note(run: Run, verb: str, *, at: datetime) -> None:
    record(
        by=WORKER,
        verb=verb,
        kind="run",
        identifier=str(run.public_id),
        changes={"attempt": run.attempt},
        at=at,
    )
