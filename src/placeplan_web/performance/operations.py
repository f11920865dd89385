"""Load the performance tables of a plan folder: all of them, or nothing."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

import polars as pl
from django.utils import timezone

from placeplan.evidence import read_sourced
from placeplan.performance import TABLES, check_performance
from placeplan_web.performance.models import PerformanceLoad, PerformanceTable
from placeplan_web.performance.queries import find_load
from placeplan_web.places.folder import load_once

LOAD_LOCK = 7_052_630_024  # any number that nothing else locks on


def load_performance(
    *, folder: Path, by: UUID | str, at: datetime | None = None
) -> PerformanceLoad:
    """Store what the folder's performance tables say, and note it in the audit.

    When nothing has changed since the last load, nothing is written.

    Raises
    ------
    placeplan.errors.InputError
        Everything that is wrong with the tables; the records stay as they were.
    """
    files, _ = read_sourced(folder, TABLES, check_performance)

    def write(fingerprint: str) -> tuple[PerformanceLoad, Mapping[str, int]]:
        load = PerformanceLoad.objects.create(
            fingerprint=fingerprint, loaded_at=at or timezone.now()
        )
        PerformanceTable.objects.bulk_create(
            PerformanceTable(load=load, name=name, rows=_write_rows(frame))
            for name, frame in files.frames.items()
        )
        return load, {name: frame.height for name, frame in files.frames.items()}

    return load_once(
        by=by,
        kind="performance.tables",
        lock=LOAD_LOCK,
        hashes=files.hashes,
        find_load=find_load,
        write=write,
    )


def _write_rows(frame: pl.DataFrame) -> list[list[object]]:
    plain = frame.with_columns(pl.col(pl.Date).cast(pl.String))
    return [list(row) for row in plain.iter_rows()]
