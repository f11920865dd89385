"""The database itself refuses records that cannot be."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.account_factory import UserFactory
from factories.run_factory import (
    NOON,
    add_dataset,
    add_failed_run,
    add_finished_run,
    add_run,
    add_running_run,
)
from placeplan_web.evidence.models import Dataset, Run, RunState

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)
CANCELLED = {"state": RunState.CANCELLED, "heartbeat_at": None, "ended_at": LATER}


def refuses(constraint):
    return pytest.raises(IntegrityError, match=constraint)


@pytest.mark.parametrize("fields", [{"is_example": False}, {"is_example": True}])
def test_dataset_is_an_example_or_has_an_owner(fields, owner):
    user = owner if fields["is_example"] else None

    with refuses("dataset_is_an_example_or_has_an_owner"):
        add_dataset(owner=user, **fields)


@pytest.mark.parametrize(
    "fields", [{"withdrawn_at": NOON}, {"withdrawn_reason": "It is wrong."}]
)
def test_dataset_is_withdrawn_with_a_moment_and_a_reason(fields, example):
    with refuses("dataset_withdrawn_with_reason"):
        Dataset.objects.filter(pk=example.pk).update(**fields)


def test_two_datasets_never_share_a_folder(example):
    with pytest.raises(IntegrityError):
        add_dataset(folder=example.folder)


def test_user_has_one_run_under_way_at_most(example, owner):
    add_running_run(example, owner=owner)

    with refuses("one_run_at_a_time_for_each_user|evidence_run.owner_id"):
        add_run(example, owner=owner)


def test_runs_of_two_users_and_of_nobody_are_under_way_together(example, owner):
    for user in (owner, UserFactory(), None, None):
        add_run(example, owner=user)

    assert Run.objects.count() == 4


def test_user_has_any_number_of_runs_that_are_over(example, owner):
    for _ in range(2):
        add_failed_run(example, owner=owner)
        add_finished_run(example, owner=owner)
    add_run(example, owner=owner)

    assert Run.objects.count() == 5


def test_two_runs_never_share_results(example):
    folder = add_finished_run(example).folder

    with refuses("no_two_runs_share_results|evidence_run.folder"):
        add_finished_run(example, folder=folder)


@pytest.mark.parametrize(
    ("constraint", "add", "fields"),
    [
        ("run_state_is_known", add_failed_run, {"state": "paused", "reason": ""}),
        ("run_beats_until_it_has_ended", add_run, {"heartbeat_at": None}),
        ("run_beats_until_it_has_ended", add_run, {"ended_at": LATER}),
        ("run_beats_until_it_has_ended", add_failed_run, {"heartbeat_at": NOON}),
        ("run_beats_until_it_has_ended", add_failed_run, {"ended_at": None}),
        ("run_is_begun_by_an_attempt", add_running_run, {"started_at": None}),
        ("run_is_begun_by_an_attempt", add_finished_run, {"attempt": 0}),
        ("results_belong_to_finished_runs_alone", add_run, {"folder": "runs/1"}),
        (
            "results_belong_to_finished_runs_alone",
            add_running_run,
            {"results_sha256": "0" * 64},
        ),
        ("results_belong_to_finished_runs_alone", add_finished_run, {"seed": None}),
        ("results_belong_to_finished_runs_alone", add_finished_run, {"version": ""}),
        (
            "results_belong_to_finished_runs_alone",
            add_finished_run,
            {"results_sha256": ""},
        ),
        ("failed_runs_alone_say_why", add_failed_run, {"reason": ""}),
        ("failed_runs_alone_say_why", add_finished_run, {"reason": "No reason."}),
        ("only_finished_runs_are_released", add_run, {"released_at": LATER}),
        (
            "only_finished_runs_are_released",
            add_run,
            CANCELLED | {"released_at": LATER},
        ),
        ("only_finished_runs_are_released", add_finished_run, {"released_at": NOON}),
        ("run_ends_after_its_request", add_finished_run, {"requested_at": LATER}),
        ("no_more_steps_done_than_there_are", add_running_run, {"steps_done": 1}),
    ],
)
def test_run_that_cannot_be_is_refused(constraint, add, fields, example):
    with refuses(constraint):
        add(example, **fields)


def test_finished_run_without_a_folder_is_refused(example):
    run = add_finished_run(example)

    with refuses("results_belong_to_finished_runs_alone"), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(folder="")


def test_attempts_left_never_fall_below_none(example):
    run = add_running_run(example, attempts_left=0)

    with pytest.raises(IntegrityError):
        Run.objects.filter(pk=run.pk).update(attempts_left=-1)


def test_run_and_dataset_say_what_they_are(example):
    assert str(example) == "The system"
    assert str(add_run(example)) == "The system · 2019-07-12 12:00"
