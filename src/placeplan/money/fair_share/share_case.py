"""Cases: every budget of a plan folder, at every level at which it is shared out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

import polars as pl

from placeplan.money.fair_share.formula import Formula
from placeplan.money.fair_share.inputs import (
    ALLOCATIONS,
    BUDGETS,
    COSTS,
    NEED,
    PACE,
    PLACES,
    STREAMS,
)
from placeplan.money.fair_share.pace import Pace
from placeplan.money.fair_share.place import SharePlace
from placeplan.money.fair_share.policy import (
    PolicyShare,
    find_inequalities_share,
    list_pace_limits,
)
from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence, Pounds, to_pence
from placeplan.money.share import to_fraction
from placeplan.periods import FinancialYear
from placeplan.tables import get_weakest

Tables = Mapping[str, pl.DataFrame]
_INEQUALITIES_SHARE: Final = "inequalities_share"


@dataclass(frozen=True, slots=True)
class ShareCase:
    """One budget of one year at one level, ready to be shared out.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.
    budget, name : str
        Id, and name for people.
    level : str
        Of its places.
    places : tuple of SharePlace
        In the order of the table.
    names, parents : mapping of str to str
        Name of each place; place of another level to which it belongs, where stated.
    formula : Formula
        Which part of the budget follows which need.
    amount : Pence
        The budget.
    pace : Pace or None
        None where no place has anything now: each gets its target.
    policies : mapping of str to PolicyShare
        National policy of the first day of the year that the plan leaves to stand: by
        ``inequalities_share``, or by the rule of the pace.
    status : str
        The weakest of all that went in.
    """

    year: int
    budget: str
    name: str
    level: str
    places: tuple[SharePlace, ...]
    names: Mapping[str, str]
    parents: Mapping[str, str]
    formula: Formula
    amount: Pence
    pace: Pace | None
    policies: Mapping[str, PolicyShare]
    status: str


def list_keys(tables: Tables) -> list[tuple[int, str, str]]:
    """List year, budget and level of every case, in the order of the tables."""
    budgets = get_table(tables, BUDGETS).select("year", "budget")
    levels = (
        get_table(tables, PLACES).select("year", "level").unique(maintain_order=True)
    )
    joined = budgets.join(levels, on="year", how="inner", maintain_order="left_right")
    return [(year, budget, level) for year, budget, level in joined.iter_rows()]


def read_case(tables: Tables, year: int, budget: str, level: str) -> ShareCase:
    """Read one case of a plan folder.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Each already checked against its contract.
    year, budget, level
        One of `list_keys`.

    Raises
    ------
    InputError
        With what is wrong with its formula, its pace or one of its places.
    """
    here = {"year": year, "budget": budget, "level": level}
    kept = {
        contract.name: _keep(get_table(tables, contract), here)
        for contract in (BUDGETS, STREAMS, PACE, PLACES, NEED, COSTS, ALLOCATIONS)
    }
    row = kept[BUDGETS.name].row(0, named=True)
    first_day = FinancialYear(year).starts_on
    stated = row[_INEQUALITIES_SHARE]
    national = (
        None if stated is not None else find_inequalities_share(budget, first_day)
    )
    streams = dict(kept[STREAMS.name].select("stream", "share").iter_rows())
    taken = national.share if national else stated or 0
    formula = Formula(streams, taken)
    places = kept[PLACES.name]
    has_now = kept[ALLOCATIONS.name].height > 0
    pace, limits = _read_pace(kept[PACE.name], first_day) if has_now else (None, {})
    return ShareCase(
        year=year,
        budget=budget,
        name=row["name"],
        level=level,
        places=tuple(_read_places(kept, formula)),
        names=dict(places.select("place", "name").iter_rows()),
        parents=dict(places.select("place", "parent").drop_nulls().iter_rows()),
        formula=formula,
        amount=to_pence(Pounds.read(row["budget_pounds"])),
        pace=pace,
        policies=({_INEQUALITIES_SHARE: national} if national else {}) | limits,
        status=get_weakest(
            each for frame in kept.values() for each in frame["status"].unique()
        ),
    )


def _keep(frame: pl.DataFrame, here: Mapping[str, Any]) -> pl.DataFrame:
    asked = [pl.col(name) == here[name] for name in here if name in frame.columns]
    return frame.filter(*asked)


def _read_places(kept: Tables, formula: Formula) -> list[SharePlace]:
    """Read places with what they need of the streams of a formula, and with costs."""
    streams = formula.shares
    needs: dict[str, dict[str, float]] = {}
    for place, stream, need in kept[NEED.name].select("place", "stream", "need").rows():
        if stream in streams:
            needs.setdefault(place, {})[stream] = need
    factors: dict[str, Fraction] = {}
    for place, index, share in (
        kept[COSTS.name].select("place", "index", "share").rows()
    ):
        touched = to_fraction(share) * (to_fraction(index) - 1)
        factors[place] = factors.get(place, Fraction(1)) * (1 + touched)
    now = dict(kept[ALLOCATIONS.name].select("place", "allocation_pounds").iter_rows())
    return [
        SharePlace(
            place,
            people,
            needs.get(place, {}),
            factors.get(place, 1),
            to_pence(Pounds.read(now[place])) if place in now else None,
            before,
        )
        for place, people, before in kept[PLACES.name]
        .select("place", "people", "people_before")
        .iter_rows()
    ]


def _read_pace(
    rows: pl.DataFrame, first_day: date
) -> tuple[Pace | None, dict[str, PolicyShare]]:
    """Read a pace; limits that the plan does not state are those of the day."""
    if rows.is_empty():
        return None, {}
    stated = dict(rows.select("rule", "share").iter_rows())
    limits = {
        name: limit
        for name, limit in list_pace_limits(first_day).items()
        if name not in stated
    }
    shares = {name: limit.share for name, limit in limits.items()}
    return Pace(**{**shares, **stated}), limits
