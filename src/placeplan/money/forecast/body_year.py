"""A body's year: what it planned and booked in each month, on each side."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import polars as pl

from placeplan.money.forecast.run_rate import Months
from placeplan.money.ledger.inputs import SIDES
from placeplan.money.ledger.ledger import Ledger, find_months

MONTHS_A_YEAR: Final = 12
SIGNS: Final = {side: 1 if side == "income" else -1 for side in SIDES}
"""What a side does to the surplus."""

Sides = Mapping[str, Months]
"""Pence of every month, by side; no side where nothing stands."""


def add_sides(sides: Sides) -> Months:
    """Add income and cost to a surplus, month by month.

    Examples
    --------
    >>> add_sides({"income": (9, 9), "pay": (5, 6), "non_pay": (1, 4)})
    (3, -1)
    """
    signed = [[SIGNS[side] * each for each in months] for side, months in sides.items()]
    return tuple(sum(each) for each in zip(*signed, strict=True))


@dataclass(frozen=True)
class BodyYear:
    """What one body planned and booked in a year.

    Parameters
    ----------
    body : str
        Its id.
    booked : tuple of int
        Places of the months in which it booked anything, 0 for April.
    plan, actual, before : mapping of str to tuple of int
        Pence of every month by side: as planned, as booked (0 where it is not), and as
        booked in the year before. Plan and year before are empty where a month is
        missing, for then they say nothing of the months to come; a plan of some months
        is kept while nothing is booked, as nothing else is known.
    """

    body: str
    booked: tuple[int, ...]
    plan: Sides
    actual: Sides
    before: Sides

    @cached_property
    def ahead(self) -> tuple[int, ...]:
        """Places of the months that are not booked."""
        return tuple(at for at in range(MONTHS_A_YEAR) if at not in self.booked)

    @property
    def to_date(self) -> int:
        """Surplus booked so far, in pence."""
        months = add_sides(self.actual) if self.actual else ()
        return sum(months[at] for at in self.booked)


def read_body_years(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    with_funds: bool = False,
) -> list[BodyYear]:
    """Read the year of every body from a ledger.

    Parameters
    ----------
    ledger : Ledger
        What they planned and booked.
    year : int
        In which the financial year starts.
    through : date, optional
        First day of the last month that counts as booked; without it, all that are.
    bodies : collection of str, optional
        Members to look at; all without it.
    with_funds : bool
        Whether income that is money of a fund counts.

    Returns
    -------
    list of BodyYear
        By id; of bodies that planned or booked something in the year.

    Raises
    ------
    UnknownNameError
        When a body is no member.
    """
    this, last = find_months(year), find_months(year - 1)
    kept = ledger.values.filter(
        pl.col("organisation").is_in(ledger.get_bodies(bodies)),
        pl.col("year").is_in([year - 1, year]),
        (pl.col("basis") == "plan") | (pl.col("month") <= (through or this[-1])),
        pl.lit(with_funds) | pl.col("fund").is_null(),
    )
    sums = kept.group_by("organisation", "basis", "side", "month").agg(
        pl.col("value_pence").sum()
    )
    found: dict[tuple[str, str], dict[tuple[str, date], int]] = {}
    for body, basis, side, month, pence in sums.iter_rows():
        found.setdefault((body, basis), {})[(side, month)] = pence
    known = sorted({body for body, _ in found})
    years = (
        _read_year(
            body,
            plan=found.get((body, "plan"), {}),
            actual=found.get((body, "actual"), {}),
            this=this,
            last=last,
        )
        for body in known
    )
    return [each for each in years if each.booked or each.plan]


def _read_year(
    body: str,
    *,
    plan: Mapping[tuple[str, date], int],
    actual: Mapping[tuple[str, date], int],
    this: list[date],
    last: list[date],
) -> BodyYear:
    booked = tuple(_find_booked(actual, this))
    planned = len([*_find_booked(plan, this)])
    least = MONTHS_A_YEAR if booked else 1
    return BodyYear(
        body,
        booked,
        _lay_out(plan, this) if planned >= least else {},
        _lay_out(actual, this) if booked else {},
        _lay_out(actual, last)
        if len([*_find_booked(actual, last)]) == MONTHS_A_YEAR
        else {},
    )


def _find_booked(
    cells: Iterable[tuple[str, date]], months: list[date]
) -> Iterator[int]:
    seen = {month for _, month in cells}
    return (at for at, month in enumerate(months) if month in seen)


def _lay_out(cells: Mapping[tuple[str, date], int], months: list[date]) -> Sides:
    """Give every side every month; what does not stand is nothing."""
    return {
        side: tuple(cells.get((side, month), 0) for month in months) for side in SIDES
    }
