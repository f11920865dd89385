"""The work of a run ends in whole results, or in words and no results at all."""

import json
import time
from itertools import pairwise

import pytest
from django.utils import timezone

from factories.plan_folder import MANIFEST, make_tables, write_plan_folder
from factories.run_factory import (
    add_dataset,
    add_finished_run,
    add_run,
    find_tiny_folder,
    make_folders,
)
from placeplan import __version__
from placeplan.plan import Plan, Results
from placeplan_web.evidence import heartbeat, tasks
from placeplan_web.evidence.heartbeat import RunHeartbeat
from placeplan_web.evidence.models import Run, RunState
from placeplan_web.evidence.store import media_path, name_run_folder, results_path
from placeplan_web.evidence.tasks import LEAST_DRAWS, OUR_FAULT, carry_out_run
from placeplan_web.registers import heartbeat as registers_heartbeat

pytestmark = pytest.mark.usefixtures("shared_database")


def carry_out(run):
    """Do what a worker does with a waiting run; give the record after it."""
    carry_out_run.func(run.pk)
    return Run.objects.get(pk=run.pk)


def list_written(run):
    return sorted(path.name for path in media_path(name_run_folder(run)).glob("*"))


def test_run_finishes_with_the_results_of_the_library(example):
    run = carry_out(add_run(example))

    _, plan, record = make_folders()
    assert (run.state, run.attempt, run.version) == ("finished", 1, __version__)
    assert run.results_sha256 == record.results_sha256
    assert run.seed == str(plan.manifest.seed)
    found = Results.from_folder(results_path(run))
    assert found.table.equals(plan.run(draws=LEAST_DRAWS).table)
    assert found.record.draws == LEAST_DRAWS
    assert list_written(run) == ["1"]


def test_plan_that_asks_for_more_draws_gets_them(owner, settings):
    manifest = MANIFEST + "draws: 160\n"
    write_plan_folder(settings.MEDIA_ROOT / "datasets/more", manifest=manifest)
    dataset = add_dataset(folder="datasets/more", owner=owner)

    run = carry_out(add_run(dataset))

    assert Results.from_folder(results_path(run)).record.draws == 160


def test_record_of_the_run_has_its_times(example):
    run = carry_out(add_run(example))

    record = json.loads((results_path(run) / "run.json").read_text())
    assert record["started_at"] < record["finished_at"]
    assert [step["step"] for step in record["steps"]][-1] == "report"


def test_progress_is_one_row_of_steps(example, monkeypatch):
    told = []
    monkeypatch.setattr(RunHeartbeat, "tell", lambda _, *step: told.append(step))

    carry_out(add_run(example))

    names, done, totals = zip(*told, strict=True)
    assert names[0] == "reading the plan folder"
    assert names[-2:] == ("writing the report", "keeping the results")
    assert "working out people" in names
    assert all(before <= after for before, after in pairwise(done))
    assert len(set(totals[1:])) == 1
    assert done[-1] == totals[-1]
    assert set(names) & {"finished"} == set()


def test_run_that_another_worker_has_is_left_alone(example):
    run = add_run(example)
    tasks.begin_attempt(run_id=run.pk, at=timezone.now(), version="0.1.0")

    assert carry_out(run).state == RunState.RUNNING
    assert list_written(run) == []


def test_run_that_is_over_keeps_its_results(example):
    run = add_finished_run(example)

    assert carry_out(run).folder == run.folder
    assert (results_path(run) / "results.csv").is_file()


def test_what_a_killed_attempt_left_behind_is_cleared_away(example):
    run = add_run(example, attempt=1, attempts_left=2)
    half_written = media_path(name_run_folder(run)) / ".1.partial"
    half_written.mkdir(parents=True)
    (half_written / "results.csv").write_text("half")

    run = carry_out(run)

    assert run.folder == f"{name_run_folder(run)}/2"
    assert list_written(run) == ["2"]


def test_fault_of_the_plan_is_told_in_its_words(owner, settings):
    tables = make_tables()
    tables["beds"][0]["provider"] = "nobody"
    write_plan_folder(settings.MEDIA_ROOT / "datasets/broken", tables=tables)
    dataset = add_dataset(owner=owner, folder="datasets/broken")

    run = carry_out(add_run(dataset))

    assert run.state == RunState.FAILED
    assert "capacity/beds.csv" in run.reason
    assert "nobody" in run.reason
    assert list_written(run) == []


def test_fault_of_ours_is_owned_and_tells_no_secret(example, monkeypatch):
    def stumble(*_, **__):
        raise ZeroDivisionError("secret words")

    monkeypatch.setattr(Results, "write", stumble)

    run = carry_out(add_run(example))

    assert (run.state, run.reason) == (RunState.FAILED, OUR_FAULT)
    assert list_written(run) == []


def test_cancelled_run_stops_at_its_next_step(example, monkeypatch):
    run = add_run(example)
    told = _cancel_at(monkeypatch, "writing the results table")

    run = carry_out(run)

    assert (run.state, run.folder) == (RunState.CANCELLED, "")
    assert told[-1] == "writing the results table"
    assert list_written(run) == []


def _cancel_at(monkeypatch, step):
    """Let the owner cancel just before a step; give the steps that were told."""
    told, tell = [], RunHeartbeat.tell

    def cancel_then_tell(self, name, done, total):
        told.append(name)
        if name == step:
            Run.objects.update(cancel_requested_at=timezone.now())
        tell(self, name, done, total)

    monkeypatch.setattr(RunHeartbeat, "tell", cancel_then_tell)
    return told


def test_run_taken_over_meanwhile_keeps_nothing_of_the_old_attempt(
    example, monkeypatch
):
    run = add_run(example)
    write = Results.write

    def write_late(self, out, **how):
        record = write(self, out, **how)
        Run.objects.update(attempt=2)  # another worker has begun
        return record

    monkeypatch.setattr(Results, "write", write_late)

    run = carry_out(run)

    assert (run.state, run.attempt, run.folder) == (RunState.RUNNING, 2, "")
    assert list_written(run) == []


def test_heart_beats_through_a_long_step(example, monkeypatch):
    monkeypatch.setattr(registers_heartbeat, "INTERVAL_SECONDS", 0.02)
    beats = []

    def work_long(folder):
        _wait_for_beats(beats)
        return Plan(*_read(folder))

    plan = Plan.from_folder(find_tiny_folder())

    def _read(_):
        return plan.manifest, plan.sources, plan.tables, plan.hashes

    def note_beat(**told):
        beats.append(told["step"])
        return beat(**told)

    beat = heartbeat.beat
    monkeypatch.setattr(heartbeat, "beat", note_beat)
    monkeypatch.setattr(Plan, "from_folder", work_long)

    assert carry_out(add_run(example)).state == RunState.FINISHED
    assert beats[:3] == ["reading the plan folder"] * 3


def _wait_for_beats(beats):
    """Wait until the thread has beaten twice after the step was told."""
    patience = time.monotonic() + 10
    while len(beats) < 3 and time.monotonic() < patience:
        time.sleep(0.01)
