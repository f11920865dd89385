"""An XmR control chart: limits, signals, judgements and icons, for many series."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Flags, Floats, Ints, Words
from placeplan.stats.spc_judgement import Direction, judge_points, judge_targets
from placeplan.stats.spc_limit import SpcLimits, compute_limits, pack_live
from placeplan.stats.spc_rule_set import DEFAULT_RULE_SET, SpcRuleSet
from placeplan.stats.spc_signal import SpcSignals, find_signals


class Assurance(StrEnum):
    """Whether a process can be expected to meet its target.

    Examples
    --------
    >>> Assurance.HIT_OR_MISS.value
    'hit_or_miss'
    """

    PASS = "pass"  # noqa: S105 - an icon, not a password
    FAIL = "fail"
    HIT_OR_MISS = "hit_or_miss"


@dataclass(frozen=True, slots=True, eq=False)
class SpcChart:
    """Control charts of many series.

    Parameters
    ----------
    limits : SpcLimits
        Centre and reach of every point, shape (series, points); NaN where withheld.
    signals : SpcSignals
        Signals by rule.
    rule, direction : array, shape (series, points)
        The rule that names each point, empty for none; +1 for high, -1 for low.
    judgement : array of str, shape (series, points)
        ``common_cause``, ``improvement_high`` and so on, or ``suppressed``.
    variation : array of str, shape (series,)
        The judgement of the last live point.
    assurance : array of str, shape (series,)
        ``pass``, ``fail``, ``hit_or_miss``, or empty where there is none.
    reason : array of str, shape (series, points)
        Why something is withheld, else empty.
    rules : SpcRuleSet
        The rule set, to be printed on the chart.
    """

    limits: SpcLimits
    signals: SpcSignals
    rule: Words
    direction: Ints
    judgement: Words
    variation: Words
    assurance: Words
    reason: Words
    rules: SpcRuleSet


def chart_series(
    values: ArrayLike,
    *,
    improvement: Direction | str = Direction.INCREASE,
    rules: SpcRuleSet = DEFAULT_RULE_SET,
    target: ArrayLike | None = None,
    rebase_at: ArrayLike | None = None,
    ghost: ArrayLike | None = None,
    baseline_points: int | None = None,
) -> SpcChart:
    """Chart series on an XmR control chart.

    Parameters
    ----------
    values : array, shape (points,) or (series, points)
        In time order and any unit; NaN for a month without a value, which is bridged.
    improvement : Direction
        ``increase``, ``decrease`` or ``neutral``.
    rules : SpcRuleSet
        National rules v2.6a unless another is named.
    target : float or array, shape (series,), optional
        NaN for none.
    rebase_at : array of bool, shape of `values` or (points,), optional
        Points at which limits are calculated anew. A human judgement, with a reason.
    ghost : array of bool, shape of `values`, optional
        Points that are shown and take part in nothing.
    baseline_points : int, optional
        Live points of a partition that set its limits: of the first one under national
        rules, of each under ``nhsr-0.2.2``.

    Returns
    -------
    SpcChart
        Every array has its series axis, also for one series.

    Notes
    -----
    Source: NHS England, Making Data Count. A gap is bridged by one moving range, so a
    missing month is never a step.

    Examples
    --------
    >>> chart = chart_series([70.0, 72.0] * 7, target=80)
    >>> chart.limits.upper[0, 0], chart.variation.tolist(), chart.assurance.tolist()
    (np.float64(76.32), ['common_cause'], ['fail'])
    """
    y = np.atleast_2d(np.asarray(values, dtype=float))
    shown = np.zeros(y.shape, bool) if ghost is None else _spread(ghost, y)
    live = ~np.isnan(y) & ~shown
    part = np.zeros(y.shape, np.int64)
    if rebase_at is not None:
        starts = _spread(rebase_at, y)
        part = np.cumsum(starts, axis=1) - starts[:, :1]
    limits, signals = _compute(y, live, part, baseline_points, rules)
    enough = live.sum(axis=1) >= rules.minimum_points
    limits, signals = _withhold(limits, signals, enough)
    way = Direction(improvement)
    rule, direction, judgement = judge_points(signals, live, way, rules)
    judgement = np.where(enough[:, None], judgement, "suppressed")
    last = _last_live(live)
    rows = np.arange(len(y))
    aims = _broadcast_target(target, len(y))
    return SpcChart(
        limits,
        signals,
        rule,
        direction,
        judgement,
        judgement[rows, last],
        judge_targets(
            aims, limits.lower[rows, last], limits.upper[rows, last], way, rules
        ),
        _explain(shown, enough, limits),
        rules,
    )


def _spread(flags: ArrayLike, like: Floats) -> Flags:
    return np.array(np.broadcast_to(np.asarray(flags, dtype=bool), like.shape))


def _compute(
    y: Floats, live: Flags, part: Ints, baseline_points: int | None, rules: SpcRuleSet
) -> tuple[SpcLimits, SpcSignals]:
    """Compute with live points packed to the front, and put all back in its place."""
    if live.all():
        base = _mark_baseline(live, part, baseline_points, rules)
        limits = compute_limits(y, live, part, base, rules)
        return limits, find_signals(y, live, part, limits, rules)
    order = pack_live(live)
    back = np.argsort(order, axis=1, kind="stable")
    packed_y: Floats = np.take_along_axis(y, order, axis=1)
    packed_live: Flags = np.take_along_axis(live, order, axis=1)
    packed_part: Ints = np.take_along_axis(part, order, axis=1)
    base = _mark_baseline(packed_live, packed_part, baseline_points, rules)
    packed = compute_limits(packed_y, packed_live, packed_part, base, rules)
    found = find_signals(packed_y, packed_live, packed_part, packed, rules)
    limits = SpcLimits(
        np.take_along_axis(packed.centre, back, axis=1),
        np.take_along_axis(packed.reach, back, axis=1),
    )
    up, down = (
        {name: np.take_along_axis(flags, back, axis=1) for name, flags in side.items()}
        for side in (found.up, found.down)
    )
    return limits, SpcSignals(up, down)


def _mark_baseline(
    live: Flags, part: Ints, baseline_points: int | None, rules: SpcRuleSet
) -> Flags:
    if baseline_points is None:
        return live
    base = np.zeros_like(live)
    for number in range(int(part.max()) + 1):
        here = live & (part == number)
        if number and not rules.baseline_each_partition:
            base |= here
        else:
            base |= here & (np.cumsum(here, axis=1) <= baseline_points)
    return base


def _withhold(
    limits: SpcLimits, signals: SpcSignals, enough: Flags
) -> tuple[SpcLimits, SpcSignals]:
    if enough.all():
        return limits, signals
    keep = enough[:, None]
    up = {name: flags & keep for name, flags in signals.up.items()}
    down = {name: flags & keep for name, flags in signals.down.items()}
    centre = np.where(keep, limits.centre, np.nan)
    return SpcLimits(centre, np.where(keep, limits.reach, np.nan)), SpcSignals(up, down)


def _last_live(live: Flags) -> Ints:
    return np.where(
        live.any(axis=1), live.shape[1] - 1 - live[:, ::-1].argmax(axis=1), 0
    )


def _broadcast_target(target: ArrayLike | None, series: int) -> Floats:
    given = np.nan if target is None else np.asarray(target, dtype=float)
    return np.array(np.broadcast_to(given, (series,)), dtype=float)


def _explain(ghost: Flags, enough: Flags, limits: SpcLimits) -> Words:
    reason = np.full(ghost.shape, "", dtype="<U24")
    reason[np.isnan(limits.reach)] = "no_variation"
    reason[~enough] = "few_points"
    reason[ghost] = "ghost"
    return reason
