"""Pages of plan folders: what one is, who may see it, its runs, its withdrawal."""

import re

import pytest

from factories.account_factory import UserFactory
from factories.run_factory import (
    NOON,
    add_dataset,
    add_failed_run,
    add_released_run,
    add_run,
)
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.views.dataset import PLANS_A_PAGE

pytestmark = pytest.mark.django_db
PLANS = "/evidence/plans/"
WITHDRAWN = {"withdrawn_at": NOON, "withdrawn_reason": "It counts Swale twice."}


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def address_of(dataset, verb=""):
    return f"{PLANS}{dataset.public_id}/{verb}"


def test_plan_folder_says_what_it_is(example, client):
    page = read(client, address_of(example))

    assert "<title>The system - Placeplan</title>" in page
    assert example.fingerprint in page
    assert "12 July 2019 at 1:00pm" in page
    assert "Everyone: it is an example." in page
    assert "Runs of this plan folder would be listed here. Sign in and run it." in page


@pytest.mark.parametrize(
    ("organisation", "words"),
    [
        ("km-stp", "Its owner, and people of km-stp who have signed in."),
        ("", "Its owner alone."),
    ],
)
def test_private_plan_folder_says_who_may_see_it(organisation, words, client):
    user = UserFactory(organisation=organisation)
    client.force_login(user)

    assert words in read(client, address_of(add_dataset(owner=user)))


def test_plan_folder_of_a_released_run_says_that_it_is_open(owner, client):
    dataset = add_dataset(owner=owner)
    add_released_run(dataset)

    page = read(client, address_of(dataset))

    assert "Everyone: a run of it was released." in page
    assert ">released</strong>" in page


def test_runs_of_the_plan_folder_are_those_that_the_reader_may_see(
    example, client, owner, stranger
):
    add_failed_run(example, owner=owner)
    add_failed_run(example, owner=stranger)
    add_released_run(example)
    client.force_login(owner)

    page = read(client, address_of(example))

    assert page.count(">failed</strong>") == 1
    assert page.count(">released</strong>") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_same_few_questions(
    count, example, client, owner, django_assert_num_queries
):
    for _ in range(count):
        add_released_run(example, owner=UserFactory())
    client.force_login(owner)
    read(client, address_of(example))

    # session, user, plan folder, its runs, its history, registry
    with django_assert_num_queries(6):
        read(client, address_of(example))


def test_past_day_shows_what_had_been_released_and_offers_nothing(
    example, client, owner
):
    add_released_run(example)
    client.force_login(owner)

    before, on = (
        read(client, f"{address_of(example)}?as_at={day}")
        for day in ("2019-07-11", "2019-07-12")
    )

    assert "No run of it had been released by 11 July 2019." in before
    assert ">released</strong>" in on
    assert "Run this plan" not in on


def test_run_is_started_from_the_page(example, client, owner):
    client.force_login(owner)
    assert "Run this plan" in read(client, address_of(example))

    response = client.post(address_of(example, "run/"))

    run = Run.objects.get()
    assert (run.owner, run.dataset) == (owner, example)
    assert response.url == f"/evidence/runs/{run.public_id}/"


def test_second_run_is_refused_in_words(example, client, owner):
    add_run(example, owner=owner)
    client.force_login(owner)

    response = client.post(address_of(example, "run/"), follow=True)

    assert "one at a time is allowed." in response.content.decode()
    assert Run.objects.count() == 1


def test_owner_withdraws_with_a_reason(client, owner):
    dataset = add_dataset(owner=owner)
    client.force_login(owner)

    response = client.post(
        address_of(dataset, "withdraw/"), {"reason": "It counts Swale twice."}
    )

    assert response.url == address_of(dataset)
    page = read(client, address_of(dataset))
    assert "The plan folder was withdrawn; its runs stay." in page
    assert page.count("It counts Swale twice.") == 2  # as a fact, and in the history
    assert "the plan folder was withdrawn, by you" in page
    assert "Run this plan" not in page
    assert "Withdraw this plan folder" not in page
    assert "A tiny plan" not in read(client, PLANS)


@pytest.mark.parametrize("reason", ["", "   "])
def test_withdrawal_without_a_reason_is_refused(reason, client, owner):
    dataset = add_dataset(owner=owner)
    client.force_login(owner)

    response = client.post(
        address_of(dataset, "withdraw/"), {"reason": reason}, follow=True
    )

    assert "Say in a sentence why it is withdrawn." in response.content.decode()
    dataset.refresh_from_db()
    assert dataset.withdrawn_at is None


def test_withdrawn_plan_folder_is_not_withdrawn_again(client, owner):
    dataset = add_dataset(owner=owner, **WITHDRAWN)
    client.force_login(owner)

    address = address_of(dataset, "withdraw/")
    response = client.post(address, {"reason": "Again."}, follow=True)

    assert "This plan folder was withdrawn already." in response.content.decode()


def test_runs_of_a_withdrawn_plan_folder_stay(client, owner):
    dataset = add_dataset(owner=owner, **WITHDRAWN)
    run = add_released_run(dataset)

    assert ">released</strong>" in read(client, address_of(dataset))
    assert "What came out" in read(client, f"/evidence/runs/{run.public_id}/")


def test_failed_run_of_a_withdrawn_plan_folder_offers_no_retry(client, owner):
    run = add_failed_run(add_dataset(owner=owner, **WITHDRAWN))
    client.force_login(owner)

    assert "Try this run again" not in read(client, f"/evidence/runs/{run.public_id}/")


def test_list_says_whose_each_is(example, client, owner, colleague):
    add_dataset(owner=owner, title="Mine")
    add_dataset(owner=colleague, title="Of a colleague")
    client.force_login(owner)

    page = read(client, PLANS)

    notes = re.findall(r'>([^<]+)</a>\s*<span class="pp-note">([^,<]+),', page)
    assert sorted(notes) == [
        ("Mine", "yours"),
        ("Of a colleague", "km-stp"),
        ("The system", "example"),
    ]


def test_released_plan_of_somebody_without_an_organisation_names_nobody(client):
    somebody = UserFactory(organisation="", username="very-secret-name")
    add_released_run(add_dataset(owner=somebody, title="Open"))

    page = read(client, PLANS)

    assert "released by its owner" in page
    assert "very-secret-name" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_few_questions(
    count, client, owner, django_assert_num_queries
):
    for _ in range(count):
        add_dataset(owner=owner)
    client.force_login(owner)
    read(client, PLANS)

    with django_assert_num_queries(5):  # session, user, count and plans, registry
        read(client, PLANS)


def test_long_list_goes_on_on_the_next_page(client, owner):
    for _ in range(PLANS_A_PAGE + 1):
        add_dataset(owner=owner)
    client.force_login(owner)

    assert f'href="{PLANS}?page=2"' in read(client, PLANS)
    assert read(client, f"{PLANS}?page=2").count("A tiny plan</a>") == 1


def test_empty_list_says_how_to_fill_it(client):
    page = read(client, PLANS)

    assert "Plan folders would be listed here. Sign in and add one." in page


def test_plan_folder_that_is_none_is_not_found(client):
    address = f"{PLANS}123e4567-e89b-12d3-a456-426614174000/"

    assert client.get(address).status_code == 404
