"""Writes of the worker: how an attempt at a run begins, beats, ends, or is taken over.

A run may be tried by several workers one after another. Each attempt has a number of
its own, and a worker writes only while its number is still the run's: one that was
given up for dead and wakes again changes nothing.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q, QuerySet

from placeplan_web.audit.operations import record
from placeplan_web.evidence.models import Run, RunState
from placeplan_web.evidence.store import name_run_folder, remove_folder

WORKER: Final = "worker"
SILENT: Final = timedelta(seconds=30)
"""A run whose worker has said nothing for so long is taken up again."""
MOST_LETTERS: Final = 80
"""Letters kept of the words on a step, which may hold the name of a scenario."""
FORGOTTEN: Final = timedelta(minutes=5)
"""A run that has waited for so long is put into the queue once more."""
GIVEN_UP: Final = (
    "The worker stopped in the middle three times, so the run was given up. Nothing "
    "was half saved. Start it again; if it stops again, tell whoever runs this site."
)


def begin_attempt(*, run_id: int, at: datetime, version: str) -> Run | None:
    """Take a waiting run; give nothing when another worker has it or it is over."""
    with transaction.atomic():
        waiting = Run.objects.filter(
            pk=run_id, state=RunState.QUEUED, attempts_left__gt=0
        )
        taken = waiting.update(
            state=RunState.RUNNING,
            attempt=F("attempt") + 1,
            attempts_left=F("attempts_left") - 1,
            started_at=at,
            heartbeat_at=at,
            step="",
            steps_done=0,
            version=version,
        )
        if not taken:
            return None
        run = Run.objects.select_related("dataset").get(pk=run_id)
        _note(run, "begin", at=at)
        return run


def beat(
    *, run: Run, at: datetime, step: str = "", done: int = 0, total: int = 0
) -> bool:
    """Say that the attempt is alive, and where it stands; tell whether to go on."""
    alive = _find_mine(run).filter(cancel_requested_at__isnull=True)
    if not step:
        return bool(alive.update(heartbeat_at=at))
    told = alive.update(
        heartbeat_at=at, step=step[:MOST_LETTERS], steps_done=done, steps_total=total
    )
    return bool(told)


def finish_attempt(
    *, run: Run, at: datetime, folder: str, results_sha256: str, seed: str
) -> bool:
    """Put the results on the record, in one step with the end of the run."""
    fields: dict[str, object] = {
        "folder": folder,
        "results_sha256": results_sha256,
        "seed": seed,
    }
    return _end(run, RunState.FINISHED, at=at, fields=fields)


def fail_attempt(*, run: Run, at: datetime, reason: str) -> bool:
    """Note in words why the run stopped."""
    return _end(run, RunState.FAILED, at=at, fields={"reason": reason})


def stop_attempt(*, run: Run, at: datetime) -> bool:
    """Note that the run was stopped because somebody cancelled it."""
    return _end(run, RunState.CANCELLED, at=at, fields={})


def take_over_silent_runs(*, at: datetime) -> list[int]:
    """Put runs of silent workers back into the queue; give the ids of those to enqueue.

    Runs that nobody picked up for long are among them. One that was cancelled ends, and
    so does one that was tried too often.
    """
    silent = Q(state=RunState.RUNNING, heartbeat_at__lt=at - SILENT)
    forgotten = Q(state=RunState.QUEUED, heartbeat_at__lt=at - FORGOTTEN)
    with transaction.atomic():
        found = list(
            Run.objects.select_for_update().filter(silent | forgotten).order_by("pk")
        )
        return [run.pk for run in found if _queue_again(run, at=at)]


def _queue_again(run: Run, *, at: datetime) -> bool:
    """Let a run wait for another worker, unless it ends here."""
    if run.state == RunState.RUNNING:
        if run.cancel_requested_at is not None:
            stop_attempt(run=run, at=at)
            _clear_away(run)
            return False
        if not run.attempts_left:
            fail_attempt(run=run, at=at, reason=GIVEN_UP)
            _clear_away(run)
            return False
        _note(run, "take-over", at=at)
    Run.objects.filter(pk=run.pk).update(
        state=RunState.QUEUED, heartbeat_at=at, step="", steps_done=0
    )
    return True


def _clear_away(run: Run) -> None:
    """Remove what attempts left half written, once the end is on the record."""
    folder = name_run_folder(run)
    transaction.on_commit(lambda: remove_folder(folder))


def _find_mine(run: Run) -> QuerySet[Run]:
    """The run, as long as this attempt is the one that is running."""
    return Run.objects.filter(pk=run.pk, attempt=run.attempt, state=RunState.RUNNING)


def _end(run: Run, state: RunState, *, at: datetime, fields: dict[str, object]) -> bool:
    with transaction.atomic():
        ended = _find_mine(run).update(
            state=state, ended_at=at, heartbeat_at=None, **fields
        )
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
