"""A worker writes only while the attempt is its own; silent runs are taken up again."""

from datetime import timedelta

import pytest

from factories.run_factory import (
    NOON,
    add_finished_run,
    add_run,
    add_running_run,
)
from placeplan_web.audit.queries import list_entries
from placeplan_web.evidence.attempts import (
    FORGOTTEN,
    GIVEN_UP,
    MOST_LETTERS,
    SILENT,
    beat,
    begin_attempt,
    fail_attempt,
    finish_attempt,
    stop_attempt,
    take_over_silent_runs,
)
from placeplan_web.evidence.models import Run, RunState
from placeplan_web.evidence.store import media_path, name_attempt_folder

pytestmark = pytest.mark.django_db
LATER = NOON + SILENT + timedelta(seconds=1)
RESULTS = {"folder": "runs/here", "results_sha256": "1" * 64, "seed": "7"}


def read(run):
    return Run.objects.get(pk=run.pk)


def list_verbs(run):
    return [entry.verb for entry in list_entries("run", run.public_id)]


def test_worker_begins_a_waiting_run(example):
    waiting = add_run(example)

    run = begin_attempt(run_id=waiting.pk, at=LATER, version="0.1.0")

    assert run == waiting
    assert (run.state, run.attempt, run.attempts_left) == (RunState.RUNNING, 1, 2)
    assert (run.started_at, run.heartbeat_at) == (LATER, LATER)
    assert list_verbs(run) == ["begin"]


def test_second_worker_gets_nothing(example):
    run = add_run(example)
    begin_attempt(run_id=run.pk, at=NOON, version="0.1.0")

    assert begin_attempt(run_id=run.pk, at=NOON, version="0.1.0") is None
    assert read(run).attempt == 1


@pytest.mark.parametrize("state", ["finished", "none"])
def test_run_that_is_over_or_gone_is_not_begun(state, example):
    run_id = add_finished_run(example).pk if state == "finished" else 0

    assert begin_attempt(run_id=run_id, at=NOON, version="0.1.0") is None


def test_beat_says_where_the_run_stands(example):
    run = add_running_run(example)

    assert beat(run=run, at=LATER, step="working out people", done=1, total=7)

    after = read(run)
    assert after.heartbeat_at == LATER
    assert (after.step, after.steps_done, after.steps_total) == (
        "working out people",
        1,
        7,
    )


def test_beat_between_two_steps_keeps_the_step(example):
    run = add_running_run(example, step="working out people", steps_total=7)

    assert beat(run=run, at=LATER)

    assert read(run).step == "working out people"
    assert read(run).heartbeat_at == LATER


def test_long_name_of_a_step_is_cut(example):
    run = add_running_run(example)

    assert beat(run=run, at=LATER, step="money, " + "x" * 200, total=1)

    assert len(read(run).step) == MOST_LETTERS


def test_beat_of_a_cancelled_run_tells_the_worker_to_stop(example):
    run = add_running_run(example, cancel_requested_at=NOON)

    assert not beat(run=run, at=LATER)

    assert read(run).heartbeat_at == NOON


@pytest.mark.parametrize(
    ("end", "fields", "state"),
    [
        (finish_attempt, RESULTS, RunState.FINISHED),
        (fail_attempt, {"reason": "It cannot be."}, RunState.FAILED),
        (stop_attempt, {}, RunState.CANCELLED),
    ],
)
def test_attempt_ends_with_its_audit_row(end, fields, state, example):
    run = add_running_run(example)

    assert end(run=run, at=LATER, **fields)

    after = read(run)
    assert (after.state, after.ended_at, after.heartbeat_at) == (state, LATER, None)
    assert list_verbs(run) == [str(state)]
    assert not end(run=run, at=LATER, **fields)  # once is enough
    assert list_verbs(run) == [str(state)]


@pytest.mark.parametrize("end", [finish_attempt, fail_attempt, stop_attempt])
def test_end_without_its_audit_row_is_no_end(end, example, monkeypatch):
    run = add_running_run(example)
    monkeypatch.setattr("placeplan_web.evidence.attempts.record", _break)
    fields = {finish_attempt: RESULTS, fail_attempt: {"reason": "No."}}.get(end, {})

    with pytest.raises(RuntimeError):
        end(run=run, at=LATER, **fields)

    assert read(run).state == RunState.RUNNING
    assert read(run).folder == ""
    assert list_verbs(run) == []


def _break(**_):
    raise RuntimeError("The audit cannot be written.")


def test_silent_run_goes_back_into_the_queue(example):
    run = add_running_run(example, step="people", steps_done=1, steps_total=3)

    assert take_over_silent_runs(at=LATER) == [run.pk]

    after = read(run)
    assert (after.state, after.attempt, after.steps_done) == (RunState.QUEUED, 1, 0)
    assert after.heartbeat_at == LATER
    assert list_verbs(run) == ["take-over"]


def test_run_that_beats_is_left_alone(example):
    run = add_running_run(example, heartbeat_at=LATER - SILENT)

    assert take_over_silent_runs(at=LATER) == []
    assert read(run).state == RunState.RUNNING


def test_run_that_waits_is_put_into_the_queue_again_only_after_long(example):
    run = add_run(example)

    assert take_over_silent_runs(at=NOON + FORGOTTEN) == []
    again = NOON + FORGOTTEN + timedelta(seconds=1)
    assert take_over_silent_runs(at=again) == [run.pk]
    assert read(run).state == RunState.QUEUED
    assert list_verbs(run) == []


def test_silent_run_that_was_cancelled_ends(example):
    run = add_running_run(example, cancel_requested_at=NOON)

    assert take_over_silent_runs(at=LATER) == []
    assert read(run).state == RunState.CANCELLED


def test_run_whose_worker_died_three_times_is_given_up(
    example, django_capture_on_commit_callbacks
):
    run = add_running_run(example, attempt=3, attempts_left=0)
    half_written = media_path(name_attempt_folder(run))
    half_written.mkdir(parents=True)

    with django_capture_on_commit_callbacks(execute=True):
        assert take_over_silent_runs(at=LATER) == []

    after = read(run)
    assert (after.state, after.reason) == (RunState.FAILED, GIVEN_UP)
    assert not half_written.exists()


def test_three_attempts_are_made_and_no_fourth(example):
    run = add_run(example)
    at = NOON
    for attempt in (1, 2, 3):
        assert begin_attempt(run_id=run.pk, at=at, version="0.1.0").attempt == attempt
        at += SILENT + timedelta(seconds=1)
        take_over_silent_runs(at=at)

    assert read(run).state == RunState.FAILED
    assert begin_attempt(run_id=run.pk, at=at, version="0.1.0") is None


@pytest.fixture(params=["queued again", "begun again", "finished", "given up"])
def zombie(request, example):
    """Give the first attempt of a run that has gone on without it."""
    left = 0 if request.param == "given up" else 2
    first = add_running_run(example, attempts_left=left)
    take_over_silent_runs(at=LATER)
    if request.param in {"begun again", "finished"}:
        second = begin_attempt(run_id=first.pk, at=LATER, version="0.1.0")
        if request.param == "finished":
            finish_attempt(run=second, at=LATER, **RESULTS)
    return first


def test_attempt_given_up_for_dead_changes_nothing_when_it_wakes(zombie):
    before = Run.objects.filter(pk=zombie.pk).values().get()
    verbs = list_verbs(zombie)
    wakes = LATER + timedelta(hours=1)

    assert not beat(run=zombie, at=wakes, step="people", done=1, total=3)
    theirs = RESULTS | {"folder": "runs/theirs"}
    assert not finish_attempt(run=zombie, at=wakes, **theirs)
    assert not fail_attempt(run=zombie, at=wakes, reason="I died.")
    assert not stop_attempt(run=zombie, at=wakes)

    assert Run.objects.filter(pk=zombie.pk).values().get() == before
    assert list_verbs(zombie) == verbs
