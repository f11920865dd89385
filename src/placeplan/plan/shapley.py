"""Shapley's split: what each factor adds, whatever the order in which they come."""

from collections.abc import Callable
from dataclasses import dataclass
from math import factorial
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Value = Callable[[frozenset[int]], Array]
"""Gives the numbers that hold when exactly these factors are there."""

MOST_FACTORS: Final = 12
"""Up to so many factors every set of them is worked out: 4,096 sets."""

DEFAULT_ORDERS: Final = 200


@dataclass(frozen=True, slots=True)
class ShapleySplit:
    """A change shared out among factors.

    Parameters
    ----------
    total : array
        The numbers with all factors less those with none, shaped (number,).
    share : array
        What each factor adds, shaped (factor, number); sums to `total`.
    error : array
        Standard error of each share; 0 when every set was worked out.
    simple : array
        What each factor does alone, shaped (factor, number).
    """

    total: Array
    share: Array
    error: Array
    simple: Array

    @property
    def interaction(self) -> Array:
        """What the simple effects leave unexplained, shaped (number,)."""
        left: Array = self.total - self.simple.sum(axis=0)
        return left


def split_by_shapley(
    value: Value, factors: int, *, seed: int = 0, orders: int = DEFAULT_ORDERS
) -> ShapleySplit:
    """Share the difference that factors make together out among them.

    ``share[i] = sum over sets S without i of |S|! (n - |S| - 1)! / n! *
    (value(S with i) - value(S))``. Exact up to `MOST_FACTORS` factors; beyond, the mean
    over seeded random orders of the factors, each taken forward and backward, with its
    standard error. Every order sums to the difference, so the shares do too.

    Parameters
    ----------
    value : callable
        Of a frozenset of factors; always gives an array of one shape.
    factors : int
        How many there are.
    seed, orders : int
        Of the random orders; how many pairs of them.

    References
    ----------
    Shapley, L. S. (1953), A value for n-person games.

    Examples
    --------
    >>> split = split_by_shapley(
    ...     lambda s: np.array([100.0 * 0.88 ** (0 in s) * 0.75 ** (1 in s)]), 2)
    >>> split.share[:, 0].round(2).tolist(), split.total.round(2).tolist()
    ([-10.5, -23.5], [-34.0])
    >>> split.simple[:, 0].round(2).tolist(), split.interaction.round(2).tolist()
    ([-12.0, -25.0], [3.0])
    """
    known: dict[frozenset[int], Array] = {}

    def ask(chosen: frozenset[int]) -> Array:
        if chosen not in known:
            known[chosen] = np.asarray(value(chosen), dtype=np.float64)
        return known[chosen]

    none = ask(frozenset())
    total = ask(frozenset(range(factors))) - none
    simple = np.array([ask(frozenset({i})) - none for i in range(factors)])
    simple = simple.reshape(factors, len(none))
    if factors <= MOST_FACTORS:
        share = _enumerate(ask, factors, len(none))
        return ShapleySplit(total, share, np.zeros_like(share), simple)
    rng = np.random.default_rng(seed)
    added = np.array(
        [_average_pair(ask, rng.permutation(factors)) for _ in range(orders)]
    )
    error = added.std(axis=0, ddof=1) / np.sqrt(orders)
    return ShapleySplit(total, added.mean(axis=0), error, simple)


def _enumerate(ask: Value, factors: int, numbers: int) -> Array:
    share = np.zeros((factors, numbers))
    for code in range(2**factors):
        chosen = frozenset(i for i in range(factors) if code >> i & 1)
        here, size = ask(chosen), len(chosen)
        for i in range(factors):
            if i in chosen:
                share[i] += _weigh(size - 1, factors) * here
            else:
                share[i] -= _weigh(size, factors) * here
    return share


def _weigh(size: int, factors: int) -> float:
    return factorial(size) * factorial(factors - size - 1) / factorial(factors)


def _average_pair(ask: Value, order: NDArray[np.int64]) -> Array:
    """Average what each factor adds when they come in this order, and backward."""
    return (_add_one_by_one(ask, order) + _add_one_by_one(ask, order[::-1])) / 2


def _add_one_by_one(ask: Value, order: NDArray[np.int64]) -> Array:
    there: frozenset[int] = frozenset()
    before = ask(there)
    added = np.zeros((len(order), len(before)))
    for factor in order:
        there = there | {int(factor)}
        after = ask(there)
        added[factor] = after - before
        before = after
    return added
