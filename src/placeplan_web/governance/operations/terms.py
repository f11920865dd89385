"""Give a group new terms of reference; the old ones stay, up to the day before."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.design.words import write_day
from placeplan_web.governance.models import (
    Group,
    Meeting,
    MeetingState,
    TermsOfReference,
)
from placeplan_web.programme.operations.refusal import need_words
from placeplan_web.registers.operations import (
    check_version,
    lock_record,
    note_rows,
    save_record,
    withdraw_record,
)

ONE_DAY = timedelta(days=1)


def adopt_terms(
    *,
    by: UUID | str,
    group: Group,
    fields: Mapping[str, Any],
    at: datetime,
    expected_version: int | None = None,
) -> TermsOfReference:
    """Let new terms hold from a day on; those before them end the day before.

    Raises
    ------
    ClashError
        Somebody else has changed the group, or its terms, since.
    django.core.exceptions.ValidationError
        Other terms start on that day or later, or a meeting was called by those that
        stand; a quorum that nobody could reach.
    """
    with transaction.atomic():
        held = lock_record(group)
        check_version(held, expected_version)
        _check_quorum(held, fields)
        first: date = fields["starts_on"]
        _end_before(by, held, first, at)
        terms = TermsOfReference(group=held)
        saved = save_record(by=by, record=terms, changes=fields, at=at, verb="adopt")
        rows = {"terms": str(saved.public_id), "starts_on": first.isoformat()}
        note_rows(by=by, record=held, rows=rows, at=at, verb="adopt-terms")
    return saved


def undo_terms(
    *,
    by: UUID | str,
    group: Group,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> TermsOfReference:
    """Withdraw the newest terms; those before them hold on.

    Raises
    ------
    ClashError
        Somebody else has changed the group, or its terms, since.
    django.core.exceptions.ValidationError
        There are none, or a meeting was called or held by them.
    """
    need_words(reason, "reason", "Say why they are withdrawn.")
    with transaction.atomic():
        held = lock_record(group)
        check_version(held, expected_version)
        versions = list(held.terms.filter(withdrawn_at=None).order_by("-starts_on"))
        if not versions:
            raise ValidationError("This group has no terms to withdraw.")
        newest, *older = versions
        _need_unused(held, newest)
        gone = withdraw_record(by=by, record=newest, reason=reason, at=at)
        if older and older[0].ends_on == newest.starts_on - ONE_DAY:
            changes = {"ends_on": newest.ends_on}
            save_record(by=by, record=older[0], changes=changes, at=at, reason=reason)
        rows = {"terms": str(gone.public_id)}
        note_rows(by=by, record=held, rows=rows, at=at, verb="undo-terms")
    return gone


def _end_before(by: UUID | str, group: Group, first: date, at: datetime) -> None:
    """End the terms in force, so that no day has two versions."""
    standing = group.terms.filter(withdrawn_at=None)
    later = standing.filter(starts_on__gte=first).order_by("starts_on").first()
    if later:
        words = (
            f"{later.reference} starts on {write_day(later.starts_on)}. Withdraw that "
            "first, or choose a later day."
        )
        raise ValidationError({"starts_on": words})
    for each in standing.exclude(ends_on__lt=first):
        _need_not_called(group, each, first)
        changes = {"ends_on": first - ONE_DAY}
        save_record(by=by, record=each, changes=changes, at=at, verb="end")


def _check_quorum(group: Group, fields: Mapping[str, Any]) -> None:
    faults: dict[str, str] = {}
    number, members = fields.get("quorum_number"), fields.get("members_stated")
    if number and members and number > members:
        faults["quorum_number"] = (
            f"There are {members} members, so {number} never come. Correct one of them."
        )
    seats = group.seats.filter(withdrawn_at=None)
    known = set(seats.values_list("constituency", flat=True))
    unknown = sorted(set(fields.get("quorum_least") or {}) - known)
    if unknown:
        faults["quorum_least"] = (
            f"No seat stands for {', '.join(unknown)}. Give seats that constituency "
            "first, or nobody could ever reach this quorum."
        )
    if faults:
        raise ValidationError(faults)


def _need_unused(group: Group, terms: TermsOfReference) -> None:
    meeting = _find_called(group, terms, terms.starts_on)
    if meeting:
        words = (
            f"{meeting.reference} was called by these terms. Adopt new terms from a "
            "later day instead."
        )
        raise ValidationError(words)


def _need_not_called(group: Group, terms: TermsOfReference, first: date) -> None:
    """Refuse to end terms before a meeting that was called by them."""
    meeting = _find_called(group, terms, first)
    if meeting:
        words = (
            f"{meeting.reference} on {write_day(meeting.held_on)} was called by "
            f"{terms.reference}: its notice and quorum rest on them. Choose a later "
            "day, or cancel the meeting first."
        )
        raise ValidationError({"starts_on": words})


def _find_called(group: Group, terms: TermsOfReference, first: date) -> Meeting | None:
    """Find a meeting from a day on that was called, or held, by some terms."""
    called = group.meetings.filter(
        held_on__gte=first, held_on__lte=terms.ends_on or date.max, withdrawn_at=None
    ).exclude(state__in=(MeetingState.PLANNED, MeetingState.CANCELLED))
    return called.order_by("-held_on", "pk").first()
