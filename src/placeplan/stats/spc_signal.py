"""The four signals of a control chart, for many series at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from placeplan.stats.array import Flags, Floats, Ints
from placeplan.stats.spc_limit import SpcLimits
from placeplan.stats.spc_rule_set import SpcRuleSet

SAME: Final = 1e-10
"""Share of the size of a series below which two of its numbers are the same one.

A mean is a sum of rounded numbers: without this, a point on the mean could fall to one
side of it when its unit changes.
"""


@dataclass(frozen=True, slots=True, eq=False)
class SpcSignals:
    """Signals by rule, up and down, each of shape (series, points).

    Parameters
    ----------
    up, down : dict of str to array of bool
        ``single``, ``two_sigma``, ``shift`` and ``trend``.
    """

    up: dict[str, Flags]
    down: dict[str, Flags]


def find_signals(
    values: Floats, live: Flags, part: Ints, limits: SpcLimits, rules: SpcRuleSet
) -> SpcSignals:
    """Find the points that are signals.

    Parameters
    ----------
    values, live, part : array, shape (series, points)
        As in `placeplan.stats.spc_limit.compute_limits`, live points first.
    limits : SpcLimits
        Of the same points.
    rules : SpcRuleSet
        How many points make a shift or a trend, and what two of three counts.

    Returns
    -------
    SpcSignals
        Single: beyond a limit. Two sigma: two of three successive points beyond two
        thirds of the reach, all three on one side of the mean. Shift: so many points
        strictly on one side. Trend: so many strictly rising or falling.

    Examples
    --------
    >>> from placeplan.stats.spc_limit import compute_limits
    >>> from placeplan.stats.spc_rule_set import NATIONAL_2_6A
    >>> y = np.array([[5.0, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 9]])
    >>> yes = np.ones_like(y, dtype=bool)
    >>> part = np.zeros_like(y, dtype=int)
    >>> limits = compute_limits(y, yes, part, yes, NATIONAL_2_6A)
    >>> signals = find_signals(y, yes, part, limits, NATIONAL_2_6A)
    >>> signals.up["single"][0].nonzero()[0].tolist()
    [12]
    """
    known = live & ~np.isnan(limits.centre)
    size = np.abs(np.where(live, values, 0.0)).max(axis=1, keepdims=True)
    away = np.where(known, values - limits.centre, 0.0)
    slack = SAME * size
    side = np.where(np.abs(away) <= slack, 0, np.sign(away)).astype(np.int8)
    step = np.sign(np.diff(values, axis=1))
    together = live[:, 1:] & live[:, :-1]
    within = together & (part[:, 1:] == part[:, :-1])
    run_on = together if rules.trend_across_rebases else within
    up: dict[str, Flags] = {}
    down: dict[str, Flags] = {}
    for sign, found in ((1, up), (-1, down)):
        on_side = side == sign
        beyond_three, beyond_two = _beyond(sign * away, slack, limits, known)
        counted = beyond_two
        if not rules.two_of_three_counts_beyond:
            counted = beyond_two & ~beyond_three
        found["single"] = beyond_three
        found["two_sigma"] = _two_of_three(on_side, counted, part)
        found["shift"] = mark_runs(on_side, within, rules.shift_points)
        found["trend"] = mark_steps((step == sign) & run_on, rules.trend_points - 1)
    if rules.later_trend_wins:
        _end_earlier_trend(up["trend"], down["trend"], step)
    return SpcSignals(up, down)


def _end_earlier_trend(up: Flags, down: Flags, step: Floats) -> None:
    """Leave the turning point of two trends to the one that starts there."""
    turning = (up & down)[:, :-1]
    up[:, :-1] &= ~(turning & (step < 0))
    down[:, :-1] &= ~(turning & (step > 0))


def mark_runs(chosen: Flags, joined: Flags, length: int) -> Flags:
    """Mark chosen points that stand in an unbroken run of at least this length.

    Parameters
    ----------
    chosen : array of bool, shape (series, points)
        Points that may form a run.
    joined : array of bool, shape (series, points - 1)
        Whether a point and the next belong together.
    length : int
        Points that a run needs.

    Examples
    --------
    >>> mark_runs(np.array([[True, True, True, False]]), np.ones((1, 3), bool), 3)
    array([[ True,  True,  True, False]])
    """
    if length <= 1:
        return chosen
    return mark_steps(chosen[:, 1:] & chosen[:, :-1] & joined, length - 1)


def mark_steps(steps: Flags, length: int) -> Flags:
    """Mark the points of at least so many successive steps, both ends included.

    Examples
    --------
    >>> mark_steps(np.array([[True, True, False]]), 2)
    array([[ True,  True,  True, False]])
    """
    series, count = steps.shape
    marked = np.zeros((series, count + 1), dtype=bool)
    if length < 1 or count < length:
        return marked
    full = steps[:, : count - length + 1].copy()
    for shift in range(1, length):
        full &= steps[:, shift : count - length + 1 + shift]
    for shift in range(length + 1):
        marked[:, shift : shift + full.shape[1]] |= full
    return marked


def _beyond(
    away: Floats, slack: Floats, limits: SpcLimits, known: Flags
) -> tuple[Flags, Flags]:
    """Points beyond three and beyond two sigma on the side where `away` is positive."""
    with np.errstate(invalid="ignore"):
        three = known & (away > limits.reach + slack)
        two = known & (away > limits.reach * 2 / 3 + slack)
    return three, two


def _two_of_three(on_side: Flags, counted: Flags, part: Ints) -> Flags:
    marked = np.zeros_like(on_side)
    if on_side.shape[1] < 3:
        return marked
    all_three = on_side[:, :-2] & on_side[:, 1:-1] & on_side[:, 2:]
    all_three &= part[:, :-2] == part[:, 2:]
    first, second, third = counted[:, :-2], counted[:, 1:-1], counted[:, 2:]
    pair = (first & second) | (first & third) | (second & third)
    window = all_three & pair
    marked[:, :-2] |= window & first
    marked[:, 1:-1] |= window & second
    marked[:, 2:] |= window & third
    return marked
