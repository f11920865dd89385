"""How far the gap moves when one of its drivers grows faster or slower."""

from math import exp, log
from typing import Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.money.driver import DRIVERS
from placeplan.money.inputs import COST_DRIVERS
from placeplan.tables import STATUS

MOST_POINTS: Final = 10.0
"""Percentage points a year beyond which growth of a driver is no small change."""


def swing_gap(
    money: pl.DataFrame, *, base_year: int, year: int, points: float
) -> pl.DataFrame:
    """Let each driver in turn grow faster and slower by some points a year.

    ::

        cost = cost of the base year * product of (1 + growth of each driver) ^ years

    The growth of a driver is read from what it adds to cost: of all growth of cost, on
    the scale of logarithms, each driver has the part that it has of the change in
    pounds (the logarithmic mean). All else stays as it is in the plan.

    Parameters
    ----------
    money : DataFrame
        Rows of one scenario, with ``year, measure, value, status``: cost, income, gap
        and drivers, in pounds, as `project_money` gives them.
    base_year, year : int
        From which growth is counted; whose gap is asked for.
    points : float
        Percentage points a year, above 0 and no more than `MOST_POINTS`.

    Returns
    -------
    DataFrame
        ``driver, growth_share`` (a year), ``slower_pounds, gap_pounds, faster_pounds,
        status``; the driver that moves the gap furthest first. No rows where there is
        no year between, or no cost or income to grow.

    Raises
    ------
    InputError
        Points outside their bounds.

    References
    ----------
    B. W. Ang, "The LMDI approach to decomposition analysis", Energy Policy 33 (2005).
    """
    _refuse_points(points)
    amounts = _Amounts(money, base_year, year)
    if not amounts.can_grow:
        return _NO_SWING
    rows = []
    for driver in DRIVERS:
        grown = amounts.find_index(driver) ** (1 / amounts.years)
        faster, slower = (
            amounts.gap + amounts.find_change(driver, grown, way * points / 100)
            for way in (1, -1)
        )
        status = amounts.statuses[driver]
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
        self.statuses = _find_statuses(money.filter(pl.col("year") == year))

    @property
    def can_grow(self) -> bool:
        return self.years > 0 and min(*self.cost, *self.income) > 0

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


def _find_statuses(money: pl.DataFrame) -> dict[str, str]:
    """Find the weaker status of the gap and of each driver."""
    of = dict(
        money.group_by("measure").agg(pl.col("status").cast(STATUS).max()).iter_rows()
    )
    ranks = STATUS.categories.to_list()
    return {
        name: max(
            (of.get(key, ranks[0]) for key in ("gap_pounds", f"driver_{name}_pounds")),
            key=ranks.index,
        )
        for name in DRIVERS
    }


def _refuse_points(points: float) -> None:
    if not 0 < points <= MOST_POINTS:
        expected = f"percentage points above 0, no more than {MOST_POINTS:g}"
        remedy = "1 is usual."
        raise InputError([Fault("points", "", expected, f"{points:g}", remedy)])
