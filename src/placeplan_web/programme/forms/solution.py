"""Take what slipped milestones propose for a solution of the plan, or refuse it."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from placeplan_web.design.words import write_percent, write_pounds
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import ProposalState, SolutionLink
from placeplan_web.programme.operations.delivery import decide_delivery
from placeplan_web.programme.operations.slip_effect import propose_deliveries

VERDICTS: Final = (
    ("take", "Take it: count with it from now on"),
    ("refuse", "Refuse it: count as before"),
)
NONE_OPEN = "Nothing is proposed for this solution."


class DecideForm(ActForm):
    verdict = forms.ChoiceField(label="What is decided?", choices=[("", ""), *VERDICTS])
    reason = WordsField("Why?")


def explain_proposal(link: SolutionLink, _day: Any) -> list[str]:
    """Say what is proposed, by how sure, how late, and in pounds."""
    proposal = link.proposals.filter(state=ProposalState.OPEN).first()
    if proposal is None:
        return [NONE_OPEN]
    planned = sum(row[1] for row in proposal.years)
    expected = sum(row[2] for row in proposal.years)
    sure = write_percent(proposal.probability, 0)
    return [
        f"Proposed: delivery {sure} sure, {proposal.delay_days} days later.",
        f"The plan counts {write_pounds(planned)} over its years.",
        f"So it would be {write_pounds(expected)} ({proposal.status}).",
    ]


def _decide(doing: Doing) -> str:
    proposal = doing.record.proposals.filter(state=ProposalState.OPEN).first()
    if proposal is None:
        raise ValidationError(NONE_OPEN)
    decided = decide_delivery(
        by=doing.by,
        proposal=proposal,
        is_taken=doing.typed["verdict"] == "take",
        reason=doing.typed["reason"],
        at=doing.at,
    )
    return f"The proposal for {doing.record.solution} was {decided.state}."


def _propose(doing: Doing) -> str:
    day = timezone.localdate(doing.at)
    projects = [doing.record.project]
    made = propose_deliveries(by=doing.by, projects=projects, as_at=day, at=doing.at)
    if any(each.link_id == doing.record.pk for each in made):
        return "A proposal waits for a decision."
    return "Its milestones propose nothing new."


def _has_open_proposal(link: SolutionLink) -> bool:
    waiting = link.proposals.filter(state=ProposalState.OPEN)
    return not link.is_withdrawn and waiting.exists()


SOLUTION_ACTS: Final = by_name(
    Act(
        *("decide", "Decide on the proposal", "Keep the decision"),
        *("programme.decide_proposal", DecideForm, _decide),
        explain=explain_proposal,
        is_open=_has_open_proposal,
    ),
    Act(
        *("propose", "Work out what the milestones propose", "Work it out"),
        *("programme.change_record", ActForm, _propose),
        explain=lambda _link, _day: ["From the milestones of its project as of today."],
    ),
)
"""What can be done with a solution that hangs on a project."""
