"""Accounts are made, renewed and closed by somebody, and that is on the record."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from factories.account_factory import PASSWORD, UserFactory
from placeplan_web.accounts import operations
from placeplan_web.accounts.models import User
from placeplan_web.accounts.password import make_password
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import list_entries

pytestmark = pytest.mark.django_db
NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)


def add(**changed):
    words = {"username": "secretary", "password": PASSWORD, "organisation": "km-stp"}
    return operations.add_user(by="command", at=NOON, **{**words, **changed})


def test_user_is_added_with_an_entry_that_names_nobody():
    user = add()

    entry = list_entries("accounts.user", user.public_id).get()
    assert (entry.by, entry.verb) == ("command", "add")
    assert entry.read_changes() == {"organisation": "km-stp", "is_staff": False}
    assert "secretary" not in str(vars(entry))
    assert user.check_password(PASSWORD)
    assert user.joined_at == NOON


@pytest.mark.parametrize(
    "changed",
    [
        {"username": "A Person"},
        {"username": "Secretary"},
        {"username": ""},
        {"organisation": "Kent & Medway"},
        {"password": "password1234"},
        {"password": "short"},
        {"password": "secretary1234"},
    ],
)
def test_bad_account_leaves_neither_user_nor_entry(changed):
    with pytest.raises(ValidationError):
        add(**changed)

    assert User.objects.count() == 0
    assert AuditEntry.objects.count() == 0


def test_name_is_given_once():
    add()
    with pytest.raises(ValidationError):
        add()


def test_database_holds_names_in_small_letters():
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(username="Secretary")])


def test_new_password_replaces_the_old_one():
    user = UserFactory()

    operations.change_password(
        by="command", user=user, password="harbour-violet-engine", at=NOON
    )

    user.refresh_from_db()
    assert user.check_password("harbour-violet-engine")
    assert not user.check_password(PASSWORD)
    assert list_entries("accounts.user", user.public_id).get().verb == (
        "change-password"
    )


def test_closed_account_is_on_the_record():
    user = UserFactory()

    operations.close_account(by="command", user=user, at=NOON)

    user.refresh_from_db()
    assert not user.is_active
    entry = list_entries("accounts.user", user.public_id).get()
    assert entry.read_changes() == {"is_active": [True, False]}


def test_made_password_is_long_and_new_each_time():
    made = {make_password() for _ in range(50)}

    assert len(made) == 50
    assert {len(password) for password in made} == {23}


def test_user_without_a_password_lets_nobody_in():
    user = User.objects.create_user("secretary")

    assert not user.has_usable_password()
    assert str(user) == "secretary"
