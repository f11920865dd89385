"""Bodies of a study, as the tables of a plan state them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence, Pounds, to_pence
from placeplan.money.productivity.catch_up import CostCentre
from placeplan.money.productivity.inputs import (
    COST_CENTRES,
    PEER_CRITERIA,
    PRODUCTIVITY_BODIES,
    SPECIALTY_COSTS,
)
from placeplan.money.productivity.opportunity import Opportunity
from placeplan.money.productivity.peer import PeerCriteria, TrustProfile
from placeplan.money.productivity.weighted_unit import (
    UnitCost,
    find_unit_cost,
    get_unit_constant,
)
from placeplan.money.share import to_fraction

Tables = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Body:
    """One body of a study.

    Parameters
    ----------
    profile : TrustProfile
        What peers are chosen by.
    own : bool
        Whether it is one of the plan's own.
    year : int
        Year of its figures.
    unit_cost : UnitCost
        Its cost per weighted activity unit.
    status : str
        How well its figures are known.
    """

    profile: TrustProfile
    own: bool
    year: int
    unit_cost: UnitCost
    status: str

    @property
    def opportunity(self) -> Opportunity:
        """What it would save at the national average cost of a unit."""
        constant = get_unit_constant(self.year)
        return Opportunity("trust", self.unit_cost.find_opportunity(constant))


@dataclass(frozen=True, slots=True)
class SpecialtyCost:
    """The cost of one specialty of one body.

    Parameters
    ----------
    body, id, name : str
        Whose, and which.
    unit_cost : UnitCost
        Its cost per weighted activity unit.
    benchmark : Fraction
        Cost of a unit that it is held against, pounds: the national average.
    status : str
        How well it is known.
    """

    body: str
    id: str
    name: str
    unit_cost: UnitCost
    benchmark: Fraction
    status: str

    @property
    def opportunity(self) -> Opportunity:
        """What it would save at the benchmark."""
        return Opportunity("specialty", self.unit_cost.find_opportunity(self.benchmark))


def list_bodies(tables: Tables) -> tuple[Body, ...]:
    """List the bodies of a plan, in the order of their ids."""
    rows = get_table(tables, PRODUCTIVITY_BODIES).sort("body").to_dicts()
    return tuple(_make_body(row) for row in rows)


def _make_body(row: Mapping[str, Any]) -> Body:
    share = to_fraction(row["premises_pounds"]) / to_fraction(row["cost_pounds"])
    profile = TrustProfile(
        row["body"],
        row["name"],
        read_pounds(row["turnover_pounds"]),
        row["sites"],
        row["ae_sites"],
        row["teaching"],
        share,
        row["safety"],
    )
    unit_cost = find_unit_cost(
        read_pounds(row["cost_pounds"]),
        read_pounds(row["national_cost_pounds"]),
        year=row["year"],
        market_forces_factor=row["market_forces_factor"],
    )
    own = row["role"] == "own"
    return Body(profile, own, row["year"], unit_cost, row["status"])


def read_criteria(tables: Tables) -> PeerCriteria:
    """Read by what peers are chosen."""
    rows = get_table(tables, PEER_CRITERIA).to_dicts()
    return PeerCriteria(
        {row["criterion"]: row["tolerance"] for row in rows if not _is_filter(row)},
        next((row["least_rating"] for row in rows if _is_filter(row)), None),
    )


def _is_filter(row: Mapping[str, Any]) -> bool:
    return bool(row["criterion"] == "safety")


def _list_factors(tables: Tables) -> dict[str, float]:
    bodies = get_table(tables, PRODUCTIVITY_BODIES)
    return dict(bodies.select("body", "market_forces_factor").iter_rows())


def list_cost_centres(tables: Tables) -> dict[str, list[CostCentre]]:
    """List cost centres by body, in the order of their table."""
    factors = _list_factors(tables)
    found: dict[str, list[CostCentre]] = {}
    for row in get_table(tables, COST_CENTRES).to_dicts():
        centre = CostCentre(
            row["body"],
            row["cost_centre"],
            row["name"],
            row["cost_group"],
            row["driver"],
            to_fraction(row["driver_units"]),
            read_pounds(row["cost_pounds"]),
            row["status"],
            to_fraction(factors[row["body"]]),
        )
        found.setdefault(centre.body, []).append(centre)
    return found


def list_specialties(
    tables: Tables, bodies: Mapping[str, Body]
) -> tuple[SpecialtyCost, ...]:
    """List the specialties of the plan's own bodies, in the order of their table.

    Costs are divided by the market forces factor of the body.
    """
    factors = _list_factors(tables)
    found = []
    for row in get_table(tables, SPECIALTY_COSTS).to_dicts():
        body = bodies[row["body"]]
        unit_cost = find_unit_cost(
            read_pounds(row["cost_pounds"]),
            read_pounds(row["national_cost_pounds"]),
            year=body.year,
            market_forces_factor=factors[row["body"]],
        )
        constant = get_unit_constant(body.year)
        about = (row["body"], row["specialty"], row["name"])
        found.append(SpecialtyCost(*about, unit_cost, constant, row["status"]))
    return tuple(found)


def read_pounds(pounds: float) -> Pence:
    """Read a cell in pounds as whole pence."""
    return to_pence(Pounds.read(pounds))
