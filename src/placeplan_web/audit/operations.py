"""Write an audit entry, in the transaction of the change that it tells of."""

import re
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection

from placeplan_web.audit.chain import START, digest_entry, write_canonical
from placeplan_web.audit.models import AuditEntry

CHAIN_LOCK = 7_052_630_021  # any number that nothing else locks on
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/+-]{0,119}")


class AuditError(Exception):
    """An entry that may not be written; what it tells of is undone with it."""


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
    if not connection.in_atomic_block:
        raise AuditError("An audit entry is written inside transaction.atomic().")
    if at.tzinfo is None:
        raise AuditError("The moment of an audit entry needs a time zone.")
    for word in (str(by), verb, kind, str(identifier)):
        _check_word(word)
    _check_plain(changes)
    _lock_chain()
    head = AuditEntry.objects.order_by("-sequence").first()
    previous = head.digest if head else START
    fields = {
        "sequence": head.sequence + 1 if head else 1,
        "by": str(by),
        "verb": verb,
        "kind": kind,
        "identifier": str(identifier),
        "changes": write_canonical(dict(changes)),
    }
    digest = digest_entry(previous, fields, at)
    return AuditEntry.objects.create(**fields, at=at, previous=previous, digest=digest)


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
