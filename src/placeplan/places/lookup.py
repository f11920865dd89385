"""Lookup: which share of an area's people belongs to which organisation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from placeplan.errors import UnknownNameError


@dataclass(frozen=True, slots=True, order=True)
class LookupCell:
    """A share of an area.

    Parameters
    ----------
    area, organisation : str
        Ids of the two.
    share : float
        Share of the area's people, 0 to 1. Within an area, shares sum to 1.
    source, evidence : str
        Id and grade of the source.
    """

    area: str
    organisation: str
    share: float
    source: str = ""
    evidence: str = "published"


@dataclass(frozen=True, slots=True)
class Lookup:
    """Best fit of areas to organisations by people.

    Parameters
    ----------
    cells : tuple of LookupCell
        Every cell that is not empty, in order of area and organisation.

    Examples
    --------
    >>> lookup = Lookup((LookupCell("dover", "coastal", 0.25),
    ...     LookupCell("dover", "south", 0.75), LookupCell("thanet", "thanet", 1.0)))
    >>> lookup.get_share("dover", "south")
    0.75
    >>> lookup.spread({"dover": 100.0, "thanet": 40.0})
    {'coastal': 25.0, 'south': 75.0, 'thanet': 40.0}
    """

    cells: tuple[LookupCell, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        """Areas that it holds."""
        return tuple(sorted({cell.area for cell in self.cells}))

    def list_cells(self, area: str) -> tuple[LookupCell, ...]:
        """List the cells of an area.

        Raises
        ------
        UnknownNameError
            The lookup does not hold the area.
        """
        found = tuple(cell for cell in self.cells if cell.area == area)
        if not found:
            raise UnknownNameError("area of the lookup", area, self.areas)
        return found

    def get_share(self, area: str, organisation: str) -> float:
        """Give the share of an area's people that belongs to an organisation.

        Returns
        -------
        float
            0 to 1; 0 for an organisation that reaches into another part of the map.

        Raises
        ------
        UnknownNameError
            The lookup does not hold the area.
        """
        shares = {cell.organisation: cell.share for cell in self.list_cells(area)}
        return shares.get(organisation, 0.0)

    def spread(self, values: Mapping[str, float]) -> dict[str, float]:
        """Spread the values of areas over organisations.

        Parameters
        ----------
        values : mapping of str to float
            Value of each area, in any one unit.

        Returns
        -------
        dict of str to float
            Value of each organisation, in the same unit; the sum is kept.

        Raises
        ------
        UnknownNameError
            The lookup does not hold an area.
        """
        spread: dict[str, float] = {}
        for area in sorted(values):
            for cell in self.list_cells(area):
                part = values[area] * cell.share
                spread[cell.organisation] = spread.get(cell.organisation, 0.0) + part
        return dict(sorted(spread.items()))


def make_lookup(cells: Iterable[LookupCell]) -> Lookup:
    """Make a lookup, its cells in order.

    Examples
    --------
    >>> make_lookup([LookupCell("b", "x", 1.0), LookupCell("a", "x", 1.0)]).areas
    ('a', 'b')
    """
    return Lookup(tuple(sorted(cells)))
