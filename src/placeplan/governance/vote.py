"""Votes: whether a motion is carried, and consensus with dissent on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Final, Literal

from placeplan.errors import Fault, InputError

MAJORITIES: Final = ("simple", "absolute", "qualified")
"""More for than against; more than half; a stated share."""

Counted = Literal["cast", "present", "members"]

SOURCE: Final = (
    "Standing orders of the group (common practice: check yours); Local Government Act "
    "1972, Schedule 12, paragraph 39, for councils; Kent and Medway STP Initiation "
    "Document, 9 March 2016, paragraph 48 e to g, for consensus"
)


@dataclass(frozen=True, slots=True)
class Votes:
    """How members voted.

    Parameters
    ----------
    in_favour, against, abstained : int
        How many; an abstention is no vote cast.
    present : int or None
        Who may vote and is in the room; those that voted or abstained when None.
    members : int or None
        All who may vote, in the room or not.
    casting : str
        How the chair uses a second vote: ``for``, ``against``, or empty for not.
    """

    in_favour: int
    against: int
    abstained: int = 0
    present: int | None = None
    members: int | None = None
    casting: str = ""

    def __post_init__(self) -> None:
        faults = [
            (name, "0 or more", str(getattr(self, name)))
            for name in ("in_favour", "against", "abstained")
            if getattr(self, name) < 0
        ]
        took_part = self.in_favour + self.against + self.abstained
        if self.present is not None and self.present < took_part:
            words = f"{took_part} or more, as many as voted or abstained"
            faults.append(("present", words, str(self.present)))
        room = took_part if self.present is None else self.present
        if self.members is not None and self.members < room:
            words = f"{room} or more, as many as are in the room"
            faults.append(("members", words, str(self.members)))
        if self.casting not in ("", "for", "against"):
            faults.append(("casting", "for or against", self.casting))
        if faults:
            raise InputError(Fault("votes", *each, "Correct it.") for each in faults)

    def count_base(self, of: Counted) -> int:
        """Count those of whom a share is needed."""
        cast = self.in_favour + self.against
        if of == "cast":
            return cast
        if of == "present":
            return cast + self.abstained if self.present is None else self.present
        if self.members is None:
            fault = Fault(
                "votes",
                "members",
                "how many may vote in all",
                "nothing",
                "Add it.",
            )
            raise InputError([fault])
        return self.members


@dataclass(frozen=True, slots=True)
class VoteResult:
    """What came of a vote.

    Parameters
    ----------
    carried, tied : bool
        Whether the motion is carried; whether as many were for it as against.
    needed : int
        Votes in favour that carry it.
    reasons : tuple of str
        Why, in sentences.
    """

    carried: bool
    tied: bool
    needed: int
    reasons: tuple[str, ...]


def count_vote(
    votes: Votes,
    majority: str = "simple",
    *,
    share: Fraction | None = None,
    of: Counted | None = None,
) -> VoteResult:
    """Find whether a motion is carried.

    Parameters
    ----------
    votes : Votes
        How members voted.
    majority : str
        One of `MAJORITIES`.
    share : Fraction or None
        For a qualified majority: the least share in favour, above 1/2.
    of : str or None
        Whose share: of votes ``cast``, of those ``present`` or of all ``members``.
        Cast when left out; an absolute majority is of all members.

    Returns
    -------
    VoteResult
        The casting vote of the chair is counted in a tie and only then.

    Raises
    ------
    InputError
        When the majority is unknown or its share is missing or out of bounds.

    Examples
    --------
    >>> votes, share = Votes(4, 2, 1), Fraction(2, 3)
    >>> [count_vote(votes, "qualified", share=share, of=of).carried
    ...  for of in ("cast", "present")]
    [True, False]
    """
    _check_majority(majority, share)
    base_of = of or ("members" if majority == "absolute" else "cast")
    base = votes.count_base(base_of)
    if share is not None:
        needed = ceil(share * base)
    elif majority == "simple" and base_of == "cast":
        needed = votes.against + 1
    else:
        needed = floor(Fraction(base, 2)) + 1
    tied = votes.in_favour == votes.against
    in_favour = votes.in_favour + (tied and votes.casting == "for")
    carried = in_favour >= max(needed, 1)
    counts = f"{votes.in_favour} for, {votes.against} against"
    verdict = "carried" if carried else "not carried"
    reasons = [
        f"{counts}, {votes.abstained} abstained; {max(needed, 1)} needed: {verdict}."
    ]
    if tied:
        cast = f"the chair casts a second vote {votes.casting} it"
        said = cast if votes.casting else "no casting vote is used"
        reasons.append(f"As many were for it as against; {said}.")
    return VoteResult(carried, tied, max(needed, 1), tuple(reasons))


@dataclass(frozen=True, slots=True)
class Consensus:
    """What came of seeking consensus.

    Parameters
    ----------
    state : str
        ``consensus``, ``consensus_with_dissent`` or ``no_consensus``.
    dissent : tuple of str
        Posts whose dissent is recorded.
    reasons : tuple of str
        What follows, in sentences.
    """

    state: str
    dissent: tuple[str, ...]
    reasons: tuple[str, ...]


def find_consensus(dissent: Sequence[str], blocked: Sequence[str] = ()) -> Consensus:
    """Find whether a group agrees, with dissent on record.

    Parameters
    ----------
    dissent : sequence of str
        Posts that disagree and let it pass.
    blocked : sequence of str
        Posts that cannot let it pass.

    Examples
    --------
    >>> find_consensus(["finance lead"]).state
    'consensus_with_dissent'
    >>> find_consensus([], ["finance lead"]).reasons[-1]
    'First seek informal external facilitation.'
    """
    every = tuple(dict.fromkeys([*dissent, *blocked]))
    if blocked:
        words = f"Cannot let it pass: {', '.join(dict.fromkeys(blocked))}."
        help_first = "First seek informal external facilitation."
        return Consensus("no_consensus", every, (words, help_first))
    if every:
        words = f"Agreed, with dissent on record: {', '.join(every)}."
        return Consensus("consensus_with_dissent", every, (words,))
    return Consensus("consensus", (), ("Nobody dissents.",))


def _check_majority(majority: str, share: Fraction | None) -> None:
    if majority not in MAJORITIES:
        words, found = f"one of: {', '.join(MAJORITIES)}", majority
        raise InputError([Fault("vote", "majority", words, found, "Correct it.")])
    if majority != "qualified" and share is None:
        return
    if majority != "qualified" or share is None or not Fraction(1, 2) < share <= 1:
        words = "above 1/2 and up to 1 for a qualified majority, and else none"
        found = "nothing" if share is None else str(share)
        raise InputError([Fault("vote", "share", words, found, "Correct it.")])
