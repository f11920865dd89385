"""P' and U' charts: for so many cases that ordinary limits would be far too narrow."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Floats
from placeplan.stats.count_chart import (
    THREE_SIGMA,
    limit_proportions,
    limit_unit_counts,
)

RANGE_OF_TWO: Final = 1.128
"""Mean moving range of two, in standard deviations."""


def limit_proportions_prime(
    count: ArrayLike, base: ArrayLike
) -> tuple[Floats, Floats, Floats]:
    """Compute the lines of a P' chart.

    Parameters
    ----------
    count, base : array, shape (points,)
        How many of how many, in time order.

    Returns
    -------
    tuple of array of float, shape (points,)
        Centre p̄, lower and upper p̄ ± 3 σ s with σ = √(p̄(1 - p̄)/n) and s the mean
        moving range of (p - p̄)/σ over 1.128, within 0 and 1. One point has no limits.

    Raises
    ------
    InputError
        Counts missing, below zero or above their base.

    Notes
    -----
    Source: Laney DB, Improved control charts for attributes, Quality Engineering 2002.

    Examples
    --------
    >>> centre, lower, upper = limit_proportions_prime([40, 60, 50], [100, 100, 100])
    >>> centre.tolist(), lower.round(4).tolist(), upper.round(4).tolist()
    ([0.5, 0.5, 0.5], [0.1011, 0.1011, 0.1011], [0.8989, 0.8989, 0.8989])
    """
    middle, _, _ = limit_proportions(count, base)
    n = np.asarray(base, dtype=float)
    sigma = np.sqrt(middle * (1 - middle) / n)
    reach = _widen(np.asarray(count, float) / n - middle, sigma)
    return middle, np.maximum(middle - reach, 0), np.minimum(middle + reach, 1)


def limit_unit_counts_prime(
    count: ArrayLike, base: ArrayLike
) -> tuple[Floats, Floats, Floats]:
    """Compute the lines of a U' chart.

    Returns
    -------
    tuple of array of float, shape (points,)
        As `limit_proportions_prime` with σ = √(ū/n), not below 0.

    Examples
    --------
    >>> centre, lower, upper = limit_unit_counts_prime([4, 16], [1, 1])
    >>> centre.tolist(), lower.tolist(), upper.round(4).tolist()
    ([10.0, 10.0], [0.0, 0.0], [41.9149, 41.9149])
    """
    middle, _, _ = limit_unit_counts(count, base)
    n = np.asarray(base, dtype=float)
    reach = _widen(np.asarray(count, float) / n - middle, np.sqrt(middle / n))
    return middle, np.maximum(middle - reach, 0), middle + reach


def _widen(away: Floats, sigma: Floats) -> Floats:
    """Give three sigma times how much more, or less, points move than by chance."""
    if len(away) < 2:
        return np.full(away.shape, np.nan)
    score = np.divide(away, sigma, out=np.zeros_like(away), where=sigma > 0)
    reach: Floats = THREE_SIGMA * sigma * np.abs(np.diff(score)).mean() / RANGE_OF_TWO
    return reach
