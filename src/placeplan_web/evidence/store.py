"""Where plan folders and results lie on disk: below ``MEDIA_ROOT``, never served."""

import shutil
from pathlib import Path

from django.conf import settings

from placeplan_web.evidence.models import Dataset, Run


def media_path(relative: str) -> Path:
    """The path of a stored folder."""
    return Path(settings.MEDIA_ROOT) / relative


def dataset_path(dataset: Dataset) -> Path:
    """The plan folder of a dataset."""
    return media_path(dataset.folder)


def results_path(run: Run) -> Path:
    """The results of a finished run."""
    return media_path(run.folder)


def name_run_folder(run: Run) -> str:
    """The folder that holds what all attempts at a run write."""
    return f"runs/{run.public_id}"


def name_attempt_folder(run: Run) -> str:
    """The folder that an attempt writes into; no two attempts share one."""
    return f"{name_run_folder(run)}/{run.attempt}"


def remove_folder(relative: str) -> None:
    """Remove a folder that no record names."""
    shutil.rmtree(media_path(relative), ignore_errors=True)
