"""Run charts: a median, and runs too long for chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Flags, Floats
from placeplan.stats.spc_rule_set import DEFAULT_RULE_SET, SpcRuleSet
from placeplan.stats.spc_signal import SAME, mark_runs, mark_steps


@dataclass(frozen=True, slots=True, eq=False)
class RunChart:
    """A run chart of one series.

    Parameters
    ----------
    median : float
        Of the points that have a value.
    shift, trend : array of bool, shape (points,)
        Points of a shift, and of a trend.
    """

    median: float
    shift: Flags
    trend: Flags


def chart_runs(values: ArrayLike, rules: SpcRuleSet = DEFAULT_RULE_SET) -> RunChart:
    """Chart a series around its median.

    Parameters
    ----------
    values : array, shape (points,)
        In time order; NaN is bridged.
    rules : SpcRuleSet
        How many points make a shift and a trend.

    Returns
    -------
    RunChart
        Points on the median neither make nor break a shift; equal neighbours neither
        make nor break a trend.

    Notes
    -----
    Source: Perla RJ and others, The run chart, BMJ Quality and Safety 2011.

    Examples
    --------
    >>> chart = chart_runs([1, 2, 1, 2, 1, 2, 5, 6, 5, 6, 5, 6])
    >>> chart.median, chart.shift.sum().item()
    (3.5, 12)
    """
    y = np.asarray(values, dtype=float)
    shift, trend = np.zeros(y.shape, bool), np.zeros(y.shape, bool)
    live = (~np.isnan(y)).nonzero()[0]
    if not len(live):
        return RunChart(float("nan"), shift, trend)
    known = y[live]
    median = float(np.median(known))
    away = known - median
    off = np.abs(away) > SAME * np.abs(known).max()
    useful, side = live[off], np.sign(away[off])
    for sign in (1, -1):
        chosen = (side == sign)[None, :]
        joined = np.ones((1, max(len(side) - 1, 0)), dtype=bool)
        shift[useful] |= mark_runs(chosen, joined, rules.shift_points)[0]
    changed = np.append(True, np.diff(known) != 0)
    moving, level = live[changed], known[changed]
    step = np.sign(np.diff(level))
    for sign in (1, -1):
        trend[moving] |= _mark(step == sign, rules.trend_points)
    return RunChart(median, shift, trend)


def _mark(steps: Flags, points: int) -> Flags:
    marked: Flags = mark_steps(steps[None, :], points - 1)[0]
    return marked


def longest_run(chart: RunChart, values: Floats) -> int:
    """Count the points of the longest run on one side of the median.

    Examples
    --------
    >>> y = np.array([1.0, 2, 9, 8, 7])
    >>> longest_run(chart_runs(y), y)
    2
    """
    side = np.sign(values - chart.median)
    side = side[(side != 0) & ~np.isnan(side)]
    if not len(side):
        return 0
    turns = np.flatnonzero(np.diff(side)) + 1
    return int(np.diff(np.concatenate([[0], turns, [len(side)]])).max())
