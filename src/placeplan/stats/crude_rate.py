"""Crude rates: events for so many people."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.count_limit import count_limits
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.estimate import Estimate
from placeplan.stats.level import DEFAULT_LEVELS, read_levels
from placeplan.stats.structure import Inspection, Structure

PER_100K = 100_000.0


def estimate_crude_rate(
    count: ArrayLike,
    people: ArrayLike,
    *,
    multiplier: float = PER_100K,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    structure: Structure | str = Structure.STRICT,
) -> Estimate:
    """Estimate crude rates with exact or Byar's limits.

    Parameters
    ----------
    count : array, shape (areas,)
        Events, 0 or more; more events than people are possible.
    people : array, shape (areas,)
        People or person-years, above zero.
    multiplier : float
        100,000 for a rate per 100,000.
    confidence : float or sequence of float
        Levels; see `placeplan.stats.level.read_levels`.
    structure : Structure
        ``report`` lets a row without a count through, withheld with its reason.

    Returns
    -------
    Estimate
        value = count / people; limits those of the count / people, exact chi-square
        under ten events and Byar's from ten, all times the multiplier.

    Raises
    ------
    InputError
        A count below zero, or people not above zero.

    Notes
    -----
    Source: Public Health England technical guide, confidence intervals.

    Examples
    --------
    >>> result = estimate_crude_rate([11, 3], [710, 590], multiplier=1000)
    >>> result.value.round(6).tolist(), result.upper.round(6).tolist()
    ([15.492958, 5.084746], [[27.722869], [14.859785]])
    """
    levels = read_levels(confidence)
    x, n = np.broadcast_arrays(np.asarray(count, float), np.asarray(people, float))
    look = Inspection(Structure(structure))
    look.refuse_rows(x < 0, "x", "a count of 0 or more", "Correct the count.")
    look.refuse_rows(n <= 0, "n", "a denominator above 0", "Correct or leave it out.")
    missing = np.isnan(x) | np.isnan(n)
    look.find_rows(missing, "x, n", "a count and a denominator", "Fill them in.")
    checks = look.close()
    lower, upper = count_limits(x, normal_quantile(levels))
    scale = (multiplier / n)[..., None]
    reason = np.where(missing, "missing_count", "")
    return Estimate(
        x / n * multiplier, lower * scale, upper * scale, levels, reason, checks=checks
    )
