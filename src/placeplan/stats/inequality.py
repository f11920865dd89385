"""Slope and relative index of inequality across deprivation groups."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Floats


class ValueType(IntEnum):
    """What the values of the groups are, and so the scale on which they vary.

    Examples
    --------
    >>> ValueType.PROPORTION.forward(np.array([0.5])).tolist()
    [0.0]
    """

    OTHER = 0
    CRUDE_OR_STANDARDISED_RATE = 1
    PROPORTION = 2

    def forward(self, values: Floats) -> Floats:
        """Take values to the scale on which they are normal: as is, log, or logit."""
        with np.errstate(divide="ignore", invalid="ignore"):
            if self is ValueType.CRUDE_OR_STANDARDISED_RATE:
                return np.log(values)
            if self is ValueType.PROPORTION:
                return np.log(values / (1 - values))
        return values

    def back(self, values: Floats) -> Floats:
        """Bring values back from that scale."""
        if self is ValueType.CRUDE_OR_STANDARDISED_RATE:
            return np.exp(values)
        if self is ValueType.PROPORTION:
            return 1 / (1 + np.exp(-values))
        return values


@dataclass(frozen=True, slots=True, eq=False)
class Regression:
    """The weights that turn group values into intercept and slope.

    Parameters
    ----------
    slope, intercept : array, shape (..., groups)
        slope · values is the slope over the whole population, intercept · values the
        value at its most deprived end.
    """

    slope: Floats
    intercept: Floats

    def fit(self, values: Floats) -> tuple[Floats, Floats]:
        """Give intercept and slope of each area."""
        return (self.intercept * values).sum(-1), (self.slope * values).sum(-1)


def weigh_groups(people: ArrayLike) -> Regression:
    """Prepare the weighted regression on the share of people who are more deprived.

    Parameters
    ----------
    people : array, shape (..., groups)
        People of each group, the most deprived first; all above zero.

    Returns
    -------
    Regression
        With a the group's share of people and b the share below its middle: slope
        weights a(b - b̄) / Σ a(b - b̄)², intercept weights a - b̄ × slope weights.

    Examples
    --------
    >>> line = weigh_groups([100.0, 100.0])
    >>> line.fit(np.array([3.0, 5.0]))
    (np.float64(2.0), np.float64(4.0))
    """
    counted = np.asarray(people, dtype=float)
    share = counted / counted.sum(axis=-1, keepdims=True)
    middle = np.cumsum(share, axis=-1) - share / 2
    centre = (share * middle).sum(axis=-1, keepdims=True)
    away = share * (middle - centre)
    slope = away / (away * (middle - centre)).sum(axis=-1, keepdims=True)
    return Regression(slope, share - centre * slope)
