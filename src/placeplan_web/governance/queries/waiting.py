"""What waits, for whom and since when: answers, signatures, talks and actions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from placeplan_web.governance.models import (
    Action,
    ActionState,
    Escalation,
    Group,
    Outcome,
    Ratification,
    RatificationAnswer,
    Signature,
    SignOffBlock,
)
from placeplan_web.governance.queries.privacy import narrow_open_items


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that is not done yet.

    `sort` is ``ratification``, ``sign-off``, ``escalation`` or ``action``; `record` is
    what it is about.
    """

    sort: str
    record: Any
    whom: str
    since: date | None
    due: date | None = None

    def is_late(self, day: date) -> bool:
        return self.due is not None and self.due < day


def list_waits(day: date, readable: Q | None = None) -> list[Wait]:
    """List what waits on a day, the longest first. Four questions.

    `readable` narrows groups, as `rules.narrow_readable` gives it.
    """
    found = [
        *_list_ratifications(day, readable),
        *_list_signatures(day),
        *_list_escalations(day, readable),
        *_list_actions(day, readable),
    ]
    return sorted(found, key=lambda each: (each.since or date.max, each.sort))


def _list_ratifications(day: date, readable: Q | None) -> Iterator[Wait]:
    settled = RatificationAnswer.objects.filter(
        ratification=OuterRef("pk"), answered_on__lte=day
    ).exclude(outcome=Outcome.DEFERRED)
    asked = Ratification.objects.filter(~Exists(settled), asked_on__lte=day)
    if readable is not None:  # what was recommended in private waits out of sight
        groups = Group.objects.filter(readable)
        asked = asked.filter(
            narrow_open_items("decision__item__"),
            decision__item__meeting__group__in=groups,
        )
    for each in asked.select_related("decision", "body"):
        yield Wait(
            "ratification", each.decision, each.body.name, each.asked_on, each.due_on
        )


def _list_signatures(day: date) -> Iterator[Wait]:
    signed = Signature.objects.filter(block=OuterRef("pk"), signed_on__lte=day)
    blocks = SignOffBlock.objects.filter(
        ~Exists(signed), duplicate_of=None, sheet__withdrawn_at=None
    )
    for each in blocks.select_related("sheet", "body"):
        yield Wait("sign-off", each.sheet, each.body.name, None)


def _list_escalations(day: date, readable: Q | None) -> Iterator[Wait]:
    raised = Escalation.objects.filter(raised_on__lte=day, withdrawn_at=None)
    is_open = Q(discussed_on=None) | Q(discussed_on__gt=day)
    is_up = Q(stood_down_on=None) | Q(stood_down_on__gt=day)
    waiting = _narrow(raised.filter(is_open, is_up), readable)
    for each in waiting.select_related("group", "risk__programme"):
        yield Wait("escalation", each, each.group.name, each.raised_on)


def _list_actions(day: date, readable: Q | None) -> Iterator[Wait]:
    raised = Action.objects.filter(raised_on__lte=day, withdrawn_at=None)
    is_open = Q(state=ActionState.OPEN) | Q(closed_on__gt=day)
    waiting = _narrow(raised.filter(is_open), readable)
    if readable is not None:
        waiting = waiting.filter(Q(item=None) | narrow_open_items("item__"))
    for each in waiting.select_related("group", "owner_post"):
        whom = each.owner_post.title if each.owner_post else each.owner_words
        yield Wait("action", each, whom or "nobody named", each.raised_on, each.due_on)


def _narrow(records: QuerySet[Any], readable: Q | None) -> QuerySet[Any]:
    if readable is None:
        return records
    return records.filter(group__in=Group.objects.filter(readable))
