"""How an area makes an element of the local care toolkit its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from placeplan.demand.toolkit_inputs import (
    ELEMENTS,
    TOOLKIT_EFFECTS,
    pick_element,
    read_toolkit,
)
from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.tables import STATUSES

TOOLKIT: Final = "local-care-toolkit"
"""Source of every size in the toolkit: our own assumptions, for an area to replace."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """How an area makes an element its own.

    Parameters
    ----------
    element : str
        Of `list_elements`.
    area : str
        Id for the end of the initiative's, such as ``east-kent``.
    area_name : str
        Name for people, such as ``East Kent``.
    places : tuple of str
        Places whose people it reaches; each has its own rows of effects.
    from_year, to_year : int
        Financial year in which it begins; last year for which its cost is stated.
    size_share : float
        Of the toolkit's effect, cost and staff: 1 takes them as they are.
    cost_pounds : float or None
        A year, once all is there; None works it out from the activity of the cohort.
    delivery_share : float or None
        Probability that it is delivered at all; None takes the toolkit's.
    planning_level : int or None
        Level at which it is planned; None for all.
    owner : str
        Title of the post that owns it.
    community, social_care, general_practice : str or None
        Provider that receives; None takes the one that does most of that work for the
        places in the base year.
    source, status : str
        Of every row; the toolkit's own are illustrative.
    """

    element: str
    area: str
    area_name: str
    places: tuple[str, ...]
    from_year: int
    to_year: int
    size_share: float = 1.0
    cost_pounds: float | None = None
    delivery_share: float | None = None
    planning_level: int | None = None
    owner: str = "Local care lead"
    community: str | None = None
    social_care: str | None = None
    general_practice: str | None = None
    source: str = TOOLKIT
    status: str = "illustrative"

    def __post_init__(self) -> None:
        """Refuse what no plan could hold, all of it at once.

        Raises
        ------
        UnknownNameError
            There is no such element.
        InputError
            Sizes out of bounds, years the wrong way round, or no place.
        """
        known = read_toolkit(ELEMENTS)["element"]
        if self.element not in known:
            noun = "element of local care"
            raise UnknownNameError(noun, self.element, known)
        if faults := list(self._find_faults()):
            raise InputError(faults)

    @property
    def initiative(self) -> str:
        """Id of the initiative, such as ``rapid-response-east-kent``."""
        return f"{self.element}-{self.area}"

    def _find_faults(self) -> Iterator[Fault]:
        deepest = min(pick_element(TOOLKIT_EFFECTS, self.element)["remaining_low"])
        most = 1 / (1 - deepest)
        checks = (
            ("size", 0 <= self.size_share <= most, f"0 to {most:.4g}", self.size_share),
            ("places", bool(self.places), "at least one place", "none"),
            (
                "to_year",
                self.from_year <= self.to_year,
                f"{self.from_year} or later",
                self.to_year,
            ),
            (
                "status",
                self.status in STATUSES,
                f"one of {', '.join(STATUSES)}",
                self.status,
            ),
            (
                "delivery_share",
                0 <= (self.delivery_share or 0) <= 1,
                "0 to 1",
                self.delivery_share,
            ),
            (
                "cost_pounds",
                (self.cost_pounds or 0) >= 0,
                "0 or more",
                self.cost_pounds,
            ),
        )
        for where, holds, expected, found in checks:
            if not holds:
                remedy = f"Give another {where} for {self.element}."
                yield Fault(self.initiative, where, expected, str(found), remedy)
