"""One changed byte anywhere in the audit shows, and so does a missing end."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from threading import Thread

import pytest
from django.db import connection, transaction

from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.operations import record
from placeplan_web.audit.queries import Head, find_head, list_entries, verify
from placeplan_web.audit.triggers import create_triggers, drop_triggers

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)


def write(count=1):
    with transaction.atomic():
        for number in range(count):
            record(
                by="demo",
                verb="add",
                kind="evidence.run",
                identifier=f"run-{number}",
                changes={"people": 1_731_351 + number},
                at=NOON + timedelta(minutes=number),
            )


def tamper(statement, *values):
    """Change a row as somebody with the keys of the database could."""
    drop_triggers(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    create_triggers(connection)


@pytest.mark.django_db
def test_empty_chain_is_whole():
    assert verify().is_whole
    assert verify().head == find_head() == Head(0, "0" * 64)


@pytest.mark.django_db
def test_digest_is_sha256_of_the_one_before_and_the_canonical_entry():
    write(2)

    first, second = AuditEntry.objects.all()
    line = json.dumps(
        {
            "at": "2019-07-12T12:01:00.000000+00:00",
            "by": "demo",
            "changes": '{"people":1731352}',
            "identifier": "run-1",
            "kind": "evidence.run",
            "sequence": 2,
            "verb": "add",
        },
        separators=(",", ":"),
    )
    assert first.previous == "0" * 64
    assert second.digest == sha256((first.digest + line).encode()).hexdigest()
    assert verify().entries == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("by", "deno"),
        ("verb", "adds"),
        ("kind", "evidence.rum"),
        ("identifier", "run-9"),
        ("changes", '{"people":1731353}'),
        ("changes", '{"people": 1731352}'),
        ("previous", "1" + "0" * 63),
        ("digest", "f" * 64),
        ("at", "2019-07-12 12:01:00.000001+00:00"),
    ],
)
def test_one_changed_byte_is_found(column, value):
    write(3)

    tamper(f"UPDATE audit_auditentry SET {column} = %s WHERE sequence = 2", value)  # noqa: S608 - the columns above

    assert verify().broken_at == 2


@pytest.mark.django_db
def test_moment_that_is_none_is_found():
    if connection.vendor != "sqlite":
        pytest.skip(
            "the other database keeps moments as numbers, which are always some"
        )
    write(3)

    tamper("UPDATE audit_auditentry SET at = '2019-77-12 12:00:00' WHERE sequence = 2")
    assert verify().broken_at == 2

    tamper("UPDATE audit_auditentry SET at = 'noon' WHERE sequence = 2")
    assert verify().broken_at == 2


@pytest.mark.django_db
def test_removed_entry_is_found():
    write(3)

    tamper("DELETE FROM audit_auditentry WHERE sequence = 2")

    assert verify().broken_at == 2
    assert verify().reason == "entry 2 is missing"


@pytest.mark.django_db
def test_end_that_was_cut_off_is_found_by_the_head_noted_down():
    write(3)
    noted = find_head()

    tamper("DELETE FROM audit_auditentry WHERE sequence = 3")

    assert verify().is_whole
    assert verify(noted).broken_at == 3


@pytest.mark.django_db
def test_chain_made_anew_is_found_by_the_head_noted_down():
    write(2)

    assert verify(Head(2, find_head().digest)).is_whole
    assert verify(Head(2, "f" * 64)).broken_at == 2


@pytest.mark.django_db
def test_entries_of_one_record_come_oldest_first():
    write(2)
    write(2)

    assert [e.sequence for e in list_entries("evidence.run", "run-1")] == [2, 4]


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain():
    if connection.vendor == "sqlite":
        pytest.skip(
            "in memory there is one connection; test_writers.py tries real files"
        )

    def work():
        try:
            for _ in range(10):
                write()
        finally:
            connection.close()

    writers = [Thread(target=work) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert verify().is_whole
    assert verify().entries == 40
