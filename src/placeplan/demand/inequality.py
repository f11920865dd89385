"""Levelling of unequal use: where the less deprived use more than chance explains."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import stdtr

from placeplan.demand.factor import Factor
from placeplan.demand.factor_inputs import DEPRIVATION_FIFTHS, INEQUALITY
from placeplan.demand.inputs import Tables, get_table
from placeplan.demand.percentile_range import PercentileRange
from placeplan.demand.use_by_age import count_band

Array = NDArray[np.float64]

LEVELLED: Final = "inequality"

FIFTHS: Final = 5
LEAST_FIFTHS: Final = 3
LEAST_COUNT: Final = 50.0
MOST_CHANCE: Final = 0.05
"""The national model levels where the slope is above 0 with p below this, over at least
so many fifths, and a count above this."""


@dataclass(frozen=True, slots=True)
class Slope:
    """A line through use by fifth of deprivation.

    Parameters
    ----------
    fitted : array
        Use on the line, at each fifth asked for.
    slope, p : float
        Change of use from one fifth to the next less deprived, and the chance of one so
        far from 0 on either side if there were none.
    """

    fitted: Array
    slope: float
    p: float


def fit_slope(fifth: Array, use: Array, people: Array) -> Slope:
    """Fit a line through use by fifth, weighted by people.

    Parameters
    ----------
    fifth : array
        1 is the most deprived; at least three different ones.
    use : array
        Activity a person, of each.
    people : array
        Weights.

    Examples
    --------
    >>> line = fit_slope(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0]),
    ...     np.array([5.0, 1.0, 1.0]))
    >>> round(line.slope, 9), line.p < 0.05
    (2.0, True)
    """
    weight = people / people.sum()
    middle = weight @ fifth
    spread = weight @ (fifth - middle) ** 2
    level = weight @ use
    slope = weight @ ((fifth - middle) * use) / spread
    fitted = level + slope * (fifth - middle)
    free = len(fifth) - 2
    error = np.sqrt(weight @ (use - fitted) ** 2 / free / spread)
    p = 0.0 if slope else 1.0
    if error > np.finfo(float).eps * level:
        p = float(2 * stdtr(free, -abs(slope / error)))
    return Slope(fitted, float(slope), p)


def find_targets(
    fifth: Array, units: Array, expected: Array, people: Array, action: str
) -> Array | None:
    """Say how many times its use each fifth would have once use is level.

    Parameters
    ----------
    fifth : array
        Fifths that have people, 1 the most deprived.
    units : array
        Activity of each.
    expected : array
        What each would have if all people of like sex and age used alike: so that a
        fifth is not unequal for being old.
    people : array
        People of each.
    action : str
        ``level_up`` (to the least deprived), ``level_down`` (to the most deprived) or
        ``zero_sum`` (to one level at which the sum stays).

    Returns
    -------
    array or None
        None where nothing is levelled: fewer than three fifths, 50 units or fewer, a
        line that does not rise, or one that chance explains (p of 0.05 or more).
    """
    if len(fifth) < LEAST_FIFTHS or units.sum() <= LEAST_COUNT or not expected.all():
        return None
    line = fit_slope(fifth, units / expected, people)
    if not (line.slope > 0 and line.p < MOST_CHANCE and line.fitted.min() > 0):
        return None
    level = {
        "level_up": line.fitted.max(),
        "level_down": line.fitted.min(),
        "zero_sum": units.sum() / (units / line.fitted).sum(),
    }[action]
    found: Array = level / line.fitted
    return found


def list_inequality(
    tables: Tables,
    cells: pl.DataFrame,
    people: pl.DataFrame,
    *,
    base_year: int,
    years: list[int],
) -> list[Factor]:
    """Give a factor for each group of pods whose use is levelled.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan.
    cells : DataFrame
        Of `list_cells`.
    people : DataFrame
        `year`, `place`, `sex`, `age`, `value`.
    base_year, years : int, list of int
        The line is that of the base year, which itself stays as it was.
    """
    rows = get_table(tables, INEQUALITY)
    fifths = get_table(tables, DEPRIVATION_FIFTHS).select("place", "fifth")
    placed = cells.with_row_index("cell").join(fifths, on="place", how="left")
    base = people.filter(pl.col("year") == base_year)
    found = []
    for group in rows["group"].unique().sort():
        mine = rows.filter(pl.col("group") == group)
        row = mine.row(0, named=True)
        of_group = placed.filter(
            pl.col("pod").is_in(mine["pod"].implode()) & pl.col("fifth").is_not_null()
        )
        use = _sum_fifths(of_group.filter(pl.col("moved_by") < 0), base, fifths)
        fifth = use["fifth"].to_numpy().astype(np.float64)
        units, expected, counted = (
            use[name].to_numpy() for name in ("units", "expected", "people")
        )
        targets = find_targets(fifth, units, expected, counted, row["action"])
        if targets is None:
            continue
        multiple = np.ones(FIFTHS)
        multiple[use["fifth"].to_numpy() - 1] = targets
        begun = [year > base_year and year >= row["from_year"] for year in years]
        closed = np.where(np.array(begun), multiple[:, None], 1.0)
        found.append(
            Factor(
                LEVELLED,
                group,
                PercentileRange(row["closed_low"], row["closed_high"]),
                of_group["cell"].to_numpy().astype(np.int64),
                of_group["fifth"].to_numpy().astype(np.int64) - 1,
                np.array([np.ones(closed.shape), closed]),
                max(mine["status"].to_physical()),
            )
        )
    return found


def _sum_fifths(
    cells: pl.DataFrame, people: pl.DataFrame, fifths: pl.DataFrame
) -> pl.DataFrame:
    """Sum units, expected units and people by fifth."""
    placed = people.join(fifths, on="place")
    keys = cells.select("sex", "age_band").unique().sort("sex", "age_band")
    parts = []
    for sex, band in keys.iter_rows():
        of_band = (
            count_band(placed, sex, band)
            .group_by("fifth")
            .agg(pl.col("value").sum().alias("count"))
        )
        used = cells.filter((pl.col("sex") == sex) & (pl.col("age_band") == band))[
            "activity"
        ].sum()
        share = pl.col("count") / pl.col("count").sum()
        parts.append(of_band.with_columns((share * used).alias("expected")))
    counted = placed.group_by("fifth").agg(pl.col("value").sum().alias("people"))
    units = cells.group_by("fifth").agg(pl.col("activity").sum().alias("units"))
    expected = pl.concat(
        parts or [counted.select("fifth", expected=0.0 * pl.col("people"))],
        how="diagonal",
    )
    return (
        counted.join(
            expected.group_by("fifth").agg(pl.col("expected").sum()), on="fifth"
        )
        .join(units, on="fifth", how="left")
        .with_columns(pl.col("units").fill_null(0.0))
        .sort("fifth")
    )
