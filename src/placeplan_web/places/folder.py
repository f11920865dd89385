"""A plan folder on its way into the records: once, all of it, and on the record."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Protocol, TypeVar
from uuid import UUID

from django.db import connection, transaction

from placeplan_web.audit.operations import record


class Load(Protocol):
    """What every load of a folder keeps of itself."""

    @property
    def public_id(self) -> UUID: ...
    @property
    def fingerprint(self) -> str: ...
    @property
    def loaded_at(self) -> datetime: ...


L = TypeVar("L", bound=Load)


@transaction.atomic
def load_once(
    *,
    by: UUID | str,
    kind: str,
    lock: int,
    hashes: Mapping[str, str],
    find_load: Callable[[], L | None],
    write: Callable[[str], tuple[L, Mapping[str, int]]],
) -> L:
    """Write what a folder says, unless the newest load read the very same files.

    ``write`` takes the fingerprint of the files and gives its load, with the number of
    rows of each table. It waits while another load of the kind goes on, which is why
    the newest is looked for here.
    """
    fingerprint = digest_files(hashes)
    lock_loads(lock)
    current = find_load()
    if current and current.fingerprint == fingerprint:
        return current
    load, rows = write(fingerprint)
    record_load(load, current, by=by, kind=kind, rows=rows)
    return load


def digest_files(hashes: Mapping[str, str]) -> str:
    """Give one fingerprint of every file that was read, from that of each."""
    listed = json.dumps(dict(hashes), sort_keys=True)
    return sha256(listed.encode("utf-8")).hexdigest()


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
