"""How far the gap moves when one of its drivers grows faster or slower."""

from dataclasses import dataclass
from math import exp, log
from typing import Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.money.driver import DRIVERS
from placeplan.money.inputs import COST_DRIVERS
from placeplan.tables import STATUS, get_weakest

MOST_POINTS: Final = 10.0
"""Percentage points a year beyond which growth of a driver is no small change."""


@dataclass(frozen=True, slots=True)
class Swing:
    """By how much growth of a driver is put up and down; one of the two is above 0.

    Parameters
    ----------
    points : float
        Percentage points a year, the same for every driver; at most `MOST_POINTS`.
    share : float
        Part of the driver's own growth, such as a quarter; at most 1.

    Raises
    ------
    InputError
        Neither or both are above 0, or one is out of its bounds.
    """

    points: float = 0.0
    share: float = 0.0

    def __post_init__(self) -> None:
        both = 0 <= self.points <= MOST_POINTS and 0 <= self.share <= 1
        if not both or (self.points > 0) == (self.share > 0):
            expected = f"points up to {MOST_POINTS:g} or a share up to 1, above 0"
            found = f"points {self.points:g} and share {self.share:g}"
            remedy = "1 point is usual, or a quarter of the growth."
            raise InputError([Fault("swing", "", expected, found, remedy)])

    def put_up(self, growth_share: float) -> float:
        """Say by how much a growth of so much a year is put up.

        Examples
        --------
        >>> Swing(points=1).put_up(0.02), Swing(share=0.25).put_up(0.02)
        (0.01, 0.005)
        """
        return self.points / 100 + self.share * abs(growth_share)


def swing_gap(
    money: pl.DataFrame, *, base_year: int, year: int, swing: Swing
) -> pl.DataFrame:
    """Let each driver in turn grow faster and slower; all else stays as planned.

    ::

        cost = cost of the base year * product of (1 + growth of each driver) ^ years

    The growth of a driver is read from what it adds to cost: of all growth of cost, on
    the scale of logarithms, each driver has the part that it has of the change in
    pounds (the logarithmic mean).

    Parameters
    ----------
    money : DataFrame
        Rows of one scenario, with ``year, measure, value, status``: cost, income, gap
        and drivers, in pounds, as `project_money` gives them.
    base_year, year : int
        From which growth is counted; whose gap is asked for.
    swing : Swing
        By how much each grows faster and slower.

    Returns
    -------
    DataFrame
        ``driver, growth_share`` (a year), ``slower_pounds, gap_pounds, faster_pounds,
        status``; the driver that moves the gap furthest first. No rows where there is
        no year between, or no cost or income to grow.

    References
    ----------
    B. W. Ang, "The LMDI approach to decomposition analysis", Energy Policy 33 (2005).
    """
    amounts = _Amounts(money, base_year, year)
    if not amounts.can_grow:
        return _NO_SWING
    rows = []
    for driver in DRIVERS:
        grown = amounts.find_index(driver) ** (1 / amounts.years)
        more = swing.put_up(grown - 1)
        faster, slower = (
            amounts.gap + amounts.find_change(driver, grown, change)
            for change in (more, -more)
        )
        status = amounts.find_status(driver)
        rows.append((driver, grown - 1, slower, amounts.gap, faster, status))
    frame = pl.DataFrame(rows, schema=_NO_SWING.schema, orient="row")
    width = (pl.col("faster_pounds") - pl.col("slower_pounds")).abs()
    return frame.with_columns(pl.selectors.ends_with("_pounds").round(2)).sort(
        width, "driver", descending=[True, False]
    )


_NO_SWING: Final = pl.DataFrame(
    schema={
        "driver": pl.String,
        "growth_share": pl.Float64,
        "slower_pounds": pl.Float64,
        "gap_pounds": pl.Float64,
        "faster_pounds": pl.Float64,
        "status": STATUS,
    }
)


class _Amounts:
    """Cost, income, gap and what drivers add to cost, between two years."""

    def __init__(self, money: pl.DataFrame, base_year: int, year: int) -> None:
        of: dict[int, dict[str, float]] = {
            at: dict(
                money.filter(pl.col("year") == at)
                .group_by("measure")
                .agg(pl.col("value").sum())
                .iter_rows()
            )
            for at in (base_year, year)
        }
        first, last = of[base_year], of[year]
        self.years = year - base_year
        self.cost = (first.get("cost_pounds", 0.0), last.get("cost_pounds", 0.0))
        self.income = (first.get("income_pounds", 0.0), last.get("income_pounds", 0.0))
        self.gap = last.get("gap_pounds", 0.0)
        self.added = {
            name: -last.get(f"driver_{name}_pounds", 0.0) for name in COST_DRIVERS
        }
        statuses = pl.col("status").cast(STATUS).max()
        rows = money.filter(pl.col("year") == year).group_by("measure").agg(statuses)
        self.statuses: dict[str, str] = dict(rows.iter_rows())

    @property
    def can_grow(self) -> bool:
        return self.years > 0 and min(*self.cost, *self.income) > 0

    def find_status(self, driver: str) -> str:
        """Give the weaker status of the gap and of a driver that the results hold."""
        behind = ("gap_pounds", f"driver_{driver}_pounds")
        return get_weakest(
            self.statuses[name] for name in behind if name in self.statuses
        )

    def find_index(self, driver: str) -> float:
        """By what a driver has multiplied cost, or income, since the base year."""
        if driver == "income":
            return self.income[1] / self.income[0]
        before, after = self.cost
        mean = before if before == after else (after - before) / log(after / before)
        return exp(self.added[driver] / mean)

    def find_change(self, driver: str, grown: float, more: float) -> float:
        """By how much the gap changes when a driver grows by more a year."""
        times = float(((grown + more) / grown) ** self.years) - 1
        return self.income[1] * times if driver == "income" else -self.cost[1] * times
