"""Staff invite people by a link that works once, and help whoever cannot sign in."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils import timezone

from factories.account_factory import PASSWORD, UserFactory
from placeplan_web.accounts import invitation as invitations
from placeplan_web.accounts.invitation import InvitationError, accept, invite, withdraw
from placeplan_web.accounts.models import Invitation, User
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import list_entries

pytestmark = pytest.mark.django_db
PEOPLE, SIGN_IN = "/accounts/people/", "/accounts/sign-in/"
NEW = "harbour-violet-engine"


@pytest.fixture(autouse=True)
def _no_tries_so_far():
    cache.clear()


@pytest.fixture
def staff(client):
    user = UserFactory(username="keeper", is_staff=True)
    client.force_login(user)
    return user


def make_link(client, **words):
    page = client.post(PEOPLE + "invite/", words).content.decode()
    return re.search(r'value="(http://testserver/\S+)"', page).group(1)


def answer(client, link, name="analyst-7", password=NEW, again=NEW):
    words = {"username": name, "password1": password, "password2": again}
    return client.post(link, words)


def read(client, address):
    return client.get(address).content.decode()


def test_somebody_invited_makes_their_account_and_signs_in(client, staff):
    link = make_link(client, organisation="km-stp", is_staff="on")
    client.logout()

    assert "You were invited for km-stp, to do what staff may" in read(client, link)
    assert answer(client, link).url == SIGN_IN
    client.post(SIGN_IN, {"login": "analyst-7", "password": NEW})

    user = User.objects.get(username="analyst-7")
    assert (user.organisation, user.is_staff) == ("km-stp", True)
    assert "analyst-7" in read(client, "/cookies/")


def test_link_works_once(client, staff):
    link = make_link(client)
    answer(client, link)

    assert client.get(link).status_code == 404
    assert answer(client, link, name="analyst-8").status_code == 404
    assert "does not hold any more" in read(client, link)
    assert User.objects.filter(username="analyst-8").count() == 0


def test_link_is_kept_nowhere_and_leaves_ids_alone_in_the_audit(client, staff):
    link = make_link(client, organisation="km-stp")
    word = link.rstrip("/").rsplit("/", 1)[1]
    answer(client, link)

    kept = str(list(Invitation.objects.values()) + list(AuditEntry.objects.values()))
    assert word not in kept
    assert "analyst-7" not in kept
    invitation, user = Invitation.objects.get(), User.objects.get(username="analyst-7")
    steps = list_entries("accounts.invitation", invitation.public_id)
    assert [(e.verb, e.by) for e in steps] == [
        ("invite", str(staff.public_id)),
        ("accept", str(user.public_id)),
    ]
    added = list_entries("accounts.user", user.public_id).get()
    assert added.read_changes() == {"organisation": "km-stp", "is_staff": False}


def test_link_ends_after_its_days(client, staff, time_machine):
    link = make_link(client)
    time_machine.move_to(timezone.now() + timedelta(days=7, seconds=1))

    assert client.get(link).status_code == 404
    assert answer(client, link).status_code == 404


def test_withdrawn_link_is_dead(client, staff):
    link = make_link(client)
    invitation = Invitation.objects.get()
    assert "Withdraw" in read(client, PEOPLE)

    client.post(f"{PEOPLE}invitations/{invitation.public_id}/withdraw/")

    assert "its link is dead" in read(client, PEOPLE)
    assert client.get(link).status_code == 404
    client.post(f"{PEOPLE}invitations/{invitation.public_id}/withdraw/")
    assert "does not hold any more" in read(client, PEOPLE)


def test_every_fault_is_told_beside_its_box(client, staff):
    link = make_link(client)

    page = answer(client, link, name="A Name", again="other").content.decode()
    assert "Write a user name in small letters" in page
    assert "The two passwords differ." in page

    page = answer(client, link, password="short", again="short").content.decode()
    assert "at least 12 characters" in page

    page = answer(client, link, name="keeper").content.decode()
    assert "This user name is taken." in page
    assert Invitation.objects.get().accepted_at is None


def test_organisation_that_is_no_id_is_refused(client, staff):
    response = client.post(PEOPLE + "invite/", {"organisation": "The Trust"})

    assert response.status_code == 422
    assert "Give the id of an organisation" in response.content.decode()
    assert Invitation.objects.count() == 0


def test_fault_of_the_audit_leaves_no_account(monkeypatch):
    made = invite(by="command", organisation="", at=timezone.now(), days=7)

    def fail(**_):
        raise RuntimeError("the audit could not be written")

    monkeypatch.setattr(invitations, "record", fail)
    with pytest.raises(RuntimeError):
        accept(token=made.token, username="analyst-7", password=NEW, at=timezone.now())

    assert User.objects.count() == 0
    assert Invitation.objects.get().accepted_at is None


def test_invitation_accepted_cannot_be_withdrawn():
    now = timezone.now()
    made = invite(by="command", organisation="", at=now, days=7)
    accept(token=made.token, username="analyst-7", password=NEW, at=now)

    with pytest.raises(InvitationError):
        withdraw(by="command", invitation=made.invitation, at=now)
    with pytest.raises(InvitationError, match="used already"):
        accept(token=made.token, username="analyst-8", password=NEW, at=now)


@pytest.mark.parametrize(
    "change",
    [
        {"accepted_at": timezone.now()},
        {"expires_at": timezone.now() - timedelta(days=9)},
    ],
)
def test_database_holds_what_an_invitation_may_not_be(change):
    invite(by="command", organisation="", at=timezone.now(), days=7)

    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.update(**change)


def page_of(user, action=""):
    return f"{PEOPLE}{user.public_id}/{action}"


def test_staff_open_an_account_that_tries_have_shut(client, staff):
    user = UserFactory(username="secretary")
    stranger = type(client)()
    for _ in range(5):
        stranger.post(SIGN_IN, {"login": "secretary", "password": "wrong"})
    words = {"login": "secretary", "password": PASSWORD}
    refused = stranger.post(SIGN_IN, words).content.decode()
    assert "ask staff to open the account" in refused

    assert "Let them try again now" in read(client, page_of(user))
    client.post(page_of(user, "unlock/"))

    assert stranger.post(SIGN_IN, words).status_code == 302
    entries = list_entries("accounts.user", user.public_id)
    assert [(entry.verb, entry.by) for entry in entries] == [
        ("lock", "sign-in"),
        ("unlock", str(staff.public_id)),
    ]


def test_name_that_is_nobodys_is_shut_alike_and_leaves_no_entry(client):
    def try_in(name):
        words = {"login": name, "password": "wrong"}
        return client.post(SIGN_IN, words).content.decode()

    for _ in range(5):
        try_in("nobody")

    assert "Too many tries to sign in." in try_in("nobody")
    assert AuditEntry.objects.count() == 0


def test_person_is_signed_out_everywhere(client, staff):
    user = UserFactory(username="secretary")
    phone, desk = type(client)(), type(client)()
    for device in (phone, desk):
        device.force_login(user)

    client.post(page_of(user, "end-sessions/"))
    assert "Sign in</a>" in read(phone, "/cookies/")
    assert "Sign in</a>" in read(desk, "/cookies/")

    desk.force_login(User.objects.get(username="secretary"))
    assert desk.post("/accounts/sign-out/everywhere/").url == "/"
    assert "Sign in</a>" in read(desk, "/cookies/")


def test_account_is_closed_and_opened_again(client, staff):
    user = UserFactory(username="secretary")
    device = type(client)()
    device.force_login(user)

    client.post(page_of(user, "close/"))
    assert "Sign in</a>" in read(device, "/cookies/")
    assert "Open the account again" in read(client, page_of(user))

    client.post(page_of(user, "open/"))
    user.refresh_from_db()
    assert user.is_active


def test_nobody_does_any_of_it_to_their_own_account(client, staff):
    assert "What you can do" not in read(client, page_of(staff))
    assert client.post(page_of(staff, "close/")).status_code == 404
    assert client.post(page_of(UserFactory(), "promote/")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_people_takes_the_same_queries_for_one_and_three(
    count, client, staff, django_assert_max_num_queries
):
    UserFactory.create_batch(count)
    client.get(PEOPLE)

    with django_assert_max_num_queries(6):
        client.get(PEOPLE)
