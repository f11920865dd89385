"""Test an assumption; when it fails, propose its risks up and flag what rests on it."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme.assumption import FAILURES, follow_assumption
from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan_web.programme.models import (
    Assumption,
    AssumptionInput,
    Outcome,
    ProposalState,
    Risk,
    RiskProposal,
    RiskScore,
    ScoreKind,
)
from placeplan_web.programme.operations.refusal import (
    need_past,
    need_words,
    refuse_in_words,
)
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.programme.queries.assumption_state import read_assumption
from placeplan_web.programme.queries.score_history import read_histories
from placeplan_web.registers.note import note_act
from placeplan_web.registers.operations import check_version, lock_record, save_record


def record_test(
    *,
    by: UUID | str,
    assumption: Assumption,
    outcome: Outcome,
    tested_on: date,
    words: str,
    at: datetime,
    expected_version: int | None = None,
) -> list[RiskProposal]:
    """Say how the test of an assumption came out; give what it proposes for risks.

    Raises
    ------
    ClashError
        Somebody else has written since `expected_version`.
    django.core.exceptions.ValidationError
        No words, or a day that has not come.
    """
    need_words(words, "outcome_words", "Say what showed it.")
    need_past(tested_on, at, "tested_on")
    if outcome not in (Outcome.HELD, Outcome.FAILED):
        raise ValidationError({"outcome": "Say whether it held or failed."})
    with transaction.atomic():
        held = lock_record(assumption)
        check_version(held, expected_version)
        saved = save_record(
            by=by,
            record=held,
            changes={
                "outcome": outcome,
                "tested_on": tested_on,
                "outcome_words": words.strip(),
            },
            at=at,
            verb="test",
            reason=words,
        )
        if outcome == Outcome.HELD:
            _flag_inputs(saved, None)
        return follow_up(by=by, assumption=saved, as_at=tested_on, at=at)


def follow_up(
    *, by: UUID | str, assumption: Assumption, as_at: date, at: datetime
) -> list[RiskProposal]:
    """Propose what follows from an assumption that failed, or whose day passed unmet.

    Nothing is proposed twice for one failure, and no score moves: a person decides.
    """
    with transaction.atomic():
        lock_record(assumption)
        risks = {risk.reference: risk for risk in assumption.risks.all()}
        histories = read_histories(risks.values()).values()
        with refuse_in_words("tested_on"):
            followed = follow_assumption(
                read_assumption(assumption),
                histories,
                get_risk_matrix_at(as_at),
                as_at=as_at,
            )
        if followed.state not in FAILURES:
            return []
        flagged = _flag_inputs(assumption, as_at)
        proposed = _list_proposed(assumption)
        made = [
            _propose(assumption, risks[each.risk], each.to_likelihood, at)
            for each in followed.proposals
            if each.to_likelihood is not None
            and each.to_likelihood != each.from_likelihood
            and each.risk not in proposed
        ]
        if made or flagged:
            changes: dict[str, object] = {
                "proposals": [str(each.public_id) for each in made],
                "flagged_inputs": flagged,
            }
            note_act(by=by, verb="follow-up", about=assumption, changes=changes, at=at)
    return made


def decide_proposal(
    *,
    by: UUID | str,
    proposal: RiskProposal,
    is_taken: bool,
    reason: str,
    at: datetime,
    scored_on: date,
) -> RiskProposal:
    """Take a proposed score, which then counts, or refuse it; either with a reason.

    Raises
    ------
    django.core.exceptions.ValidationError
        No reason, or it was decided already.
    """
    need_words(reason, "reason", "Say why.")
    with transaction.atomic():
        held = RiskProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
        if held.state != ProposalState.OPEN:
            raise ValidationError("This proposal was decided already.")
        held.score = _take(by, held, reason, scored_on, at) if is_taken else None
        state = ProposalState.TAKEN if is_taken else ProposalState.REFUSED
        held.decide(state, by=by, reason=reason, at=at)
        verb = "take-proposal" if is_taken else "refuse-proposal"
        changes = {"proposal": str(held.public_id), "state": held.state}
        note_act(by=by, verb=verb, about=held.assumption, changes=changes, at=at)
    return held


def _list_proposed(assumption: Assumption) -> set[str]:
    """Give the risks for which it has proposed since it last held."""
    history = Assumption.history.filter(public_id=assumption.public_id)
    held = history.filter(outcome=Outcome.HELD).order_by("-version").first()
    proposals = assumption.proposals.all()
    if held is not None:
        proposals = proposals.filter(made_at__gt=held.changed_at)
    return set(proposals.values_list("risk__reference", flat=True))


def _take(
    by: UUID | str, held: RiskProposal, reason: str, scored_on: date, at: datetime
) -> RiskScore:
    return add_score(
        by=by,
        risk=held.risk,
        kind=ScoreKind.CURRENT,
        impact=held.impact,
        likelihood=held.likelihood,
        reason=reason,
        scored_on=scored_on,
        at=at,
    )


def _propose(
    assumption: Assumption, risk: Risk, likelihood: int, at: datetime
) -> RiskProposal:
    now = RiskScore.objects.filter(risk=risk, kind=ScoreKind.CURRENT).latest("pk")
    proposal = RiskProposal(
        assumption=assumption,
        risk=risk,
        impact=now.impact,
        likelihood=likelihood,
        made_at=at,
    )
    proposal.full_clean()
    proposal.save()
    return proposal


def _flag_inputs(assumption: Assumption, day: date | None) -> int:
    """Flag every input that is not flagged yet, or unflag all; give how many."""
    changed = 0
    for each in AssumptionInput.objects.filter(assumption=assumption):
        if (each.flagged_on is None) != (day is None):
            each.flagged_on = day
            each.save(update_fields=["flagged_on"])
            changed += 1
    return changed
