"""One line of the registry as at a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from placeplan.places.body import Body, Standing
from placeplan.places.footprint import Footprint, Member, Part


@dataclass(frozen=True, slots=True)
class Seat:
    """Something that a body sits in.

    Parameters
    ----------
    body : str
        Id of the footprint, group or organisation.
    part : str
        ``whole`` or ``part``.
    """

    body: str
    part: Part


@dataclass(frozen=True, slots=True)
class Entry:
    """A body as it stood on a day.

    Parameters
    ----------
    body : Body
        The body in the period that held the day, so with its name of that day.
    standing : Standing
        Proposed or in force.
    members : tuple of Member
        Who sat in it that day.
    predecessors : tuple of str
        Ids of bodies that it had taken over from by then.
    starts_on, ends_on : date or None
        First and last day of its whole life, whatever its names; None is open, or, for
        a proposal that has not started, not known.

    Examples
    --------
    >>> Entry(Body(id="swale", name="Swale", kind="district"), Standing.IN_FORCE)\
.as_row()["status"]
    'in_force'
    """

    body: Body
    standing: Standing
    members: tuple[Member, ...] = ()
    predecessors: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def id(self) -> str:
        """Id of the body."""
        return self.body.id

    @property
    def footprint_set(self) -> str | None:
        """Set of a footprint; None for other bodies."""
        return self.body.footprint_set if isinstance(self.body, Footprint) else None

    def as_row(self) -> dict[str, Any]:
        """Give the entry as JSON can hold it, dates as 2016-06-01.

        Returns
        -------
        dict
            ``id, name, kind, set, members, status, starts_on, ends_on, predecessors``.
        """
        return {
            "id": self.id,
            "name": self.body.name,
            "kind": self.body.kind,
            "set": self.footprint_set,
            "members": [member.id for member in self.members],
            "status": self.standing.value,
            "starts_on": self.starts_on.isoformat() if self.starts_on else None,
            "ends_on": self.ends_on.isoformat() if self.ends_on else None,
            "predecessors": list(self.predecessors),
        }
