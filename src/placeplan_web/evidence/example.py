"""The example: its plan folder stored, run and released, once for each version."""

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
    withdraw_dataset,
)
from placeplan_web.evidence.tasks import carry_out_run

REPLACED = "A newer version of the example took its place."


def prepare_example(folder: Path) -> Run:
    """Store a plan folder as an example, run it and release the run, unless done.

    Raises
    ------
    placeplan.errors.InputError
        The folder has faults.
    RefusedError
        The run came to nothing; its words say why.
    """
    plan = Plan.from_folder(folder)
    dataset = _find_or_store(folder, plan)
    done = dataset.runs.filter(released_at__isnull=False, version=__version__).first()
    return done or _run_and_release(dataset)


def _find_or_store(folder: Path, plan: Plan) -> Dataset:
    """Give the stored example; one of the same plan that says otherwise goes."""
    stored = Dataset.objects.filter(
        plan=plan.manifest.id, is_example=True, withdrawn_at__isnull=True
    )
    found = stored.filter(fingerprint=plan.fingerprint).first()
    for old in stored.exclude(fingerprint=plan.fingerprint):
        withdraw_dataset(by=None, dataset=old, reason=REPLACED, at=timezone.now())
    return found or add_example(by=None, folder=folder, at=timezone.now())


def _run_and_release(dataset: Dataset) -> Run:
    """Carry the run out here and now; whoever waits for the example waits for it."""
    run = start_run(by=None, dataset=dataset, at=timezone.now(), waits_for_worker=False)
    carry_out_run.func(run.pk)
    run.refresh_from_db()
    if run.state != RunState.FINISHED:
        raise RefusedError(run.reason or f"The run of {dataset} did not finish.")
    release_run(by=None, run=run, at=timezone.now())
    run.refresh_from_db()
    return run
