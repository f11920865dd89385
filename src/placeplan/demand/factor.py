"""A factor: how many times as much a group of cells does, at a share that is drawn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from placeplan.demand.percentile_range import PercentileRange

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Factor:
    """What one drawn share does to cells.

    Parameters
    ----------
    kind, id : str
        Kind of input, and what it is of.
    size : PercentileRange
        The share; fixed when both ends are the same.
    cells : array
        Cells, each once.
    group : array
        Group of each of these cells.
    knots : array
        Multiples of the activity of each group at equally spaced shares from 0 to 1,
        shaped (knot, group, year); between knots they are straight lines.
    status : int
        Number of the status of the rows that it rests on.
    """

    kind: str
    id: str
    size: PercentileRange
    cells: Whole
    group: Whole
    knots: Array
    status: int

    def expect(self) -> Array:
        """Give the exact mean multiple, shaped (group, year)."""
        found: Array = np.tensordot(
            weigh_knots(self.size, len(self.knots)), self.knots, 1
        )
        return found

    def at(self, z: float) -> Array:
        """Give the multiple at so many standard deviations from the middle."""
        step = float(self.size.at(z)) * (len(self.knots) - 1)
        below = min(int(step), len(self.knots) - 2)
        found: Array = self.knots[below] + (step - below) * (
            self.knots[below + 1] - self.knots[below]
        )
        return found


def weigh_knots(size: PercentileRange, count: int) -> Array:
    """Say how much each knot weighs in the exact mean of a line through them all.

    The weight of a knot is the mean of the tent over it, three terms of
    ``E max(x - a, 0)``; for a Normal cut off above at 1 that is
    ``G(a) - G(1)`` with ``G(a) = s f(d) + (m - a) F(d)`` and ``d = (m - a) / s``.

    Parameters
    ----------
    size : PercentileRange
        The share.
    count : int
        Knots from 0 to 1, at least 2.

    Returns
    -------
    array
        Sums to 1.

    Examples
    --------
    >>> weigh_knots(PercentileRange(0.25, 0.25), 2).tolist()
    [0.75, 0.25]
    >>> weigh_knots(PercentileRange(0.4, 0.6), 2).round(9).tolist()
    [0.5, 0.5]
    """
    at = np.linspace(0, 1, count)
    if size.sd == 0:
        above = np.maximum(size.low - at, 0.0)
    else:
        distance = (size.midpoint - at) / size.sd
        density = np.exp(-distance * distance / 2) / np.sqrt(2 * np.pi)
        above = size.sd * density + (size.midpoint - at) * ndtr(distance)
        above -= above[-1]
    slope = np.diff(above) * (count - 1)
    weight = np.zeros(count)
    weight[1:-1] = np.diff(slope)
    weight[-1] = -slope[-1]
    weight[0] = 1 - weight[1:].sum()
    return weight
