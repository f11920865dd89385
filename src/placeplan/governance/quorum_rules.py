"""The rule on quorum that anyone can ask by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, model_validator

from placeplan.governance.questions import Count, DatedQuestion, Share
from placeplan.governance.quorum import (
    SOURCE,
    WHOLE,
    Attendance,
    QuorumRule,
    check_quorum,
)
from placeplan.reference.rule import Question, Rule, Ruling


class NumberRule(Question):
    """So many members."""

    kind: Literal["number"]
    number: int = Field(ge=1, le=1_000_000)


class ShareRule(Question):
    """A share of all members, rounded up."""

    kind: Literal["share"]
    share: Share


class ConstituencyRule(Question):
    """So many of each constituency."""

    kind: Literal["constituency"]
    least: dict[str, Count] = Field(min_length=1, max_length=1000)


def _gather_heads(value: Any) -> Any:
    if isinstance(value, dict):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return {WHOLE: value}
    message = f"a whole number, or numbers by constituency, and not {value!r}"
    raise ValueError(message)


Heads = Annotated[
    dict[str, Count],
    Field(max_length=1000),
    BeforeValidator(_gather_heads, json_schema_input_type=int | dict[str, int]),
]


class QuorumQuestion(DatedQuestion):
    """The quorum of a group, and who is there for an item."""

    rule: (
        Annotated[
            NumberRule | ShareRule | ConstituencyRule, Field(discriminator="kind")
        ]
        | None
    ) = Field(description="Null where the terms state no quorum.")
    members: Heads = Field(
        default_factory=dict,
        description="All members; a mapping by constituency for that kind.",
    )
    present: Heads = Field(description="Those in attendance, the withdrawn among them.")
    withdrawn: Heads | None = Field(
        default=None, description="Of those, who must withdraw from the item."
    )

    @model_validator(mode="after")
    def _check_kinds(self) -> "QuorumQuestion":
        nouns = ("members", "present", "withdrawn")
        heads = {noun: getattr(self, noun) or {} for noun in nouns}
        if isinstance(self.rule, ConstituencyRule):
            odd = [
                n for n in nouns if WHOLE in heads[n] and WHOLE not in self.rule.least
            ]
            words = "as numbers by constituency"
        else:
            odd = [noun for noun in nouns if set(heads[noun]) - {WHOLE}]
            words = "as a number: only the kind constituency has names"
        if odd:
            message = f"{' and '.join(odd)} {words}"
            raise ValueError(message)
        return self

    def as_rule(self) -> QuorumRule:
        """Make the rule that is asked about."""
        match self.rule:
            case NumberRule(number=number):
                return QuorumRule(number)
            case ShareRule(share=share):
                return QuorumRule(share=share)
            case ConstituencyRule(least=least):
                return QuorumRule(least=least)
            case _:
                return QuorumRule()


def _answer_quorum(asked: QuorumQuestion) -> Ruling:
    rule = asked.as_rule()
    there = Attendance(asked.present, asked.withdrawn or {}, asked.members)
    found = check_quorum(rule, there)
    by_name = rule.least is not None
    result = {
        "quorate": found.quorate,
        "counted": dict(found.counted) if by_name else found.counted[WHOLE],
        "needed": dict(found.needed) if by_name else found.needed.get(WHOLE),
    }
    return Ruling(result, found.reasons, SOURCE)


_RULES: Final = (
    Rule(
        "quorum",
        "Whether an item is quorate once those with interests have withdrawn.",
        QuorumQuestion,
        _answer_quorum,
    ),
)

QUORUM_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""The rule on quorum, by name."""
