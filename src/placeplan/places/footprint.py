"""Footprints: named sets of bodies that plan together for a purpose in a period."""

from dataclasses import dataclass, field
from typing import Literal

from placeplan.places.body import Body

Part = Literal["whole", "part"]


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A body that sits in another, wholly or in part.

    Parameters
    ----------
    id : str
        The member.
    part : str
        ``whole`` or ``part``. How large a part is, no paper says, and none is assumed.
    """

    id: str
    part: Part = "whole"

    @property
    def is_whole(self) -> bool:
        """Whether all of it sits there."""
        return self.part == "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint(Body):
    """A footprint of a set. The same body may sit in several footprints of one set.

    Parameters
    ----------
    footprint_set : str
        Id of the set.
    members : tuple of Member
        Who sits in it; empty where no paper says.

    Examples
    --------
    >>> north_east = Footprint(id="lp-north-east", name="North East",
    ...     footprint_set="local-plan-2016",
    ...     members=(Member("ccg-medway"), Member("ccg-swale")))
    >>> [member.id for member in north_east.members]
    ['ccg-medway', 'ccg-swale']
    """

    kind: str = "footprint"
    footprint_set: str
    members: tuple[Member, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class FootprintSet:
    """Footprints made for one purpose.

    Parameters
    ----------
    id, name : str
        Such as ``local-plan-2016``, and how a reader sees it.
    purpose : str
        What is planned with it.
    footprints : tuple of Footprint
        In the order of their ids.
    source : str
        Id of the source.

    Examples
    --------
    >>> north_east = Footprint(id="ne", name="North East", footprint_set="plans",
    ...     members=(Member("medway"), Member("swale")))
    >>> north_west = Footprint(id="nw", name="North West", footprint_set="plans",
    ...     members=(Member("dgs"), Member("swale")))
    >>> FootprintSet("plans", "Plans", "", (north_east, north_west)).overlaps
    {'swale': ('ne', 'nw')}
    """

    id: str
    name: str
    purpose: str
    footprints: tuple[Footprint, ...]
    source: str = ""

    @property
    def overlaps(self) -> dict[str, tuple[str, ...]]:
        """Members that sit, wholly or in part, in several footprints, and in which."""
        seats: dict[str, list[str]] = {}
        for footprint in self.footprints:
            for member in footprint.members:
                seats.setdefault(member.id, []).append(footprint.id)
        return {id_: tuple(seats[id_]) for id_ in sorted(seats) if seats[id_][1:]}
