"""Due regard: whether those who decide had read the assessment, in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

READING_STATES: Final = ("read", "older_version", "too_late", "unread")
"""What is known of one member and one assessment, at the moment of the vote."""

SOURCE: Final = (
    "Equality Act 2010, section 149; R (Brown) v Secretary of State for Work and "
    "Pensions [2008] EWHC 3158 (Admin), paragraphs 90 to 96: whoever decides is aware "
    "of the duty before and at the time of the decision, and the duty is not delegated"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """That somebody read one version of an assessment.

    Parameters
    ----------
    who : str
        Id of the member.
    version : int
        Which version, from 1.
    at : datetime
        When they said so.
    """

    who: str
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class MemberReading:
    """What one member had read by the moment of the vote.

    Parameters
    ----------
    who : str
        Id of the member.
    state : str
        One of `READING_STATES`.
    version : int or None
        The newest version that they have read; None where they have read none.
    at : datetime or None
        When they said so.
    words : str
        In a sentence.
    """

    who: str
    state: str
    version: int | None
    at: datetime | None
    words: str


@dataclass(frozen=True, slots=True)
class DueRegard:
    """Whether all of those who decide had read an assessment.

    Parameters
    ----------
    is_met : bool
        Each of them had read this version before the vote, and somebody decides.
    version : int
        The version that stood.
    members : tuple of MemberReading
        One for each of them, in the order given.
    reasons : tuple of str
        A sentence for each of them who had not.
    """

    is_met: bool
    version: int
    members: tuple[MemberReading, ...]
    reasons: tuple[str, ...]


def find_due_regard(
    members: Sequence[str],
    readings: Iterable[Reading],
    version: int,
    decided_at: datetime,
) -> DueRegard:
    """Find who of those that decide had read the version that stood, before the vote.

    A reading at the moment of the vote is no reading before it. An older version is
    not the one on which they decide; a newer one, read in time, holds as well.

    Parameters
    ----------
    members : sequence of str
        Those who decide: who voted, or may vote.
    readings : iterable of Reading
        What anybody said that they had read of this assessment.
    version : int
        The newest version published before `decided_at`.
    decided_at : datetime
        The moment of the vote.

    Examples
    --------
    >>> from datetime import UTC
    >>> noon = datetime(2019, 8, 14, 12, 0, tzinfo=UTC)
    >>> read = Reading("chair", 2, noon.replace(hour=9))
    >>> found = find_due_regard(["chair", "member"], [read], 2, noon)
    >>> found.is_met, found.reasons
    (False, ('member has not recorded that they read version 2.',))
    """
    known = list(readings)
    found = tuple(
        _find_member(who, [r for r in known if r.who == who], version, decided_at)
        for who in dict.fromkeys(members)
    )
    reasons = tuple(each.words for each in found if each.state != "read")
    return DueRegard(bool(found) and not reasons, version, found, reasons)


def _find_member(
    who: str, readings: Sequence[Reading], version: int, decided_at: datetime
) -> MemberReading:
    in_time = [each for each in readings if each.at < decided_at]
    enough = [each for each in in_time if each.version >= version]
    if enough:
        first = min(enough, key=lambda each: each.at)
        words = f"{who} had read version {first.version}."
        return MemberReading(who, "read", first.version, first.at, words)
    late = [each for each in readings if each.version >= version]
    if late:
        first = min(late, key=lambda each: each.at)
        words = f"{who} recorded version {first.version} as read only after the vote."
        return MemberReading(who, "too_late", first.version, first.at, words)
    if in_time:
        last = max(in_time, key=lambda each: each.version)
        words = f"{who} had read version {last.version}, but not version {version}."
        return MemberReading(who, "older_version", last.version, last.at, words)
    words = f"{who} has not recorded that they read version {version}."
    return MemberReading(who, "unread", None, None, words)
