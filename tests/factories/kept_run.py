"""Runs of small plans: worked out once in a process, recorded anew for each test."""

import atexit
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from factories.plan_folder import write_plan_folder
from factories.run_factory import add_dataset, add_released_run
from placeplan.plan import Plan
from placeplan.plan.manifest import Manifest


@dataclass(frozen=True)
class KeptRun:
    """A plan folder and its results, below a folder of media."""

    media: Path
    name: str
    manifest: Manifest
    fingerprint: str
    results_sha256: str

    def record(self, settings):
        """Record it as released, so that its pages stay drawn between tests."""
        settings.MEDIA_ROOT = self.media
        dataset = add_dataset(
            title="The system",
            plan=self.manifest.id,
            folder=f"datasets/{self.name}",
            fingerprint=self.fingerprint,
        )
        return add_released_run(
            dataset, folder=f"runs/{self.name}", results_sha256=self.results_sha256
        )


def make_media():
    """Make a folder of media that goes when the tests end."""
    media = Path(mkdtemp(prefix="placeplan-tests-"))
    atexit.register(shutil.rmtree, media, ignore_errors=True)
    return media


def keep_run(name, tables, *, media=None, draws=1):
    """Write a plan folder of these tables and run it."""
    media = media or make_media()
    plan = Plan.from_folder(
        write_plan_folder(media / f"datasets/{name}", tables=tables)
    )
    results = plan.run(draws=draws)
    record = results.write(media / f"runs/{name}", with_report=False)
    return KeptRun(media, name, plan.manifest, plan.fingerprint, record.results_sha256)


def write_cells(frame):
    """Write the cells of a table as its file has them, without where they come from."""
    written = frame.drop("source", "status").to_dicts()
    return [{name: _write(cell) for name, cell in row.items()} for row in written]


def _write(cell):
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else cell
