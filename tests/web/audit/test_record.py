"""An audit entry is written with the change that it tells of, or neither is."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from placeplan_web.accounts.models import User
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.operations import AuditError, record

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
INSERT = (
    "INSERT INTO audit_auditentry SELECT {}, at, by, verb, kind, identifier,"
    " changes, previous, 'f' FROM audit_auditentry WHERE sequence = 2"
)
REPLACE = (
    "INSERT OR REPLACE INTO audit_auditentry SELECT {}, at, by, 'read', kind,"
    " identifier, changes, previous, digest FROM audit_auditentry"
)
RUN = UUID("6f9b1c1e-0000-4000-8000-000000000001")


def write(**changed):
    entry = {
        "by": RUN,
        "verb": "release",
        "kind": "evidence.run",
        "identifier": RUN,
        "changes": {"state": ["private", "released"]},
        "at": NOON,
    }
    with transaction.atomic():
        return record(**{**entry, **changed})


@pytest.mark.django_db
def test_entry_says_who_did_what_to_which_record():
    write()

    entry = AuditEntry.objects.get()
    assert (entry.by, entry.verb, entry.kind) == (str(RUN), "release", "evidence.run")
    assert entry.identifier == str(RUN)
    assert entry.read_changes() == {"state": ["private", "released"]}
    assert entry.at == NOON


@pytest.mark.django_db(transaction=True)
def test_entry_outside_a_transaction_is_refused():
    with pytest.raises(AuditError, match="inside"):
        record(by="demo", verb="x", kind="x", identifier="x", changes={}, at=NOON)
    assert AuditEntry.objects.count() == 0


@pytest.mark.django_db
def test_entry_without_a_time_zone_is_refused():
    with pytest.raises(AuditError, match="time zone"):
        write(at=datetime(2019, 7, 12))  # noqa: DTZ001 - the fault under test


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"note": "spoke to the chair"},
        {"holders": ["km-stp", "A Person"]},
        {"a name": 1},
        {"note": object()},
    ],
)
def test_words_that_somebody_typed_are_refused(changes):
    with pytest.raises(AuditError):
        write(changes=changes)
    assert AuditEntry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_rollback_leaves_neither_record_nor_entry():
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - one story
        user = User.objects.create_user("analyst")
        record(
            by="demo",
            verb="add",
            kind="accounts.user",
            identifier=user.public_id,
            changes={},
            at=NOON,
        )
        raise RuntimeError("the change failed after all")

    assert User.objects.count() == 0
    assert AuditEntry.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditentry SET verb = 'read' WHERE sequence = 1",
        "DELETE FROM audit_auditentry WHERE sequence = 2",
        INSERT.format(1),
        INSERT.format(4),
    ],
)
def test_database_refuses_to_change_what_was_written(statement):
    write()
    write(verb="withdraw")
    before = list(AuditEntry.objects.values())

    with (
        pytest.raises(DatabaseError, match="audit entries are"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert list(AuditEntry.objects.values()) == before


@pytest.mark.django_db
@pytest.mark.parametrize("sequence", ["sequence", "sequence + 1"])
def test_database_refuses_a_replacing_insert(sequence):
    if connection.vendor != "sqlite":
        pytest.skip("the other database has no replacing insert")
    write()

    with (
        pytest.raises(DatabaseError, match="at the end"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(REPLACE.format(sequence))

    assert AuditEntry.objects.get().verb == "release"


@pytest.mark.django_db
def test_database_refuses_to_empty_the_table():
    write()
    empty = {
        "sqlite": "DELETE FROM audit_auditentry",
        "postgresql": "TRUNCATE audit_auditentry",
    }

    with (
        pytest.raises(DatabaseError, match="never"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(empty[connection.vendor])

    assert AuditEntry.objects.count() == 1
