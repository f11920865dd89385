"""Load the programme of a plan folder into the registers: all of it, or nothing."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from placeplan.evidence import ChapterFolder
from placeplan.plan import MANIFEST_FILE
from placeplan.plan.manifest import read_manifest
from placeplan.programme import read_programme
from placeplan.tables import read_folder
from placeplan_web.places.folder import load_once
from placeplan_web.programme import models
from placeplan_web.programme.operations.fact_citation import cite_facts
from placeplan_web.programme.operations.folder_record import LINKS, RECORDS, RecordTable
from placeplan_web.registers.models import RegisterRecord
from placeplan_web.registers.operations import save_record

LOAD_LOCK = 7_052_630_031  # any number that nothing else locks on


def load_programme(
    *, folder: Path, by: UUID | str, at: datetime | None = None
) -> models.ProgrammeLoad:
    """Make the registers say what the folder's programme says, and note it.

    What somebody has changed here since stays as they left it. Nothing is withdrawn
    because a folder no longer has it. When the files are the same as at the last load,
    nothing is written, unless other facts came since: what rests on them is registered.

    Raises
    ------
    placeplan.errors.InputError
        Everything that is wrong with the tables; the records stay as they were.
    """
    files = read_programme(folder)
    moment = at or timezone.now()

    def write(fingerprint: str) -> tuple[models.ProgrammeLoad, Mapping[str, int]]:
        found = _write(files, Writer(str(by), moment), _read_plan_id(folder))
        load = models.ProgrammeLoad.objects.create(
            fingerprint=fingerprint, loaded_at=moment
        )
        return load, {table: len(kept) for table, kept in found.items()}

    with transaction.atomic():
        load = load_once(
            by=by,
            kind="programme.folder",
            lock=LOAD_LOCK,
            hashes=files.hashes,
            find_load=models.ProgrammeLoad.objects.first,
            write=write,
        )
        cite_facts(by=by, at=moment)
    return load


def _read_plan_id(folder: Path) -> str:
    files = read_folder(folder, (), documents=(MANIFEST_FILE,))
    manifest, faults = read_manifest(files.documents[MANIFEST_FILE])
    files.raise_faults(faults)
    return manifest.id if manifest else ""


class Writer:
    """Whoever loads, and when: writes what is new, leaves what people changed."""

    def __init__(self, by: str, at: datetime) -> None:
        self.by, self.at = by, at

    def write(self, kept: RegisterRecord | None, fresh: Any, fields: Any) -> Any:
        if kept is None:
            return save_record(by=self.by, record=fresh, changes=fields, at=self.at)
        if kept.changed_by != self.by or kept.is_withdrawn:
            return kept
        return save_record(by=self.by, record=kept, changes=fields, at=self.at)


def _write(
    files: ChapterFolder, writer: Writer, plan: str
) -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, dict[str, Any]] = {"programmes": {}, "plan": {"id": plan}}
    for row in files.tables["programmes"].rows(named=True):
        found["programmes"][row["id"]] = _write_programme(row, writer)
    for table in RECORDS:
        found[table.table] = {}
        for row in files.tables[table.table].rows(named=True):
            found[table.table][row["id"]] = _write_record(table, row, found, writer)
    for link in LINKS:
        for row in files.tables[link.table].rows(named=True):
            further = {
                name: row[column]
                for name, column in link.further.items()
                if row[column] is not None
            }
            link.model._default_manager.get_or_create(
                **link.tie(row, found),
                defaults={"source": row["source"], "status": row["status"], **further},
            )
    found["project_solutions"] = _write_solutions(files, found, writer)
    found["document_versions"] = _write_versions(files, found, writer)
    return found


def _write_programme(row: Mapping[str, Any], writer: Writer) -> models.Programme:
    kept = models.Programme.objects.filter(slug=row["id"]).first()
    fields = {
        "name": row["name"],
        "era": row["era"],
        "owner_words": row["group"] or "",
        "is_open": True,
        "source": row["source"],
        "paragraph": row["paragraph"] or "",
        "status": row["status"],
    }
    fresh = models.Programme(slug=row["id"], reference=row["id"].upper())
    saved: models.Programme = writer.write(kept, fresh, fields)
    return saved


def _write_record(
    table: RecordTable,
    row: Mapping[str, Any],
    found: Mapping[str, Mapping[str, Any]],
    writer: Writer,
) -> Any:
    column, parents = table.parent
    parent = found[parents][row[column]]
    programme = parent if parents == "programmes" else parent.programme
    ends = {"programme": programme, "reference": row["id"]}
    kept = table.model._default_manager.filter(**ends).first()
    return writer.write(kept, table.model(**ends), table.make_fields(row, found))


def _write_solutions(
    files: ChapterFolder, found: Mapping[str, Mapping[str, Any]], writer: Writer
) -> dict[str, Any]:
    """Link solutions of the plan to projects; their references are given out."""
    links = {}
    for row in files.tables["project_solutions"].rows(named=True):
        project = found["projects"][row["project"]]
        ends = {
            "programme": project.programme,
            "project": project,
            "plan": found["plan"]["id"],
            "solution": row["solution"],
        }
        fields = {name: row[name] for name in ("share", "source", "status")}
        kept = models.SolutionLink.objects.filter(**ends).first()
        saved = writer.write(kept, models.SolutionLink(**ends), fields)
        links[saved.reference] = saved
    return links


def _write_versions(
    files: ChapterFolder, found: Mapping[str, Mapping[str, Any]], writer: Writer
) -> dict[str, Any]:
    """Make the versions of each document; every one is a draft, as the papers say."""
    versions = {}
    for row in files.tables["document_versions"].rows(named=True):
        ends = {
            "document": found["documents"][row["document"]],
            "reference": row["id"],
        }
        fields = {
            "number": row["number"],
            "summary": row["name"],
            "drafted_on": row["drafted_on"],
            "source": row["source"],
            "paragraph": row["paragraph"] or "",
            "status": row["status"],
        }
        kept = models.DocumentVersion.objects.filter(**ends).first()
        saved = writer.write(kept, models.DocumentVersion(**ends), fields)
        versions[f"{row['document']} {row['number']}"] = saved
    return versions
