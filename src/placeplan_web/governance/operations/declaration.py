"""Declare an interest on an item, and rule on it; the library says what follows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan import __version__
from placeplan.governance.interest import Interest as InterestRule
from placeplan.governance.interest import find_interest_effect
from placeplan_web.governance.models import (
    AgendaItem,
    Declaration,
    Dispensation,
    Interest,
    ItemState,
    MeetingState,
    Regime,
    Ruling,
    Seat,
    TermsOfReference,
)
from placeplan_web.governance.operations.item import settle_quorum
from placeplan_web.governance.operations.moment import lock_item
from placeplan_web.governance.queries.dispensation import read_dispensation
from placeplan_web.governance.queries.standing import find_terms, list_holders
from placeplan_web.places.models import Post
from placeplan_web.programme.operations.refusal import need_words, refuse_in_words
from placeplan_web.registers.operations import lock_record, save_record

BEFORE_IT_IS_OVER = (ItemState.PLANNED, ItemState.OPEN, ItemState.INQUORATE)


def declare_interest(
    *,
    by: UUID | str,
    item: AgendaItem,
    kind: str,
    nature: str,
    at: datetime,
    seat: Seat | None = None,
    post: Post | None = None,
    interest: Interest | None = None,
    dispensation: Dispensation | None = None,
    is_heard_as_public: bool | None = None,
) -> Declaration:
    """Declare an interest; what it lets the member do is worked out and kept.

    Under the NHS regime the strictest ruling counts until the chair has ruled. Where
    the public may speak is what the terms of the group say, unless stated here.

    Raises
    ------
    django.core.exceptions.ValidationError
        Nobody declares it, the group has no regime, the kind is none of it, or the item
        is over.
    """
    need_words(nature, "nature", "Say what the interest is.")
    with transaction.atomic():
        held = lock_item(item, BEFORE_IT_IS_OVER)
        terms = _need_terms(held)
        whose = post or _find_holder(held, seat)
        heard = is_heard_as_public
        declaration = Declaration(
            item=held,
            seat=seat,
            post=whose,
            interest=interest,
            dispensation=_check_dispensation(dispensation, whose, interest),
            regime=terms.regime,
            kind=kind,
            nature=nature.strip(),
            declared_at=at,
            is_heard_as_public=bool(terms.public_may_speak if heard is None else heard),
        )
        effect = work_out_effect(declaration)
        saved = save_record(
            by=by, record=declaration, changes=effect, at=at, verb="declare"
        )
        settle_quorum(by=by, item=held, at=at)
    return saved


def _need_terms(item: AgendaItem) -> TermsOfReference:
    """Find the terms whose rules on interests hold for an item that is not over."""
    meeting = item.meeting
    if meeting.state in (MeetingState.CLOSED, MeetingState.CANCELLED):
        raise ValidationError("This meeting is over.")
    terms = find_terms(meeting.group, meeting.held_on)
    if terms is None or not terms.regime:
        raise ValidationError("The terms of this group name no rules on interests.")
    return terms


def rule_on(
    *,
    by: UUID | str,
    declaration: Declaration,
    ruling: Ruling,
    post: Post,
    at: datetime,
    reason: str = "",
    expected_version: int | None = None,
) -> Declaration:
    """Record what the chair of an NHS meeting rules, and what follows of it.

    Raises
    ------
    django.core.exceptions.ValidationError
        The regime leaves nothing to rule, or the item is over.
    """
    with transaction.atomic():
        item = lock_item(declaration.item, BEFORE_IT_IS_OVER)
        held = lock_record(declaration)
        if held.regime != Regime.NHS:
            raise ValidationError(
                {"ruling": "Under this regime the code decides, and not the chair."}
            )
        held.ruling = ruling
        changes = {
            **work_out_effect(held),
            "ruling": ruling,
            "ruled_at": at,
            "ruled_by_post": post,
        }
        saved = save_record(
            by=by,
            record=held,
            changes=changes,
            at=at,
            expected_version=expected_version,
            verb="rule",
            reason=reason,
        )
        settle_quorum(by=by, item=item, at=at)
    return saved


def work_out_effect(declaration: Declaration) -> dict[str, Any]:
    """Ask the library what an interest lets a member do, and by which rules."""
    day = declaration.item.meeting.held_on
    nhs = declaration.regime == Regime.NHS
    rule = InterestRule(
        declaration.regime,
        declaration.kind,
        (declaration.ruling or Ruling.LEAVE) if nhs else "",
        declaration.is_heard_as_public,
        read_dispensation(declaration.dispensation),
    )
    with refuse_in_words("kind"):
        effect = find_interest_effect(rule, day)
    waiting = nhs and not declaration.ruling
    words = "The chair has not ruled yet, so the strictest ruling counts."
    return {
        "must_declare": effect.declare,
        "may_speak": effect.speak,
        "may_vote": effect.vote,
        "stay": effect.stay,
        "gets_papers": effect.papers,
        "effect_reasons": [words, *effect.reasons] if waiting else [*effect.reasons],
        "rule_as_at": day,
        "rule_source": effect.source,
        "rule_version": __version__,
    }


def _check_dispensation(
    given: Dispensation | None, post: Post, interest: Interest | None
) -> Dispensation | None:
    if given is None:
        return None
    other = given.interest_id and (not interest or given.interest_id != interest.pk)
    if given.is_withdrawn or given.post_id != post.pk or other:
        raise ValidationError({"dispensation": "This one is not for this interest."})
    return given


def _find_holder(item: AgendaItem, seat: Seat | None) -> Post:
    if seat is None:
        raise ValidationError({"seat": "Say who declares it."})
    holder = list_holders([seat], item.meeting.held_on).get(seat.pk)
    if holder is None or seat.group_id != item.meeting.group_id:
        raise ValidationError({"seat": "Nobody of this group has this seat."})
    return holder
