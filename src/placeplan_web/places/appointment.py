"""Add a post, appoint somebody to it, end either; each with its audit row."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record
from placeplan_web.design.words import write_day
from placeplan_web.places.models import Place, Post, PostHolding

POST, HOLDING = "places.post", "places.post-holding"
REFUSALS = {  # what the database says -> what we say
    "two people hold one post at a time": "Somebody holds this post on one of these "
    "days. End their time first, or say that it is a job share.",
    "one person holds one post twice at a time": "This person holds the post on one of "
    "these days already.",
    "a holding reaches beyond its post": "The post does not stand on all of these days."
    " Choose days within its life.",
}


class AppointmentError(Exception):
    """A post or holding that may not be; the words say what to do instead."""


def add_post(
    *, by: UUID | str, organisation: Place, title: str, starts_on: date, at: datetime
) -> Post:
    """Add a post to an organisation, from its first day on."""
    with transaction.atomic():
        post = Post(organisation=organisation, title=title, starts_on=starts_on)
        post.full_clean()
        post.save()
        changes = {
            "organisation": organisation.slug,
            "starts_on": starts_on.isoformat(),
        }
        _note(by, "add", POST, post.public_id, changes, at)
    return post


def end_post(*, by: UUID | str, post: Post, ends_on: date, at: datetime) -> None:
    """Say on which day a post ends; nobody may hold it any longer than that.

    Raises
    ------
    AppointmentError
        The day is before its first, or somebody holds it after that day.
    """
    with transaction.atomic():
        kept = Post.objects.select_for_update().get(pk=post.pk)
        if ends_on < kept.starts_on:
            raise AppointmentError(
                f"The post began on {write_day(kept.starts_on)}. Choose that day or a "
                "later one."
            )
        before, kept.ends_on = kept.ends_on, ends_on
        if _reaches_beyond(kept, ends_on):
            raise AppointmentError(
                f"Somebody holds the post after {write_day(ends_on)}. End their time "
                "first."
            )
        kept.save(update_fields=["ends_on"])
        changes = {"ends_on": [_iso(before), ends_on.isoformat()]}
        _note(by, "end", POST, kept.public_id, changes, at)


def appoint(
    *,
    by: UUID | str,
    post: Post,
    user: User,
    starts_on: date,
    at: datetime,
    ends_on: date | None = None,
    is_job_share: bool = False,
) -> PostHolding:
    """Put somebody into a post, from their first day to their last.

    Raises
    ------
    AppointmentError
        Somebody holds the post on one of these days, or it does not stand on all.
    """
    holding = PostHolding(
        post=post,
        user=user,
        starts_on=starts_on,
        ends_on=ends_on,
        is_job_share=is_job_share,
    )
    try:
        with transaction.atomic():
            holding.full_clean()
            holding.save()
            changes = {
                "post": str(post.public_id),
                "user": str(user.public_id),
                "starts_on": starts_on.isoformat(),
                "ends_on": _iso(ends_on),
                "is_job_share": is_job_share,
            }
            _note(by, "appoint", HOLDING, holding.public_id, changes, at)
    except ValidationError as error:
        raise AppointmentError("The last day is before the first.") from error
    except DatabaseError as error:
        raise _explain(error) from error
    return holding


def end_holding(
    *, by: UUID | str, holding: PostHolding, ends_on: date, at: datetime
) -> None:
    """Say on which day somebody's time in a post ends.

    Raises
    ------
    AppointmentError
        The day is before their first, or somebody else holds the post until then.
    """
    try:
        with transaction.atomic():
            kept = PostHolding.objects.select_for_update().get(pk=holding.pk)
            if ends_on < kept.starts_on:
                raise AppointmentError(
                    f"Their time began on {write_day(kept.starts_on)}. Choose that day "
                    "or a later one."
                )
            before, kept.ends_on = kept.ends_on, ends_on
            kept.save(update_fields=["ends_on"])
            changes = {
                "post": str(kept.post.public_id),
                "ends_on": [_iso(before), ends_on.isoformat()],
            }
            _note(by, "end", HOLDING, kept.public_id, changes, at)
    except DatabaseError as error:
        raise _explain(error) from error


def _reaches_beyond(post: Post, day: date) -> bool:
    holdings = PostHolding.objects.filter(post=post)
    open_ended = holdings.filter(ends_on__isnull=True)
    return open_ended.exists() or holdings.filter(ends_on__gt=day).exists()


def _explain(error: DatabaseError) -> Exception:
    """Give our words for what the database refused; anything else as it came."""
    for said, words in REFUSALS.items():
        if said in str(error):
            return AppointmentError(words)
    return error


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _note(
    by: UUID | str,
    verb: str,
    kind: str,
    identifier: UUID,
    changes: Mapping[str, object],
    at: datetime,
) -> None:
    record(by=by, verb=verb, kind=kind, identifier=identifier, changes=changes, at=at)
