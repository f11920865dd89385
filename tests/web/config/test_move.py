"""Somebody who began on SQLite moves to PostgreSQL by a backup and a restore."""

import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

MAIN = "from placeplan.cli import main; main()"


@pytest.fixture
def empty_database(db, django_db_blocker):
    """Give the address of a new database on the server of these tests."""
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL is not running; the other round of tests has it")
    import psycopg

    name = f"moved_{os.getpid()}"
    address = urlsplit(os.environ["PLACEPLAN_DATABASE_URL"])
    with psycopg.connect(urlunsplit(address), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(address._replace(path=f"/{name}"))
        server.execute(f"DROP DATABASE {name}")


def call(*words, home, url=""):
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        env={**os.environ, "PLACEPLAN_HOME": str(home), "PLACEPLAN_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_backup_of_sqlite_restores_into_postgresql(empty_database, tmp_path):
    old, new, file = tmp_path / "old", tmp_path / "new", tmp_path / "all.tar.gz"
    prepare = (
        "from placeplan_web.config.start import begin, prepare; begin(); prepare()"
    )
    subprocess.run(
        [sys.executable, "-c", prepare],
        env={**os.environ, "PLACEPLAN_HOME": str(old), "PLACEPLAN_DATABASE_URL": ""},
        check=True,
    )
    call("user", "add", "secretary", "--organisation", "km-stp", home=old)
    (old / "media").mkdir()
    (old / "media" / "results.csv").write_text("year,value\n")
    head = call("audit", "head", home=old)
    call("backup", str(file), home=old)

    told = call("restore", str(file), home=new, url=empty_database)

    assert told.startswith("Restored and compared: ")
    assert call("audit", "head", home=new, url=empty_database) == head
    assert (new / "media" / "results.csv").read_text() == "year,value\n"
    call("user", "password", "secretary", home=new, url=empty_database)
    verdict = call("audit", "verify", home=new, url=empty_database)
    assert verdict.startswith("The audit is whole: 2 entries, ")
