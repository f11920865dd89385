"""Load a plan folder's facts into the records: all of them, or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

import polars as pl
from django.utils import timezone

from placeplan.errors import Fault, InputError
from placeplan.evidence import FactRegister, check_facts, read_sourced
from placeplan.evidence.inputs import FACTS, TABLES
from placeplan.tables import PlanFiles
from placeplan_web.evidence.fact_register import find_load
from placeplan_web.evidence.fact_table import CONTRACTS, make_records, read_tables
from placeplan_web.evidence.models import FactLoad, FactVersion
from placeplan_web.evidence.models.fact import (
    FOLDER,
    FactCheck,
    FactCitation,
    FactConflict,
)
from placeplan_web.places.folder import load_once

LOAD_LOCK = 7_052_630_023  # any number that nothing else locks on


def load_facts(*, folder: Path, by: UUID | str, at: datetime | None = None) -> FactLoad:
    """Make the records what the folder's register says, and note it in the audit.

    Corrections that were made here stay, and so does what rooms registered as resting
    on facts. When nothing has changed since the last load, nothing is written.

    Parameters
    ----------
    folder : Path
        Plan folder, or any folder with ``sources.yaml`` and the tables of facts.
    by : UUID or str
        Who, as the audit names them.
    at : datetime or None
        Moment; now when not given.

    Raises
    ------
    placeplan.errors.InputError
        Everything that is wrong with the tables, and every correction made here that
        the folder speaks against; the records stay as they were.
    """
    files, _ = read_sourced(folder, TABLES, check_facts)

    def write(fingerprint: str) -> tuple[FactLoad, Mapping[str, int]]:
        _refuse_clashes(files)
        counts = _replace(files)
        FactRegister.from_tables(read_tables())
        load = FactLoad.objects.create(
            fingerprint=fingerprint, loaded_at=at or timezone.now()
        )
        return load, counts

    return load_once(
        by=by,
        kind="evidence.facts",
        lock=LOAD_LOCK,
        hashes=files.hashes,
        find_load=find_load,
        write=write,
    )


def _refuse_clashes(files: PlanFiles) -> None:
    """Refuse a folder that says otherwise than a correction made here, or forgets it.

    A correction that the folder has taken over word for word is no clash.
    """
    faults = [
        Fault(
            FACTS.path,
            f"fact {made.fact}",
            f"version {made.version} to be {made.value}, as it was corrected here",
            "another version" if rows else "nothing",
            "Write the correction into the folder, or undo it here, then load again.",
        )
        for made in list_corrections()
        for rows in [_find_rows(files, made)]
        if not _agrees(rows, made)
    ]
    if faults:
        raise InputError(faults)


def list_corrections() -> Sequence[FactVersion]:
    """List the versions that were made here, in the order in which they were."""
    return list(FactVersion.objects.filter(corrected_at__isnull=False).order_by("pk"))


def _find_rows(files: PlanFiles, made: FactVersion) -> dict[int, tuple[str, ...]]:
    frame = files.frames["facts_outside" if made.is_outside else "facts"]
    rows = frame.filter(pl.col("id") == made.fact)
    return {
        row["version"]: (row["value"] or "", row["value_to"] or "")
        for row in rows.iter_rows(named=True)
    }


def _agrees(rows: dict[int, tuple[str, ...]], made: FactVersion) -> bool:
    said = (made.value or "", made.value_to or "")
    return bool(rows) and rows.get(made.version, said) == said


def _replace(files: PlanFiles) -> dict[str, int]:
    """Take away what the last folder said and write what this one says."""
    kept = {(made.fact, made.version) for made in list_corrections()}
    FactVersion.objects.filter(corrected_at=None).delete()
    FactCitation.objects.filter(room=FOLDER).delete()
    FactConflict.objects.all().delete()
    FactCheck.objects.all().delete()
    counts = {}
    for name in CONTRACTS:
        rows = [
            row
            for row in files.frames[name].iter_rows(named=True)
            if (row["id"], row.get("version")) not in kept
        ]
        made = make_records(name, rows)
        counts[name] = len(made)
        type(made[0])._default_manager.bulk_create(made) if made else None
    return counts
