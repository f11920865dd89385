"""Nobody opens an address that the access table does not open to them."""

from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, reverse

from factories.account_factory import UserFactory
from factories.private_records import (
    SECRET,
    give_second_factor,
    make_parts,
    make_private_run,
)
from make_access_reference import PAGE, write_page
from placeplan_web.config.access import ACCESS, Who
from placeplan_web.config.access_table import (
    ANSWERS,
    EXCEPTIONS,
    Answer,
    Reader,
    find_answers,
    list_paths,
)

ORGANISATIONS = {
    Reader.OUTSIDER: "ekhuft",
    Reader.COLLEAGUE: "km-stp",
    Reader.STAFF: "ekhuft",
}
# The run of these tests waits for a worker, so that nothing came out of it yet.
NOTHING_THERE = {f"evidence:{name}" for name in ("csv", "excel", "file", "svg")}
NOTHING_THERE |= {"evidence:change-svg", "evidence:change-file"}
NOTHING_THERE |= {"money:page-svg", "money:page-file"}
NOTHING_THERE |= {"evidence:inequality-file"}  # the folder of these tests has no map
NOTHING_THERE |= {f"programme:at-stake-{kind}" for kind in ("svg", "file")}
NOTHING_THERE |= {"openid_connect_login", "openid_connect_callback"}  # no provider set
FOR_EVERYBODY = {"design:brand", "governance:public-feed"}  # these say so themselves
MAY_KNOW = {Reader.COLLEAGUE, Reader.OWNER}


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(ACCESS) == sorted(list_paths())


def test_every_word_of_the_table_has_an_answer_for_every_kind_of_reader():
    assert set(ANSWERS) == set(Who)
    assert {frozenset(answers) for answers in ANSWERS.values()} == {frozenset(Reader)}
    assert {name for name, _ in EXCEPTIONS} <= set(ACCESS)


def test_published_table_is_current():
    assert PAGE.read_text("utf-8") == write_page()


@pytest.fixture
def owner(db):
    return UserFactory(username="owner", organisation="km-stp")


@pytest.fixture
def run(owner):
    return make_private_run(owner)


def open_address(client, name, run, query=""):
    """Ask for an address; one that only takes forms is sent an empty form."""
    url = reverse(name, kwargs=make_parts(run).get(name)) + query
    response = client.get(url)
    return client.post(url) if response.status_code == 405 else response


def find_answer(response):
    """Tell how an address answered."""
    sign_in = reverse("account_login")
    if response.status_code == 302 and response.url.startswith(sign_in):
        return Answer.SIGN_IN
    assert response.status_code < 500
    return Answer.SHUT if response.status_code in {401, 403, 404} else Answer.OPEN


def is_as_stated(name, stated, response):
    """Tell whether an address answered as stated; what is not there may be missed."""
    if stated is Answer.OPEN and name in NOTHING_THERE:
        return response.status_code in {200, 404}
    return find_answer(response) is stated


def tells(response, words):
    """Look for words in a page, or in every part of a workbook."""
    content = response.getvalue()
    parts = [content]
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as workbook:
            parts = [workbook.read(name) for name in workbook.namelist()]
    return any(words.encode() in part for part in parts)


@pytest.fixture
def be(owner):
    """Give a function that signs in as a kind of reader, with a second factor."""
    people = {Reader.OWNER: owner}
    for reader, organisation in ORGANISATIONS.items():
        people[reader] = UserFactory(
            organisation=organisation, is_staff=reader is Reader.STAFF
        )
    for user in people.values():
        give_second_factor(user)

    def sign_in(reader):
        client = Client()
        if reader in people:
            client.force_login(people[reader])
        return client

    return sign_in


def try_every_address(be, reader, run, query=""):
    """Open every address as one reader; what one leaves behind is undone."""
    for name in sorted(ACCESS):
        undo = transaction.savepoint()
        response = open_address(be(reader), name, run, query)
        transaction.savepoint_rollback(undo)
        yield name, response


@pytest.mark.parametrize("reader", Reader)
def test_every_address_answers_every_reader_as_the_table_says(reader, be, run):
    differs = {
        name: response.status_code
        for name, response in try_every_address(be, reader, run)
        if not is_as_stated(name, find_answers(name)[reader], response)
    }

    assert differs == {}


@pytest.mark.parametrize("reader", sorted(set(Reader) - MAY_KNOW, key=str))
@pytest.mark.parametrize("names_run", [False, True])
def test_nothing_private_is_told_to_those_who_may_not_know(reader, names_run, be, run):
    query = f"?run={run.public_id}" if names_run else ""

    told = [
        name
        for name, response in try_every_address(be, reader, run, query)
        if tells(response, SECRET)
    ]

    assert told == []


def test_no_shared_store_keeps_what_somebody_signed_in_is_shown(be, run):
    kept = {
        name
        for name, response in try_every_address(be, Reader.COLLEAGUE, run)
        if "private" not in response.headers.get("Cache-Control", "")
        or "Cookie" not in response.headers.get("Vary", "")
    }

    assert kept == FOR_EVERYBODY


@pytest.mark.parametrize("name", ["evidence:run", "evidence:plan", "evidence:runs"])
def test_owner_sees_what_others_may_not_know(name, client, run, owner):
    client.force_login(owner)

    assert tells(open_address(client, name, run), SECRET)


def _show_secret(request):
    return HttpResponse("secret")


class ShutUrls:
    """Addresses of a room whose author forgot the access table, or the rule."""

    handler403 = "placeplan_web.design.views.forbidden"
    handler500 = "placeplan_web.design.views.broken"

    def __init__(self):
        from placeplan_web.config.urls import urlpatterns

        self.urlpatterns = [
            *urlpatterns,
            path("forgotten/", _show_secret, name="forgot"),
        ]


@pytest.mark.django_db
def test_address_without_a_row_stays_shut(client, settings):
    settings.ROOT_URLCONF = ShutUrls()

    response = client.get("/forgotten/")

    assert response.status_code == 403
    assert b"secret" not in response.content


@pytest.mark.django_db
def test_record_shown_without_asking_its_rule_is_not_shown(
    client, settings, monkeypatch
):
    settings.ROOT_URLCONF = ShutUrls()
    monkeypatch.setitem(ACCESS, "forgot", Who.RECORD)
    client.raise_request_exception = False

    response = client.get("/forgotten/")

    assert response.status_code == 500
    assert b"secret" not in response.content


@pytest.mark.django_db
def test_staff_page_opens_to_staff_alone(client, settings, monkeypatch):
    settings.ROOT_URLCONF = ShutUrls()
    monkeypatch.setitem(ACCESS, "forgot", Who.STAFF)

    client.force_login(UserFactory())
    assert client.get("/forgotten/").status_code == 403

    client.force_login(UserFactory(is_staff=True))
    assert client.get("/forgotten/").content == b"secret"


@pytest.mark.django_db
def test_rule_that_says_no_gives_its_reason_in_words():
    from placeplan_web.accounts.permission import require_permission

    request = RequestFactory().get("/")
    request.user = UserFactory()

    with pytest.raises(PermissionDenied, match="not released"):
        require_permission(request, "no.such", None, why_not="It is not released.")
    assert request.permission_checked
