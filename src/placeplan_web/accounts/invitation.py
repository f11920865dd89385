"""Invite somebody by a link that works once: they choose their own name and password.

No e-mail address is asked for. The link is shown to the member of staff who made it,
who passes it on; after that nobody can read it again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.db.models import Q, QuerySet

from placeplan_web.accounts.models import Invitation, User
from placeplan_web.audit.operations import record

KIND = "accounts.invitation"
TOKEN_BYTES = 32


class InvitationError(Exception):
    """An invitation that no longer holds; the words say what to do."""


@dataclass(frozen=True, slots=True)
class MadeInvitation:
    """An invitation, and the word of its link, known at this moment alone."""

    invitation: Invitation
    token: str


def invite(
    *,
    by: UUID | str,
    organisation: str,
    at: datetime,
    days: int,
    is_staff: bool = False,
) -> MadeInvitation:
    """Make an invitation that holds for some days."""
    token = token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        invitation = Invitation(
            digest=_digest(token),
            organisation=organisation,
            is_staff=is_staff,
            made_by=str(by),
            made_at=at,
            expires_at=at + timedelta(days=days),
        )
        invitation.full_clean()
        invitation.save()
        changes = {"organisation": organisation, "is_staff": is_staff, "days": days}
        _note(by, "invite", invitation, changes, at=at)
    return MadeInvitation(invitation, token)


def find_open(token: str, at: datetime) -> Invitation | None:
    """Find the invitation of a link, if it still holds."""
    return list_open(at).filter(digest=_digest(token)).first()


def list_open(at: datetime) -> QuerySet[Invitation]:
    """Give the invitations that somebody may still accept, the newest first."""
    unused = Q(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return Invitation.objects.filter(unused, expires_at__gt=at)


def accept(*, token: str, username: str, password: str | None, at: datetime) -> User:
    """Make the account of somebody who was invited; the link works no more.

    Without a password they sign in through the OpenID Connect provider alone.

    Raises
    ------
    InvitationError
        The invitation was used, withdrawn, or is too old.
    django.core.exceptions.ValidationError
        Everything that is wrong with the name or the password.
    """
    with transaction.atomic():
        held = list_open(at).select_for_update().filter(digest=_digest(token)).first()
        if held is None:
            raise InvitationError(
                "This invitation was used already, was withdrawn, or is too old. Ask "
                "whoever gave it to you for a new one."
            )
        user = User(
            username=username, organisation=held.organisation, is_staff=held.is_staff
        )
        user.joined_at = at
        if password is None:
            user.set_unusable_password()
        else:
            validate_password(password, user)
            user.set_password(password)
        user.full_clean()
        user.save()
        held.accepted_at, held.user = at, user
        held.save(update_fields=["accepted_at", "user"])
        by = user.public_id
        _note(by, "accept", held, {"user": str(by)}, at=at)
        added = {"organisation": held.organisation, "is_staff": held.is_staff}
        record(
            by=by,
            verb="add",
            kind="accounts.user",
            identifier=by,
            changes=added,
            at=at,
        )
    return user


def withdraw(*, by: UUID | str, invitation: Invitation, at: datetime) -> None:
    """Let an invitation hold no more.

    Raises
    ------
    InvitationError
        It was accepted or withdrawn before.
    """
    with transaction.atomic():
        held = list_open(at).select_for_update().filter(pk=invitation.pk).first()
        if held is None:
            raise InvitationError("This invitation does not hold any more.")
        held.withdrawn_at = at
        held.save(update_fields=["withdrawn_at"])
        _note(by, "withdraw", held, {}, at=at)


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8")).hexdigest()


def _note(
    by: UUID | str,
    verb: str,
    invitation: Invitation,
    changes: dict[str, object],
    *,
    at: datetime,
) -> None:
    record(
        by=by,
        verb=verb,
        kind=KIND,
        identifier=invitation.public_id,
        changes=changes,
        at=at,
    )
