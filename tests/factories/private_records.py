"""Private records of one owner, with which every address is tried."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from factories.fact_factory import write_facts
from factories.performance_factory import write_performance
from factories.plan_folder import write_plan_folder
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.evidence.models import Dataset, Run, RunState
from placeplan_web.performance.operations import load_performance
from placeplan_web.places.operations import load_registry

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
SECRET = "A plan that nobody else may know of"
RUN_ADDRESSES = ("run", "progress", "cancel", "retry", "release")


def make_private_run(owner):
    """Give a run, waiting for a worker, of a plan folder that its owner uploaded.

    The registry, facts and performance, which are open to everyone, stand beside it.
    """
    folder = "datasets/private"
    write_plan_folder(Path(settings.MEDIA_ROOT) / folder)
    load_registry(folder=Path(settings.MEDIA_ROOT) / folder, by="command")
    facts = write_facts(Path(settings.MEDIA_ROOT) / "facts")
    load_facts(folder=facts, by="command")
    load_performance(folder=write_performance(facts.parent / "tables"), by="command")
    dataset = Dataset.objects.create(
        plan="private",
        title=SECRET,
        folder=folder,
        fingerprint="0" * 64,
        owner=owner,
        organisation=owner.organisation,
        added_at=NOON,
    )
    return Run.objects.create(
        dataset=dataset,
        owner=owner,
        organisation=owner.organisation,
        state=RunState.QUEUED,
        requested_at=NOON,
        heartbeat_at=NOON,
    )


def make_parts(run):
    """Give, for each address that needs them, the parts that lead to that run."""
    of_run = {"public_id": run.public_id}
    of_plan = {"public_id": run.dataset.public_id}
    figure = {**of_run, "room": "money", "figure": "bridge"}
    return {
        **{f"evidence:{name}": of_run for name in RUN_ADDRESSES},
        **{f"evidence:{name}": of_plan for name in ("plan", "start", "withdraw")},
        "evidence:file": {**of_run, "file": "results.csv"},
        "evidence:svg": figure,
        "evidence:csv": figure,
        "evidence:excel": figure,
        "evidence:source": {"source": "stp-initiation-2016"},
        "evidence:fact": {"fact": "F146"},
        "evidence:correct": {"fact": "F146"},
        "evidence:inequality-svg": {"figure": "slope-index"},
        "performance:indicator": {"indicator": "ae-by-month"},
        "performance:indicator-csv": {"indicator": "ae-by-month"},
        "performance:chart": {"indicator": "ae-by-month", "body": "east-trust"},
        "places:place": {"slug": "whole"},
        "places:set": {"slug": "local"},
    }
