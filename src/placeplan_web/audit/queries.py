"""Read the record: what happened to one thing, and whether the chain is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from placeplan_web.audit.chain import START, digest_entry
from placeplan_web.audit.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry: kept elsewhere, it shows when the end was cut off."""

    sequence: int
    digest: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the chain is whole; if not, the first entry that is wrong, and why."""

    entries: int
    head: Head
    broken_at: int | None = None
    reason: str = ""

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


def list_entries(kind: str, identifier: UUID | str) -> QuerySet[AuditEntry]:
    """Give what happened to one record, oldest first."""
    return AuditEntry.objects.filter(kind=kind, identifier=str(identifier))


def find_head() -> Head:
    newest = AuditEntry.objects.order_by("-sequence").first()
    return Head(newest.sequence, newest.digest) if newest else Head(0, START)


def verify(expected: Head | None = None) -> Verdict:
    """Walk the chain from its first entry and compare every digest.

    With `expected`, a head noted down earlier, the entry of that number has to be there
    with that digest: so a chain whose end was cut off, or that was made anew, shows.
    """
    head = Head(0, START)
    for entry in _walk():
        reason = _find_break(head, entry)
        if reason:
            return Verdict(head.sequence, head, head.sequence + 1, reason)
        head = Head(entry.sequence, entry.digest)
        if expected and expected.sequence == head.sequence and expected != head:
            why = "it is not the entry that was noted down"
            return Verdict(head.sequence, head, head.sequence, why)
    if expected and expected.sequence > head.sequence:
        why = f"the chain ends before entry {expected.sequence}, which was noted down"
        return Verdict(head.sequence, head, head.sequence + 1, why)
    return Verdict(head.sequence, head)


def _walk() -> Iterator[AuditEntry]:
    """Give every entry in order; one that cannot be read comes without its content."""
    entries = AuditEntry.objects.order_by("sequence")
    last = 0
    try:
        for entry in entries.iterator():
            last = entry.sequence
            yield entry
    except ValueError:  # a moment that is none: go on one by one to find it
        rest = entries.filter(sequence__gt=last).values_list("sequence", flat=True)
        for sequence in list(rest):
            try:
                yield entries.get(sequence=sequence)
            except ValueError:
                yield AuditEntry(sequence=sequence)


def _find_break(head: Head, entry: AuditEntry) -> str:
    if entry.sequence != head.sequence + 1:
        return f"entry {head.sequence + 1} is missing"
    at: Any = entry.at  # SQLite may hold a text that is no moment, read as nothing
    if at is None:
        return "its moment cannot be read"
    if entry.previous != head.digest:
        return "it does not follow from the entry before"
    names = ("sequence", "by", "verb", "kind", "identifier", "changes")
    fields = {name: getattr(entry, name) for name in names}
    if entry.digest != digest_entry(head.digest, fields, at):
        return "its content does not match its digest"
    return ""
