"""What pages read again and again from stored folders, kept ready in memory.

Plan folders and finished runs never change, so what was read once stays right; the keys
hold their digests.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from placeplan.places import Registry
from placeplan.plan import Plan, Results
from placeplan.plan.boundary import read_boundaries
from placeplan_web.evidence.models import Dataset, Run
from placeplan_web.evidence.store import dataset_path, results_path

KEPT_RUNS = 6


def get_results(run: Run) -> Results:
    """The results of a finished run."""
    return _read_results(str(results_path(run)), run.results_sha256)


def get_plan(dataset: Dataset) -> Plan:
    """A stored plan folder, checked."""
    return _read_plan(str(dataset_path(dataset)), dataset.fingerprint)


def get_registry(dataset: Dataset) -> Registry:
    """The places of a stored plan folder."""
    return _build_registry(str(dataset_path(dataset)), dataset.fingerprint)


@lru_cache(maxsize=KEPT_RUNS)
def _read_results(folder: str, digest: str) -> Results:
    return Results.from_folder(Path(folder))


@lru_cache(maxsize=KEPT_RUNS)
def _read_plan(folder: str, digest: str) -> Plan:
    return Plan.from_folder(Path(folder))


@lru_cache(maxsize=KEPT_RUNS)
def _build_registry(folder: str, digest: str) -> Registry:
    return Registry.from_tables(_read_plan(folder, digest).tables)


def get_names(dataset: Dataset) -> Mapping[str, str]:
    """Names of everything in the places of a plan folder, by id."""
    return _name_places(str(dataset_path(dataset)), dataset.fingerprint)


@lru_cache(maxsize=KEPT_RUNS)
def _name_places(folder: str, digest: str) -> Mapping[str, str]:
    periods = _build_registry(folder, digest).periods
    return MappingProxyType({name: held[-1].name for name, held in periods.items()})


def get_boundaries(dataset: Dataset) -> Mapping[str, Any] | None:
    """Outlines of the places of a plan folder, where it has them."""
    return _read_outlines(str(dataset_path(dataset)), dataset.fingerprint)


@lru_cache(maxsize=KEPT_RUNS)
def _read_outlines(folder: str, digest: str) -> Mapping[str, Any] | None:
    areas = _read_plan(folder, digest).tables["areas"]
    return read_boundaries(Path(folder), areas["id"])
