"""Give somebody a calendar link or a digest, and take either back."""

from datetime import date, datetime
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.db import transaction

from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record
from placeplan_web.programme.models import CalendarFeed, DigestAddress

TOKEN_BYTES = 32


def open_feed(*, user: User, at: datetime) -> str:
    """Make a link to somebody's calendar, and give its word, known now alone.

    An earlier link of theirs works no more.
    """
    token = token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        close_feed(user=user, at=at)
        feed = CalendarFeed(user=user, digest=digest_token(token), made_at=at)
        feed.full_clean()
        feed.save()
        _note(user.public_id, "open", feed, at)
    return token


def close_feed(*, user: User, at: datetime) -> None:
    """Take back the link to somebody's calendar, if there is one."""
    with transaction.atomic():
        feed = CalendarFeed.objects.select_for_update().filter(user=user).first()
        if feed is not None:
            _note(user.public_id, "close", feed, at)
            feed.delete()


def has_feed(user: Any) -> bool:
    """Tell whether a link to somebody's calendar works."""
    return CalendarFeed.objects.filter(user=user).exists()


def find_feed(token: str) -> CalendarFeed | None:
    """Find the calendar of a link, if it still works and its owner may sign in."""
    held = CalendarFeed.objects.filter(digest=digest_token(token))
    return held.filter(user__is_active=True).select_related("user").first()


def set_digest(*, user: User, address: str, at: datetime) -> DigestAddress:
    """Send somebody's daily digest to an address; they alone are shown it.

    Raises
    ------
    django.core.exceptions.ValidationError
        It is no e-mail address.
    """
    with transaction.atomic():
        held = DigestAddress.objects.select_for_update().filter(user=user).first()
        found = held or DigestAddress(user=user)
        found.address, found.set_at = address, at
        found.full_clean()
        found.save()
        _note(user.public_id, "set", found, at)
    return found


def clear_digest(*, user: User, at: datetime) -> None:
    """Forget the address, and send no digest any more."""
    with transaction.atomic():
        held = DigestAddress.objects.select_for_update().filter(user=user).first()
        if held is not None:
            _note(user.public_id, "clear", held, at)
            held.delete()


def note_sent(*, by: str, held: DigestAddress, on: date, at: datetime) -> None:
    """Remember that a digest was sent on a day."""
    with transaction.atomic():
        held.sent_on = on
        held.save(update_fields=["sent_on"])
        _note(by, "send", held, at)


def digest_token(token: str) -> str:
    """Give what is kept of the word of a link."""
    return sha256(token.encode()).hexdigest()


def _note(
    by: object, verb: str, row: CalendarFeed | DigestAddress, at: datetime
) -> None:
    kind = f"programme.{row._meta.model_name}"
    record(
        by=str(by), verb=verb, kind=kind, identifier=row.public_id, changes={}, at=at
    )
