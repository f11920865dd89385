"""An entry as a sentence: who did what to which record, and what changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from placeplan_web.audit.kind import find_kind
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import find_user_names

PARTS: Final[Mapping[str, str]] = {
    "command": "somebody at the command line",
    "demo": "the demonstration",
    "sign-in": "the sign-in page",
    "system": "the system",
    "worker": "the worker",
}
VERBS: Final[Mapping[str, str]] = {  # where a kind has no words of its own
    "accept": "accepted",
    "add": "added",
    "appoint": "appointed somebody:",
    "change": "changed",
    "close": "closed",
    "correct": "corrected",
    "end": "ended",
    "import": "imported",
    "load": "loaded",
    "open": "opened",
    "register": "registered",
    "release": "released",
    "restore": "restored",
    "withdraw": "withdrew",
}
OPAQUE = re.compile(r"[0-9a-f-]{32,}")  # ids and digests, which say nothing
SHORT = 8  # signs of an id or digest that tell it apart well enough for the eye


@dataclass(frozen=True, slots=True)
class Line:
    """One entry, ready to be shown."""

    sequence: int
    at: datetime
    who: str
    what: str
    record: dict[str, str]
    changes: str
    digest: str

    @property
    def sentence(self) -> str:
        return f"{self.who} {self.what}"


def list_lines(entries: Iterable[AuditEntry]) -> list[Line]:
    """Put entries into words, with one look for all user names."""
    listed = list(entries)
    ids = {entry.by for entry in listed} | {entry.identifier for entry in listed}
    names = find_user_names(ids)
    return [_write_line(entry, names) for entry in listed]


def list_history(entries: Iterable[AuditEntry]) -> list[dict[str, Any]]:
    """Give what the macro ``history`` asks for, for readers who may know who it was."""
    return [
        {"at": line.at, "what": line.what, "by": line.who, "why": line.changes}
        for line in list_lines(entries)
    ]


def _write_line(entry: AuditEntry, names: Mapping[str, str]) -> Line:
    kind = find_kind(entry.kind)
    phrase = kind.verbs.get(entry.verb)
    if phrase is None:
        known = VERBS.get(entry.verb, f"did “{entry.verb}” to")
        phrase = f"{known} {kind.noun}"
    identifier = entry.identifier
    name = names.get(identifier) or _shorten(identifier)
    return Line(
        sequence=entry.sequence,
        at=entry.at,
        who=names.get(entry.by) or PARTS.get(entry.by) or entry.by,
        what=phrase,
        record={"text": name, "href": kind.find_link(identifier)},
        changes=write_changes(entry.read_changes(), names),
        digest=entry.digest[:SHORT],
    )


def write_changes(
    changes: Mapping[str, Any], names: Mapping[str, str] | None = None
) -> str:
    """Write what changed: ``ends on: nothing, now 2019-06-30; is staff: no``."""
    known = names or {}
    return "; ".join(
        f"{name.replace('_', ' ')}: {_write_change(value, known)}"
        for name, value in changes.items()
    )


def _write_change(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list) and len(value) == 2:
        before, after = (_write_value(each, names) for each in value)
        return f"{before}, now {after}"
    return _write_value(value, names)


def _write_value(value: Any, names: Mapping[str, str]) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        parts = (
            f"{k.replace('_', ' ')} {_write_value(v, names)}" for k, v in value.items()
        )
        return ", ".join(parts)
    if isinstance(value, list):
        return ", ".join(_write_value(each, names) for each in value)
    text = str(value)
    return names.get(text) or (_shorten(text) if OPAQUE.fullmatch(text) else text)


def _shorten(identifier: str) -> str:
    return identifier[:SHORT] if len(identifier) > 2 * SHORT else identifier
