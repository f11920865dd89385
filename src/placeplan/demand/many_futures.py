"""Many futures at once: where only people and growth of use vary, one multiplication.

`CodedDemand` plays single spells out. Where the mean of each future is enough, as for
thousands of draws of a large plan, activity is people times use, and all draws and
years together are one product of two matrices.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Real = NDArray[np.floating]

BLOCK_ROWS: Final = 2048
"""Draws and years in one product: few enough that its outcome stays in the cache."""


def project_many(people: Real, use: Real, index: Array) -> Array:
    """Project the activity of many futures.

    ``activity[d, y, p] = index[d, y, p] * sum over c of people[d, y, c] * use[c, p]``

    Parameters
    ----------
    people : array
        People of each cell (a place, sex and age), shaped (draw, year, cell); in single
        precision half the memory does, and totals differ in the seventh digit.
    use : array
        Units a person of each cell takes in the base year, shaped (cell, pod), of the
        same precision.
    index : array
        Growth of use as a multiple of that of the base year, shaped (draw, year, pod).

    Returns
    -------
    array
        Shaped (draw, year, pod), in double precision.

    Raises
    ------
    ValueError
        Shapes that do not fit.

    Examples
    --------
    >>> people = np.array([[[100.0, 50.0], [110.0, 60.0]]])
    >>> use = np.array([[0.1, 2.0], [0.4, 0.0]])
    >>> project_many(people, use, np.array([[[1.0, 1.0], [1.5, 1.0]]])).tolist()
    [[[30.0, 200.0], [52.5, 220.0]]]
    """
    draws, years, cells = people.shape
    pods = use.shape[1]
    if use.shape[0] != cells or index.shape != (draws, years, pods):
        message = f"{people.shape}, {use.shape} and {index.shape} do not fit"
        raise ValueError(message)
    rows = people.reshape(draws * years, cells)
    growth = index.reshape(draws * years, pods)
    found = np.empty((draws * years, pods))
    for at in range(0, len(rows), BLOCK_ROWS):
        block = slice(at, at + BLOCK_ROWS)
        np.multiply(rows[block] @ use, growth[block], out=found[block])
    return found.reshape(draws, years, pods)
