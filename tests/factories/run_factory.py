"""Plan folders and runs on the record, with real folders behind them.

A tiny plan is run once in a process; each test gets records that point to it.
"""

import atexit
import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings

from factories.plan_folder import make_tables, write_plan_folder
from placeplan.plan import Plan
from placeplan_web.evidence.models import Dataset, Run, RunState
from placeplan_web.evidence.tasks import LEAST_DRAWS

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
_numbers = count(1)


def make_rich_tables():
    """Rows of the tiny plan, with outturn, networks and what papers expected."""
    return make_tables() | {
        "outturn": [
            {"organisation": name, "kind": "provider", "year": 2015, "value_pounds": at}
            for name, at in (("east-trust", -3_000_000), ("west-trust", 1_000_000))
        ],
        "people_expected": [
            {
                "label": "papers",
                "year": 2018,
                "place": "",
                "age_from": 0,
                "measure": "people",
                "value": 25_000,
            }
        ],
        "networks": [
            {"network": name, "place": place, "age_band": "0+", "share": 1}
            for name, place in (("pcn-one", "ashford"), ("pcn-two", "dover"))
        ],
    }


@cache
def make_folders():
    """Write the tiny plan and what a worker makes of it; give media with both in it."""
    media = Path(mkdtemp(prefix="placeplan-tests-"))
    atexit.register(shutil.rmtree, media, ignore_errors=True)
    folder = write_plan_folder(media / "datasets/tiny", tables=make_rich_tables())
    plan = Plan.from_folder(folder)
    record = plan.run(draws=LEAST_DRAWS).write(media / "runs/tiny")
    return media, plan, record


def find_tiny_folder():
    """Give the folder of the tiny plan, to be read and not changed."""
    return make_folders()[0] / "datasets/tiny"


def add_dataset(**fields):
    """Record the tiny plan, once more, with a folder of its own."""
    media, plan, _ = make_folders()
    folder = fields.get("folder") or _link(media / "datasets/tiny", "datasets/{}")
    defaults = {
        "plan": plan.manifest.id,
        "title": plan.manifest.name,
        "folder": folder,
        "fingerprint": plan.fingerprint,
        "is_example": fields.get("owner") is None,
        "added_at": NOON,
    }
    if fields.get("owner"):
        defaults["organisation"] = fields["owner"].organisation
    return Dataset.objects.create(**defaults | fields)


def add_run(dataset, **fields):
    """Record a run that waits for a worker."""
    owner = fields.setdefault("owner", dataset.owner)
    defaults = {
        "organisation": owner.organisation if owner else "",
        "requested_at": NOON,
        "heartbeat_at": NOON,
    }
    return Run.objects.create(dataset=dataset, **defaults | fields)


def add_running_run(dataset, **fields):
    """Record a run that a worker is at."""
    defaults = {
        "state": RunState.RUNNING,
        "started_at": NOON,
        "attempt": 1,
        "attempts_left": 2,
        "version": "0.1.0",
    }
    return add_run(dataset, **defaults | fields)


def add_failed_run(dataset, **fields):
    """Record a run that stopped by a fault."""
    defaults = {
        "state": RunState.FAILED,
        "heartbeat_at": None,
        "ended_at": NOON + timedelta(minutes=1),
        "reason": "The plan contradicts itself.",
    }
    return add_running_run(dataset, **defaults | fields)


def add_finished_run(dataset, **fields):
    """Record a run of the tiny plan that has finished, with its results."""
    media, plan, record = make_folders()
    folder = fields.get("folder") or _link(media / "runs/tiny", "runs/{}/1")
    defaults = {
        "state": RunState.FINISHED,
        "heartbeat_at": None,
        "ended_at": NOON + timedelta(minutes=1),
        "seed": str(plan.manifest.seed),
        "folder": folder,
        "results_sha256": record.results_sha256,
    }
    return add_running_run(dataset, **defaults | fields)


def add_released_run(dataset, **fields):
    """Record a finished run that is open to everyone."""
    defaults = {"released_at": NOON + timedelta(minutes=2)}
    return add_finished_run(dataset, **defaults | fields)


def _link(source, pattern):
    """Let a folder among the media of the test stand for another; give its name."""
    folder = pattern.format(next(_numbers))
    target = Path(settings.MEDIA_ROOT) / folder
    target.parent.mkdir(parents=True, exist_ok=True)
    target.symlink_to(source, target_is_directory=True)
    return folder


def zip_folder(folder, path):
    """Compress a plan folder as a person would; give the path."""
    return Path(shutil.make_archive(str(path.with_suffix("")), "zip", folder))
