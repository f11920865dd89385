"""Add a user, change or close an account, end sessions; each with its audit row."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.db.models import F

from placeplan_web.accounts.lock_out import forget_tries
from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record

KIND = "accounts.user"
SIGN_IN = "sign-in"  # who acts in the audit when the sign-in page shuts an account


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


def open_account(*, by: str, user: User, at: datetime) -> None:
    """Let somebody in again whose account was closed."""
    with transaction.atomic():
        user.is_active = True
        user.save(update_fields=["is_active"])
        _note(by, "open", user, {"is_active": [False, True]}, at=at)


def end_sessions(*, by: str, user: User, at: datetime) -> None:
    """Sign somebody out everywhere."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(session_round=F("session_round") + 1)
        user.refresh_from_db(fields=["session_round"])
        _note(by, "end-sessions", user, {}, at=at)


def unlock_account(*, by: str, user: User, at: datetime) -> None:
    """Forget the tries that failed, so that somebody may try again at once."""
    with transaction.atomic():
        _note(by, "unlock", user, {}, at=at)
    forget_tries(user)


def remove_second_factor(*, by: str, user: User, at: datetime) -> None:
    """Take away the second factor of somebody who lost it, and end their sessions.

    Whoever asks has made sure that the person is who they say they are.
    """
    with transaction.atomic():
        factors = Authenticator.objects.filter(user=user)
        sorts = sorted(factors.values_list("type", flat=True))
        factors._raw_delete(factors.db)  # noted here, once, with who did it
        if sorts:
            _note(by, "remove-second-factor", user, {"factor": sorts}, at=at)
        end_sessions(by=by, user=user, at=at)


def note_lock(*, username: str, at: datetime) -> None:
    """Note that too many tries shut an account; a name that is nobody's leaves none."""
    user = User.objects.filter(username=username).first()
    if user is not None:
        with transaction.atomic():
            _note(SIGN_IN, "lock", user, {}, at=at)


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
