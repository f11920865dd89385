"""A worker that is really killed: the run goes on, and nothing half done is shown."""

import signal
from datetime import timedelta

import pytest

from factories.run_factory import add_dataset, make_folders
from factories.worker_program import WAIT_SECONDS, end_programs, wait_until_halted
from placeplan.plan import Results
from placeplan_web.audit.queries import list_entries, verify
from placeplan_web.evidence.attempts import SILENT
from placeplan_web.evidence.models import Run, RunState
from placeplan_web.evidence.operations import resume_silent_runs, start_run
from placeplan_web.evidence.store import media_path, name_run_folder, results_path
from placeplan_web.evidence.tasks import LEAST_DRAWS


@pytest.fixture
def start_worker(shared_database, settings, tmp_path):
    """Start worker programs on the records of the test; end them with it."""
    with end_programs(
        "factories.halting_worker",
        gate=tmp_path / "gate",
        database=shared_database,
        home=settings.MEDIA_ROOT.parent,
    ) as start:
        yield start


@pytest.fixture
def run(shared_database, owner):
    """Give a run of the owner's plan folder that waits for a worker."""
    dataset = add_dataset(owner=owner)
    return start_run(by=owner, dataset=dataset, at=dataset.added_at)


def read(run):
    return Run.objects.get(pk=run.pk)


def list_written(run):
    return sorted(path.name for path in media_path(name_run_folder(run)).glob("*"))


def list_verbs(run):
    return [entry.verb for entry in list_entries("run", run.public_id)]


def assert_shows_nothing(client, run, owner):
    """Check that no page gives out a result of the run."""
    client.force_login(owner)
    page = client.get(f"/evidence/runs/{run.public_id}/").content.decode()
    assert "What came out" not in page
    for address in (
        f"/people/?run={run.public_id}",
        f"/evidence/runs/{run.public_id}/files/results.csv",
        f"/evidence/runs/{run.public_id}/money/bridge.svg",
        f"/evidence/runs/{run.public_id}/money/bridge.csv",
    ):
        assert client.get(address).status_code == 404
    assert Run.objects.exclude(folder="").exclude(state="finished").count() == 0


def let_it_fall_silent(run):
    """Look for silent runs just before, then just after the time that is waited."""
    last = read(run).heartbeat_at
    assert resume_silent_runs(at=last + SILENT) == 0
    assert resume_silent_runs(at=last + SILENT + timedelta(seconds=1)) == 1


def assert_finished_as_the_library_says(run):
    after = read(run)
    _, plan, record = make_folders()
    assert (after.state, after.attempt) == (RunState.FINISHED, 2)
    assert after.results_sha256 == record.results_sha256
    assert list_written(run) == ["2"]
    found = Results.from_folder(results_path(after))
    assert found.table.equals(plan.run(draws=LEAST_DRAWS).table)
    assert verify().is_whole


@pytest.mark.parametrize("step", ["writing the report", "the record"])
def test_run_of_a_killed_worker_is_finished_by_another(
    step, run, start_worker, client, owner
):
    # Given a worker that is killed in the middle of a run
    worker = start_worker(step)
    wait_until_halted(worker)
    assert list_written(run) != []  # half of the files, or all of them, are there
    worker.send_signal(signal.SIGKILL)
    worker.wait(WAIT_SECONDS)

    # Then nothing of the run is shown as finished
    assert (read(run).state, read(run).folder) == (RunState.RUNNING, "")
    assert_shows_nothing(client, run, owner)

    # When it is found to be silent, it waits for another worker
    let_it_fall_silent(run)
    assert read(run).state == RunState.QUEUED
    assert_shows_nothing(client, run, owner)

    # Then the next worker finishes it, and sweeps away what the first one left
    assert start_worker().wait(WAIT_SECONDS) == 0
    assert_finished_as_the_library_says(run)
    assert list_verbs(run) == ["start", "begin", "take-over", "begin", "finished"]


def test_worker_that_wakes_from_the_dead_changes_nothing(run, start_worker, tmp_path):
    # Given a worker that stands still for so long that another one did its work
    sleeper = start_worker("the record")
    wait_until_halted(sleeper)
    sleeper.send_signal(signal.SIGSTOP)
    let_it_fall_silent(run)
    assert start_worker().wait(WAIT_SECONDS) == 0
    assert_finished_as_the_library_says(run)
    before = Run.objects.filter(pk=run.pk).values().get()
    verbs = list_verbs(run)

    # When it wakes and goes on
    (tmp_path / "gate").touch()
    sleeper.send_signal(signal.SIGCONT)
    assert sleeper.wait(WAIT_SECONDS) == 0

    # Then the record and the results are as they were
    assert Run.objects.filter(pk=run.pk).values().get() == before
    assert list_verbs(run) == verbs
    assert_finished_as_the_library_says(run)
