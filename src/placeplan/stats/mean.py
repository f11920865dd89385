"""Means of groups of values, with Student's interval."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Ints
from placeplan.stats.distribution import student_quantile
from placeplan.stats.estimate import Estimate
from placeplan.stats.group import sum_groups
from placeplan.stats.level import DEFAULT_LEVELS, read_levels
from placeplan.stats.structure import Inspection, Structure


def estimate_mean(
    values: ArrayLike,
    group: Ints | None = None,
    *,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    structure: Structure | str = Structure.STRICT,
) -> Estimate:
    """Estimate the mean of each group with Student's interval.

    Parameters
    ----------
    values : array, shape (rows,)
        What was measured, in any one unit.
    group : array of int, shape (rows,), optional
        Codes 0 to groups - 1; one group when left out.
    confidence : float or sequence of float
        Levels; see `placeplan.stats.level.read_levels`.
    structure : Structure
        ``report`` lets a missing value through; its group is withheld.

    Returns
    -------
    Estimate
        Mean ± t √(variance / n) with n - 1 degrees of freedom. A group of one has its
        value and no interval.

    Raises
    ------
    InputError
        No values, or a missing one under a strict reading.

    Notes
    -----
    Source: Public Health England technical guide, confidence intervals of means.

    Examples
    --------
    >>> result = estimate_mean([4.0, 6.0, 8.0])
    >>> result.value.tolist(), result.lower.round(6).tolist()
    ([6.0], [[1.031725]])
    """
    levels = read_levels(confidence)
    x = np.asarray(values, dtype=float)
    codes = np.zeros(len(x), dtype=np.int64) if group is None else group
    look = Inspection(Structure(structure))
    if not len(x):
        look.refuse("column x", "at least one value", "none", "Give some values.")
    look.find_rows(np.isnan(x), "x", "a value in every row", "Fill it in.")
    checks = look.close()
    groups = int(codes.max()) + 1
    size = np.bincount(codes, minlength=groups).astype(float)
    value = sum_groups(codes, x, groups) / size
    squares = sum_groups(codes, (x - value[codes]) ** 2, groups)
    with np.errstate(invalid="ignore", divide="ignore"):
        error = np.sqrt(squares / (size - 1) / size)[:, None]
    reach = student_quantile(levels, size - 1) * error
    reason = np.where(size == 1, "one_value", "")
    reason = np.where(np.isnan(value), "missing_count", reason)
    middle = value[:, None]
    return Estimate(
        value, middle - reach, middle + reach, levels, reason, checks=checks
    )
