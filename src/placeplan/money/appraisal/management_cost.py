"""The cut in management costs: where each body stands against its target."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

import polars as pl

from placeplan.money.appraisal.inputs import MANAGEMENT_COSTS
from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence, Pounds, to_pence
from placeplan.money.share import to_fraction
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column, get_weakest

_TARGETS: Final[Listing[dict[str, Any]]] = Listing(
    "management cost target",
    state_list(
        "management_cost_targets",
        Column("target", "text", "Id of the target."),
        Column("fall_share", "share", "By how much costs are to fall."),
        Column("base_year", "year", "Year against which."),
        Column("due_year", "year", "Year by which."),
        Column("words", "text", "In words."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class CostTarget:
    """A cut that bodies are to make in the cost of their administration.

    Parameters
    ----------
    fall_share : Fraction
        By how much, of the base year.
    base_year, due_year : int
        Against which year, and by which.
    words, source : str
        As it was put, and where it was read.
    """

    fall_share: Fraction
    base_year: int
    due_year: int
    words: str
    source: str


def find_cost_target(as_at: date) -> CostTarget | None:
    """Find the target that held on a day, or nothing.

    Examples
    --------
    >>> target = find_cost_target(date(2019, 6, 24))
    >>> target.fall_share, target.base_year, target.due_year
    (Fraction(1, 5), 2017, 2020)
    """
    for row in list_held(_TARGETS, as_at):
        return CostTarget(
            to_fraction(row["fall_share"]),
            row["base_year"],
            row["due_year"],
            row["words"],
            get_publication(row["source"]).words,
        )
    return None


@dataclass(frozen=True, slots=True)
class CostStanding:
    """Where one body stands against the target.

    Parameters
    ----------
    organisation : str
        Its id.
    year : int
        Latest year of which a cost is known, the due year at most.
    base, now : Pence
        Cost of the base year, and of that year.
    most : Pence
        What it may cost by the due year: the base less the cut, rounded down.
    status : str
        The weaker of both figures.
    """

    organisation: str
    year: int
    base: Pence
    now: Pence
    most: Pence
    status: str

    @property
    def fall_share(self) -> Fraction | None:
        """By how much it has fallen, of the base; negative where it rose."""
        return Fraction(self.base - self.now, self.base) if self.base else None

    @property
    def left(self) -> Pence:
        """What is still to be cut; 0 where the target is met."""
        return Pence(max(0, self.now - self.most))

    @property
    def met(self) -> bool:
        """Whether the cost is down to what it may be."""
        return self.now <= self.most


def list_cost_standings(
    tables: Mapping[str, pl.DataFrame], target: CostTarget
) -> tuple[CostStanding, ...]:
    """Say where each body stands against the target.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Of the plan folder: `management_costs`.
    target : CostTarget
        What is asked.

    Returns
    -------
    tuple of CostStanding
        In order of ids. A body without a cost of the base year and of a later one
        stands nowhere and is left out.
    """
    rows = get_table(tables, MANAGEMENT_COSTS).sort("organisation", "year").to_dicts()
    by_body: dict[str, dict[int, dict[str, Any]]] = {}
    for row in rows:
        if row["year"] <= target.due_year:
            by_body.setdefault(row["organisation"], {})[row["year"]] = row
    return tuple(
        _make_standing(body, years[target.base_year], years[max(years)], target)
        for body, years in by_body.items()
        if target.base_year in years and max(years) > target.base_year
    )


def _make_standing(
    body: str,
    first: Mapping[str, Any],
    last: Mapping[str, Any],
    target: CostTarget,
) -> CostStanding:
    base = to_pence(Pounds.read(first["cost_pounds"]))
    kept = base * (1 - target.fall_share)
    most = Pence(kept.numerator // kept.denominator)
    now = to_pence(Pounds.read(last["cost_pounds"]))
    status = get_weakest(each["status"] for each in (first, last))
    return CostStanding(body, last["year"], base, now, most, status)
