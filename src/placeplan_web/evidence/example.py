"""The example: its plan folder stored, run and released, once for each version."""

import shutil
import uuid
from pathlib import Path

from django.utils import timezone

from placeplan import __version__
from placeplan.plan import Plan
from placeplan_web.evidence.models import Dataset, Run, RunState
from placeplan_web.evidence.operations import (
    RefusedError,
    add_example,
    release_run,
    start_run,
)
from placeplan_web.evidence.store import media_path, remove_folder
from placeplan_web.evidence.tasks import carry_out_run


def prepare_example(folder: Path) -> Run:
    """Store a plan folder as an example, run it and release the run, unless done.

    Raises
    ------
    placeplan.errors.InputError
        The folder has faults.
    RefusedError
        The run came to nothing; its words say why.
    """
    fingerprint = Plan.from_folder(folder).fingerprint
    done = Run.objects.filter(
        dataset__fingerprint=fingerprint,
        dataset__is_example=True,
        released_at__isnull=False,
        version=__version__,
    ).first()
    return done or _run_and_release(_find_or_store(folder, fingerprint))


def _find_or_store(folder: Path, fingerprint: str) -> Dataset:
    stored = Dataset.objects.filter(
        fingerprint=fingerprint, is_example=True, withdrawn_at__isnull=True
    ).first()
    if stored:
        return stored
    copy = f"datasets/{uuid.uuid4()}"
    try:
        shutil.copytree(folder, media_path(copy))
        return add_example(by=None, folder=copy, at=timezone.now())
    except BaseException:
        remove_folder(copy)
        raise


def _run_and_release(dataset: Dataset) -> Run:
    """Carry the run out here and now; whoever waits for the example waits for it."""
    run = start_run(by=None, dataset=dataset, at=timezone.now())
    carry_out_run.func(run.pk)
    run.refresh_from_db()
    if run.state != RunState.FINISHED:
        raise RefusedError(run.reason or f"The run of {dataset} did not finish.")
    release_run(by=None, run=run, at=timezone.now())
    run.refresh_from_db()
    return run
