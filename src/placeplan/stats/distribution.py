"""Quantiles of the normal, Student and Poisson distributions, for whole arrays."""

from collections.abc import Sequence

import numpy as np
from scipy import special

from placeplan.stats.array import Floats


def normal_quantile(levels: Sequence[float]) -> Floats:
    """Find how many standard errors a two-sided interval reaches.

    Parameters
    ----------
    levels : sequence of float
        Confidence levels, each between 0 and 1.

    Returns
    -------
    array of float
        z at (1 + level) / 2, one a level.

    Examples
    --------
    >>> normal_quantile([0.95, 0.998]).round(6).tolist()
    [1.959964, 3.090232]
    """
    found: Floats = special.ndtri((1 + np.asarray(levels, dtype=float)) / 2)
    return found


def student_quantile(levels: Sequence[float], freedom: Floats) -> Floats:
    """Find the two-sided quantile of Student's t, one row a number of freedoms.

    Parameters
    ----------
    levels : sequence of float
        Confidence levels, each between 0 and 1.
    freedom : array of float
        Degrees of freedom; fewer than one gives NaN.

    Returns
    -------
    array of float
        Shape of `freedom` and, last, of `levels`.

    Examples
    --------
    >>> student_quantile([0.95], np.array([9.0])).round(6).tolist()
    [[2.262157]]
    """
    upper = (1 + np.asarray(levels, dtype=float)) / 2
    degrees = np.asarray(freedom, dtype=float)[..., None]
    with np.errstate(invalid="ignore"):
        found = special.stdtrit(np.maximum(degrees, 1), upper)
    return np.where(degrees >= 1, found, np.nan)


def poisson_mean_at_most(count: Floats, chance: Floats | float) -> Floats:
    """Find the mean under which a count this small or smaller has this chance.

    The upper exact limit of a count: half the chi-square quantile at 1 - chance with
    2 count + 2 degrees of freedom.

    Examples
    --------
    >>> poisson_mean_at_most(np.array([0.0]), 0.025).round(6).tolist()
    [3.688879]
    """
    found: Floats = special.gammainccinv(np.asarray(count, dtype=float) + 1, chance)
    return found


def poisson_mean_at_least(count: Floats, chance: Floats | float) -> Floats:
    """Find the mean under which a count this large or larger has this chance.

    The lower exact limit of a count: half the chi-square quantile at the chance with
    2 count degrees of freedom; 0 for a count of 0.

    Examples
    --------
    >>> poisson_mean_at_least(np.array([0.0, 4.0]), 0.025).round(6).tolist()
    [0.0, 1.089865]
    """
    counts = np.asarray(count, dtype=float)
    found = special.gammaincinv(np.maximum(counts, 1e-300), chance)
    return np.where(counts > 0, found, 0.0)
