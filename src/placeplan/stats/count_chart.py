"""Charts of counts and of rare events: run, P, U, C, T and G."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats, Ints
from placeplan.stats.spc_limit import SpcLimits, compute_limits
from placeplan.stats.spc_rule_set import DEFAULT_RULE_SET, SpcRuleSet

T_POWER: Final = 3.6
THREE_SIGMA: Final = 3.0


def limit_proportions(
    count: ArrayLike, base: ArrayLike
) -> tuple[Floats, Floats, Floats]:
    """Compute the lines of a P chart.

    Parameters
    ----------
    count, base : array, shape (points,)
        How many of how many.

    Returns
    -------
    tuple of array of float, shape (points,)
        Centre p̄, lower and upper p̄ ± 3 √(p̄(1 - p̄)/n), within 0 and 1.

    Raises
    ------
    InputError
        Counts missing, below zero or above their base.

    Notes
    -----
    Source: Montgomery DC, Introduction to statistical quality control.

    Examples
    --------
    >>> centre, lower, upper = limit_proportions([5, 15], [100, 100])
    >>> centre.tolist(), lower.round(4).tolist(), upper.round(4).tolist()
    ([0.1, 0.1], [0.01, 0.01], [0.19, 0.19])
    """
    x, n = _read(count, base)
    if (x > n).any():
        raise InputError([_fault("x", "no count above its denominator")])
    middle = np.full(x.shape, x.sum() / n.sum())
    reach = THREE_SIGMA * np.sqrt(middle * (1 - middle) / n)
    return middle, np.maximum(middle - reach, 0), np.minimum(middle + reach, 1)


def limit_unit_counts(
    count: ArrayLike, base: ArrayLike
) -> tuple[Floats, Floats, Floats]:
    """Compute the lines of a U chart: events for each unit of opportunity.

    Returns
    -------
    tuple of array of float, shape (points,)
        Centre ū, lower and upper ū ± 3 √(ū/n), not below 0.

    Examples
    --------
    >>> centre, lower, upper = limit_unit_counts([4, 4], [1, 1])
    >>> centre.tolist(), lower.tolist(), upper.tolist()
    ([4.0, 4.0], [0.0, 0.0], [10.0, 10.0])
    """
    x, n = _read(count, base)
    middle = np.full(x.shape, x.sum() / n.sum())
    reach = THREE_SIGMA * np.sqrt(middle / n)
    return middle, np.maximum(middle - reach, 0), middle + reach


def limit_counts(count: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Compute the lines of a C chart: events in equal opportunities.

    Returns
    -------
    tuple of array of float, shape (points,)
        Centre c̄, lower and upper c̄ ± 3 √c̄, not below 0.

    Examples
    --------
    >>> limit_counts([9, 9])[2].tolist()
    [18.0, 18.0]
    """
    x = np.asarray(count, dtype=float)
    return limit_unit_counts(x, np.ones_like(x))


def limit_times_between(
    time: ArrayLike, rules: SpcRuleSet = DEFAULT_RULE_SET
) -> tuple[Floats, Floats, Floats]:
    """Compute the lines of a T chart: time between rare events, in any unit.

    Returns
    -------
    tuple of array of float, shape (points,)
        XmR centre and limits of time to the power 1/3.6, brought back; a lower limit
        below zero is 0.

    Notes
    -----
    Source: Nelson LS, A control chart for parts-per-million nonconforming items, 1994;
    the national tools use the same power.

    Examples
    --------
    >>> limit_times_between([1.0, 2.0, 1.0, 2.0])[0].round(4).tolist()
    [1.438, 1.438, 1.438, 1.438]
    """
    y = np.asarray(time, dtype=float)
    if not (y >= 0).all():
        raise InputError([_fault("value", "times of 0 or more")])
    rooted = (y ** (1 / T_POWER))[None, :]
    live = np.ones(rooted.shape, dtype=bool)
    part: Ints = np.zeros(rooted.shape, dtype=np.int64)
    lines: SpcLimits = compute_limits(rooted, live, part, live, rules)
    centre, lower, upper = lines.centre[0], lines.lower[0], lines.upper[0]
    return centre**T_POWER, np.maximum(lower, 0) ** T_POWER, upper**T_POWER


def limit_counts_between(count: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Compute the lines of a G chart: opportunities between rare events.

    Returns
    -------
    tuple of array of float, shape (points,)
        Mean, and the quantiles of a geometric distribution of that mean at the chances
        of three normal sigma (0.135% each side).

    Notes
    -----
    Source: Benneyan JC, Number-between g-type statistical quality control charts, 2001,
    with probability limits, as in the national tools.

    Examples
    --------
    >>> centre, lower, upper = limit_counts_between([9, 11])
    >>> centre.tolist(), lower.tolist(), upper.tolist()
    ([10.0, 10.0], [0.0, 0.0], [69.0, 69.0])
    """
    x, _ = _read(count, np.ones(np.shape(count)))
    mean = x.mean()
    tail = special.ndtr(-THREE_SIGMA)
    if mean == 0:
        return x * 0, x * 0, x * 0
    log_survival = -np.log1p(1 / mean)
    low = max(0.0, np.ceil(np.log1p(-tail) / log_survival) - 1)
    high = max(0.0, np.ceil(np.log(tail) / log_survival) - 1)
    return np.full(x.shape, mean), np.full(x.shape, low), np.full(x.shape, high)


def _read(count: ArrayLike, base: ArrayLike) -> tuple[Floats, Floats]:
    x, n = np.asarray(count, dtype=float), np.asarray(base, dtype=float)
    faults = []
    if not len(x) or not (x >= 0).all():
        faults.append(_fault("x", "counts of 0 or more"))
    if not (n > 0).all():
        faults.append(_fault("n", "denominators above 0"))
    if faults:
        raise InputError(faults)
    return x, n


def _fault(where: str, expected: str) -> Fault:
    return Fault("input", f"column {where}", expected, "", "Correct the table.")
