"""Thinning: how many of a count are taken, exactly in the mean or by the draw."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Thin(Protocol):
    """Takes a share of counts."""

    def __call__(self, count: Array, share: Array) -> Array:
        """Give how many are taken of each count; shapes broadcast."""


def take_expected(count: Array, share: Array) -> Array:
    """Take exactly the share.

    Examples
    --------
    >>> take_expected(np.array([10.0]), np.array([0.25])).tolist()
    [2.5]
    """
    taken: Array = count * share
    return taken


class Drawn:
    """Takes each one with the probability `share`: binomial numbers.

    Parameters
    ----------
    rng : Generator
        Stream of one draw.

    Examples
    --------
    >>> thin = Drawn(np.random.default_rng(1))
    >>> thin(np.array([10.0, 10.0]), np.array([0.0, 1.0])).tolist()
    [0.0, 10.0]
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng

    def __call__(self, count: Array, share: Array) -> Array:
        """Give how many are taken of each count; counts are whole numbers."""
        whole = count.astype(np.int64)
        return self._rng.binomial(whole, share).astype(np.float64)
