"""The rule on taking an item in private that anyone can ask by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pydantic import Field

from placeplan.errors import UnknownNameError
from placeplan.governance.exempt import exclude_public, list_exempt_reasons
from placeplan.governance.questions import DatedQuestion, Name
from placeplan.reference.rule import Rule, Ruling


class ExemptQuestion(DatedQuestion):
    """Why the public would be kept out, and whether somebody weighed it."""

    regime: Name = Field(description="local_government or nhs.")
    reason: Name = Field(description="Such as paragraph_3 or confidential_nature.")
    outweighs: bool | None = Field(
        default=None,
        description="Whether the public interest in keeping it outweighs disclosure.",
    )
    resolved: bool = Field(
        default=False, description="Whether the meeting resolved so, naming the reason."
    )


def _answer_exempt(asked: ExemptQuestion) -> Ruling:
    known = {e.reason: e for e in list_exempt_reasons(asked.regime, asked.as_at)}
    if asked.reason not in known:
        raise UnknownNameError("reason", asked.reason, known)
    reason = known[asked.reason]
    found = exclude_public(reason, outweighs=asked.outweighs, resolved=asked.resolved)
    return Ruling({"private": found.private}, found.reasons, reason.source)


_RULES: Final = (
    Rule(
        "exempt",
        "Whether an item is taken in private, for a reason of the law of its body.",
        ExemptQuestion,
        _answer_exempt,
    ),
)

EXEMPT_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""The rule on taking an item in private, by name."""
