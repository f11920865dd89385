"""Each write is whole, with its audit row, or it is not there at all."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from factories.account_factory import UserFactory
from factories.run_factory import (
    NOON,
    add_dataset,
    add_failed_run,
    add_finished_run,
    add_released_run,
    add_run,
    add_running_run,
    find_tiny_folder,
    zip_folder,
)
from placeplan.errors import InputError
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence import operations
from placeplan_web.evidence.models import MOST_ATTEMPTS, Dataset, Run, RunState
from placeplan_web.evidence.operations import (
    MOST_DATASETS,
    MOST_RUNS_A_DAY,
    RefusedError,
    add_example,
    cancel_run,
    release_run,
    resume_silent_runs,
    retry_run,
    start_run,
    withdraw_dataset,
)
from placeplan_web.evidence.store import dataset_path, media_path

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)
CANCELLED = {"state": RunState.CANCELLED, "heartbeat_at": None, "ended_at": NOON}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "tiny.zip"
    return zip_folder(find_tiny_folder(), path)


def read_audit():
    return list(
        AuditEntry.objects.values_list("by", "verb", "kind", "identifier", "at")
    )


def count_tasks():
    return DBTaskResult.objects.count()


def list_media():
    """List what lies among the media, down to the folders of plans and runs."""
    return sorted(path.name for path in media_path("").glob("*/*"))


def say_audit(user, verb, kind, record, at=LATER):
    by = str(user.public_id) if user else "system"
    return [(by, verb, kind, str(record.public_id), at)]


# Plan folders


def test_plan_folder_is_stored_with_who_added_it(owner, archive):
    dataset = operations.add_dataset(by=owner, archive=archive, at=LATER)

    assert (dataset.plan, dataset.title) == ("tiny", "A tiny plan")
    assert (dataset.owner, dataset.organisation) == (owner, "km-stp")
    assert (dataset.is_example, dataset.added_at) == (False, LATER)
    assert (dataset_path(dataset) / "plan.yaml").is_file()
    assert read_audit() == say_audit(owner, "add", "dataset", dataset)


def test_plan_folder_whose_audit_row_fails_leaves_nothing(owner, archive, monkeypatch):
    monkeypatch.setattr(operations, "record", _break)

    with pytest.raises(RuntimeError):
        operations.add_dataset(by=owner, archive=archive, at=LATER)

    assert Dataset.objects.count() == 0
    assert read_audit() == []
    assert list_media() == []


def _break(*_, **__):
    raise RuntimeError("It cannot be written.")


def test_archive_of_something_else_leaves_nothing(owner, tmp_path):
    (tmp_path / "letter").mkdir()
    (tmp_path / "letter/dear.txt").write_text("Dear all,")
    other = zip_folder(tmp_path / "letter", tmp_path / "letter.zip")

    with pytest.raises(InputError):
        operations.add_dataset(by=owner, archive=other, at=LATER)

    assert Dataset.objects.count() == 0
    assert read_audit() == []
    assert list_media() == []


def test_user_stores_so_many_plan_folders_and_no_more(owner, archive):
    withdrawn = {"withdrawn_at": NOON, "withdrawn_reason": "It is old."}
    for _ in range(MOST_DATASETS):
        add_dataset(owner=owner)
    add_dataset(owner=owner, **withdrawn)

    with pytest.raises(RefusedError, match="as many as one may"):
        operations.add_dataset(by=owner, archive=archive, at=LATER)

    first = Dataset.objects.filter(withdrawn_at__isnull=True).first()
    withdraw_dataset(by=owner, dataset=first, reason="It is old.", at=LATER)
    assert operations.add_dataset(by=owner, archive=archive, at=LATER).pk


def test_example_is_a_copy_that_belongs_to_nobody():
    folder = find_tiny_folder()

    example = add_example(by=None, folder=folder, at=LATER)

    assert (example.owner, example.is_example) == (None, True)
    assert dataset_path(example) != folder
    assert read_audit() == say_audit(None, "add", "dataset", example)


def test_plan_folder_is_withdrawn_with_a_reason(owner):
    dataset = add_dataset(owner=owner)

    withdraw_dataset(by=owner, dataset=dataset, reason="It is old.", at=LATER)

    dataset.refresh_from_db()
    assert (dataset.withdrawn_at, dataset.withdrawn_reason) == (LATER, "It is old.")
    assert read_audit() == say_audit(owner, "withdraw", "dataset", dataset)
    assert "It is old." not in str(AuditEntry.objects.values())


def test_plan_folder_is_withdrawn_once(owner):
    dataset = add_dataset(owner=owner)
    withdraw_dataset(by=owner, dataset=dataset, reason="It is old.", at=NOON)

    with pytest.raises(RefusedError, match="withdrawn already"):
        withdraw_dataset(by=owner, dataset=dataset, reason="Again.", at=LATER)

    dataset.refresh_from_db()
    assert dataset.withdrawn_reason == "It is old."
    assert len(read_audit()) == 1


# Runs


def test_run_is_started_for_a_worker(example, owner):
    run = start_run(by=owner, dataset=example, at=LATER)

    assert (run.state, run.owner, run.organisation) == ("queued", owner, "km-stp")
    assert (run.requested_at, run.times_asked) == (LATER, 1)
    assert read_audit() == say_audit(owner, "start", "run", run)
    assert count_tasks() == 1


def test_run_that_waits_for_no_worker_is_not_in_the_queue(example):
    run = start_run(by=None, dataset=example, at=LATER, waits_for_worker=False)

    assert (run.state, run.owner) == ("queued", None)
    assert count_tasks() == 0


@pytest.mark.parametrize("broken", ["record", "_enqueue"])
def test_run_that_cannot_be_noted_or_queued_is_not_started(
    broken, example, owner, monkeypatch
):
    monkeypatch.setattr(operations, broken, _break)

    with pytest.raises(RuntimeError):
        start_run(by=owner, dataset=example, at=LATER)

    assert Run.objects.count() == 0
    assert read_audit() == []
    assert count_tasks() == 0


def test_withdrawn_plan_folder_is_not_run(owner):
    withdrawn = {"withdrawn_at": NOON, "withdrawn_reason": "It is old."}
    dataset = add_dataset(owner=owner, **withdrawn)

    with pytest.raises(RefusedError, match="withdrawn"):
        start_run(by=owner, dataset=dataset, at=LATER)


@pytest.mark.parametrize("add", [add_run, add_running_run])
def test_user_has_one_run_at_a_time(add, example, owner):
    add(example, owner=owner)

    with pytest.raises(RefusedError, match="one at a time"):
        start_run(by=owner, dataset=example, at=LATER)

    assert Run.objects.count() == 1
    assert read_audit() == []


def test_second_run_asked_for_at_the_same_moment_is_refused_by_the_database(
    example, owner, monkeypatch
):
    add_run(example, owner=owner)
    monkeypatch.setattr(operations, "find_run_under_way", lambda _: None)

    with pytest.raises(RefusedError, match="one at a time"):
        start_run(by=owner, dataset=example, at=LATER)

    assert Run.objects.count() == 1
    assert read_audit() == []
    assert count_tasks() == 0


def test_user_starts_so_many_runs_a_day_and_no_more(example, owner):
    for _ in range(MOST_RUNS_A_DAY - 1):
        add_finished_run(example, owner=owner)
    last = start_run(by=owner, dataset=example, at=LATER)
    cancel_run(by=owner, run=last, at=LATER)

    with pytest.raises(RefusedError, match="as many as one may"):
        start_run(by=owner, dataset=example, at=LATER)
    with pytest.raises(RefusedError, match="as many as one may"):
        retry_run(by=owner, run=last, at=LATER)

    assert start_run(by=UserFactory(), dataset=example, at=LATER).pk
    next_day = NOON + timedelta(days=1, seconds=1)
    assert start_run(by=owner, dataset=example, at=next_day).pk


def test_run_asked_for_again_counts_again(example, owner):
    add_failed_run(example, owner=owner, times_asked=MOST_RUNS_A_DAY)

    with pytest.raises(RefusedError, match="as many as one may"):
        start_run(by=owner, dataset=example, at=LATER)


def test_waiting_run_is_cancelled_at_once(example, owner):
    run = add_run(example, owner=owner)

    cancel_run(by=owner, run=run, at=LATER)

    run.refresh_from_db()
    assert (run.state, run.ended_at) == (RunState.CANCELLED, LATER)
    assert read_audit() == say_audit(owner, "cancel", "run", run)


def test_running_run_is_asked_to_stop(example, owner):
    run = add_running_run(example, owner=owner)

    cancel_run(by=owner, run=run, at=LATER)

    run.refresh_from_db()
    assert (run.state, run.cancel_requested_at) == (RunState.RUNNING, LATER)
    with pytest.raises(RefusedError, match="nothing to cancel"):
        cancel_run(by=owner, run=run, at=LATER)
    assert read_audit() == say_audit(owner, "cancel", "run", run)


@pytest.mark.parametrize("add", [add_finished_run, add_failed_run])
def test_run_that_is_over_is_not_cancelled(add, example, owner):
    run = add(example, owner=owner)

    with pytest.raises(RefusedError, match="nothing to cancel"):
        cancel_run(by=owner, run=run, at=LATER)

    assert read_audit() == []


def test_failed_run_is_tried_again_from_the_start(example, owner):
    run = add_failed_run(
        example, owner=owner, attempt=3, attempts_left=0, steps_done=2, steps_total=7
    )

    retry_run(by=owner, run=run, at=LATER)

    run.refresh_from_db()
    assert (run.state, run.reason, run.ended_at) == (RunState.QUEUED, "", None)
    assert (run.requested_at, run.times_asked) == (LATER, 2)
    assert (run.attempt, run.attempts_left) == (3, MOST_ATTEMPTS)
    assert (run.step, run.steps_done) == ("", 0)
    assert read_audit() == say_audit(owner, "retry", "run", run)
    assert count_tasks() == 1


def test_cancelled_run_is_tried_again(example, owner):
    run = add_run(example, owner=owner, **CANCELLED)

    retry_run(by=owner, run=run, at=LATER)

    run.refresh_from_db()
    assert (run.state, run.cancel_requested_at) == (RunState.QUEUED, None)


@pytest.mark.parametrize("add", [add_finished_run, add_released_run])
def test_finished_run_is_not_tried_again(add, example, owner):
    run = add(example, owner=owner)

    with pytest.raises(RefusedError, match="failed or cancelled"):
        retry_run(by=owner, run=run, at=LATER)

    assert Run.objects.get(pk=run.pk).is_finished
    assert read_audit() == []
    assert count_tasks() == 0


def test_run_is_not_tried_again_beside_another(example, owner):
    failed = add_failed_run(example, owner=owner)
    add_run(example, owner=owner)

    with pytest.raises(RefusedError, match="one at a time"):
        retry_run(by=owner, run=failed, at=LATER)


def test_two_runs_tried_again_at_the_same_moment_are_one(example, owner, monkeypatch):
    failed = add_failed_run(example, owner=owner)
    add_run(example, owner=owner)
    monkeypatch.setattr(operations, "find_run_under_way", lambda _: None)

    with pytest.raises(RefusedError, match="one at a time"):
        retry_run(by=owner, run=failed, at=LATER)

    assert Run.objects.get(pk=failed.pk).state == RunState.FAILED
    assert count_tasks() == 0


def test_run_of_a_withdrawn_plan_folder_is_not_tried_again(owner):
    dataset = add_dataset(owner=owner)
    run = add_failed_run(dataset)
    withdraw_dataset(by=owner, dataset=dataset, reason="It is old.", at=NOON)
    run.dataset.refresh_from_db()

    with pytest.raises(RefusedError, match="withdrawn"):
        retry_run(by=owner, run=run, at=LATER)


def test_finished_run_is_released_once(example, owner):
    run = add_finished_run(example, owner=owner)

    release_run(by=owner, run=run, at=LATER)

    run.refresh_from_db()
    assert run.released_at == LATER
    with pytest.raises(RefusedError, match="not yet open"):
        release_run(by=owner, run=run, at=LATER + timedelta(hours=1))
    assert read_audit() == say_audit(owner, "release", "run", run)


@pytest.mark.parametrize("add", [add_run, add_running_run, add_failed_run])
def test_unfinished_run_is_not_released(add, example, owner):
    run = add(example, owner=owner)

    with pytest.raises(RefusedError, match="Only a finished run"):
        release_run(by=owner, run=run, at=LATER)

    assert Run.objects.get(pk=run.pk).released_at is None
    assert read_audit() == []


@pytest.mark.parametrize(
    ("operation", "add"),
    [
        (cancel_run, add_run),
        (retry_run, add_failed_run),
        (release_run, add_finished_run),
    ],
)
def test_steering_without_its_audit_row_changes_nothing(
    operation, add, example, owner, monkeypatch
):
    run = add(example, owner=owner)
    before = Run.objects.filter(pk=run.pk).values().get()
    monkeypatch.setattr(operations, "record", _break)

    with pytest.raises(RuntimeError):
        operation(by=owner, run=run, at=LATER)

    assert Run.objects.filter(pk=run.pk).values().get() == before
    assert count_tasks() == 0


def test_withdrawal_without_its_audit_row_changes_nothing(owner, monkeypatch):
    dataset = add_dataset(owner=owner)
    monkeypatch.setattr(operations, "record", _break)

    with pytest.raises(RuntimeError):
        withdraw_dataset(by=owner, dataset=dataset, reason="It is old.", at=LATER)

    dataset.refresh_from_db()
    assert dataset.withdrawn_at is None


def test_silent_runs_are_queued_again_together(example, owner):
    runs = [add_running_run(example, owner=user) for user in (owner, UserFactory())]
    add_running_run(example, owner=UserFactory(), heartbeat_at=LATER)

    assert resume_silent_runs(at=LATER) == 2

    states = Run.objects.filter(pk__in=[run.pk for run in runs]).values_list("state")
    assert set(states) == {("queued",)}
    assert count_tasks() == 2


def test_silent_runs_that_cannot_be_queued_stay_as_they_are(
    example, owner, monkeypatch
):
    run = add_running_run(example, owner=owner)
    monkeypatch.setattr(operations, "_enqueue", _break)

    with pytest.raises(RuntimeError):
        resume_silent_runs(at=LATER)

    run.refresh_from_db()
    assert run.state == RunState.RUNNING
    assert read_audit() == []
