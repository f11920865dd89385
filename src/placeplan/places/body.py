"""Anything in the registry that has a name and a time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from placeplan.errors import PeriodError
from placeplan.periods import Validity


class Standing(StrEnum):
    """How a body stands on a day."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body over one period of its life: it has one name, one kind, its codes.

    A body that was renamed is several of these with one id, one after another.

    Parameters
    ----------
    id : str
        Never changes, though the name may.
    name : str
        Name in this period.
    kind : str
        Id of one of `placeplan.reference.ORGANISATION_KINDS`.
    proposed_on : date or None
        Date of the paper that proposed it.
    starts_on : date or None
        First day on which it really existed under this name; a planned start is no
        start. None is open: as far back as anyone here knows, unless it was proposed,
        in which case it has not started.
    ends_on : date or None
        Last day, inclusive; None is open. For a proposal: last day on which it stood.
    source : str
        Id of the source.
    evidence : str
        Published, derived, calibrated or illustrative.

    Raises
    ------
    PeriodError
        It ends before it starts, or before it was proposed.

    Examples
    --------
    >>> alliance = Body(id="icp-dgs", name="DGS", kind="icp_place_alliance",
    ...     proposed_on=date(2019, 6, 24))
    >>> print(alliance.find_standing(date(2019, 7, 15)))
    proposed
    """

    id: str
    name: str
    kind: str
    proposed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    source: str = ""
    evidence: str = "published"

    def __post_init__(self) -> None:
        first = self.starts_on or self.proposed_on
        if first and self.ends_on and self.ends_on < first:
            message = (
                f"{self.id} cannot end on {self.ends_on}, before it begins on {first}."
                " Correct one of the dates."
            )
            raise PeriodError(message)

    @property
    def validity(self) -> Validity:
        """First to last day on which it really existed under this name."""
        return Validity(self.starts_on, self.ends_on)

    @property
    def codes(self) -> tuple[str, ...]:
        """Official codes, such as that of the NHS Organisation Data Service."""
        return ()

    def find_standing(self, day: date) -> Standing | None:
        """Tell how the body stood on a day.

        Parameters
        ----------
        day : date
            The day asked for.

        Returns
        -------
        Standing or None
            ``proposed`` from the paper that proposed it until it really started;
            ``in_force`` from its start to its end; None before and after.
        """
        if self.ends_on and day > self.ends_on:
            return None
        if self.starts_on and day >= self.starts_on:
            return Standing.IN_FORCE
        if self.proposed_on:
            return Standing.PROPOSED if day >= self.proposed_on else None
        return None if self.starts_on else Standing.IN_FORCE
