"""Say how an assumption's test came out, and decide on what that proposes."""

from typing import Any, Final

from django import forms
from django.utils import timezone

from placeplan.programme.assumption import FAILURES
from placeplan_web.design.words import write_count
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import (
    Assumption,
    Outcome,
    ProposalState,
    RiskProposal,
)
from placeplan_web.programme.operations.assumption import (
    decide_proposal,
    follow_up,
    record_test,
)
from placeplan_web.programme.queries.assumption_state import read_assumption

VERDICTS: Final = (
    ("take", "Take it: the risk is scored so"),
    ("refuse", "Refuse it: the score stays"),
)
OUTCOMES: Final = (
    (Outcome.HELD.value, Outcome.HELD.label),
    (Outcome.FAILED.value, Outcome.FAILED.label),
)


class OutcomeForm(ActForm):
    """Whether it held, on which day that was seen, and what showed it."""

    outcome = forms.ChoiceField(label="Outcome", choices=[("", ""), *OUTCOMES])
    tested_on = DayField("Seen on")
    outcome_words = WordsField("What showed it?")

    def prepare(self) -> None:
        self.initial.setdefault("tested_on", self.today.isoformat())


def _test(doing: Doing) -> str:
    made = record_test(
        by=doing.by,
        assumption=doing.record,
        outcome=Outcome(doing.typed["outcome"]),
        tested_on=doing.typed["tested_on"],
        words=doing.typed["outcome_words"],
        at=doing.at,
        expected_version=doing.version,
    )
    said = f"{doing.record.reference} {doing.typed['outcome']}."
    return said + _say_made(made)


def _follow(doing: Doing) -> str:
    day = timezone.localdate(doing.at)
    made = follow_up(by=doing.by, assumption=doing.record, as_at=day, at=doing.at)
    return _say_made(made).strip() or "There is nothing new to propose."


def _say_made(made: list[RiskProposal]) -> str:
    if not made:
        return ""
    return f" {write_count(len(made), 'risk')} proposed up: each waits for a decision."


class DecideForm(ActForm):
    """Take or refuse one proposal."""

    proposal = forms.ChoiceField(label="Proposal")
    verdict = forms.ChoiceField(label="What is decided?", choices=[("", ""), *VERDICTS])
    reason = WordsField("Why?")
    scored_on = DayField("Decided on")

    def prepare(self) -> None:
        held = self.record.proposals.filter(state=ProposalState.OPEN)
        rows = held.select_related("risk__current_score").order_by("pk")
        self._held = {str(each.public_id): each for each in rows}
        self.offer("proposal", [(key, name(each)) for key, each in self._held.items()])
        self.initial.setdefault("scored_on", self.today.isoformat())

    def clean_proposal(self) -> RiskProposal:
        found: RiskProposal = self._held[self.cleaned_data["proposal"]]
        return found


def name(proposal: RiskProposal) -> str:
    """Name a proposal by its risk and by what it would move."""
    now = proposal.risk.current_score
    before = f"from {now.likelihood} " if now else ""
    return f"{proposal.risk.reference}: likelihood {before}to {proposal.likelihood}"


def _decide(doing: Doing) -> str:
    decided = decide_proposal(
        by=doing.by,
        proposal=doing.typed["proposal"],
        is_taken=doing.typed["verdict"] == "take",
        reason=doing.typed["reason"],
        at=doing.at,
        scored_on=doing.typed["scored_on"],
    )
    return f"The proposal for {decided.risk.reference} was {decided.state}."


def _has_open(assumption: Assumption) -> bool:
    waiting = assumption.proposals.filter(state=ProposalState.OPEN)
    return not assumption.is_withdrawn and waiting.exists()


def _has_failed(assumption: Assumption) -> bool:
    state = read_assumption(assumption).find_state(timezone.localdate())
    return not assumption.is_withdrawn and state in FAILURES


def explain_test(assumption: Assumption, _day: Any) -> list[str]:
    words = assumption.test or read_assumption(assumption).test
    return [f"Its test: {words}"] if words else ["No test is stated."]


ASSUMPTION_ACTS: Final = by_name(
    Act(
        *("test", "Say how its test came out", "Keep the outcome"),
        *("programme.change_record", OutcomeForm, _test),
        explain=explain_test,
    ),
    Act(
        *("follow", "Propose what follows for its risks", "Propose it"),
        *("programme.change_record", ActForm, _follow),
        explain=lambda _record, _day: [
            "Each linked risk that has a score is proposed one step likelier."
        ],
        is_open=_has_failed,
    ),
    Act(
        *("decide", "Decide on a proposal", "Keep the decision"),
        *("programme.decide_proposal", DecideForm, _decide),
        is_open=_has_open,
    ),
)
"""What can be done with an assumption."""
