"""Read the record: what happened to one thing, and whether the chain is whole."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.timezone import make_aware

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


@dataclass(frozen=True, slots=True)
class EntryQuestion:
    """Which entries somebody asks for; what is empty asks for all."""

    kind: str = ""
    identifier: str = ""
    verb: str = ""
    by: str = ""
    first: date | None = None
    last: date | None = None


def search_entries(question: EntryQuestion) -> QuerySet[AuditEntry]:
    """Give the entries asked for, the newest first; days are those of London."""
    found = AuditEntry.objects.order_by("-sequence")
    for name in ("kind", "identifier", "verb"):
        if asked := getattr(question, name):
            found = found.filter(**{name: asked})
    if question.by:
        found = found.filter(by=find_user_id(question.by) or question.by)
    if question.first:
        found = found.filter(at__gte=_begin(question.first))
    if question.last:
        found = found.filter(at__lt=_begin(question.last + timedelta(days=1)))
    return found


def list_verbs() -> list[str]:
    verbs = AuditEntry.objects.order_by("verb").values_list("verb", flat=True)
    return list(verbs.distinct())


def list_kinds() -> list[str]:
    kinds = AuditEntry.objects.order_by("kind").values_list("kind", flat=True)
    return list(kinds.distinct())


def find_user_id(username: str) -> str:
    """Give the id that entries hold for a user name; nothing when it is nobody's."""
    users = get_user_model()._default_manager.filter(username=username.lower())
    found = users.values_list("public_id", flat=True).first()
    return str(found) if found else ""


def find_user_names(ids: Collection[str]) -> Mapping[str, str]:
    """Give the user name of each id that is somebody's."""
    wanted = [id_ for id_ in ids if _is_uuid(id_)]
    if not wanted:
        return {}
    users = get_user_model()._default_manager.filter(public_id__in=wanted)
    return {str(id_): name for id_, name in users.values_list("public_id", "username")}


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _begin(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


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
