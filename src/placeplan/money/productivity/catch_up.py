"""Catch-up: what it would save to cost, centre by centre, what a chosen peer costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from placeplan.money.pence import PENCE_PER_POUND, Pence
from placeplan.money.productivity.opportunity import Opportunity

Comparator = Literal["lowest", "nearest"]

COMPARATORS: Final[Mapping[Comparator, str]] = {
    "lowest": "the peer that costs least there",
    "nearest": "the nearest peer that has such a cost centre",
}
"""Which one peer a cost centre is held against."""


@dataclass(frozen=True, slots=True)
class CostCentre:
    """The cost of one cost centre of one body.

    Parameters
    ----------
    body, id, name : str
        Whose, and which; the id is the same for every body.
    group : str
        One of `COST_CENTRE_GROUPS`.
    driver : str
        What the cost is held against, in words.
    driver_units : Fraction
        How many of them; above 0.
    cost : Pence
        Cost of the year.
    status : str
        How well it is known.
    market_forces_factor : Fraction
        What local prices do to the cost, 1 for the national average.
    """

    body: str
    id: str
    name: str
    group: str
    driver: str
    driver_units: Fraction
    cost: Pence
    status: str
    market_forces_factor: Fraction = Fraction(1)

    @property
    def metric_pounds(self) -> Fraction:
        """Cost of one unit of the driver at national average prices, pounds."""
        pounds = Fraction(self.cost, PENCE_PER_POUND) / self.market_forces_factor
        return pounds / self.driver_units


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What one cost centre would save at its comparator's cost of a unit.

    Parameters
    ----------
    own : CostCentre
        The cost centre.
    peer : CostCentre or None
        The comparator; None where no peer has such a cost centre.
    opportunity : Opportunity
        ``max(0, own metric - peer metric) * own driver``, in whole pence and at
        national average prices, so that nobody catches up with cheaper places.
    """

    own: CostCentre
    peer: CostCentre | None
    opportunity: Opportunity


def find_catch_up(
    own: Sequence[CostCentre],
    peers: Mapping[str, Sequence[CostCentre]],
    comparator: Comparator = "lowest",
) -> tuple[CatchUp, ...]:
    """Find what each cost centre of a body would save.

    Parameters
    ----------
    own : sequence of CostCentre
        Cost centres of one body.
    peers : mapping of str to sequence of CostCentre
        Those of each chosen peer, the nearest peer first.
    comparator : str
        Which one peer counts: one of `COMPARATORS`. Of peers that cost the same the
        nearer counts.

    Returns
    -------
    tuple of CatchUp
        In the order of ``own``.

    Examples
    --------
    >>> def make(body, cost):
    ...     units = Fraction(100)
    ...     return CostCentre(body, "beds", "Beds", "pay", "bed days", units, cost, "")
    >>> near, far = make("b", Pence(900_00)), make("c", Pence(700_00))
    >>> found, = find_catch_up([make("a", Pence(1000_00))], {"b": [near], "c": [far]})
    >>> found.peer.body, found.opportunity.pence
    ('c', 30000)
    """
    return tuple(_hold_against(each, peers, comparator) for each in own)


def _hold_against(
    own: CostCentre, peers: Mapping[str, Sequence[CostCentre]], comparator: Comparator
) -> CatchUp:
    alike = [each for held in peers.values() for each in held if each.id == own.id]
    if not alike:
        return CatchUp(own, None, Opportunity("cost_centre", Pence(0)))
    # The first of equals is the nearest: peers come in that order.
    peer = (
        min(alike, key=lambda each: each.metric_pounds)
        if comparator == "lowest"
        else alike[0]
    )
    above = max(Fraction(0), own.metric_pounds - peer.metric_pounds)
    pence = Pence(round(above * own.driver_units * PENCE_PER_POUND))
    return CatchUp(own, peer, Opportunity("cost_centre", pence))
