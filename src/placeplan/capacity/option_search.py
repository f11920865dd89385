"""Which configurations of sites to look at: all of them, or a search that says so."""

from collections.abc import Callable, Iterator
from itertools import chain, combinations
from math import comb
from typing import Final

import numpy as np

from placeplan.capacity.choice import BoolArray, FloatArray

MOST_COMPARED: Final = 20_000
"""Configurations up to which all are compared."""

STARTS: Final = 24
"""Starts of the search beyond that."""

_SAMPLE: Final = 200

Judge = Callable[[BoolArray], FloatArray]
"""Goals of configurations, more is better: (configuration, goal)."""


def count_configurations(candidates: int, fewest: int, most: int) -> int:
    """Count the ways to open between ``fewest`` and ``most`` of the candidates.

    Examples
    --------
    >>> count_configurations(7, 3, 3), count_configurations(7, 0, 7)
    (35, 128)
    """
    return sum(comb(candidates, size) for size in range(fewest, most + 1))


def list_configurations(candidates: int, fewest: int, most: int) -> BoolArray:
    """List every way to open between ``fewest`` and ``most`` of the candidates.

    Returns
    -------
    array of bool
        Shaped (configuration, candidate), fewer open sites first.

    Examples
    --------
    >>> list_configurations(3, 2, 2).astype(int).tolist()
    [[1, 1, 0], [1, 0, 1], [0, 1, 1]]
    """
    chosen = list(
        chain.from_iterable(
            combinations(range(candidates), size) for size in range(fewest, most + 1)
        )
    )
    is_open = np.zeros((len(chosen), candidates), dtype=bool)
    for at, each in enumerate(chosen):
        is_open[at, list(each)] = True
    return is_open


def search_configurations(
    judge: Judge, candidates: int, fewest: int, most: int, *, seed: int
) -> BoolArray:
    """Look for good configurations where there are too many to compare.

    From each of `STARTS` random configurations the best swap, opening or closing is
    made until none makes it better: for one goal after another at first, then for
    random mixtures of them, each goal measured by its span among 200 random
    configurations. The same seed makes the same search. What it misses nobody knows.

    Parameters
    ----------
    judge : Judge
        Goals of configurations.
    candidates, fewest, most : int
        Candidates, and how many of them may be open.
    seed : int
        Start of the random numbers.

    Returns
    -------
    array of bool
        Every configuration looked at once, shaped (configuration, candidate).
    """
    rng = np.random.default_rng(seed)
    sample = np.stack(
        [_open_some(rng, candidates, fewest, most) for _ in range(_SAMPLE)]
    )
    low, span = _measure(judge(sample))
    seen = {each.tobytes(): each for each in sample}
    goals = len(low)
    for start in range(STARTS):
        mixture = rng.dirichlet(np.ones(goals))
        if start < goals:
            mixture = np.eye(goals)[start]
        here = _open_some(rng, candidates, fewest, most)

        def value(is_open: BoolArray, mixture: FloatArray = mixture) -> FloatArray:
            scaled = (judge(is_open) - low) / span
            worth: FloatArray = np.maximum(scaled, -1e6) @ mixture
            return worth

        best = float(value(here[None])[0])
        while True:
            around = np.stack(list(_list_moves(here, fewest, most)))
            seen.update((each.tobytes(), each) for each in around)
            values = value(around)
            if values.max() <= best:
                break
            here, best = around[values.argmax()], float(values.max())
    return np.stack(list(seen.values()))


def _open_some(
    rng: np.random.Generator, candidates: int, fewest: int, most: int
) -> BoolArray:
    is_open = np.zeros(candidates, dtype=bool)
    size = rng.integers(fewest, most + 1)
    is_open[rng.choice(candidates, size, replace=False)] = True
    return is_open


def _measure(goals: FloatArray) -> tuple[FloatArray, FloatArray]:
    known = np.where(np.isfinite(goals), goals, np.nan)
    low, high = np.nanmin(known, axis=0), np.nanmax(known, axis=0)
    return low, np.where(high > low, high - low, 1.0)


def _list_moves(here: BoolArray, fewest: int, most: int) -> Iterator[BoolArray]:
    """Stay; swap an open site for a closed one; open one; close one."""
    yield here
    opened, closed = np.flatnonzero(here), np.flatnonzero(~here)
    changes = [[out, into] for out in opened for into in closed]
    if len(opened) < most:
        changes += [[into] for into in closed]
    if len(opened) > fewest:
        changes += [[out] for out in opened]
    for change in changes:
        moved = here.copy()
        moved[change] ^= True
        yield moved
