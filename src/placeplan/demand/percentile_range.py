"""A size known by its low and high end: a Normal between them, clipped to a share."""

from dataclasses import dataclass
from math import exp, pi, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

WIDTH_IN_SD: Final = 2.563103
"""Distance from P10 to P90 of a Normal, in standard deviations."""


@dataclass(frozen=True, slots=True)
class PercentileRange:
    """A share from its P10 to its P90; fixed when both are the same.

    Parameters
    ----------
    low, high : float
        P10 and P90, from 0 to 1.

    Examples
    --------
    >>> size = PercentileRange(0.8, 0.9)
    >>> round(size.midpoint, 4), round(size.sd, 6)
    (0.85, 0.039015)
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            message = f"no shares lie from {self.low} to {self.high}"
            raise ValueError(message)

    @property
    def midpoint(self) -> float:
        """Mean of the Normal before it is clipped."""
        return (self.low + self.high) / 2

    @property
    def sd(self) -> float:
        """Standard deviation of the Normal before it is clipped."""
        return (self.high - self.low) / WIDTH_IN_SD

    @property
    def mean(self) -> float:
        """Exact mean once clipped to 0 and 1.

        ``m (F(b) - F(a)) + s (f(a) - f(b)) + 1 - F(b)`` with ``a = (0 - m) / s``,
        ``b = (1 - m) / s``, and ``F``, ``f`` the standard Normal.

        Examples
        --------
        >>> PercentileRange(0.3, 0.3).mean, round(PercentileRange(0.8, 0.9).mean, 4)
        (0.3, 0.85)
        >>> round(PercentileRange(0.9, 1.0).mean, 4)
        0.9482
        """
        if self.sd == 0:
            return self.low
        least, most = -self.midpoint / self.sd, (1 - self.midpoint) / self.sd
        inside = self.midpoint * float(ndtr(most) - ndtr(least))
        tails = self.sd * (_density(least) - _density(most))
        return inside + tails + 1 - float(ndtr(most))

    def at(self, z: float | NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the share that stands so many standard deviations from the middle."""
        return np.clip(self.midpoint + self.sd * np.asarray(z), 0.0, 1.0)


def _density(z: float) -> float:
    return exp(-z * z / 2) / sqrt(2 * pi)
