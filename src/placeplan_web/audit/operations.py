"""Write an audit entry, in the transaction of the change that it tells of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from placeplan_web.audit.chain import START, digest_entry, write_canonical
from placeplan_web.audit.models import AuditEntry

CHAIN_LOCK = 7_052_630_021  # any number that nothing else locks on
ROWS_AT_ONCE = 500
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/+-]{0,119}")


class AuditError(Exception):
    """An entry that may not be written; what it tells of is undone with it."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What was done to one record; see `record` for its parts."""

    verb: str
    kind: str
    identifier: UUID | str
    changes: Mapping[str, object]


def record(
    *,
    by: UUID | str,
    verb: str,
    kind: str,
    identifier: UUID | str,
    changes: Mapping[str, object],
    at: datetime,
) -> AuditEntry:
    """Add one entry to the chain, inside the caller's ``transaction.atomic``.

    Parameters
    ----------
    by : UUID or str
        ``User.public_id``, or the name of a part of the system, such as ``worker``.
    verb, kind : str
        What was done, such as ``release``, to which kind of record, such as
        ``evidence.run``.
    identifier : UUID or str
        Id of the record; one that says nothing about a person.
    changes : mapping
        Field to its new value, or to a list of the old and the new one. Numbers,
        yes or no, nothing, and ids: words that somebody typed are refused.
    at : datetime
        When, with its time zone; passed in, because no record reads the clock.
    """
    entry = Happening(verb, kind, identifier, changes)
    return record_all(by=by, happenings=[entry], at=at)[0]


def record_all(
    *, by: UUID | str, happenings: Sequence[Happening], at: datetime
) -> list[AuditEntry]:
    """Add many entries to the chain at once, in their order; each as `record` has it.

    The database checks each row as it checks one: it has to be the next of the chain.
    """
    if not connection.in_atomic_block:
        raise AuditError("An audit entry is written inside transaction.atomic().")
    if at.tzinfo is None:
        raise AuditError("The moment of an audit entry needs a time zone.")
    _check_word(str(by))
    for each in happenings:
        for word in (each.verb, each.kind, str(each.identifier)):
            _check_word(word)
        _check_plain(each.changes)
    _lock_chain()
    head = AuditEntry.objects.order_by("-sequence").first()
    sequence, previous = (head.sequence, head.digest) if head else (0, START)
    entries = []
    for number, each in enumerate(happenings, start=sequence + 1):
        fields = {
            "sequence": number,
            "by": str(by),
            "verb": each.verb,
            "kind": each.kind,
            "identifier": str(each.identifier),
            "changes": write_canonical(dict(each.changes)),
        }
        digest = digest_entry(previous, fields, at)
        entries.append(AuditEntry(**fields, at=at, previous=previous, digest=digest))
        previous = digest
    return AuditEntry.objects.bulk_create(entries, batch_size=ROWS_AT_ONCE)


def _lock_chain() -> None:
    """Let one writer at a time add to the chain, until its transaction ends.

    SQLite needs nothing: its transactions begin as IMMEDIATE, so there is one writer.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])


def _check_word(word: str) -> None:
    if not WORD.fullmatch(word):
        raise AuditError(
            f"{word[:40]!r} is not an id. An audit entry holds ids of letters, figures "
            "and the signs _ . : / + - only, never words that somebody typed."
        )


def _check_plain(value: object) -> None:
    """Refuse whatever could hold a sentence, and so a name."""
    if value is None or value == "" or isinstance(value, bool | int | float):
        return
    if isinstance(value, str):
        _check_word(value)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            _check_word(str(name))
            _check_plain(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check_plain(inner)
    else:
        raise AuditError(f"An audit entry cannot hold a {type(value).__name__}.")
