"""The rules on votes and consensus that anyone can ask by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field

from placeplan.governance.questions import Count, DatedQuestion, Share, Title
from placeplan.governance.vote import SOURCE, Votes, count_vote, find_consensus
from placeplan.reference.rule import Rule, Ruling


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
    return Ruling(result, found.reasons, SOURCE)


class ConsensusQuestion(DatedQuestion):
    """Who disagrees."""

    dissent: tuple[Title, ...] = Field(
        default=(), max_length=1000, description="Posts that disagree and let it pass."
    )
    blocked: tuple[Title, ...] = Field(
        default=(), max_length=1000, description="Posts that cannot let it pass."
    )


def _answer_consensus(asked: ConsensusQuestion) -> Ruling:
    found = find_consensus(asked.dissent, asked.blocked)
    return Ruling(
        {"state": found.state, "dissent": list(found.dissent)},
        found.reasons,
        SOURCE,
    )


_RULES: Final = (
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
)

VOTE_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on votes and consensus, by name."""
