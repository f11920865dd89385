"""OpenID Connect against a real provider on this machine; nothing personal is kept."""

import http.client
from urllib.parse import urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from factories.account_factory import PASSWORD, UserFactory
from factories.openid_provider import (
    CLIENT,
    PERSONAL,
    SECRET,
    make_key,
    serve_provider,
)
from placeplan_web.accounts.invitation import invite
from placeplan_web.accounts.models import User
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import list_entries
from placeplan_web.config.environment import Environment
from placeplan_web.config.openid import (
    find_name,
    list_origins,
    make_providers,
    read_providers,
)

pytestmark = pytest.mark.django_db
LEAVE = "/accounts/openid/openid/"


@pytest.fixture
def provider(settings, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    cache.clear()
    with serve_provider() as served:
        settings.SOCIALACCOUNT_PROVIDERS = make_providers(
            server=served.address, client=CLIENT, secret=SECRET, name="Example Trust"
        )
        settings.OPENID_NAME = "Example Trust"
        yield served


def go_to_provider(client, **words):
    """Press the button, sign in at the provider, and give the way back."""
    sent = client.post(LEAVE, {"process": "login", **words})
    assert sent.status_code == 302
    parts = urlsplit(sent.url)
    there = http.client.HTTPConnection(parts.hostname, parts.port, timeout=5)
    there.request("GET", f"{parts.path}?{parts.query}")
    back = urlsplit(there.getresponse().headers["Location"])
    there.close()
    assert back.path == "/accounts/openid/openid/back/"
    return f"{back.path}?{back.query}"


def sign_in(client, **words):
    return client.get(go_to_provider(client, **words))


def connect(client, user):
    client.post("/accounts/sign-in/", {"login": user.username, "password": PASSWORD})
    client.post(
        "/accounts/again/",
        {"password": PASSWORD, "next": "/accounts/second-factor/"},
    )
    return sign_in(client, process="connect")


def is_signed_in(client):
    return "Sign out" in client.get("/cookies/").content.decode()


def test_button_stands_where_a_provider_is_set(client, provider):
    page = client.get("/accounts/sign-in/").content.decode()

    assert "Sign in with Example Trust" in page
    assert "Go on" in client.get(LEAVE).content.decode()


def test_without_a_provider_there_is_no_button_and_no_way(client):
    assert "Sign in with" not in client.get("/accounts/sign-in/").content.decode()
    assert client.post(LEAVE, {"process": "login"}).status_code == 404


def test_stranger_gets_no_account(client, provider):
    page = sign_in(client).content.decode()

    assert "You have no account here" in page
    assert not is_signed_in(client)
    assert User.objects.count() == 0
    assert SocialAccount.objects.count() == 0


def test_person_connects_their_account_and_signs_in_with_it(client, provider):
    user = UserFactory(username="secretary")
    assert connect(client, user).url == "/accounts/second-factor/"
    assert "It is connected" in client.get("/accounts/second-factor/").content.decode()
    client.post("/accounts/sign-out/")

    assert sign_in(client, next="/cookies/").url == "/cookies/"

    assert is_signed_in(client)
    entry = list_entries("accounts.user", user.public_id).get()
    assert (entry.verb, entry.by) == ("connect", str(user.public_id))


def test_nothing_that_the_provider_tells_is_kept_but_the_id(client, provider):
    connect(client, UserFactory(username="secretary"))
    client.post("/accounts/sign-out/")
    sign_in(client)

    kept = SocialAccount.objects.get()
    assert (kept.uid, kept.extra_data) == ("7f3c", {})
    tables = [User, SocialAccount, AuditEntry]
    written = str([list(model.objects.values()) for model in tables])
    assert not [word for word in PERSONAL.values() if word in written]


def test_invited_person_makes_their_account_by_signing_in(client, provider):
    made = invite(
        by="command", organisation="km-stp", at=timezone.now(), days=7, is_staff=True
    )
    page = client.get(f"/accounts/invitation/{made.token}/").content.decode()
    assert "Sign in with Example Trust" in page

    response = sign_in(client, invitation=made.token)

    assert response.status_code == 302
    assert is_signed_in(client)
    user = User.objects.get()
    assert user.username.startswith("member-")
    assert (user.organisation, user.is_staff) == ("km-stp", True)
    assert not user.has_usable_password()
    verbs = AuditEntry.objects.order_by("sequence").values_list("verb", flat=True)
    assert list(verbs) == ["invite", "accept", "add", "connect"]


def test_invitation_lets_one_person_in(client, provider):
    made = invite(by="command", organisation="", at=timezone.now(), days=7)
    sign_in(client, invitation=made.token)
    client.post("/accounts/sign-out/")
    provider.person = "somebody else"

    page = sign_in(client, invitation=made.token).content.decode()

    assert "You have no account here" in page
    assert User.objects.count() == 1


def test_token_signed_by_another_key_lets_nobody_in(client, provider):
    connect(client, UserFactory(username="secretary"))
    client.post("/accounts/sign-out/")
    provider.signing_key = make_key()

    response = sign_in(client)

    assert response.status_code == 401
    assert "That sign-in did not work" in response.content.decode()
    assert not is_signed_in(client)


def test_token_for_another_site_lets_nobody_in(client, provider):
    connect(client, UserFactory(username="secretary"))
    client.post("/accounts/sign-out/")
    provider.audience = "another-site"

    assert sign_in(client).status_code == 401
    assert not is_signed_in(client)


def test_way_back_works_once_and_for_this_browser_alone(client, provider):
    connect(client, UserFactory(username="secretary"))
    client.post("/accounts/sign-out/")
    back = go_to_provider(client)
    stranger = type(client)()

    assert stranger.get(back).status_code == 401
    assert client.get(back).status_code == 302
    client.post("/accounts/sign-out/")
    assert client.get(back).status_code == 401


def test_closed_account_stays_closed(client, provider):
    user = UserFactory(username="secretary")
    connect(client, user)
    client.post("/accounts/sign-out/")
    User.objects.update(is_active=False)

    sign_in(client)

    assert not is_signed_in(client)


def test_person_turns_back_at_the_provider(client, provider):
    provider.is_refusing = True

    page = client.get(sign_in(client).url).content.decode()

    assert "You did not sign in" in page


def test_connection_is_undone_by_whoever_has_a_password(client, provider):
    user = UserFactory(username="secretary")
    connect(client, user)

    client.post("/accounts/disconnect/")

    assert SocialAccount.objects.count() == 0
    verbs = [e.verb for e in list_entries("accounts.user", user.public_id)]
    assert verbs == ["connect", "disconnect"]


def test_connection_stays_where_nothing_else_lets_in(client, provider):
    made = invite(by="command", organisation="", at=timezone.now(), days=7)
    sign_in(client, invitation=made.token)

    client.post("/accounts/disconnect/")

    page = client.get("/accounts/second-factor/").content.decode()
    assert "Nothing else lets you in" in page
    assert SocialAccount.objects.count() == 1


def read(**variables):
    named = {f"PLACEPLAN_OPENID_{name}": value for name, value in variables.items()}
    return read_providers(Environment(named))


def test_settings_come_from_the_environment():
    providers = read(
        SERVER="https://id.example.org/realm/", CLIENT="placeplan", SECRET="x"
    )

    (app,) = providers["openid_connect"]["APPS"]
    assert app["settings"]["server_url"] == "https://id.example.org/realm"
    assert find_name(providers) == "your organisation"
    assert list_origins(providers) == ["https://id.example.org"]


def test_without_a_server_there_are_none():
    assert read() == {}
    assert find_name({}) == ""
    assert list_origins({}) == []


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"SERVER": "http://id.example.org", "CLIENT": "x"}, "begins with https"),
        ({"SERVER": "https://id.example.org"}, "OPENID_CLIENT is not set"),
    ],
)
def test_settings_that_cannot_be_are_refused_in_words(variables, words):
    with pytest.raises(ImproperlyConfigured, match=words):
        read(**variables)
