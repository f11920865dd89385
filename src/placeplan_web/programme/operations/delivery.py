"""Propose what slipped milestones mean for a planned solution; a person decides."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme import find_project_slip
from placeplan.programme.delivery import DeliveryProposal as Proposed
from placeplan.programme.delivery import propose_delivery
from placeplan.programme.delivery_rule import get_delivery_rule_set
from placeplan_web.programme.models import (
    DeliveryProposal,
    Milestone,
    ProposalState,
    SolutionLink,
)
from placeplan_web.programme.operations.refusal import need_words, refuse_in_words
from placeplan_web.programme.queries.milestone_plan import read_plans
from placeplan_web.registers.note import note_act
from placeplan_web.registers.operations import lock_record, save_record

NO_LONGER: Final = "No longer so."


def work_out_delivery(
    link: SolutionLink, planned: Mapping[int, float], as_at: date
) -> Proposed:
    """Work out how sure and how late a solution is now, from its project's milestones.

    Parameters
    ----------
    link : SolutionLink
        The solution and the project that it hangs on.
    planned : mapping of int to float
        Pounds that the plan counts for the solution, by financial year.
    as_at : date
        The day on which one looks.
    """
    milestones = Milestone.objects.filter(
        projects=link.project_id, withdrawn_at__isnull=True
    )
    return propose_delivery(
        planned,
        find_project_slip(read_plans(milestones).values(), as_at),
        get_delivery_rule_set(),
        share=link.share,
        probability=1.0 if link.probability is None else link.probability,
    )


def refresh_proposal(
    *,
    by: UUID | str,
    link: SolutionLink,
    planned: Mapping[int, float],
    as_at: date,
    at: datetime,
) -> DeliveryProposal | None:
    """Keep the proposal for a solution at what its milestones say on a day.

    None stands where they say nothing new: neither later than taken, nor less sure, nor
    other than what somebody refused last. Asking again on the same day writes nothing.
    """
    with transaction.atomic():
        held = lock_record(link)
        with refuse_in_words("planned"):
            found = work_out_delivery(held, planned, as_at)
        waiting = held.proposals.filter(state=ProposalState.OPEN).first()
        sure = 1.0 if held.probability is None else held.probability
        if (found.probability, found.delay_days) == (sure, held.delay_days):
            if waiting:
                _decide(by, waiting, ProposalState.REFUSED, NO_LONGER, at)
            return None
        fields = _make_fields(found)
        if waiting is None and _was_refused(held, fields):
            return None
        if waiting and _says(waiting, fields):
            return waiting
        proposal = waiting or DeliveryProposal(link=held)
        proposal.made_at = at
        for name, value in fields.items():
            setattr(proposal, name, value)
        proposal.full_clean()
        proposal.save()
        changes = {
            "probability": found.probability,
            "delay_days": found.delay_days,
            "at_stake_pounds": found.at_stake_pounds,
        }
        _note(by, "propose-delivery", proposal, changes, at)
    return proposal


def _make_fields(found: Proposed) -> dict[str, Any]:
    years = [
        [each.year, each.planned_pounds, each.proposed_pounds] for each in found.years
    ]
    same = ("probability", "delay_days", "rule_set", "status")
    return {**{name: getattr(found, name) for name in same}, "years": years}


def _says(proposal: DeliveryProposal, fields: Mapping[str, Any]) -> bool:
    return all(getattr(proposal, name) == value for name, value in fields.items())


def _was_refused(link: SolutionLink, fields: Mapping[str, Any]) -> bool:
    """Tell what somebody refused when it was proposed last: it is not asked again."""
    last = link.proposals.order_by("-pk").first()
    return (
        last is not None
        and last.state == ProposalState.REFUSED
        and last.decided_reason != NO_LONGER
        and _says(last, fields)
    )


def decide_delivery(
    *,
    by: UUID | str,
    proposal: DeliveryProposal,
    is_taken: bool,
    reason: str,
    at: datetime,
) -> DeliveryProposal:
    """Take a proposal, which the solution then counts with, or refuse it.

    Raises
    ------
    django.core.exceptions.ValidationError
        No reason, or it was decided already.
    """
    need_words(reason, "reason", "Say why.")
    with transaction.atomic():
        rows = DeliveryProposal.objects.select_for_update(of=("self",))
        held = rows.get(pk=proposal.pk)
        if held.state != ProposalState.OPEN:
            raise ValidationError("This proposal was decided already.")
        if is_taken:
            changes = {"probability": held.probability, "delay_days": held.delay_days}
            save_record(by=by, record=held.link, changes=changes, at=at, reason=reason)
        state = ProposalState.TAKEN if is_taken else ProposalState.REFUSED
        _decide(by, held, state, reason, at)
    return held


def _decide(
    by: UUID | str,
    proposal: DeliveryProposal,
    state: ProposalState,
    reason: str,
    at: datetime,
) -> None:
    proposal.decide(state, by=by, reason=reason, at=at)
    _note(by, "decide-delivery", proposal, {"state": str(state)}, at)


def _note(
    by: UUID | str,
    verb: str,
    proposal: DeliveryProposal,
    changes: Mapping[str, object],
    at: datetime,
) -> None:
    noted = {"proposal": str(proposal.public_id), **changes}
    note_act(by=by, verb=verb, about=proposal.link, changes=noted, at=at)
