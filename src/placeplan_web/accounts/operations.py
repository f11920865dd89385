"""Add a user, give a new password, close an account; each with its audit row."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record

KIND = "accounts.user"


def add_user(
    *,
    by: str,
    username: str,
    password: str,
    at: datetime,
    organisation: str = "",
    is_staff: bool = False,
) -> User:
    """Add somebody who may sign in.

    Raises
    ------
    django.core.exceptions.ValidationError
        Everything that is wrong with the name, the organisation or the password.
    """
    with transaction.atomic():
        user = User(username=username, organisation=organisation, is_staff=is_staff)
        user.joined_at = at
        validate_password(password, user)
        user.set_password(password)
        user.full_clean()
        user.save()
        changes = {"organisation": organisation, "is_staff": is_staff}
        _note(by, "add", user, changes, at=at)
    return user


def change_password(*, by: str, user: User, password: str, at: datetime) -> None:
    """Give a new password; whoever was signed in with the old one is signed out."""
    with transaction.atomic():
        validate_password(password, user)
        user.set_password(password)
        user.save(update_fields=["password"])
        _note(by, "change-password", user, {}, at=at)


def close_account(*, by: str, user: User, at: datetime) -> None:
    """Let somebody in no more; what they made stays."""
    with transaction.atomic():
        user.is_active = False
        user.save(update_fields=["is_active"])
        _note(by, "close", user, {"is_active": [True, False]}, at=at)


def _note(
    by: str, verb: str, user: User, changes: dict[str, object], *, at: datetime
) -> None:
    record(
        by=by,
        verb=verb,
        kind=KIND,
        identifier=user.public_id,
        changes=changes,
        at=at,
    )
