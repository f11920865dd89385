"""A plan folder on its way into the records: read whole, with a fingerprint."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from uuid import UUID

import polars as pl
from django.db import connection

from placeplan.errors import Fault
from placeplan.evidence import SOURCES_FILE, Source, check_citations, read_sources
from placeplan.tables import PlanFiles, TableContract, read_folder
from placeplan_web.audit.operations import record

Check = Callable[[Mapping[str, pl.DataFrame]], Iterable[Fault]]


def read_sourced(
    folder: Path, contracts: Sequence[TableContract], check: Check
) -> tuple[PlanFiles, Sequence[Source]]:
    """Read tables and the sources that they cite, each held to its rules.

    Raises
    ------
    placeplan.errors.InputError
        Everything that is wrong with the tables or the sources.
    """
    files = read_folder(folder, contracts, documents=(SOURCES_FILE,))
    document = files.documents.get(SOURCES_FILE)
    sources, faults = read_sources(document) if document else ((), ())
    further = [*faults]
    if document and not faults:
        further += check_citations(files.frames, contracts, sources)
    if not files.faults:
        further += check(files.frames)
    files.raise_faults(further)
    return files, sources


def digest_files(files: PlanFiles) -> str:
    """Give one fingerprint of every file that was read."""
    listed = json.dumps(dict(files.hashes), sort_keys=True)
    return sha256(listed.encode("utf-8")).hexdigest()


class Load(Protocol):
    """What every load of a folder keeps of itself."""

    @property
    def public_id(self) -> UUID: ...
    @property
    def fingerprint(self) -> str: ...
    @property
    def loaded_at(self) -> datetime: ...


def record_load(
    load: Load,
    before: Load | None,
    *,
    by: UUID | str,
    kind: str,
    rows: Mapping[str, int],
) -> None:
    """Note in the audit which files took the place of which, and how many rows."""
    record(
        by=by,
        verb="load",
        kind=kind,
        identifier=load.public_id,
        changes={
            "fingerprint": [before.fingerprint if before else None, load.fingerprint],
            "rows": dict(rows),
        },
        at=load.loaded_at,
    )


def lock_loads(number: int) -> None:
    """Let one load of a sort at a time go on; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
