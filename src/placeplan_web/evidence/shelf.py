"""What pages read again and again from stored folders, kept ready in memory.

Plan folders and finished runs never change, so what was read once stays right; the keys
hold their digests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import polars as pl

from placeplan.errors import QuestionError
from placeplan.places import Registry
from placeplan.plan import Plan, Results
from placeplan.plan.boundary import read_boundaries
from placeplan.plan.plan import name_bodies
from placeplan.population import (
    PossiblePeople,
    back_test,
    list_possible_people,
    project_population,
)
from placeplan.reference import POINTS_OF_DELIVERY, STAFF_GROUPS
from placeplan_web.evidence.models import Dataset, Run
from placeplan_web.evidence.store import dataset_path, results_path

KEPT_RUNS = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A finished run, as a key: two records of the same results are one."""

    run: Run = field(compare=False)
    folder: str
    digest: str


def as_key(run: Run) -> Shown:
    """The key under which what was made of a finished run is kept."""
    return Shown(run, run.folder, run.results_sha256)


def get_results(run: Run) -> Results:
    """The results of a finished run."""
    return _read_results(str(results_path(run)), run.results_sha256)


def get_plan(dataset: Dataset) -> Plan:
    """A stored plan folder, checked."""
    return _read_plan(str(dataset_path(dataset)), dataset.fingerprint)


def get_registry(dataset: Dataset) -> Registry:
    """The places of a stored plan folder."""
    return _build_registry(str(dataset_path(dataset)), dataset.fingerprint)


def get_names(dataset: Dataset) -> Mapping[str, str]:
    """Names of every place, body, point of delivery and staff group, by id."""
    return _name_everything(str(dataset_path(dataset)), dataset.fingerprint)


def get_boundaries(dataset: Dataset) -> Mapping[str, Any] | None:
    """Outlines of the places of a plan folder, where it has them."""
    return _read_outlines(str(dataset_path(dataset)), dataset.fingerprint)


def get_people(dataset: Dataset) -> pl.DataFrame:
    """People of every year by place, sex and single age, as the plan projects them."""
    return _project_people(str(dataset_path(dataset)), dataset.fingerprint)


def get_possible_people(dataset: Dataset) -> tuple[PossiblePeople, ...]:
    """People of every population variant; none where the plan has one future."""
    return _project_variants(str(dataset_path(dataset)), dataset.fingerprint)


def get_back_test(dataset: Dataset) -> pl.DataFrame | None:
    """Errors of the back-test; nothing where a plan has one count alone."""
    return _test_back(str(dataset_path(dataset)), dataset.fingerprint)


@lru_cache(maxsize=KEPT_RUNS)
def _read_results(folder: str, digest: str) -> Results:
    return Results.from_folder(Path(folder))


def find_status(run: Run, measure: str) -> str | None:
    """The weakest status of a measure in the results; nothing when they lack it."""
    return _weigh_measures(str(results_path(run)), run.results_sha256).get(measure)


@lru_cache(maxsize=KEPT_RUNS)
def _weigh_measures(folder: str, digest: str) -> Mapping[str, str]:
    weakest = (
        _read_results(folder, digest)
        .table.group_by("measure")
        .agg(pl.col("status").max().cast(pl.String))
    )
    return MappingProxyType(dict(weakest.iter_rows()))


@lru_cache(maxsize=KEPT_RUNS)
def _read_plan(folder: str, digest: str) -> Plan:
    return Plan.from_folder(Path(folder))


@lru_cache(maxsize=KEPT_RUNS)
def _build_registry(folder: str, digest: str) -> Registry:
    return Registry.from_tables(_read_plan(folder, digest).tables)


@lru_cache(maxsize=KEPT_RUNS)
def _name_everything(folder: str, digest: str) -> Mapping[str, str]:
    pods = {name: pod.name for name, pod in POINTS_OF_DELIVERY.items()}
    groups = {name: group.name for name, group in STAFF_GROUPS.items()}
    periods = _build_registry(folder, digest).periods
    places = {name: held[-1].name for name, held in periods.items()}
    own = name_bodies(_read_plan(folder, digest).tables)
    return MappingProxyType({**pods, **groups, **own, **places})


@lru_cache(maxsize=KEPT_RUNS)
def _read_outlines(folder: str, digest: str) -> Mapping[str, Any] | None:
    areas = _read_plan(folder, digest).tables["areas"]
    return read_boundaries(Path(folder), areas["id"])


@lru_cache(maxsize=KEPT_RUNS)
def _project_people(folder: str, digest: str) -> pl.DataFrame:
    plan = _read_plan(folder, digest)
    first, last = plan.manifest.people_from, plan.manifest.people_to
    return project_population(plan.tables, first_year=first, last_year=last)


@lru_cache(maxsize=KEPT_RUNS)
def _project_variants(folder: str, digest: str) -> tuple[PossiblePeople, ...]:
    plan = _read_plan(folder, digest)
    first, last = plan.manifest.people_from, plan.manifest.people_to
    return list_possible_people(plan.tables, first_year=first, last_year=last)


@lru_cache(maxsize=KEPT_RUNS)
def _test_back(folder: str, digest: str) -> pl.DataFrame | None:
    try:
        return back_test(_read_plan(folder, digest).tables)
    except QuestionError:
        return None
