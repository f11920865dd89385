"""An uploaded plan and its runs are private until released, in every file of them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from factories.account_factory import UserFactory
from factories.run_factory import (
    NOON,
    add_dataset,
    add_failed_run,
    add_finished_run,
    add_running_run,
)
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.operations import release_run
from placeplan_web.evidence.queries import find_current_run, list_datasets, list_runs

pytestmark = pytest.mark.django_db
SECRET = "A plan that nobody else may know of"
FIGURE = {"room": "money", "figure": "bridge"}
ROOMS = ("people", "demand", "capacity", "money")
EVERY_FILE = (
    "report.html",
    "summary.xlsx",
    "results.csv",
    "results.parquet",
    "run.json",
)


@pytest.fixture
def dataset(owner):
    return add_dataset(owner=owner, title=SECRET)


@pytest.fixture
def run(dataset):
    return add_finished_run(dataset)


@pytest.fixture
def anonymous():
    return None


@pytest.fixture
def unattached(db):
    """Give somebody without an organisation, whom nobody is a colleague of."""
    return UserFactory(organisation="")


def list_addresses(run):
    """List every address that shows something of a run."""
    of_run, of_plan = {"public_id": run.public_id}, {"public_id": run.dataset.public_id}
    query = f"?run={run.public_id}"
    return [
        reverse("evidence:run", kwargs=of_run),
        reverse("evidence:progress", kwargs=of_run),
        reverse("evidence:plan", kwargs=of_plan),
        *(reverse("evidence:file", kwargs=of_run | {"file": f}) for f in EVERY_FILE),
        *(
            reverse(f"evidence:{kind}", kwargs=of_run | FIGURE)
            for kind in ("svg", "csv", "excel")
        ),
        *(reverse(f"evidence:{room}") + query for room in ROOMS),
        reverse("home") + query,
        reverse("evidence:sources") + query,
        reverse("evidence:source", kwargs={"source": "made-up"}) + query,
    ]


def open_all(client, user, run):
    """Open every address of a run; give the status and the content of each."""
    if user:
        client.force_login(user)
    answers = {}
    for address in list_addresses(run):
        response = client.get(address)
        answers[address] = response.status_code, response.getvalue()
    return answers


@pytest.mark.parametrize("reader", ["anonymous", "stranger", "unattached"])
def test_private_run_is_shut_to_others_in_every_file(reader, run, client, request):
    user = request.getfixturevalue(reader)

    answers = open_all(client, user, run)

    for status, content in answers.values():
        assert status == 403
        assert SECRET.encode() not in content
        assert b"private to its owner and their organisation" in content


@pytest.mark.parametrize("reader", ["owner", "colleague"])
def test_private_run_is_open_to_its_organisation(reader, run, client, request):
    user = request.getfixturevalue(reader)

    answers = open_all(client, user, run)

    assert {status for status, _ in answers.values()} == {200}


@pytest.mark.parametrize("reader", ["anonymous", "stranger", "owner"])
def test_released_run_and_its_plan_are_open_to_everyone(
    reader, run, owner, client, request
):
    release_run(by=owner, run=run, at=NOON + timedelta(hours=1))
    user = request.getfixturevalue(reader)

    answers = open_all(client, user, run)

    assert {status for status, _ in answers.values()} == {200}


def test_other_runs_of_a_released_plan_stay_private(run, owner, client, stranger):
    other = add_failed_run(run.dataset, reason="Our secret fault.")
    release_run(by=owner, run=run, at=NOON + timedelta(hours=1))
    client.force_login(stranger)

    plan = reverse("evidence:plan", kwargs={"public_id": run.dataset.public_id})
    address = reverse("evidence:run", kwargs={"public_id": other.public_id})

    assert str(other.public_id) not in client.get(plan).content.decode()
    assert client.get(address).status_code == 403


def test_files_of_a_private_run_are_kept_by_no_shared_cache(run, owner, client):
    client.force_login(owner)
    address = reverse("evidence:svg", kwargs={"public_id": run.public_id} | FIGURE)

    assert client.get(address).headers["Cache-Control"] == "no-store, private"

    release_run(by=owner, run=run, at=NOON + timedelta(hours=1))
    assert client.get(address).headers["Cache-Control"] == "public, max-age=3600"


def test_lists_hold_what_the_reader_may_see(
    run, owner, colleague, stranger, unattached
):
    example = add_dataset()
    for reader in (owner, colleague):
        assert set(list_datasets(reader)) == {run.dataset, example}
        assert list(list_runs(reader)) == [run]
    for reader in (stranger, unattached, AnonymousUser()):
        assert list(list_datasets(reader)) == [example]
        assert list(list_runs(reader)) == []

    release_run(by=owner, run=run, at=NOON + timedelta(hours=1))
    for reader in (stranger, unattached, AnonymousUser()):
        assert set(list_datasets(reader)) == {run.dataset, example}
        assert list(list_runs(reader)) == [run]


@pytest.mark.parametrize("path", ["/", "/evidence/runs/", "/evidence/plans/"])
def test_pages_of_lists_tell_nothing_of_private_plans(path, run, client, stranger):
    for user in (None, stranger):
        if user:
            client.force_login(user)
        page = client.get(path).content.decode()
        assert SECRET not in page
        assert str(run.public_id) not in page


def test_somebody_without_an_organisation_shares_with_nobody(unattached):
    theirs = add_finished_run(add_dataset(owner=unattached))

    assert list(list_runs(UserFactory(organisation=""))) == []
    assert list(list_runs(unattached)) == [theirs]


STEPS = ("cancel", "retry", "release")


@pytest.mark.parametrize("verb", STEPS)
@pytest.mark.parametrize("reader", ["stranger", "colleague"])
def test_nobody_steers_the_run_of_another(verb, reader, dataset, client, request):
    add = {"cancel": add_running_run, "retry": add_failed_run}.get(
        verb, add_finished_run
    )
    run = add(dataset)
    before = Run.objects.filter(pk=run.pk).values().get()
    client.force_login(request.getfixturevalue(reader))

    response = client.post(f"/evidence/runs/{run.public_id}/{verb}/")

    assert response.status_code == 403
    assert Run.objects.filter(pk=run.pk).values().get() == before


def test_staff_steer_what_belongs_to_nobody_alone(example, dataset, client):
    client.force_login(UserFactory(is_staff=True, organisation=""))
    ours, theirs = add_running_run(example), add_running_run(dataset)

    for run, status in ((ours, 302), (theirs, 403)):
        response = client.post(f"/evidence/runs/{run.public_id}/cancel/")
        assert response.status_code == status


@pytest.mark.parametrize("reader", ["stranger", "colleague"])
def test_nobody_withdraws_the_plan_folder_of_another(reader, dataset, client, request):
    client.force_login(request.getfixturevalue(reader))
    address = f"/evidence/plans/{dataset.public_id}/withdraw/"

    response = client.post(address, {"reason": "It is not mine."})

    dataset.refresh_from_db()
    assert response.status_code == 403
    assert dataset.withdrawn_at is None


def test_stranger_does_not_run_a_private_plan(dataset, client, stranger):
    client.force_login(stranger)

    response = client.post(f"/evidence/plans/{dataset.public_id}/run/")

    assert response.status_code == 403
    assert Run.objects.count() == 0


def test_colleague_runs_it_and_the_run_is_theirs(dataset, client, colleague):
    client.force_login(colleague)

    client.post(f"/evidence/plans/{dataset.public_id}/run/")

    assert Run.objects.get().owner == colleague


def test_run_of_another_plan_does_not_take_the_front_page(released, owner):
    theirs = add_finished_run(add_dataset(owner=owner, plan="toy"))
    release_run(by=owner, run=theirs, at=NOON + timedelta(days=1))

    assert find_current_run() == released


def test_somebodys_own_copy_of_the_plan_does_not_take_the_front_page(released, owner):
    theirs = add_finished_run(add_dataset(owner=owner))
    release_run(by=owner, run=theirs, at=NOON + timedelta(days=1))

    assert find_current_run() == released


def test_newer_run_of_the_same_plan_that_staff_release_is_current(released, owner):
    owner.is_staff = True
    owner.save()
    newer = add_finished_run(add_dataset(owner=owner))
    assert find_current_run() == released

    release_run(by=owner, run=newer, at=NOON + timedelta(days=1))
    assert find_current_run() == newer


def test_colleague_may_run_a_private_plan_but_not_open_it_to_everyone(
    dataset, colleague
):
    theirs = add_finished_run(dataset, owner=colleague)

    assert colleague.has_perm("evidence.steer_run", theirs)
    assert not colleague.has_perm("evidence.release_run", theirs)


def test_without_an_example_the_newest_released_run_is_current(run, owner):
    assert find_current_run() is None

    release_run(by=owner, run=run, at=NOON + timedelta(days=1))
    assert find_current_run() == run
