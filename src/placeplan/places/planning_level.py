"""Planning levels: which services are planned together, and with which footprints."""

from dataclasses import dataclass
from datetime import date

from placeplan.periods import Validity

LEVELS = range(1, 6)
"""From 1, out of hospital, to 5, highly specialist."""


@dataclass(frozen=True, slots=True)
class PlannedService:
    """A service and the footprints that plan it.

    Parameters
    ----------
    service : str
        The service, in words.
    footprint_set : str or None
        Set whose footprints plan it; None where they are larger than the system.
    footprint : str or None
        The one footprint of the set that plans it; None for every one.
    starts_on, ends_on : date or None
        When it was planned so, inclusive; None is open.
    source, evidence : str
        Id and grade of the source.
    """

    service: str
    footprint_set: str | None = None
    footprint: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    source: str = ""
    evidence: str = "published"

    def holds_on(self, day: date) -> bool:
        """Whether it was planned so on a day."""
        return Validity(self.starts_on, self.ends_on).contains(day)


@dataclass(frozen=True, slots=True)
class PlanningLevel:
    """Services that are planned together.

    A planning level is neither a tier nor the care level of a bed.

    Parameters
    ----------
    level : int
        1 (out of hospital) to 5 (highly specialist).
    name : str
        Name of the level.
    basis : str
        What its footprints are made of, such as ``acute trusts``.
    services : tuple of PlannedService
        In the order of the papers.

    Examples
    --------
    >>> PlanningLevel(2, "Routine acute", "acute trusts",
    ...     (PlannedService("maternity care", "acute-level-2"),)).footprint_sets
    ('acute-level-2',)
    """

    level: int
    name: str
    basis: str
    services: tuple[PlannedService, ...]

    @property
    def footprint_sets(self) -> tuple[str, ...]:
        """Sets whose footprints plan its services."""
        found = (service.footprint_set for service in self.services)
        return tuple(sorted({id_ for id_ in found if id_ is not None}))
