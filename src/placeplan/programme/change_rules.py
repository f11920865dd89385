"""The rules on service change and on documents that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pydantic import Field

from placeplan.programme.document import (
    SOURCE,
    DocumentReview,
    DocumentState,
    DocumentVerb,
    ReviewOutcome,
    list_verbs,
    move_document,
)
from placeplan.programme.gate import (
    GateState,
    ServiceChange,
    check_gates,
    find_notice,
    is_needed,
    list_change_tests,
    list_gates,
)
from placeplan.reference.rule import Question, Rule, Ruling


class ServiceChangeQuestion(Question):
    """What the law asks of a proposal depends on."""

    as_at: date = Field(description="Day whose version of the law counts.")
    substantial: bool = Field(
        default=False,
        description="Whether the council must be consulted (SI 2013/218, reg 23).",
    )
    beds_fall: bool = Field(
        default=False, description="Whether hospital beds would fall significantly."
    )
    consultation_began_on: date | None = Field(
        default=None, description="When the council's consultation began."
    )
    urgent: bool = Field(
        default=False, description="Whether safety or welfare allows no time."
    )

    def as_change(self) -> ServiceChange:
        """Make the proposal that is asked about."""
        return ServiceChange(
            self.substantial, self.beds_fall, self.consultation_began_on, self.urgent
        )


class GatesQuestion(ServiceChangeQuestion):
    """A proposal, and which steps it has passed."""

    passed: dict[str, date] = Field(
        default_factory=dict,
        max_length=100,
        description="Step to the day on which it was passed.",
    )


def _answer_gates(asked: GatesQuestion) -> Ruling:
    change = asked.as_change()
    checks = check_gates(change, asked.passed, asked.as_at)
    upcoming = [each for each in checks if each.state is GateState.NEXT]
    result = {
        "next": upcoming[0].gate.step if upcoming else None,
        "gates": [
            {
                "step": each.gate.step,
                "name": each.gate.name,
                "state": str(each.state),
                "evidence": each.gate.evidence,
                "reason": each.reason,
            }
            for each in checks
        ],
        "tests": [
            {"test": each.step, "name": each.name, "asks": each.evidence}
            for each in list_change_tests(asked.as_at)
            if is_needed(each, change, asked.as_at)[0]
        ],
    }
    reasons = tuple(f"{each.gate.name}: {each.reason}" for each in checks)
    sources = dict.fromkeys(each.gate.source for each in checks)
    return Ruling(result, reasons, "; ".join(sources) or "No version held on that day")


def _answer_notice(asked: ServiceChangeQuestion) -> Ruling:
    needed, reason = find_notice(asked.as_change(), asked.as_at)
    gates = list_gates(date(2024, 1, 31))
    source = next(gate.source for gate in gates if gate.step == "notification")
    return Ruling(needed, (reason,), source)


class ReviewQuestion(Question):
    """What one reviewer said."""

    post: str = Field(min_length=1)
    outcome: ReviewOutcome = ReviewOutcome.WAITED_FOR
    approver: bool = False


class DocumentQuestion(Question):
    """Where a version of a document stands, and what is to be done with it."""

    state: DocumentState
    verb: DocumentVerb
    reviews: tuple[ReviewQuestion, ...] = Field(default=(), max_length=1000)
    reason: str = ""


def _answer_document(asked: DocumentQuestion) -> Ruling:
    reviews = [
        DocumentReview(each.post, each.outcome, each.approver) for each in asked.reviews
    ]
    after = move_document(asked.state, asked.verb, reviews=reviews, reason=asked.reason)
    was, now = (str(each).replace("_", " ") for each in (asked.state, after))
    allowed = ", ".join(list_verbs(after)) or "nothing"
    reasons = (f"It was {was} and is now {now}.", f"What it allows next: {allowed}.")
    return Ruling(str(after), reasons, SOURCE)


_RULES: Final = (
    Rule(
        "service-change-gates",
        "Which gates and tests a service change meets, by the law of a day.",
        GatesQuestion,
        _answer_gates,
    ),
    Rule(
        "service-change-notice",
        "Whether the Secretary of State must be notified of a proposal.",
        ServiceChangeQuestion,
        _answer_notice,
    ),
    Rule(
        "document-step",
        "Where a controlled document stands once something is done with it.",
        DocumentQuestion,
        _answer_document,
    ),
)

CHANGE_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on service change and documents, by name."""
