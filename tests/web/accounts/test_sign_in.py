"""People sign in with a name and a password; nobody signs up by themselves."""

import pytest
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse

from factories.account_factory import PASSWORD, UserFactory
from placeplan_web.accounts.adapter import ClosedAdapter
from placeplan_web.audit.queries import list_entries

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/sign-in/"


@pytest.fixture(autouse=True)
def _no_tries_so_far():
    cache.clear()


def sign_in(client, name="secretary", password=PASSWORD, next_page="/cookies/"):
    words = {"login": name, "password": password, "next": next_page}
    return client.post(SIGN_IN, words)


def test_person_signs_in_and_returns_to_where_they_were(client):
    UserFactory(username="secretary")

    response = sign_in(client)

    assert (response.status_code, response.url) == (302, "/cookies/")
    assert "secretary" in client.get("/").content.decode()


def test_name_may_be_typed_in_large_letters(client):
    UserFactory(username="secretary")

    assert sign_in(client, name="Secretary").status_code == 302


def test_wrong_password_is_told_in_plain_words_with_the_name_kept(client):
    UserFactory(username="secretary")

    page = sign_in(client, password="wrong").content.decode()

    assert "There is a problem" in page
    assert "The user name or the password is not right." in page
    assert 'value="secretary"' in page
    assert "<title>Error: Sign in" in page


def test_unknown_name_gets_the_same_words(client):
    UserFactory(username="secretary")

    def words(name):
        page = sign_in(client, name=name, password="wrong").content.decode()
        return page[page.index("There is a problem") :].split("<h1")[0]

    assert words("nobody") == words("secretary")


def test_fifth_wrong_password_shuts_the_account_for_five_minutes(client, time_machine):
    UserFactory(username="secretary")
    time_machine.move_to("2019-07-12 12:00:00+00:00", tick=False)
    for _ in range(5):
        sign_in(client, password="wrong")

    refused = sign_in(client)
    assert refused.status_code == 200
    assert "Too many tries to sign in." in refused.content.decode()

    time_machine.move_to("2019-07-12 12:06:00+00:00", tick=False)
    assert sign_in(client).status_code == 302


def test_closed_account_does_not_open(client):
    UserFactory(username="secretary", is_active=False)

    page = client.get(sign_in(client).url).content.decode()

    assert "This account is closed" in page
    assert client.get("/accounts/password/").status_code == 302


def test_address_of_another_site_is_not_followed(client):
    UserFactory(username="secretary")

    assert sign_in(client, next_page="https://example.org/").url == "/"


def test_signing_out_takes_one_form(client):
    client.force_login(UserFactory(username="secretary"))

    assert client.get("/accounts/sign-out/").status_code == 200
    assert client.post("/accounts/sign-out/").url == "/"
    assert "Sign in" in client.get("/").content.decode()


def test_password_is_changed_with_the_old_one(client):
    user = UserFactory()
    client.force_login(user)
    new = "harbour-violet-engine"

    response = client.post(
        "/accounts/password/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    user.refresh_from_db()
    assert response.status_code == 302
    assert user.check_password(new)
    entry = list_entries("accounts.user", user.public_id).get()
    assert (entry.verb, entry.by) == ("change-password", str(user.public_id))


def test_short_password_is_refused_in_words(client):
    client.force_login(UserFactory())

    page = client.post(
        "/accounts/password/",
        {"oldpassword": "wrong", "password1": "short", "password2": "other"},
    ).content.decode()

    assert "Enter the password that you use now." in page
    assert "at least 12 characters" in page


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password"])
def test_nobody_signs_up_or_resets_by_themselves(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_sign_up_stays_closed_even_where_a_page_for_it_is_added():
    assert ClosedAdapter().is_open_for_signup(None) is False


def test_machine_that_asks_too_often_is_told_to_wait(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    for _ in range(2):
        sign_in(client)

    response = sign_in(client)

    assert response.status_code == 429
    assert "Wait five minutes" in response.content.decode()


def test_form_without_its_token_is_refused_in_words(client):
    client.handler.enforce_csrf_checks = True

    response = sign_in(client)

    assert response.status_code == 403
    assert "This form is out of date" in response.content.decode()
