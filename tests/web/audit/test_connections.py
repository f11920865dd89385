"""Entries stay as written whoever asks: the ORM, plain SQL, a connection of its own."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.operations import record
from placeplan_web.audit.queries import verify

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
CHANGES = (
    "UPDATE audit_auditentry SET verb = 'read'",
    "DELETE FROM audit_auditentry",
)
WRITE = """
import django
django.setup()
from django.db import transaction
from django.utils import timezone
from placeplan_web.audit.operations import record
with transaction.atomic():
    record(by="demo", verb="add", kind="x", identifier="x", changes={},
           at=timezone.now())
"""


def write():
    with transaction.atomic():
        record(by="demo", verb="add", kind="x", identifier="x", changes={}, at=NOON)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        lambda: AuditEntry.objects.update(verb="read"),
        lambda: AuditEntry.objects.all().delete(),
        lambda: AuditEntry.objects.get().delete(),
        lambda: AuditEntry(**{**AuditEntry.objects.values().get(), "by": "x"}).save(),
        lambda: AuditEntry.objects.bulk_update(AuditEntry.objects.all(), ["verb"]),
    ],
)
def test_orm_is_refused(change):
    write()

    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        change()

    assert verify().is_whole
    assert AuditEntry.objects.get().verb == "add"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", [*CHANGES, "TRUNCATE audit_auditentry"])
def test_connection_of_its_own_is_refused_on_postgresql(change):
    if connection.vendor != "postgresql":
        pytest.skip("the test below asks the other database")
    write()
    wanted = connection.get_connection_params()
    names = ("host", "port", "user", "dbname", "password")
    own = psycopg.connect(**{name: wanted[name] for name in names if name in wanted})

    with own, pytest.raises(psycopg.DatabaseError, match="never changed or removed"):
        own.execute(change)
    own.close()

    assert verify().is_whole
    assert AuditEntry.objects.count() == 1


def test_connection_of_its_own_is_refused_on_sqlite(tmp_path):
    environment = {
        "DJANGO_SETTINGS_MODULE": "placeplan_web.config.settings",
        "PLACEPLAN_HOME": str(tmp_path),
    }
    for words in (("-m", "django", "migrate", "audit", "-v0"), ("-c", WRITE)):
        subprocess.run([sys.executable, *words], env=environment, check=True)
    own = sqlite3.connect(tmp_path / "placeplan.sqlite3")

    for change in CHANGES:
        with pytest.raises(sqlite3.DatabaseError, match="audit entries are never"):
            own.execute(change)

    (verbs,) = own.execute("SELECT verb FROM audit_auditentry").fetchall()
    own.close()
    assert verbs == ("add",)
