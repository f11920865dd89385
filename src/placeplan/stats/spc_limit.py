"""Centre and limits of an XmR chart, for many series at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from placeplan.stats.array import Flags, Floats, Ints
from placeplan.stats.spc_rule_set import SpcRuleSet

THREE_SIGMA: Final = 2.66
"""3 / 1.128: three sigma in mean moving ranges of two."""

RANGE_LIMIT: Final = 3.267
"""Upper limit of moving ranges of two, in mean moving ranges."""


@dataclass(frozen=True, slots=True, eq=False)
class SpcLimits:
    """Centre and three-sigma reach of every point, each of shape (series, points).

    Parameters
    ----------
    centre : array
        Mean of the point's partition.
    reach : array
        2.66 times its mean moving range; NaN where there are no limits.
    """

    centre: Floats
    reach: Floats

    @property
    def upper(self) -> Floats:
        """Upper process limit."""
        return self.centre + self.reach

    @property
    def lower(self) -> Floats:
        """Lower process limit."""
        return self.centre - self.reach


def compute_limits(
    values: Floats, live: Flags, part: Ints, base: Flags, rules: SpcRuleSet
) -> SpcLimits:
    """Compute limits from the mean moving range of each partition.

    Parameters
    ----------
    values : array of float, shape (series, points)
        The series, live points first (see `pack_live`).
    live : array of bool
        Points that take part.
    part : array of int
        The partition of each point, from 0; a recalculation starts a new one.
    base : array of bool
        Points that set the limits: all live ones, or a baseline.
    rules : SpcRuleSet
        Whether extreme ranges are screened out, and a flat series has limits.

    Returns
    -------
    SpcLimits
        mean ± 2.66 × mean moving range, over successive live points of a partition.

    Examples
    --------
    >>> from placeplan.stats.spc_rule_set import NATIONAL_2_6A
    >>> y = np.array([[70.0, 72.0] * 7])
    >>> yes = np.ones_like(y, dtype=bool)
    >>> limits = compute_limits(y, yes, np.zeros_like(y, dtype=int), yes, NATIONAL_2_6A)
    >>> limits.centre[0, 0], limits.upper[0, 0]
    (np.float64(71.0), np.float64(76.32))
    """
    used = live & base
    centre, reach = np.full_like(values, np.nan), np.full_like(values, np.nan)
    change = np.abs(np.diff(values, axis=1))
    for number in range(int(part.max()) + 1):
        here = part == number
        points = used & here
        linked = points[:, 1:] & points[:, :-1]
        middle, span = _partition_limits(values, points, change, linked, rules)
        centre = np.where(here, middle[:, None], centre)
        reach = np.where(here, THREE_SIGMA * span[:, None], reach)
    return SpcLimits(centre, reach)


def _partition_limits(
    values: Floats, points: Flags, change: Floats, linked: Flags, rules: SpcRuleSet
) -> tuple[Floats, Floats]:
    """Give mean and mean moving range of one partition of every series."""
    span = _mean_where(change, linked)
    if rules.exclude_moving_range_outliers:
        edge = RANGE_LIMIT * span[:, None]
        keep = linked & ((change <= edge) if rules.flat_has_limits else (change < edge))
        span = _mean_where(change, keep)
        if rules.outliers_leave_mean:
            points = points.copy()
            points[:, 1:] &= ~(linked & ~keep)
    return _mean_where(values, points), span


def _mean_where(values: Floats, chosen: Flags) -> Floats:
    """Average the chosen values of each row around its first, so that none is lost."""
    if not values.shape[1]:
        return np.full(len(values), np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        first = values[np.arange(len(values)), chosen.argmax(axis=1)][:, None]
        away = np.where(chosen, values - first, 0.0).sum(axis=1)
        found: Floats = first[:, 0] + away / chosen.sum(axis=1)
    return found


def pack_live(live: Flags) -> Ints:
    """Order points so that live ones stand first, in time, and the others after.

    Returns
    -------
    array of int, shape (series, points)
        For `numpy.take_along_axis`.

    Examples
    --------
    >>> pack_live(np.array([[True, False, True]])).tolist()
    [[0, 2, 1]]
    """
    return np.argsort(~live, axis=1, kind="stable")
