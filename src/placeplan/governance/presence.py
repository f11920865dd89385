"""Presence: who is in the room when a vote is taken, for quorum holds all the time."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from placeplan.errors import Fault, InputError
from placeplan.governance.quorum import WHOLE, Attendance


@dataclass(frozen=True, slots=True)
class Presence:
    """One stay of a member, in the room or by video.

    Parameters
    ----------
    member : str
        The post or seat.
    joined_at : datetime
        When it began; local time without a zone.
    left_at : datetime or None
        When it ended, that moment not included; None while it goes on.
    constituency : str
        Part of the membership that counts apart, where the quorum has such.
    by_video : bool
        Whether by video; it counts where the terms let it.
    substitute : bool
        Whether somebody stands in for the member.

    Raises
    ------
    InputError
        When it ends before it begins.
    """

    member: str
    joined_at: datetime
    left_at: datetime | None = None
    constituency: str = WHOLE
    by_video: bool = False
    substitute: bool = False

    def __post_init__(self) -> None:
        if self.left_at is not None and self.left_at < self.joined_at:
            expected, found = f"{self.joined_at} or later", str(self.left_at)
            fault = Fault("presence", "left_at", expected, found, "Correct it.")
            raise InputError([fault])

    def holds_at(self, moment: datetime) -> bool:
        """Whether the member is there at a moment."""
        gone = self.left_at is not None and moment >= self.left_at
        return self.joined_at <= moment and not gone


def count_present(
    stays: Iterable[Presence],
    moment: datetime,
    *,
    withdrawn: Collection[str] = (),
    substitutes_permitted: bool = False,
    video_counts: bool = True,
    members: Mapping[str, int] | None = None,
) -> Attendance:
    """Count who is there at a moment, such as that of a vote.

    Parameters
    ----------
    stays : iterable of Presence
        Of one meeting, in any order; a member may come and go.
    moment : datetime
        When the vote is taken.
    withdrawn : collection of str
        Members that must withdraw from the item: those of them that are there count
        as withdrawn.
    substitutes_permitted, video_counts : bool
        What the terms of the group allow.
    members : mapping of str to int or None
        All members by constituency, where it is known.

    Returns
    -------
    Attendance
        Each member once, for `check_quorum`.

    Examples
    --------
    >>> noon = datetime(2019, 8, 14, 12)
    >>> stays = [Presence("a", noon), Presence("b", noon, datetime(2019, 8, 14, 13))]
    >>> moments = [noon.replace(hour=hour) for hour in (12, 13)]
    >>> [count_present(stays, moment).present["members"] for moment in moments]
    [2, 1]
    """
    there: dict[str, str] = {}
    for stay in stays:
        allowed = substitutes_permitted or not stay.substitute
        if stay.holds_at(moment) and allowed and (video_counts or not stay.by_video):
            there.setdefault(stay.member, stay.constituency)
    gone = Counter(part for name, part in there.items() if name in withdrawn)
    present = Counter(there.values()) or Counter({WHOLE: 0})
    return Attendance(dict(present), dict(gone), dict(members or {}))
