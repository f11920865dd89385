"""Write a record of a register: its new version, its history, its audit row."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.audit.operations import record as add_entry
from placeplan_web.registers.changes import note_changes
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.models import AppendedRow, RegisterRecord
from placeplan_web.registers.reference import give_references

R = TypeVar("R", bound=RegisterRecord)
A = TypeVar("A", bound=AppendedRow)
KEPT = {"id", "version", "changed_at", "changed_by"}  # by the write, not the writer
TRACE = {"id", "public_id", "by", "at", "reason"}


@dataclass(frozen=True, slots=True)
class Write:
    """Who writes, when, what the audit calls it, and why."""

    by: UUID | str
    at: datetime
    verb: str
    reason: str = ""


def save_record(
    *,
    by: UUID | str,
    record: R,
    changes: Mapping[str, Any],
    at: datetime,
    expected_version: int | None = None,
    verb: str = "",
    reason: str = "",
) -> R:
    """Make a new record, or change one; give it as it was saved.

    Parameters
    ----------
    by : UUID or str
        ``User.public_id``, or a part of the system.
    record : RegisterRecord
        Unsaved, for a new one: an empty reference is given out. Else the one to change,
        which is read anew, so that only `changes` are written.
    changes : mapping
        Field to its new value.
    at : datetime
        When, with its time zone.
    expected_version : int or None
        The version that the editor saw; None for a new record, and for a part of the
        system that speaks for the newest.
    verb : str
        What the audit calls it; ``add`` or ``change`` when not given.
    reason : str
        Why, in words; the history keeps it beside the version.

    Raises
    ------
    ClashError
        Somebody else has written since; it holds both versions.
    django.core.exceptions.ValidationError
        Everything that is wrong with the values, by field.
    """
    with transaction.atomic():
        if record.pk is None:
            return _add(record, changes, Write(by, at, verb or "add", reason))
        before = lock_record(record)
        _check_version(before, expected_version, changes)
        if before.is_withdrawn:
            raise ValidationError(f"{before.reference} is withdrawn: restore it first.")
        return _change(before, changes, Write(by, at, verb or "change", reason))


def withdraw_record(
    *,
    by: UUID | str,
    record: R,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> R:
    """Take a record out of use; it stays, and says why."""
    with transaction.atomic():
        before = lock_record(record)
        _check_version(before, expected_version, {"withdrawn_reason": reason})
        if not reason.strip():
            raise ValidationError({"withdrawn_reason": "Say why it is withdrawn."})
        if before.is_withdrawn:
            raise ValidationError(f"{before.reference} is withdrawn already.")
        changes = {"withdrawn_at": at, "withdrawn_reason": reason.strip()}
        return _change(before, changes, Write(by, at, "withdraw", reason))


def restore_record(
    *, by: UUID | str, record: R, at: datetime, expected_version: int | None = None
) -> R:
    """Bring a withdrawn record back into use."""
    with transaction.atomic():
        before = lock_record(record)
        _check_version(before, expected_version, {})
        if not before.is_withdrawn:
            raise ValidationError(f"{before.reference} is not withdrawn.")
        changes = {"withdrawn_at": None, "withdrawn_reason": ""}
        return _change(before, changes, Write(by, at, "restore"))


def note_rows(
    *,
    by: UUID | str,
    record: R,
    rows: Mapping[str, Any],
    at: datetime,
    verb: str,
    expected_version: int | None = None,
    reason: str = "",
) -> R:
    """Give a record a new version because rows that hang on it have changed.

    So two people who change its rows at once clash as over the record itself. `rows`
    tells the audit what changed: ids, days and numbers only.

    Raises
    ------
    ClashError
        Somebody else has written since.
    """
    with transaction.atomic():
        before = lock_record(record)
        _check_version(before, expected_version, {})
        after = copy(before)
        after.version = before.version + 1
        return _keep(after, rows, Write(by, at, verb, reason))


def append_row(
    *, by: UUID | str, row: A, at: datetime, reason: str = "", verb: str = "add"
) -> A:
    """Add a row that stays as it is, such as a score, with its audit row.

    Raises
    ------
    django.core.exceptions.ValidationError
        Everything that is wrong with its values, by field.
    """
    with transaction.atomic():
        row.by, row.at, row.reason = str(by), at, reason.strip()
        row.full_clean()
        row.save(force_insert=True)
        fields = [field.name for field in row._meta.concrete_fields]
        noted = note_changes(None, row, [each for each in fields if each not in TRACE])
        add_entry(
            by=by,
            verb=verb,
            kind=row._meta.label_lower,
            identifier=row.public_id,
            changes=noted,
            at=at,
        )
    return row


def check_version(record: RegisterRecord, expected: int | None) -> None:
    """Refuse to go on from a version that is no longer the newest.

    Raises
    ------
    ClashError
        Somebody else has written since.
    """
    _check_version(record, expected, {})


def lock_record(record: R) -> R:
    """Read a record anew and keep other writers off it until the transaction ends."""
    rows = type(record)._default_manager.select_for_update(of=("self",))
    return cast("R", rows.get(pk=record.pk))


def _add(record: R, changes: Mapping[str, Any], write: Write) -> R:
    for field, value in changes.items():
        setattr(record, field, value)
    give_references([record])
    record.version = 1
    return _save(None, record, write)


def _change(before: R, changes: Mapping[str, Any], write: Write) -> R:
    after = copy(before)
    for field, value in changes.items():
        setattr(after, field, value)
    after.version = before.version + 1
    return _save(before, after, write)


def _save(before: R | None, after: R, write: Write) -> R:
    """Save, with history and audit; a record that would stay the same is left alone."""
    fields = [field.name for field in after._meta.concrete_fields]
    noted = note_changes(before, after, [each for each in fields if each not in KEPT])
    if before is not None and not noted:
        return before
    return _keep(after, noted, write)


def _keep(after: R, noted: Mapping[str, Any], write: Write) -> R:
    """Save a version, and tell the audit."""
    after.changed_at, after.changed_by = write.at, str(write.by)
    after._change_reason = write.reason or None  # type: ignore[attr-defined] # of history
    after.full_clean()
    after.save()
    add_entry(
        by=write.by,
        verb=write.verb,
        kind=after._meta.label_lower,
        identifier=after.public_id,
        changes={**noted, "version": after.version},
        at=write.at,
    )
    return after


def _check_version(
    before: RegisterRecord, expected: int | None, wanted: Mapping[str, Any]
) -> None:
    if expected is None or expected == before.version:
        return
    history = type(before).history
    seen = history.filter(public_id=before.public_id, version=expected).first()
    raise ClashError(before, seen, wanted)
