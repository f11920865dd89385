"""Limits of a count: Byar's approximation and the exact Poisson limits."""

import numpy as np
from scipy import special

from placeplan.stats.array import Floats
from placeplan.stats.distribution import poisson_mean_at_least, poisson_mean_at_most

EXACT_UNDER = 10
"""Counts below this get exact limits (Public Health England technical guide)."""


def byar_limits(count: Floats, z: Floats) -> tuple[Floats, Floats]:
    """Compute Byar's limits of counts at several z.

    Parameters
    ----------
    count : array of float
        Events, 0 or more.
    z : array of float
        Standard errors, one a confidence level.

    Returns
    -------
    tuple of array of float
        Lower O(1 - 1/9O - z/3√O)³, not below 0 and 0 at no events; upper the same with
        O + 1 and plus. Shape of `count` and, last, of `z`.

    Notes
    -----
    Source: Breslow NE and Day NE, Statistical methods in cancer research II, 1987.

    Examples
    --------
    >>> lower, upper = byar_limits(np.array([11.0]), np.array([1.959964]))
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([[5.4837]], [[19.6832]])
    """
    observed = np.asarray(count, dtype=float)[..., None]
    next_up = observed + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        root = 1 - 1 / (9 * observed) - z / (3 * np.sqrt(observed))
        lower = np.where(observed > 0, observed * np.maximum(root, 0) ** 3, 0.0)
    upper = next_up * (1 - 1 / (9 * next_up) + z / (3 * np.sqrt(next_up))) ** 3
    return np.where(np.isnan(observed), np.nan, lower), upper


def count_limits(count: Floats, z: Floats) -> tuple[Floats, Floats]:
    """Compute the limits of counts: exact below ten events, Byar's from ten.

    Examples
    --------
    >>> lower, upper = count_limits(np.array([0.0, 3.0]), np.array([1.959964]))
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([[0.0], [0.6187]], [[3.6889], [8.7673]])
    """
    counts = np.asarray(count, dtype=float)
    lower, upper = byar_limits(counts, z)
    small = counts < EXACT_UNDER
    if small.any():
        tail = special.ndtr(-z)
        few = counts[small][:, None]
        lower[small] = poisson_mean_at_least(few, tail)
        upper[small] = poisson_mean_at_most(few, tail)
    return lower, upper
