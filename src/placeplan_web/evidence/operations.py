"""Writes that people ask for: add a plan folder, start, cancel, retry, release a run.

Each is one transaction with its audit row.
"""

import shutil
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from django.db import IntegrityError, transaction
from django.db.models import F

from placeplan.plan import Plan
from placeplan.tables import unpack_archive
from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record
from placeplan_web.evidence.attempts import take_over_silent_runs
from placeplan_web.evidence.models import MOST_ATTEMPTS, Dataset, Run, RunState
from placeplan_web.evidence.queries import (
    count_datasets,
    count_recent_runs,
    find_run_under_way,
)
from placeplan_web.evidence.store import media_path, remove_folder
from placeplan_web.evidence.tasks import carry_out_run

MOST_RUNS_A_DAY: Final = 20
MOST_DATASETS: Final = 20
SYSTEM: Final = "system"
"""Who did what nobody asked for, such as making the example ready."""


class RefusedError(Exception):
    """Something that may not be done now; its words are shown to the reader."""


class Steering(Protocol):
    """An operation on a run that its owner may ask for."""

    def __call__(self, *, by: User, run: Run, at: datetime) -> None: ...


def add_dataset(*, by: User, archive: Path, at: datetime) -> Dataset:
    """Check an uploaded archive whole and store it as a new plan folder.

    Raises
    ------
    placeplan.errors.PlaceplanError
        Everything that is wrong with it; nothing is stored then.
    RefusedError
        The user has stored as many plan folders as one may.
    """
    _refuse_full_shelf(by)
    return _store_dataset(
        lambda path: unpack_archive(archive, path),
        Dataset(owner=by, organisation=by.organisation, added_at=at),
        by=by,
        at=at,
    )


def add_version(
    *,
    by: User,
    dataset: Dataset,
    title: str,
    change: Callable[[Path], object],
    at: datetime,
) -> Dataset:
    """Store a copy of a plan folder after a change, as a new one of the user's own.

    Raises
    ------
    placeplan.errors.PlaceplanError
        Everything that is wrong with it then; nothing is stored.
    RefusedError
        The user has stored as many plan folders as one may.
    """
    _refuse_full_shelf(by)

    def write(path: Path) -> None:
        shutil.copytree(media_path(dataset.folder), path)
        change(path)

    new = Dataset(
        owner=by, organisation=by.organisation, title=title.strip(), added_at=at
    )
    return _store_dataset(write, new, by=by, at=at)


def add_example(*, by: User | None, folder: Path, at: datetime) -> Dataset:
    """Store a copy of a plan folder that everyone may read and run."""
    return _store_dataset(
        lambda path: shutil.copytree(folder, path),
        Dataset(is_example=True, added_at=at),
        by=by,
        at=at,
    )


def withdraw_dataset(
    *, by: User | None, dataset: Dataset, reason: str, at: datetime
) -> None:
    """Take a plan folder out of the lists, with the reason; its runs stay."""
    with transaction.atomic():
        kept = Dataset.objects.filter(pk=dataset.pk, withdrawn_at__isnull=True)
        if not kept.update(withdrawn_at=at, withdrawn_reason=reason):
            raise RefusedError("This plan folder was withdrawn already.")
        _note(by, "withdraw", dataset, {}, at=at)


def start_run(
    *, by: User | None, dataset: Dataset, at: datetime, waits_for_worker: bool = True
) -> Run:
    """Put a run into the queue: one at a time and a number a day for each user.

    One that does not wait for a worker is carried out by whoever asked for it; should
    they die, a worker finds it.
    """
    _refuse_withdrawn(dataset)
    if by is not None:
        _refuse_above_quota(by, at=at)
    try:
        with transaction.atomic():
            run = Run.objects.create(
                dataset=dataset,
                owner=by,
                organisation=by.organisation if by else "",
                requested_at=at,
                heartbeat_at=at,
            )
            _note(by, "start", run, {"dataset": str(dataset.public_id)}, at=at)
            if waits_for_worker:
                _enqueue(run.pk)
    except IntegrityError as error:
        raise RefusedError(_BUSY) from error
    return run


def cancel_run(*, by: User, run: Run, at: datetime) -> None:
    """Cancel a waiting run at once; ask a running one to stop at its next step."""
    with transaction.atomic():
        waiting = Run.objects.filter(pk=run.pk, state=RunState.QUEUED)
        running = Run.objects.filter(
            pk=run.pk, state=RunState.RUNNING, cancel_requested_at__isnull=True
        )
        ended = waiting.update(state=RunState.CANCELLED, ended_at=at, heartbeat_at=None)
        if not ended and not running.update(cancel_requested_at=at):
            raise RefusedError(
                "This run is over or was cancelled already; there is nothing to cancel."
            )
        _note(by, "cancel", run, {}, at=at)


def retry_run(*, by: User, run: Run, at: datetime) -> None:
    """Put a failed or cancelled run into the queue again."""
    _refuse_withdrawn(run.dataset)
    _refuse_above_quota(by, at=at)
    try:
        with transaction.atomic():
            over = Run.objects.filter(
                pk=run.pk, state__in=(RunState.FAILED, RunState.CANCELLED)
            )
            again = over.update(
                state=RunState.QUEUED,
                requested_at=at,
                times_asked=F("times_asked") + 1,
                attempts_left=MOST_ATTEMPTS,
                heartbeat_at=at,
                started_at=None,
                ended_at=None,
                cancel_requested_at=None,
                reason="",
                step="",
                steps_done=0,
            )
            if not again:
                raise RefusedError("Only a failed or cancelled run can be tried again.")
            _note(by, "retry", run, {}, at=at)
            _enqueue(run.pk)
    except IntegrityError as error:
        raise RefusedError(_BUSY) from error


def release_run(*, by: User | None, run: Run, at: datetime) -> None:
    """Open a finished run, and the plan folder behind it, to everyone."""
    with transaction.atomic():
        finished = Run.objects.filter(
            pk=run.pk, state=RunState.FINISHED, released_at__isnull=True
        )
        if not finished.update(released_at=at):
            raise RefusedError(
                "Only a finished run that is not yet open can be released."
            )
        _note(by, "release", run, {}, at=at)


def resume_silent_runs(*, at: datetime) -> int:
    """Enqueue again the runs whose worker has fallen silent; give how many."""
    with transaction.atomic():
        again = take_over_silent_runs(at=at)
        for run_id in again:
            _enqueue(run_id)
    return len(again)


_BUSY: Final = (
    "You have a run waiting or under way, and one at a time is allowed. Wait until it "
    "is over, or cancel it."
)


def _refuse_full_shelf(owner: User) -> None:
    if count_datasets(owner) >= MOST_DATASETS:
        raise RefusedError(
            f"You have stored {MOST_DATASETS} plan folders, which is as many as one "
            "may. Withdraw one that you no longer need, then try again."
        )


def _refuse_withdrawn(dataset: Dataset) -> None:
    if dataset.withdrawn_at is not None:
        raise RefusedError("This plan folder was withdrawn. Choose another one.")


def _refuse_above_quota(owner: User, *, at: datetime) -> None:
    if find_run_under_way(owner) is not None:
        raise RefusedError(_BUSY)
    if count_recent_runs(owner, at=at) >= MOST_RUNS_A_DAY:
        raise RefusedError(
            f"You have started {MOST_RUNS_A_DAY} runs in the last 24 hours, which is "
            "as many as one may. Try again tomorrow, or run it on your own machine "
            "with the command placeplan run."
        )


def _store_dataset(
    write: Callable[[Path], object], dataset: Dataset, *, by: User | None, at: datetime
) -> Dataset:
    """Write a plan folder, check it whole, and put it on the record; or leave nothing.

    A folder that no record names, as a killed program may leave, is never read.
    """
    dataset.folder = f"datasets/{uuid.uuid4()}"
    path = media_path(dataset.folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path)
        plan = Plan.from_folder(path)
        dataset.plan = plan.manifest.id
        dataset.title = dataset.title or plan.manifest.name
        dataset.fingerprint = plan.fingerprint
        with transaction.atomic():
            dataset.save()
            _note(by, "add", dataset, {"fingerprint": plan.fingerprint}, at=at)
        path.parent.touch()  # now whole: the footer reads its sources
    except BaseException:
        remove_folder(dataset.folder)
        raise
    return dataset


def _enqueue(run_id: int) -> None:
    """Hand the run to the worker, in the transaction that made or changed it."""
    carry_out_run.enqueue(run_id)


def _note(
    by: User | None,
    verb: str,
    what: Dataset | Run,
    changes: Mapping[str, str],
    *,
    at: datetime,
) -> None:
    record(
        by=str(by.public_id) if by else SYSTEM,
        verb=verb,
        kind=what._meta.model_name or "",
        identifier=str(what.public_id),
        changes=dict(changes),
        at=at,
    )
