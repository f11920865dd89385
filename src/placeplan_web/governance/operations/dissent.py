"""Record that a member disagrees with what the others settled by consensus."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.governance.models import (
    AgendaItem,
    Decision,
    Dissent,
    Majority,
    MinutesState,
    Seat,
)
from placeplan_web.governance.queries.standing import find_terms, list_holders
from placeplan_web.programme.operations.refusal import need_words
from placeplan_web.registers.operations import append_row


def record_dissent(
    *, by: UUID | str, decision: Decision, seat: Seat, words: str, at: datetime
) -> Dissent:
    """Put a dissent on record beside what was settled; it stays there.

    Raises
    ------
    django.core.exceptions.ValidationError
        The group settles by votes; the member was not there, or dissents already; the
        minutes are agreed.
    """
    need_words(words, "words", "Say what the dissent is, in the member's words.")
    with transaction.atomic():
        item = AgendaItem.objects.select_for_update(of=("self",)).get(
            pk=decision.item_id
        )
        _check_moment(item, decision)
        if decision.dissents.filter(seat=seat).exists():
            raise ValidationError({"seat": "The dissent of this seat is on record."})
        stays = item.meeting.attendances.filter(seat=seat).order_by("-joined_at")
        stay = stays.first()
        if stay is None:
            words_there = (
                "Nobody in this seat was at the meeting. Who was not there cannot "
                "dissent; note who was there first."
            )
            raise ValidationError({"seat": words_there})
        post = stay.post or list_holders([seat], item.meeting.held_on).get(seat.pk)
        row = Dissent(decision=decision, seat=seat, post=post)
        return append_row(by=by, row=row, at=at, reason=words, verb="dissent")


def is_by_consensus(decision: Decision) -> bool:
    """Tell whether something was settled without a vote, by terms of consensus."""
    meeting = decision.item.meeting
    terms = find_terms(meeting.group, meeting.held_on)
    agreed = terms is not None and terms.majority == Majority.CONSENSUS
    return agreed and decision.vote_id is None


def _check_moment(item: AgendaItem, decision: Decision) -> None:
    if not is_by_consensus(decision):
        raise ValidationError(
            "This was not settled by consensus. Whoever disagreed votes against it."
        )
    minutes = getattr(item.meeting, "minutes", None)
    if minutes is not None and minutes.state == MinutesState.AGREED:
        raise ValidationError(
            "The minutes are agreed. Raise the dissent at the next meeting."
        )
