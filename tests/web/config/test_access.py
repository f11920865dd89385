"""Nobody opens an address that the access table does not open to them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path, reverse

from factories.account_factory import UserFactory
from factories.address_book import list_addresses
from factories.private_records import SECRET, make_parts, make_private_run
from placeplan_web.config.access import ACCESS, Who

ADDRESSES = list_addresses()
SHUT = {403, 404}


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(ACCESS) == sorted(ADDRESSES)


@pytest.fixture
def owner(db):
    return UserFactory(username="owner", organisation="km-stp")


@pytest.fixture
def other(db):
    return UserFactory(username="other", organisation="ekhuft")


@pytest.fixture
def run(owner):
    return make_private_run(owner)


def open_address(client, name, run, query=""):
    """Ask for an address; one that only takes forms is sent an empty form."""
    url = reverse(name, kwargs=make_parts(run).get(name)) + query
    response = client.get(url)
    return client.post(url) if response.status_code == 405 else response


def is_sent_to_sign_in(response):
    sign_in = reverse("account_login")
    return response.status_code == 302 and response.url.startswith(sign_in)


def tells(response, words):
    return words in response.content.decode()


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_anonymous_reader_opens_only_what_is_open(name, client, run):
    response = open_address(client, name, run)

    if ACCESS[name] is Who.EVERYONE:
        assert response.status_code == 200
    elif ACCESS[name] is Who.RECORD:
        assert response.status_code in SHUT
    else:
        assert is_sent_to_sign_in(response)
    assert not tells(response, SECRET)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_other_user_opens_no_record_of_the_owner(name, client, run, other):
    client.force_login(other)

    response = open_address(client, name, run)

    if ACCESS[name] in {Who.RECORD, Who.OWNER}:
        assert response.status_code in SHUT
    elif ACCESS[name] is Who.STAFF:
        assert response.status_code == 403
    else:
        assert response.status_code in {200, 302}
    assert not tells(response, SECRET)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_private_run_named_in_the_address_stays_private(name, client, run, other):
    client.force_login(other)

    response = open_address(client, name, run, query=f"?run={run.public_id}")

    assert not tells(response, SECRET)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_owner_is_refused_nothing_of_their_own(name, client, run, owner):
    client.force_login(owner)

    response = open_address(client, name, run)

    if ACCESS[name] is Who.STAFF:
        assert response.status_code == 403
    else:
        assert response.status_code not in {401, 403, 500}
        assert not is_sent_to_sign_in(response)


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
