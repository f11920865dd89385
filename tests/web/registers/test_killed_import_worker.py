"""A worker killed in the middle of an import: it is applied once, and never half."""

import signal
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from factories.programme_factory import NOW
from factories.register_factory import make_circle, make_risk
from factories.worker_program import WAIT_SECONDS, end_programs, wait_until_halted
from placeplan.tables import LoadedFile
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import verify
from placeplan_web.programme.models import Risk
from placeplan_web.programme.registers.risk import RISKS
from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.registers.import_plan import plan_import
from placeplan_web.registers.import_record import Place
from placeplan_web.registers.imports import (
    SILENT,
    confirm_import,
    resume_silent_imports,
    start_import,
)
from placeplan_web.registers.models import ImportState, RegisterImport

ROWS = 60


@pytest.fixture
def circle(shared_database):
    """Give a programme that other programs see as well."""
    return make_circle(name="System transformation")


@pytest.fixture
def start_worker(shared_database, settings, tmp_path):
    """Start worker programs on the records of the test; end them with it."""
    with end_programs(
        "factories.halting_import_worker",
        gate=tmp_path / "gate",
        database=shared_database,
        home=settings.MEDIA_ROOT.parent,
    ) as start:
        yield start


@pytest.fixture
def row(circle):
    """Give a confirmed import of one change and many new risks."""
    make_risk(circle, reference="RSK-01", title="Too few people")
    lines = ["reference,title", "RSK-01,Far too few people"]
    lines += [f",Risk number {number}" for number in range(1, ROWS)]
    file = LoadedFile("risks.csv", "\n".join(lines).encode())
    plan = plan_import(RISKS, circle.programme, file)
    place = Place(PROGRAMME_ROOM, circle.programme, RISKS)
    row = start_import(by=circle.keeper, place=place, file=file, plan=plan, at=NOW)
    assert confirm_import(by=circle.keeper, row=row, at=timezone.now())
    return row


def read(row):
    return RegisterImport.objects.get(pk=row.pk)


def list_titles():
    return list(
        Risk.objects.order_by("reference_order").values_list("title", flat=True)
    )


def count_traces():
    return Risk.history.count(), AuditEntry.objects.filter(
        kind="programme.risk"
    ).count()


def let_it_fall_silent(row):
    """Look for silent imports just before, then just after the time that is waited."""
    last = read(row).heartbeat_at
    assert resume_silent_imports(at=last + SILENT) == 0
    assert resume_silent_imports(at=last + SILENT + timedelta(seconds=1)) == 1


def assert_applied_once(row):
    after = read(row)
    assert (after.state, after.attempt) == (ImportState.FINISHED, 2)
    assert list_titles() == [
        "Far too few people",
        *(f"Risk number {number}" for number in range(1, ROWS)),
    ]
    assert count_traces() == (ROWS + 1, ROWS + 1)  # RSK-01 has two versions
    assert verify().is_whole


@pytest.mark.parametrize("step", ["written", "over"])
def test_import_of_a_killed_worker_is_applied_once_by_another(step, row, start_worker):
    # Given a worker that is killed once every record is written, and nothing is kept
    worker = start_worker(step)
    wait_until_halted(worker)
    worker.send_signal(signal.SIGKILL)
    worker.wait(WAIT_SECONDS)

    # Then nothing of the file is in the register
    assert read(row).state == ImportState.RUNNING
    assert list_titles() == ["Too few people"]
    assert count_traces() == (1, 1)

    # When it is found to be silent, it waits for another worker, which carries it out
    let_it_fall_silent(row)
    assert read(row).state == ImportState.QUEUED
    assert start_worker().wait(WAIT_SECONDS) == 0
    assert_applied_once(row)


def test_worker_that_wakes_from_the_dead_applies_nothing_twice(
    row, start_worker, tmp_path
):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets nobody else in while a transaction stands open")
    # Given a worker that stands still, with every record written and none kept
    sleeper = start_worker("written")
    wait_until_halted(sleeper)
    sleeper.send_signal(signal.SIGSTOP)
    let_it_fall_silent(row)
    assert read(row).state == ImportState.QUEUED

    # When it wakes and goes on: first with what it held, then with what waits
    (tmp_path / "gate").touch()
    sleeper.send_signal(signal.SIGCONT)
    assert sleeper.wait(WAIT_SECONDS) == 0

    # Then what it held is gone, for the attempt was its own no longer
    assert_applied_once(row)


def test_import_beats_while_its_one_transaction_lasts(row, start_worker, tmp_path):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets nobody else write while a transaction stands open")
    worker = start_worker("written")
    wait_until_halted(worker)
    first = read(row).heartbeat_at

    until = time.monotonic() + WAIT_SECONDS
    while read(row).heartbeat_at == first and time.monotonic() < until:
        time.sleep(0.1)

    assert read(row).heartbeat_at > first
    (tmp_path / "gate").touch()
    assert worker.wait(WAIT_SECONDS) == 0
    assert read(row).state == ImportState.FINISHED
