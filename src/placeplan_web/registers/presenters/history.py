"""Every version of a record: who wrote it, when, why, and each field that changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.values import list_differences

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """A column of a version that is not as before."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version, in words."""

    version: int
    at: datetime
    by: str
    did: str
    why: str
    changes: Sequence[Change]


def list_versions(
    kind: RegisterKind, versions: Iterable[Any], names: Mapping[str, str]
) -> list[VersionLine]:
    """Give each version, newest first; `versions` come oldest first."""
    lines, before = [], None
    for version in versions:
        lines.append(_describe(kind, before, version, names))
        before = version
    return lines[::-1]


def _describe(
    kind: RegisterKind, before: Any, version: Any, names: Mapping[str, str]
) -> VersionLine:
    return VersionLine(
        version=version.version,
        at=version.history_date,
        by=names.get(version.changed_by, version.changed_by),
        did=_say_what(before, version),
        why=version.history_change_reason or "",
        changes=list_changes(kind, before, version) if before is not None else (),
    )


def _say_what(before: Any, version: Any) -> str:
    if before is None:
        return "added"
    was, now = before.withdrawn_at is not None, version.withdrawn_at is not None
    if was == now:
        return "changed"
    return "withdrawn" if now else "restored"


def list_changes(kind: RegisterKind, before: Any, after: Any) -> list[Change]:
    """Give what differs between two versions, in words."""
    found = list_differences(kind.read_values(before), kind.read_values(after))
    return [write_change(kind, name, was, now) for name, (was, now) in found.items()]


def write_change(kind: RegisterKind, name: str, was: Any, now: Any) -> Change:
    column = kind.get_column(name)
    return Change(
        column.label,
        column.write_words(was) or NOTHING,
        column.write_words(now) or NOTHING,
    )
