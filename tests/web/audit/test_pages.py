"""Staff read who did what in sentences, filter them, and have the chain proven."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction

from factories.account_factory import UserFactory
from placeplan_web.audit.kind import KINDS, find_kind
from placeplan_web.audit.operations import record
from placeplan_web.audit.presenters.entry import list_lines, write_changes
from placeplan_web.audit.queries import EntryQuestion, find_head, search_entries
from placeplan_web.audit.triggers import create_triggers, drop_triggers

pytestmark = pytest.mark.django_db
NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def staff(client):
    user = UserFactory(username="keeper", is_staff=True)
    client.force_login(user)
    return user


def write(**changed):
    entry = {
        "by": "command",
        "verb": "close",
        "kind": "accounts.user",
        "identifier": "somebody",
        "changes": {"is_active": [True, False]},
        "at": NOON,
    }
    with transaction.atomic():
        return record(**{**entry, **changed})


def read(client, address="/audit/"):
    return client.get(address).content.decode()


def test_entry_reads_as_a_sentence_with_a_link_to_its_record(client, staff):
    other = UserFactory(username="secretary-7")
    write(by=staff.public_id, identifier=other.public_id)

    page = read(client)

    assert "keeper closed the account" in page
    assert f'<a href="/accounts/people/{other.public_id}/">secretary-7</a>' in page
    assert "is active: yes, now no" in page
    assert "12 July 2019 at 1:00pm" in page
    assert str(other.public_id) not in page.replace(f"people/{other.public_id}", "")


def test_kind_that_nobody_registered_still_reads():
    write(kind="later.thing", verb="ponder", identifier="thing-1", changes={})

    (line,) = list_lines(search_entries(EntryQuestion()))

    assert line.sentence == "somebody at the command line did “ponder” to later.thing"
    assert line.record == {"text": "thing-1", "href": ""}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"ends_on": [None, "2019-06-30"]}, "ends on: nothing, now 2019-06-30"),
        ({"is_staff": True, "days": 7}, "is staff: yes; days: 7"),
        ({"rows": {"areas": 13, "sites": 7}}, "rows: areas 13, sites 7"),
        ({"factor": ["totp"]}, "factor: totp"),
        ({"fingerprint": [None, "0f" * 32]}, "fingerprint: nothing, now 0f0f0f0f"),
    ],
)
def test_changes_read_as_words(changes, words):
    assert write_changes(changes) == words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [4, 3, 2, 1]),
        ("?kind=run", [3]),
        ("?verb=open", [2]),
        ("?by=Keeper", [4]),
        ("?by=worker", [3]),
        ("?by=nobody", []),
        ("?identifier=run-1", [3]),
        ("?first=2019-07-13", [4, 3, 2]),
        ("?last=2019-07-12", [1]),
        ("?first=2019-07-13&last=2019-07-14", [3, 2]),
        ("?first=tomorrow", [4, 3, 2, 1]),
    ],
)
def test_entries_are_found_by_record_verb_actor_and_day(query, found, client, staff):
    write()
    write(verb="open", at=NOON + timedelta(days=1))
    write(by="worker", kind="run", identifier="run-1", at=NOON + timedelta(days=2))
    write(by=staff.public_id, at=NOON + timedelta(days=3))

    page = read(client, "/audit/" + query)

    cells = re.findall(r'<th[^>]*scope="row"[^>]*>(.*?)</th>', page, re.DOTALL)
    assert [int(re.findall(r"\d+", cell)[-1]) for cell in cells] == found


def test_day_that_is_none_is_told(client, staff):
    page = read(client, "/audit/?first=tomorrow")

    assert "“tomorrow” is not a day." in page


def test_whole_chain_is_proven_on_a_button(client, staff):
    write()
    write()

    page = client.post("/audit/verify/").content.decode()

    digest = find_head().digest
    assert f"The chain is whole up to entry 2, head digest {digest}." in page


def test_one_changed_byte_is_shown_on_a_button(client, staff):
    for _ in range(3):
        write()
    drop_triggers(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_auditentry SET verb = 'clos' WHERE sequence = 2")
    create_triggers(connection)

    page = client.post("/audit/verify/").content.decode()

    assert "The audit was changed at entry 2" in page
    assert "its content does not match its digest" in page


def test_head_is_taken_along_as_a_file(client, staff):
    write()

    response = client.get("/audit/head.txt")

    assert response.content.decode() == f"1:{find_head().digest}\n"
    assert response.headers["Content-Disposition"].endswith('head-1.txt"')


def test_empty_audit_says_what_would_stand_there(client, staff):
    assert "Entries stand here as soon as" in read(client)
    assert "No entry fits" in read(client, "/audit/?verb=open")


def test_every_kind_leads_to_an_address_that_is_there():
    from placeplan_web.config.access_table import list_paths

    paths = list_paths()
    led = {kind.address for kind in KINDS.values() if kind.address}
    assert led <= set(paths)
    assert find_kind("accounts.user").noun == "the account"
    assert apps.is_installed("placeplan_web.audit")


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_one_entry_and_three(
    count, client, staff, django_assert_max_num_queries
):
    for _ in range(count):
        write(by=staff.public_id)
    client.get("/audit/")

    with django_assert_max_num_queries(9):
        client.get("/audit/")
