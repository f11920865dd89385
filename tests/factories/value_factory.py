"""A released run of a plan that studies productivity and appraises options."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from factories import appraisal_factory, productivity_factory
from factories.plan_folder import write_plan_folder
from factories.run_factory import add_dataset, add_released_run, make_rich_tables
from placeplan.plan import Plan

BODIES = [
    {"id": "north", "name": "North Trust", "kind": "acute_trust"},
    {"id": "ccg-a", "name": "Group A", "kind": "ccg"},
]


def _write_cells(frame):
    """Write the cells of a table as its file has them, without where they come from."""
    written = frame.drop("source", "status").to_dicts()
    return [{name: _write(cell) for name, cell in row.items()} for row in written]


def _write(cell):
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else cell


@cache
def _make_folder():
    media = Path(mkdtemp(prefix="placeplan-tests-"))
    atexit.register(shutil.rmtree, media, ignore_errors=True)
    tables = make_rich_tables()
    made = productivity_factory.make_tables() | appraisal_factory.make_tables()
    tables |= {name: _write_cells(frame) for name, frame in made.items()}
    tables["organisations"] = tables["organisations"] + BODIES
    folder = write_plan_folder(media / "datasets/value", tables=tables)
    plan = Plan.from_folder(folder)
    record = plan.run(draws=1).write(media / "runs/value", with_report=False)
    return media, plan, record.results_sha256


def add_value_run(settings):
    """Record the run, whose pages stay drawn between tests."""
    settings.MEDIA_ROOT, plan, digest = _make_folder()
    dataset = add_dataset(
        title="The system",
        plan=plan.manifest.id,
        folder="datasets/value",
        fingerprint=plan.fingerprint,
    )
    return add_released_run(dataset, folder="runs/value", results_sha256=digest)
