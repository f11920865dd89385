"""The lines of a funnel plot along its axis."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Floats
from placeplan.stats.distribution import (
    normal_quantile,
    poisson_mean_at_least,
    poisson_mean_at_most,
)

AXIS_POINTS: Final = 100
TAILS: Final = {"2s": 0.025, "3s": 0.001}


@dataclass(frozen=True, slots=True, eq=False)
class FunnelLines:
    """Lines of a funnel plot.

    Parameters
    ----------
    axis : array, shape (points,)
        Population for a proportion, events for a ratio or rate.
    lower, upper : dict of str to array
        The lines at ``2s`` (0.025 each side) and ``3s`` (0.001).
    """

    axis: Floats
    lower: dict[str, Floats]
    upper: dict[str, Floats]


def lay_axis(least: float, most: float, *, lag: int) -> Floats:
    """Lay a hundred whole points from least to most, evenly on the log scale.

    Each is the one before times the root that would reach the end in the steps that are
    left (`lag` more of them), rounded, and at least one more.

    Examples
    --------
    >>> lay_axis(0, 2000, lag=0)[:4].tolist(), lay_axis(0, 2000, lag=0)[-1]
    ([1.0, 2.0, 3.0, 4.0], np.float64(2000.0))
    """
    points = [max(1.0, least)]
    for place in range(2, AXIS_POINTS + 1):
        before = points[-1]
        steps_left = 101 - place + lag
        step = np.rint((most / before) ** (1 / steps_left) * before)
        points.append(max(float(step), before + 1))
    return np.array(points)


def bound_axis(base: Floats, years: float = 1.0) -> tuple[float, float]:
    """Round the range of denominators outwards to tidy numbers.

    Examples
    --------
    >>> bound_axis(np.array([473.0, 5043.0])), bound_axis(np.array([320.0, 473.0]))
    ((0.0, 5300.0), (300.0, 500.0))
    """
    least, most = float(np.nanmin(base)), float(np.nanmax(base))
    low = 0.0 if most > 2 * least else _tidy(np.floor(least / years * 0.95), 1, years)
    return low, _tidy_up(most / years * 1.05) * years


def draw_proportion_lines(
    count: ArrayLike, base: ArrayLike, *, multiplier: float = 1.0
) -> FunnelLines:
    """Draw the lines around a pooled proportion.

    Parameters
    ----------
    count, base : array, shape (areas,)
        Numerators and denominators.
    multiplier : float
        100 for percentages; lines never leave 0 to the multiplier.

    Returns
    -------
    FunnelLines
        For a population n, the proportions whose Wilson interval ends at the pooled
        one: P ± z √(P(1 - P)/n).

    Examples
    --------
    >>> lines = draw_proportion_lines([20, 30], [100, 100], multiplier=100)
    >>> lines.axis[0], lines.lower["2s"][0].round(4)
    (np.float64(90.0), np.float64(16.054))
    """
    x, n = np.asarray(count, float), np.asarray(base, float)
    pooled = x.sum() / n.sum()
    axis = lay_axis(*bound_axis(n), lag=0)
    spread = np.sqrt(pooled * (1 - pooled) / axis)
    lower, upper = {}, {}
    for name, tail in TAILS.items():
        z = float(normal_quantile((1 - 2 * tail,))[0])
        lower[name] = np.maximum(pooled - z * spread, 0) * multiplier
        upper[name] = np.minimum(pooled + z * spread, 1) * multiplier
    return FunnelLines(axis, lower, upper)


def draw_count_lines(axis: Floats, scale: float, *, shift: float = 0.0) -> FunnelLines:
    """Draw exact Poisson lines: the count over the mean that just makes it unusual.

    Parameters
    ----------
    axis : array, shape (points,)
        Observed events, above zero.
    scale : float
        What a ratio of 1 is shown as.
    shift : float
        Added to the ratio first: -1 shows the excess over expected.

    Returns
    -------
    FunnelLines
        Lower line at the mean under which so few have the chance of the tail, upper
        line at the mean under which so many have it.

    Examples
    --------
    >>> lines = draw_count_lines(np.array([1.0]), 100)
    >>> lines.lower["2s"].round(4).tolist(), lines.upper["2s"].round(3).tolist()
    ([17.948], [3949.789])
    """
    lower = {
        name: (axis / poisson_mean_at_most(axis, tail) + shift) * scale
        for name, tail in TAILS.items()
    }
    upper = {
        name: (axis / poisson_mean_at_least(axis, tail) + shift) * scale
        for name, tail in TAILS.items()
    }
    return FunnelLines(axis, lower, upper)


def draw_ratio_lines(expected: ArrayLike, scale: float, shift: float) -> FunnelLines:
    """Draw the lines of a ratio over a tidy axis of events.

    Examples
    --------
    >>> draw_ratio_lines([20.0, 90.0], 100, 0).axis[:3].tolist()
    [1.0, 2.0, 3.0]
    """
    base = np.asarray(expected, dtype=float)
    return draw_count_lines(lay_axis(*bound_axis(base), lag=1), scale, shift=shift)


def draw_rate_lines(
    count: ArrayLike, people: Floats, *, multiplier: float, years: float
) -> FunnelLines:
    """Draw the lines of a rate over a tidy axis of events.

    Parameters
    ----------
    count : array, shape (areas,)
        Events.
    people : array, shape (areas,)
        Denominators that the rates imply over all `years`; NaN where there are none.
    multiplier : float
        What the rates are for.
    years : float
        Years that the events span.

    Returns
    -------
    FunnelLines
        Lines of the average rate.

    Examples
    --------
    >>> draw_rate_lines([20, 30], np.array([1e4, 2e4]), multiplier=1e5, years=1).axis[0]
    np.float64(15.0)
    """
    average = np.asarray(count, float).sum() / np.nansum(people)
    least, most = bound_axis(people, years)
    axis = lay_axis(np.floor(least * average), np.ceil(most * average), lag=0)
    return draw_count_lines(axis, average * multiplier)


def _digits(number: float) -> int:
    return len(f"{number:.0f}")


def _tidy(number: float, keep: int, years: float) -> float:
    size = 10.0 ** (_digits(number) - keep)
    return float(np.floor(number / size) * size * years)


def _tidy_up(number: float) -> float:
    size = 10.0 ** (_digits(np.ceil(number)) - 2)
    return float(np.ceil(number / size) * size)
