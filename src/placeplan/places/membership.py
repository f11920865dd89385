"""Memberships: who sits in what."""

from dataclasses import dataclass

from placeplan.places.footprint import Member


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """A body sitting in another. It holds while both stand.

    Parameters
    ----------
    body : str
        Id of the footprint, group or organisation that has members.
    member : Member
        Who sits in it.
    source, evidence : str
        Id and grade of the source.

    Examples
    --------
    >>> Membership("lp-north-east", Member("ccg-swale")).member.is_whole
    True
    """

    body: str
    member: Member
    source: str = ""
    evidence: str = "published"
