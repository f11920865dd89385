"""Ask bodies to ratify a recommendation, and record what each of them says."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.governance.ratification import BodyAnswer
from placeplan_web.governance.models import (
    Body,
    Decision,
    DecisionKind,
    Meeting,
    Outcome,
    Ratification,
    RatificationAnswer,
)
from placeplan_web.governance.queries.ratification import find_state
from placeplan_web.places.models import Post
from placeplan_web.programme.operations.refusal import need_past
from placeplan_web.registers.operations import append_row

RATIFYING_MEANS = (
    "Agreeing means agreeing to exactly these words. It takes effect when the rule of "
    "the recommendation is met."
)


def ask_bodies(
    *,
    by: UUID | str,
    decision: Decision,
    bodies: Iterable[Body],
    asked_on: date,
    at: datetime,
    due_on: date | None = None,
) -> list[Ratification]:
    """Ask each body to ratify a recommendation; none is asked twice.

    Raises
    ------
    django.core.exceptions.ValidationError
        It is no recommendation or has no rule, the lead is not asked, or the day has
        not come.
    """
    need_past(asked_on, at, "asked_on")
    asked = list(bodies)
    with transaction.atomic():
        held = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
        if held.kind != DecisionKind.RECOMMENDATION or not held.ratification_rule:
            raise ValidationError("Only a recommendation with a rule is ratified.")
        before = set(held.ratifications.values_list("body", flat=True))
        lead = held.lead_body_id
        if lead and lead not in before | {body.pk for body in asked}:
            raise ValidationError({"bodies": "Ask the body that leads, too."})
        return [
            append_row(
                by=by,
                row=Ratification(
                    decision=held, body=body, asked_on=asked_on, due_on=due_on
                ),
                at=at,
                verb="ask",
            )
            for body in asked
            if body.pk not in before
        ]


def record_answer(
    *,
    by: UUID | str,
    ratification: Ratification,
    outcome: Outcome,
    answered_on: date,
    at: datetime,
    text: str = "",
    meeting: Meeting | None = None,
    post: Post | None = None,
    reason: str = "",
) -> RatificationAnswer:
    """Record what a body said, with the exact words to which it agreed.

    Words that differ from those recommended are agreement with changes, whatever it is
    called.

    Raises
    ------
    django.core.exceptions.ValidationError
        The day has not come or is before it was asked, changes without their words, or
        a recommendation that is in effect or has failed.
    """
    need_past(answered_on, at, "answered_on")
    if answered_on < ratification.asked_on:
        raise ValidationError({"answered_on": "It was not asked yet on this day."})
    with transaction.atomic():
        decision = Decision.objects.select_for_update(of=("self",)).get(
            pk=ratification.decision_id
        )
        state = find_state(decision)
        if state is not None and state.state != "pending":
            raise ValidationError(" ".join(state.reasons))
        said = BodyAnswer(
            ratification.body.slug, Outcome(outcome).value, answered_on, text
        )
        row = RatificationAnswer(
            ratification=ratification,
            meeting=meeting,
            post=post,
            outcome=said.find_outcome(decision.text) or outcome,
            answered_on=answered_on,
            text=text.strip(),
            meaning=RATIFYING_MEANS,
        )
        return append_row(by=by, row=row, at=at, reason=reason, verb="answer")
