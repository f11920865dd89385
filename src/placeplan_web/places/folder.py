"""A plan folder on its way into the records: read whole, with a fingerprint."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from django.db import connection

from placeplan.tables import PlanFiles
from placeplan_web.audit.operations import record


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
