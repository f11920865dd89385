"""A code from a phone after the password; codes on paper; staff may need one."""

import base64
import logging
import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from factories.account_factory import PASSWORD, UserFactory
from factories.one_time_code import make_code
from placeplan_web.accounts.operations import remove_second_factor
from placeplan_web.accounts.second_factor import SecondFactorAdapter, has_second_factor
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import list_entries

pytestmark = pytest.mark.django_db
SIGN_IN, CODE = "/accounts/sign-in/", "/accounts/sign-in/code/"
ADD, REMOVE = "/accounts/second-factor/add/", "/accounts/second-factor/remove/"
CODES = "/accounts/second-factor/codes/"
NOON = 1_562_932_800  # 12 July 2019 at noon, in seconds


@pytest.fixture(autouse=True)
def clock(time_machine):
    cache.clear()
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def user():
    return UserFactory(username="secretary")


def sign_in(client, name="secretary"):
    return client.post(SIGN_IN, {"login": name, "password": PASSWORD})


def read_secret(page):
    return re.search(r'<code id="key">([A-Z2-7]+)</code>', page).group(1)


def begin_set_up(client):
    """Sign in, show once more that it is oneself, and come to the page of the key."""
    sign_in(client)
    client.post("/accounts/again/", {"password": PASSWORD, "next": ADD})
    return client.get(ADD).content.decode()


def set_up(client):
    """Sign in and set a factor up; give its key and the recovery codes."""
    secret = read_secret(begin_set_up(client))
    assert client.post(ADD, {"code": make_code(secret)}).url == CODES
    page = client.get(CODES).content.decode()
    return secret, re.findall(r"<li><code>(\w+)</code></li>", page)


def test_code_of_the_standard():
    secret = base64.b32encode(b"12345678901234567890").decode()
    # RFC 6238, appendix B, the last six figures of each
    assert make_code(secret, 59) == "287082"
    assert make_code(secret, 1_111_111_109) == "081804"
    assert make_code(secret, 20_000_000_000) == "353130"


def test_person_sets_up_a_factor_and_signs_in_with_it(client, user, clock):
    secret, _ = set_up(client)
    client.post("/accounts/sign-out/")
    clock.shift(30)

    asked = sign_in(client)
    assert asked.url == CODE
    assert "Sign in</a>" in client.get("/").content.decode()  # not signed in yet
    assert "Type your code" in client.get(CODE).content.decode()

    assert client.post(CODE, {"code": make_code(secret)}).url == "/"
    assert "secretary" in client.get("/").content.decode()


def test_code_is_drawn_without_script_or_style(client, user):
    begin_set_up(client)

    response = client.get(ADD)

    page = response.content.decode()
    drawn = page[page.index("<svg") : page.index("</svg>")]
    assert 'role="img"' in drawn
    assert "aria-label=" in drawn
    assert "style" not in drawn
    assert "style-src 'self'" in response.headers["Content-Security-Policy"]


def test_wrong_code_is_told_in_plain_words(client, user, clock):
    secret, _ = set_up(client)
    client.post("/accounts/sign-out/")
    clock.shift(30)
    sign_in(client)

    wrong = "000000" if make_code(secret) != "000000" else "000001"
    page = client.post(CODE, {"code": wrong}).content.decode()

    assert "The code is not right." in page
    assert "<title>Error: Type your code" in page


def test_code_works_once_and_not_after_its_time(client, user, clock):
    secret, _ = set_up(client)
    client.post("/accounts/sign-out/")
    clock.shift(30)
    used = make_code(secret)
    sign_in(client)
    client.post(CODE, {"code": used})
    client.post("/accounts/sign-out/")

    sign_in(client)
    assert "not right" in client.post(CODE, {"code": used}).content.decode()
    clock.shift(30)
    assert "not right" in client.post(CODE, {"code": used}).content.decode()


def test_fifth_wrong_code_shuts_the_account_for_five_minutes(client, user, clock):
    secret, _ = set_up(client)
    client.post("/accounts/sign-out/")
    clock.shift(30)
    sign_in(client)
    for _ in range(5):
        client.post(CODE, {"code": "1"})

    page = client.post(CODE, {"code": make_code(secret)}).content.decode()
    assert "Too many tries to sign in." in page

    clock.shift(301)
    sign_in(client)
    assert client.post(CODE, {"code": make_code(secret)}).url == "/"


def test_recovery_code_lets_in_once(client, user, clock):
    _, codes = set_up(client)
    assert len(set(codes)) == 10
    client.post("/accounts/sign-out/")

    sign_in(client)
    assert client.post(CODE, {"code": codes[3]}).url == "/"
    client.post("/accounts/sign-out/")
    sign_in(client)
    assert "not right" in client.post(CODE, {"code": codes[3]}).content.decode()
    assert client.post(CODE, {"code": codes[4]}).url == "/"
    page = client.get("/accounts/second-factor/").content.decode()
    assert "8 of your recovery codes are left" in page


def test_recovery_codes_are_shown_once_and_made_anew(client, user):
    _, codes = set_up(client)

    again = client.get(CODES).content.decode()
    assert "cannot be shown again" in again
    assert codes[0] not in again

    client.post("/accounts/second-factor/codes/new/")
    page = client.get(CODES).content.decode()
    new = re.findall(r"<li><code>(\w+)</code></li>", page)
    assert len(new) == 10
    assert set(new).isdisjoint(codes)


def test_nobody_adds_a_factor_without_their_password_of_just_now(client, user):
    client.force_login(user)

    assert client.get(ADD).url.startswith("/accounts/again/")
    page = client.get("/accounts/again/").content.decode()
    assert "Type your password to go on" in page
    wrong = client.post("/accounts/again/", {"password": "wrong"}).content.decode()
    assert "There is a problem" in wrong
    done = client.post("/accounts/again/", {"password": PASSWORD, "next": ADD})
    assert done.url == ADD
    assert client.get(ADD).status_code == 200


def test_factor_is_removed_after_a_code_of_just_now(client, user, clock):
    secret, _ = set_up(client)
    clock.shift(601)

    asked = client.get(REMOVE).url
    assert asked.startswith("/accounts/again/?next=")
    assert "Use a code from your app instead" in client.get(asked).content.decode()
    page = client.get("/accounts/again/code/").content.decode()
    assert "Type a code to go on" in page
    again = {"code": make_code(secret), "next": REMOVE}
    assert client.post("/accounts/again/code/", again).url == REMOVE
    assert "Remove your second factor" in client.get(REMOVE).content.decode()
    client.post(REMOVE)

    assert not has_second_factor(user)
    assert Authenticator.objects.count() == 0


def test_audit_tells_of_the_factor_and_of_nothing_secret(client, user, clock):
    secret, codes = set_up(client)
    client.post(REMOVE)

    entries = list_entries("accounts.user", user.public_id)
    assert [(entry.verb, entry.read_changes()) for entry in entries] == [
        ("add-second-factor", {"factor": "totp"}),
        ("add-second-factor", {"factor": "recovery_codes"}),
        ("remove-second-factor", {"factor": "totp"}),
        ("remove-second-factor", {"factor": "recovery_codes"}),
    ]
    assert {entry.by for entry in entries} == {str(user.public_id)}
    written = str(list(AuditEntry.objects.values()))
    assert not [word for word in (secret, *codes, "secretary") if word in written]


def test_fault_of_the_audit_leaves_no_factor(client, user, monkeypatch):
    secret = read_secret(begin_set_up(client))

    def fail(**_):
        raise RuntimeError("the audit could not be written")

    monkeypatch.setattr("placeplan_web.accounts.factor_audit.record", fail)
    with pytest.raises(RuntimeError):
        client.post(ADD, {"code": make_code(secret)})

    assert Authenticator.objects.count() == 0


def test_secret_is_kept_encrypted_and_never_logged(client, user, caplog):
    caplog.set_level(logging.DEBUG)

    secret, codes = set_up(client)

    kept = str(list(Authenticator.objects.values()))
    assert not [word for word in (secret, *codes) if word in kept + caplog.text]


def test_secret_kept_under_another_key_fits_no_code(client, user, settings, clock):
    secret, codes = set_up(client)
    settings.SECRET_KEY = "another key, as after a move to another machine"
    client.cookies.clear()
    clock.shift(30)

    sign_in(client)
    for code in (make_code(secret), codes[0]):
        assert "not right" in client.post(CODE, {"code": code}).content.decode()


def test_cipher_gives_back_what_it_was_given():
    adapter = SecondFactorAdapter()

    kept = adapter.encrypt("JBSWY3DPEHPK3PXP")

    assert kept != adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert adapter.decrypt(kept) == "JBSWY3DPEHPK3PXP"


def test_staff_remove_the_factor_of_somebody_who_lost_their_phone(client, user, clock):
    set_up(client)

    remove_second_factor(by="command", user=user, at=user.joined_at)

    assert not has_second_factor(user)
    verbs = [e.verb for e in list_entries("accounts.user", user.public_id)]
    assert verbs[-2:] == ["remove-second-factor", "end-sessions"]
    assert "Sign in</a>" in client.get("/").content.decode()


class TestStaffWhoNeedOne:
    """With the setting, staff come to nothing before their second factor."""

    @pytest.fixture(autouse=True)
    def _needed(self, settings):
        settings.STAFF_NEED_SECOND_FACTOR = True

    def test_staff_are_led_to_set_one_up(self, client):
        UserFactory(username="secretary", is_staff=True)
        sign_in(client)

        for address in ("/", "/audit/", "/places/", "/accounts/people/"):
            assert client.get(address).url == "/accounts/second-factor/"
        page = client.get("/accounts/second-factor/").content.decode()
        assert "Staff need a second factor on this site." in page

        set_up(client)
        assert client.get("/audit/").status_code == 200

    def test_staff_cannot_remove_it(self, client):
        UserFactory(username="secretary", is_staff=True)
        set_up(client)

        page = client.get(REMOVE).content.decode()
        assert "It cannot be removed" in page
        assert client.post(REMOVE).status_code == 200
        assert Authenticator.objects.count() == 2

    def test_others_go_on_as_before(self, client):
        UserFactory(username="secretary")
        sign_in(client)

        assert client.get("/").status_code == 200
        assert client.get("/accounts/second-factor/").status_code == 200
