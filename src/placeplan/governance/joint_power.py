"""Joint powers: which kinds of body the law of a day lets decide together."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from placeplan.governance.held import cite, warn
from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

_POWERS: Final[Listing[dict[str, Any]]] = Listing(
    "joint power",
    state_list(
        "joint_powers",
        Column("power", "text", "Id."),
        Column("section", "text", "By which instruments name it."),
        Column("name", "text", "Name for people."),
        Column("members", "text", "Kinds of member that it covers."),
        Column("named_only", "flag", "Whether an instrument must name it."),
        Column("words", "text", "What it allows."),
        Column("basis", "text", "How it was read."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class JointPower:
    """A power of bodies to have a joint committee decide.

    Parameters
    ----------
    power : str
        Id, such as ``joint_working``.
    section : str
        Section by which instruments name it, such as ``65Z5``.
    members : frozenset of str
        Kinds of body that may use it together.
    named_only : bool
        Whether it counts only where an instrument names it.
    words, source : str
        What it allows; where it was read.
    warnings : tuple of str
        What to check, where the primary source was not read.
    validity : Validity
        The days on which it is law.
    """

    power: str
    section: str
    members: frozenset[str]
    named_only: bool
    words: str
    source: str
    warnings: tuple[str, ...]
    validity: Validity

    def covers(self, kinds: AbstractSet[str]) -> bool:
        """Whether it lets bodies of all these kinds decide together."""
        return kinds <= self.members


def list_joint_powers(as_at: date | None = None) -> tuple[JointPower, ...]:
    """List the powers that were law on a day; with no day, every one there was.

    Examples
    --------
    >>> [each.section for each in list_joint_powers(date(2023, 3, 9))]
    ['101 and 102', '75', '65Z5']
    """
    return tuple(
        JointPower(
            power=row["power"],
            section=row["section"],
            members=frozenset(row["members"].split()),
            named_only=row["named_only"],
            words=row["words"],
            source=cite(row),
            warnings=warn(row),
            validity=row["validity"],
        )
        for row in _POWERS.values()
        if as_at is None or row["validity"].contains(as_at)
    )
