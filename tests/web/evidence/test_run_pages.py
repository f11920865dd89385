"""Pages of runs: who sees which, how far one is, what may be done, what happened."""

import re
import shutil
from datetime import timedelta

import pytest
from django.utils import timezone

from factories.account_factory import UserFactory
from factories.run_factory import (
    NOON,
    add_dataset,
    add_failed_run,
    add_finished_run,
    add_released_run,
    add_run,
    add_running_run,
)
from placeplan_web.evidence.attempts import begin_attempt, finish_attempt
from placeplan_web.evidence.models import Run, RunState
from placeplan_web.evidence.operations import (
    cancel_run,
    release_run,
    retry_run,
    start_run,
)
from placeplan_web.evidence.store import media_path
from placeplan_web.evidence.views.run import RUNS_A_PAGE

pytestmark = pytest.mark.django_db
RUNS = "/evidence/runs/"
CANCELLED = {"state": RunState.CANCELLED, "heartbeat_at": None, "ended_at": NOON}


def read(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def address_of(run, verb=""):
    return f"/evidence/runs/{run.public_id}/{verb}"


def list_buttons(page):
    main = page[page.index("<main") :]
    buttons = re.findall(r"<button[^>]*>(.*?)</button>", main)
    return [re.sub(r"<[^>]+>", "", words).strip() for words in buttons]


# The list


def test_runs_are_listed_newest_first(example, client):
    for title, hour in (("Old plan", 0), ("New plan", 2), ("Middle plan", 1)):
        dataset = add_dataset(title=title)
        at = NOON + timedelta(hours=hour)
        fields = {"requested_at": at, "ended_at": at, "released_at": at}
        add_released_run(dataset, **fields)

    page = read(client, RUNS)

    table = page[page.index("<tbody") :]
    titles = [
        re.search(f"{word} plan", table).start() for word in ("New", "Middle", "Old")
    ]
    assert titles == sorted(titles)
    assert "12 July 2019 at 3:00pm" in table


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_few_questions(
    count, example, client, owner, django_assert_num_queries
):
    for _ in range(count):
        theirs = add_dataset(owner=owner)
        add_released_run(theirs, owner=UserFactory())
        add_failed_run(theirs)
    client.force_login(owner)
    read(client, RUNS)

    # session, user, count and runs, plan folders, the run under way, registry
    with django_assert_num_queries(7):
        read(client, RUNS)


def test_long_list_goes_on_on_the_next_page(example, client):
    for _ in range(RUNS_A_PAGE + 1):
        add_released_run(example)

    first, second = (read(client, f"{RUNS}?page={page}&q=system") for page in (1, 2))

    assert first.count('role="rowheader"') == RUNS_A_PAGE
    assert second.count('role="rowheader"') == 1
    assert f'href="{RUNS}?q=system&amp;page=2"' in first
    assert read(client, f"{RUNS}?page=none").count('role="rowheader"') == RUNS_A_PAGE


def test_list_is_narrowed_by_words_and_by_state(example, client, owner):
    add_released_run(add_dataset(title="Plan of Dover"))
    add_finished_run(add_dataset(title="Plan of Swale"), owner=owner)
    client.force_login(owner)

    def list_titles(query):
        table = read(client, RUNS + query).partition("<tbody")[2]
        return re.findall(r"Plan of \w+", table)

    assert sorted(list_titles("")) == ["Plan of Dover", "Plan of Swale"]
    assert list_titles("?q=dover") == ["Plan of Dover"]
    assert list_titles("?state=released") == ["Plan of Dover"]
    assert sorted(list_titles("?state=finished")) == ["Plan of Dover", "Plan of Swale"]
    assert list_titles("?state=failed") == []
    assert sorted(list_titles("?state=nonsense")) == ["Plan of Dover", "Plan of Swale"]
    assert "No run matches." in read(client, f"{RUNS}?q=thanet")


def test_empty_list_says_what_would_be_there(client):
    page = read(client, RUNS)

    assert "Runs would be listed here. Sign in and run a plan folder." in page
    assert "Plan folders would be listed here. Add one to run it." in page


def test_past_day_lists_what_was_released_by_then(example, client, owner):
    run = add_released_run(example, owner=owner)
    client.force_login(owner)

    before, on = (
        read(client, f"{RUNS}?as_at={day}") for day in ("2019-07-11", "2019-07-12")
    )

    assert "No run had been released by 11 July 2019." in before
    assert str(run.public_id) not in before
    assert f"{address_of(run)}?as_at=2019-07-12" in on
    assert "Plan folders that can be run" not in on


def test_reader_may_start_a_run_once_signed_in(example, client, owner):
    start = f'action="/evidence/plans/{example.public_id}/run/"'

    assert start not in read(client, RUNS)
    client.force_login(owner)
    assert start in read(client, RUNS)
    run = add_run(example, owner=owner)
    page = read(client, RUNS)
    assert start not in page
    assert f'href="{address_of(run)}">a run under way</a>' in page


def test_few_plan_folders_stand_on_the_list_and_all_on_their_own(client, owner):
    for number in range(7):
        add_dataset(owner=owner, title=f"Plan {number}")
    client.force_login(owner)

    assert read(client, RUNS).count("pp-choices") == 1
    assert "More plan folders" in read(client, RUNS)
    assert len(re.findall(r">Plan \d</a>", read(client, RUNS))) == 5
    assert len(re.findall(r">Plan \d</a>", read(client, "/evidence/plans/"))) == 7


# One run


def test_waiting_run_may_be_cancelled_by_its_owner_alone(
    example, client, owner, colleague
):
    run = add_run(example, owner=owner)
    client.force_login(colleague)
    assert list_buttons(read(client, address_of(run))) == []

    client.force_login(owner)
    page = read(client, address_of(run))
    assert list_buttons(page) == ["Cancel this run"]
    assert "The run is waiting." in page
    assert "You may close this page: it goes on." in page
    assert "Attempt" not in page

    client.post(address_of(run, "cancel/"))
    page = read(client, address_of(run))
    assert "The run was cancelled. Nothing of it is shown as finished." in page
    assert list_buttons(page) == ["Try this run again"]


def test_running_run_shows_how_far_it_is(example, client, owner):
    fields = {"step": "working out people", "steps_done": 2, "steps_total": 8}
    run = add_running_run(example, owner=owner, **fields)
    client.force_login(owner)

    page = read(client, address_of(run))

    assert "The run is working out people. 6 of 8 steps left." in page
    assert '<progress class="pp-progress__bar" value="2" max="8">' in page
    assert f'data-address="{address_of(run, "progress/")}"' in page
    assert 'data-work="The run"' in page
    assert "design/progress.js" in page
    assert "Show how far it is now" in page  # the same without a script
    assert client.get(address_of(run)).headers["Cache-Control"].startswith("max-age=0")


def test_progress_is_told_to_the_script(example, client, owner):
    fields = {"step": "working out people", "steps_done": 2, "steps_total": 8}
    run = add_running_run(example, owner=owner, **fields)
    client.force_login(owner)

    told = client.get(address_of(run, "progress/")).json()

    assert told == {
        "under_way": True,
        "doing": "working out people.",
        "done": 2,
        "all": 8,
        "left": "6 of 8 steps left.",
    }


def test_progress_of_a_run_that_is_over_says_so(example, client, owner):
    run = add_failed_run(example, owner=owner)
    client.force_login(owner)

    assert client.get(address_of(run, "progress/")).json()["under_way"] is False


def test_run_asked_to_stop_says_so_and_is_not_asked_again(example, client, owner):
    run = add_running_run(example, owner=owner)
    client.force_login(owner)
    client.post(address_of(run, "cancel/"))

    page = read(client, address_of(run))

    assert "The run was asked to stop, and stops at its next step." in page
    assert list_buttons(page) == []


def test_failed_run_says_why_and_may_be_tried_again(example, client, owner):
    run = add_failed_run(example, owner=owner, reason="Two faults.\n  One.\n  Two.")
    client.force_login(owner)

    page = read(client, address_of(run))
    assert "Two faults. One. Two." in page
    assert "What came out" not in page
    assert list_buttons(page) == ["Try this run again"]

    response = client.post(address_of(run, "retry/"), follow=True)
    assert "The run waits for a worker again." in response.content.decode()
    assert Run.objects.get(pk=run.pk).state == RunState.QUEUED


def test_finished_run_leads_to_its_rooms_and_files_and_may_be_released(
    example, client, owner
):
    run = add_finished_run(example, owner=owner)
    client.force_login(owner)

    page = read(client, address_of(run))
    for room in ("people", "demand", "capacity", "money"):
        assert f'href="/{room}/?run={run.public_id}"' in page
    for file in ("report.html", "summary.xlsx", "results.csv", "run.json"):
        assert f'href="{address_of(run, f"files/{file}")}"' in page
    assert run.results_sha256 in page
    assert "This cannot be taken back." in page
    words = "Release: open this run and its plan folder to everyone"
    assert list_buttons(page) == [words]

    client.post(address_of(run, "release/"))
    page = read(client, address_of(run))
    assert "The run is open to everyone now." in page
    assert "Open to everyone since" in page
    assert list_buttons(page) == []


def test_run_that_was_not_released_was_not_known_on_a_past_day(example, client, owner):
    run = add_finished_run(example, owner=owner)
    client.force_login(owner)

    page = read(client, f"{address_of(run)}?as_at=2019-07-12")

    assert "No such run had been released by 12 July 2019." in page


@pytest.mark.parametrize("verb", ["cancel", "retry", "release"])
def test_what_cannot_be_done_now_is_refused_in_words(verb, example, client, owner):
    add = add_finished_run if verb in {"cancel", "retry"} else add_failed_run
    run = add(example, owner=owner)
    client.force_login(owner)

    response = client.post(address_of(run, f"{verb}/"), follow=True)

    words = {"cancel": "nothing to cancel", "retry": "failed or cancelled"}
    assert words.get(verb, "Only a finished run") in response.content.decode()


@pytest.mark.parametrize("verb", ["cancel", "retry", "release"])
def test_link_alone_steers_nothing(verb, example, client, owner):
    run = add_run(example, owner=owner)
    client.force_login(owner)

    assert client.get(address_of(run, f"{verb}/")).status_code == 405


def test_form_without_its_token_steers_nothing(example, owner):
    from django.test import Client

    run = add_run(example, owner=owner)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner)

    assert strict.post(address_of(run, "cancel/")).status_code == 403
    assert Run.objects.get(pk=run.pk).state == RunState.QUEUED


def test_run_that_is_none_is_not_found(client):
    read(client, "/evidence/runs/123e4567-e89b-12d3-a456-426614174000/", status=404)


def test_history_tells_what_happened_and_no_name(example, client, owner, colleague):
    run = start_run(by=owner, dataset=example, at=NOON)
    cancel_run(by=owner, run=run, at=NOON + timedelta(minutes=1))
    retry_run(by=owner, run=run, at=NOON + timedelta(minutes=2))

    def list_lines(user):
        client.force_login(user)
        page = read(client, address_of(run))
        lines = page[page.index("pp-history__list") :]
        return re.findall(r"<li>\s*(.*?)\s*</li>", lines)

    assert list_lines(owner) == [
        "12 July 2019 at 1:00pm: the run was asked for, by you",
        "12 July 2019 at 1:01pm: the run was cancelled, by you",
        "12 July 2019 at 1:02pm: the run was asked for again, by you",
    ]
    assert list_lines(colleague)[0].endswith("the run was asked for, by its owner")


def test_history_of_a_released_run_names_the_system_and_staff(example, client):
    staff = UserFactory(is_staff=True, username="very-secret-name")
    run = start_run(by=None, dataset=example, at=NOON)
    started = begin_attempt(run_id=run.pk, at=NOON, version="0.1.0")
    results = {"folder": "runs/1", "results_sha256": "1" * 64, "seed": "1"}
    finish_attempt(run=started, at=NOON, **results)
    release_run(by=staff, run=run, at=NOON + timedelta(hours=1))

    page = read(client, address_of(run))

    assert "12 July 2019 at 1:00pm: the run was asked for, by the system" in page
    assert "12 July 2019 at 1:00pm: an attempt began, by the worker" in page
    assert "12 July 2019 at 1:00pm: the run finished, by the worker" in page
    assert "12 July 2019 at 2:00pm: the run was opened to everyone, by staff" in page
    assert "very-secret-name" not in page


# Its files


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("summary.xlsx", "spreadsheetml"),
        ("results.csv", "text/csv"),
        ("results.parquet", "application/"),
        ("run.json", "application/json"),
    ],
)
def test_file_is_saved_under_its_name(file, kind, released, client):
    response = client.get(address_of(released, f"files/{file}"))

    assert kind in response.headers["Content-Type"]
    assert response.headers["Content-Disposition"] == f'attachment; filename="{file}"'
    assert "sandbox" not in response.headers["Content-Security-Policy"]
    assert len(response.getvalue()) > 100


def test_report_is_shown_but_shut_in(released, client):
    response = client.get(address_of(released, "files/report.html"))

    policy = response.headers["Content-Security-Policy"].split("; ")
    assert "sandbox" in policy  # no script, no form, no reach into our pages
    assert "default-src 'none'" in policy
    assert not [part for part in policy if part.startswith("script-src")]
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Content-Disposition"].startswith("inline")
    assert b"<script" not in response.getvalue()


@pytest.mark.parametrize(
    "file", ["secret-key", "..%2F..%2Fsecret-key", "plan.yaml", "results.csv~"]
)
def test_no_other_file_is_given_out(file, released, client):
    assert client.get(address_of(released, f"files/{file}")).status_code == 404


def test_run_of_an_earlier_version_has_the_files_that_it_wrote(example, client):
    run = add_released_run(example)
    stored = media_path(run.folder)
    written = stored.resolve()
    stored.unlink()  # a link to the files of all these tests
    shutil.copytree(written, stored)
    (stored / "licences.txt").unlink()

    assert "licences.txt" not in read(client, address_of(run))
    assert client.get(address_of(run, "files/licences.txt")).status_code == 404


def test_unfinished_run_has_no_file(example, client, owner):
    run = add_running_run(example, owner=owner)
    client.force_login(owner)

    assert client.get(address_of(run, "files/results.csv")).status_code == 404


def test_run_started_on_a_page_of_the_past_is_shown_today(example, client, owner):
    client.force_login(owner)

    address = f"/evidence/plans/{example.public_id}/run/?as_at=2018-01-01"
    response = client.post(address)

    run = Run.objects.get()
    assert response.url == address_of(run)
    assert abs(run.requested_at - timezone.now()) < timedelta(minutes=1)
