"""The rules on meetings that anyone can ask by name: notice, quorum, votes."""

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, model_validator

from placeplan.errors import UnknownNameError
from placeplan.governance.clear_days import (
    SOURCE,
    find_publication_day,
    list_clear_days,
)
from placeplan.governance.exempt import exclude_public, list_exempt_reasons
from placeplan.governance.notice import check_notice
from placeplan.governance.questions import DatedQuestion, Name, Share
from placeplan.governance.quorum import SOURCE as QUORUM_SOURCE
from placeplan.governance.quorum import WHOLE, Attendance, QuorumRule, check_quorum
from placeplan.governance.vote import SOURCE as VOTE_SOURCE
from placeplan.governance.vote import Votes, count_vote, find_consensus
from placeplan.programme.interval import print_day
from placeplan.reference.rule import Question, Rule, Ruling

_NOT_COUNTED: Final = (
    "Neither the day of publication nor that of the meeting counts, nor weekends, nor "
    "bank holidays of England and Wales."
)


Count = Annotated[int, Field(ge=0, le=1_000_000)]


class ClearDaysQuestion(DatedQuestion):
    """When an agenda was published, and when the meeting is."""

    published_on: date = Field(description="Day on which it was open to the public.")
    meeting_on: date = Field(description="Day of the meeting.")
    published_at: time | None = Field(
        default=None, description="Time of day, where a cut-off counts."
    )
    cut_off: time | None = Field(
        default=None, description="What is published after it counts as the next day."
    )
    count_saturday: bool = Field(
        default=False, description="Whether Saturdays count, as in some parishes."
    )

    @model_validator(mode="after")
    def _check_pair(self) -> "ClearDaysQuestion":
        if (self.published_at is None) != (self.cut_off is None):
            message = "published_at and cut_off together, or neither"
            raise ValueError(message)
        return self


def _answer_clear_days(asked: ClearDaysQuestion) -> Ruling:
    first, reasons = asked.published_on, []
    if asked.published_at and asked.cut_off:
        first = find_publication_day(first, asked.published_at, asked.cut_off)
    if first > asked.published_on:
        reasons.append(
            f"It was published after hours: it counts as {print_day(first)}."
        )
    last = max(first, asked.meeting_on) if reasons else asked.meeting_on
    days = list_clear_days(first, last, count_saturday=asked.count_saturday)
    named = ", ".join(print_day(day) for day in days[:31]) or "none"
    reasons = [
        f"Clear days: {named}{' and more' if len(days) > 31 else ''}.",
        *reasons,
        _NOT_COUNTED,
    ]
    return Ruling(len(days), tuple(reasons), SOURCE)


class NoticeQuestion(Question):
    """Whose meeting, and when its agenda was published."""

    body: Name = Field(
        description="principal_council, executive, nhs_body, key_decision and so on."
    )
    published_on: date = Field(description="Day on which it was open to the public.")
    meeting_on: date = Field(description="Day of the meeting; its rules count.")
    urgency_reason: str = Field(
        default="", description="Why the chair takes it nevertheless; minuted."
    )
    as_at: date | None = Field(default=None, description="Ignored: see meeting_on.")


def _answer_notice(asked: NoticeQuestion) -> Ruling:
    found = check_notice(
        asked.body,
        asked.published_on,
        asked.meeting_on,
        urgency_reason=asked.urgency_reason,
    )
    result = {
        "state": found.state,
        "clear_days": found.given,
        "needed": found.needed,
        "counts": found.period.counts,
    }
    return Ruling(result, found.reasons, found.period.source)


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
    if isinstance(value, int) and not isinstance(value, bool):
        return {WHOLE: value}
    return value


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
        by_name = isinstance(self.rule, ConstituencyRule)
        for noun in ("present", "withdrawn"):
            heads: dict[str, int] = getattr(self, noun) or {}
            if (
                by_name
                and WHOLE in heads
                and WHOLE not in self.as_rule().find_needed({})
            ):
                message = f"{noun} as numbers by constituency"
                raise ValueError(message)
            if not by_name and set(heads) - {WHOLE}:
                message = f"{noun} as a number: only the kind constituency has names"
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
    return Ruling(result, found.reasons, QUORUM_SOURCE)


class VoteQuestion(DatedQuestion):
    """How members voted, and which majority is needed."""

    majority: Literal["simple", "absolute", "qualified"] = "simple"
    share: Share | None = Field(
        default=None, description="For a qualified majority, such as 0.8 or 2/3."
    )
    of: Literal["cast", "present", "members"] | None = Field(
        default=None, description="Whose share; of votes cast when left out."
    )
    in_favour: Count
    against: Count
    abstained: Count = 0
    present: Count | None = None
    members: Count | None = None
    casting: Literal["for", "against"] | None = Field(
        default=None, description="How the chair uses a casting vote, in a tie."
    )


def _answer_vote(asked: VoteQuestion) -> Ruling:
    votes = Votes(
        *(asked.in_favour, asked.against, asked.abstained),
        *(asked.present, asked.members, asked.casting or ""),
    )
    found = count_vote(votes, asked.majority, share=asked.share, of=asked.of)
    result = {"carried": found.carried, "tied": found.tied, "needed": found.needed}
    return Ruling(result, found.reasons, VOTE_SOURCE)


class ConsensusQuestion(DatedQuestion):
    """Who disagrees."""

    dissent: tuple[str, ...] = Field(
        default=(), max_length=1000, description="Posts that disagree and let it pass."
    )
    blocked: tuple[str, ...] = Field(
        default=(), max_length=1000, description="Posts that cannot let it pass."
    )


def _answer_consensus(asked: ConsensusQuestion) -> Ruling:
    found = find_consensus(asked.dissent, asked.blocked)
    return Ruling(
        {"state": found.state, "dissent": list(found.dissent)},
        found.reasons,
        VOTE_SOURCE,
    )


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
        "clear-days",
        "How many clear days lie between an agenda and its meeting.",
        ClearDaysQuestion,
        _answer_clear_days,
    ),
    Rule(
        "notice",
        "Whether a meeting was announced long enough before, by the rule of its body.",
        NoticeQuestion,
        _answer_notice,
    ),
    Rule(
        "quorum",
        "Whether an item is quorate once those with interests have withdrawn.",
        QuorumQuestion,
        _answer_quorum,
    ),
    Rule(
        "vote",
        "Whether a motion is carried, by which majority, and with a casting vote.",
        VoteQuestion,
        _answer_vote,
    ),
    Rule(
        "consensus",
        "Whether a group agrees, with dissent on record.",
        ConsensusQuestion,
        _answer_consensus,
    ),
    Rule(
        "exempt",
        "Whether an item is taken in private, for a reason of the law of its body.",
        ExemptQuestion,
        _answer_exempt,
    ),
)

MEETING_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on notice, quorum, votes and exemption, by name."""
