"""How far the drawn limits of inequality indices would move if drawn again."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Floats
from placeplan.stats.inequality_index import (
    IndexOptions,
    InequalityIndex,
    measure_inequality,
)

RUNS: Final = 10


@dataclass(frozen=True, slots=True, eq=False)
class IndexReliability:
    """Mean absolute differences of limits, each of shape (areas, levels).

    Parameters
    ----------
    index : InequalityIndex
        Of the first run.
    sii, rii : array
        Mean absolute difference of both limits in nine more runs from the first; 0
        where the limits are exact.
    """

    index: InequalityIndex
    sii: Floats
    rii: Floats


def measure_reliability(
    values: ArrayLike,
    error: ArrayLike,
    people: ArrayLike,
    options: IndexOptions,
    generator: np.random.Generator,
) -> IndexReliability:
    """Measure inequality ten times and tell how much the limits differ.

    Parameters
    ----------
    values, error, people, options, generator
        As in `placeplan.stats.inequality_index.measure_inequality`.

    Returns
    -------
    IndexReliability
        The first run, and the mean absolute differences of the other nine from it, over
        the lower and the upper limit.

    Raises
    ------
    InputError
        As `measure_inequality`.

    Notes
    -----
    Source: PHEindicatormethods, ``reliability_stat``.

    Examples
    --------
    >>> found = measure_reliability([[3.0, 5.0]], [[0.1, 0.1]], [[100, 100]],
    ...                             IndexOptions(), np.random.default_rng(1))
    >>> found.sii.tolist(), found.rii.tolist()
    ([[0.0]], [[0.0]])
    """
    runs = [
        measure_inequality(values, error, people, options, generator)
        for _ in range(RUNS)
    ]
    return IndexReliability(
        runs[0],
        _differ([np.stack([run.sii_lower, run.sii_upper]) for run in runs]),
        _differ([np.stack([run.rii_lower, run.rii_upper]) for run in runs]),
    )


def _differ(limits: list[Floats]) -> Floats:
    """Average over the runs after the first, and over both limits."""
    apart: Floats = np.abs(np.stack(limits[1:]) - limits[0]).mean(axis=(0, 1))
    return apart
