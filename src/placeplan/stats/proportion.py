"""Proportions with Wilson's interval."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Floats
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.estimate import Estimate
from placeplan.stats.level import DEFAULT_LEVELS, read_levels
from placeplan.stats.structure import Inspection, Structure


def estimate_proportion(
    count: ArrayLike,
    base: ArrayLike,
    *,
    multiplier: float = 1.0,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    structure: Structure | str = Structure.STRICT,
) -> Estimate:
    """Estimate proportions, each with Wilson's score interval.

    Parameters
    ----------
    count : array, shape (areas,)
        Numerators: how many have the condition, none above its base.
    base : array, shape (areas,)
        Denominators, above zero.
    multiplier : float
        100 for percentages.
    confidence : float or sequence of float
        Levels; see `placeplan.stats.level.read_levels`.
    structure : Structure
        ``report`` lets a row without a count through, withheld with its reason.

    Returns
    -------
    Estimate
        value = count / base; limits (2x + z² ± z √(z² + 4x(1 - x/n))) / 2(n + z²), all
        times the multiplier. No continuity correction.

    Raises
    ------
    InputError
        A count below zero or above its base, or a base that is not above zero.

    Notes
    -----
    Source: Wilson EB, Probable inference, the law of succession, and statistical
    inference, JASA 1927; Public Health England technical guide, confidence intervals.

    Examples
    --------
    >>> result = estimate_proportion([5], [25], multiplier=100)
    >>> result.value.tolist(), result.lower.round(6).tolist()
    ([20.0], [[8.860585]])
    """
    levels = read_levels(confidence)
    x, n = np.broadcast_arrays(np.asarray(count, float), np.asarray(base, float))
    look = Inspection(Structure(structure))
    look.refuse_rows(x < 0, "x", "a count of 0 or more", "Correct the count.")
    look.refuse_rows(n <= 0, "n", "a denominator above 0", "Correct or leave it out.")
    look.refuse_rows(x > n, "x", "no count above its denominator", "Check both.")
    missing = np.isnan(x) | np.isnan(n)
    look.find_rows(missing, "x, n", "a count and a denominator", "Fill them in.")
    checks = look.close()
    lower, upper = wilson_limits(x, n, normal_quantile(levels))
    return Estimate(
        x / n * multiplier,
        lower * multiplier,
        upper * multiplier,
        levels,
        np.where(missing, "missing_count", ""),
        checks=checks,
    )


def wilson_limits(count: Floats, base: Floats, z: Floats) -> tuple[Floats, Floats]:
    """Compute Wilson's limits of a proportion at several z.

    Returns
    -------
    tuple of array of float
        Lower and upper, of the shape of `count` and, last, of `z`.

    Examples
    --------
    >>> lower, upper = wilson_limits(np.array([0.0]), np.array([3.0]), np.array([1.96]))
    >>> lower.tolist(), upper.round(4).tolist()
    ([[0.0]], [[0.5615]])
    """
    x, n = count[..., None], base[..., None]
    if np.isinf(z).any():
        certain = np.where(np.isnan(x + n), np.nan, 1.0)
        low, high = wilson_limits(count, base, np.where(np.isinf(z), 0.0, z))
        whole = np.isinf(z) & np.isfinite(certain)
        return np.where(whole, 0.0, low), np.where(whole, certain, high)
    spread = z * np.sqrt(z * z + 4 * x * (1 - x / n))
    middle, span = 2 * x + z * z, 2 * (n + z * z)
    lower = np.maximum((middle - spread) / span, 0.0)
    return lower, np.minimum((middle + spread) / span, 1.0)
