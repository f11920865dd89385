"""The rule on ratification that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pydantic import Field

from placeplan.governance.questions import DatedQuestion, Name, Title
from placeplan.governance.ratification import (
    OUTCOMES,
    SOURCE,
    BodyAnswer,
    find_ratification,
)
from placeplan.reference.rule import Question, Rule, Ruling


class BodyQuestion(Question):
    """A body that is asked, and what it said."""

    id: Title = Field(description="Its id; spaces around it do not count.")
    outcome: Name | None = Field(
        default=None, description=f"One of: {', '.join(OUTCOMES)}; null while silent."
    )
    on: date | None = Field(default=None, description="When it said so.")
    text: str = Field(default="", description="The exact text that it agreed.")


class RatificationQuestion(DatedQuestion):
    """A recommendation by its rule and what each body said."""

    rule: Name = Field(description="all, majority or lead.")
    lead: Title | None = Field(default=None, description="The body that leads.")
    bodies: tuple[BodyQuestion, ...] = Field(
        max_length=1000, description="Each body once."
    )
    text: str = Field(
        default="", description="What was recommended; held against what was agreed."
    )


def _answer_ratification(asked: RatificationQuestion) -> Ruling:
    answers = [
        BodyAnswer(each.id, each.outcome, each.on, each.text) for each in asked.bodies
    ]
    found = find_ratification(
        asked.rule, answers, lead=asked.lead, text=asked.text, as_at=asked.as_at
    )
    return Ruling(found.state, found.reasons, SOURCE)


_RULES: Final = (
    Rule(
        "ratification",
        "Whether what was recommended is effective, pending or failed.",
        RatificationQuestion,
        _answer_ratification,
    ),
)

RATIFICATION_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""The rule on ratification, by name."""
