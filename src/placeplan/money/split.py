"""Sharing out a change among the factors of a product, in no order.

When cost is people times use times price, the change between two years is more than
the sum of single effects: factors act on each other. Taking them one after another
makes the answer depend on the order. Here every order counts the same (the Shapley
value), so the parts always add up to the change.
"""

from collections.abc import Sequence
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def split_change(before: Sequence[Numbers], after: Sequence[Numbers]) -> list[Numbers]:
    """Share the change of a product among its factors, every order weighing the same.

    With `n` factors, the part of factor `i` is the sum over all sets `S` of the other
    factors of `|S|! (n-|S|-1)! / n!` times the change of `i` while the factors in `S`
    stand at `after` and the rest at `before`.

    Parameters
    ----------
    before, after : sequence of arrays
        Value of each factor before and after; any shapes that broadcast.

    Returns
    -------
    list of arrays
        Part of each factor, in the unit of the product; they sum to the change.

    References
    ----------
    L. S. Shapley, "A value for n-person games", 1953.

    Examples
    --------
    Ten people at £5 become twelve at £6, £22 more: the interaction of £2 is halved.

    >>> people, price = split_change([np.array(10.0), np.array(5.0)],
    ...                              [np.array(12.0), np.array(6.0)])
    >>> float(people), float(price)
    (11.0, 11.0)
    """
    count = len(before)
    return [_share_of(factor, count, before, after) for factor in range(count)]


def _share_of(
    factor: int, count: int, before: Sequence[Numbers], after: Sequence[Numbers]
) -> Numbers:
    others = [each for each in range(count) if each != factor]
    step = after[factor] - before[factor]
    total = np.zeros(np.broadcast_shapes(*(np.shape(each) for each in before)))
    for size in range(count):
        weight = factorial(size) * factorial(count - size - 1) / factorial(count)
        for moved in combinations(others, size):
            product = step
            for other in others:
                product = product * (after if other in moved else before)[other]
            total = total + weight * product
    return total
