"""A heart that beats beside the work, and tells it when to stop."""

import time
from contextlib import contextmanager

import pytest
from django.db import DatabaseError

from factories.run_factory import add_running_run
from placeplan.errors import RunCancelledError
from placeplan_web.evidence import heartbeat
from placeplan_web.evidence.heartbeat import RunHeartbeat
from placeplan_web.evidence.models import Run
from placeplan_web.registers import heartbeat as registers_heartbeat

PATIENCE_SECONDS = 10


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(registers_heartbeat, "INTERVAL_SECONDS", 0.01)


@contextmanager
def within_patience():
    """Give a question: whether there is still time to wait."""
    ends = time.monotonic() + PATIENCE_SECONDS

    def has_time():
        time.sleep(0.01)
        return time.monotonic() < ends

    yield has_time


@pytest.mark.usefixtures("shared_database")
def test_work_that_was_cancelled_between_two_steps_stops_at_the_next(example):
    run = add_running_run(example)
    with RunHeartbeat(run) as heart, within_patience() as has_time:
        heart.tell("working out people", 0, 3)
        Run.objects.update(cancel_requested_at=run.started_at)
        while not heart._refused.is_set() and has_time():
            pass
        with pytest.raises(RunCancelledError):
            heart.tell("working out demand", 1, 3)

    assert Run.objects.get().step == "working out people"


def test_database_that_is_away_for_a_moment_stops_nothing(monkeypatch, caplog):
    beats = []

    def beat(**_):
        beats.append(1)
        if len(beats) == 1:
            raise DatabaseError("The database is locked.")
        return True

    monkeypatch.setattr(heartbeat, "beat", beat)

    with RunHeartbeat(Run()) as heart, within_patience() as has_time:
        while len(beats) < 3 and has_time():
            pass
        heart.tell("working out people", 0, 3)

    assert "A heartbeat was missed" in caplog.text
