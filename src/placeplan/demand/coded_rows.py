"""Coded rows: all activity that is alike, held once with its count."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CodedRows:
    """Activity by line, stay, and the effects that act on it, in order of line.

    Draws on counts have the same distribution as draws on single spells: a sum of
    Poisson numbers is Poisson, the number of survivors of a binomial thinning is
    binomial, and the nights left of ``n`` stays of ``s`` are Binomial(n s, p).

    Parameters
    ----------
    line : array
        Line of each row, never falling.
    stay_days : array
        Nights of each spell of the row; 0 where there are none.
    acts : array
        Whether each effect acts on the row, shaped (row, effect).
    count : array
        Expected count, shaped (row, year); or (row, 1) for one year.
    """

    line: Whole
    stay_days: Whole
    acts: NDArray[np.bool_]
    count: Array


def code_rows(
    line: Whole, stay_days: Array, acts: NDArray[np.bool_]
) -> tuple[CodedRows, Whole, Array]:
    """Code cells: split each into its two whole stays, and pool those that are alike.

    A cell knows only the mean of its stays. Its spells are coded as stays of the whole
    nights below and above the mean, in the shares that keep the mean exact.

    Parameters
    ----------
    line : array
        Line of each cell, never falling.
    stay_days : array
        Mean nights of a unit of each cell.
    acts : array
        Whether each effect acts on the cell, shaped (cell, effect).

    Returns
    -------
    tuple of CodedRows, array and array
        The rows, without counts (an empty year axis); for each part of a cell the row
        to which it belongs and its share of the cell: first the shorter stays of all
        cells, then the longer ones.

    Examples
    --------
    >>> rows, row, share = code_rows(np.array([0, 0]), np.array([2.5, 2.0]),
    ...     np.zeros((2, 0), dtype=bool))
    >>> rows.stay_days.tolist(), row.tolist(), share.tolist()
    ([2, 3], [0, 0, 1, 0], [0.5, 1.0, 0.5, 0.0])
    """
    below = np.floor(stay_days).astype(np.int64)
    above_share = stay_days - below
    sets, signature = number_sets(acts)
    stay = np.concatenate([below, np.where(above_share > 0, below + 1, below)])
    longest = int(stay.max(initial=0)) + 1
    both = np.tile(line * len(sets) + signature, 2)
    unique, row = np.unique(both * longest + stay, return_inverse=True)
    alike, nights = np.divmod(unique, longest)
    of_line, of_set = np.divmod(alike, max(len(sets), 1))
    rows = CodedRows(of_line, nights, sets[of_set], np.zeros((len(unique), 0)))
    share = np.concatenate([1 - above_share, above_share])
    return rows, row.ravel().astype(np.int64), share


def number_sets(acts: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], Whole]:
    """Find the sets of effects that act together, and number each cell's.

    Returns
    -------
    tuple of array and array
        Each set once, shaped (set, effect), in order; the set of each cell.

    Examples
    --------
    >>> sets, number = number_sets(np.array([[True, False], [False, True]] * 2))
    >>> sets.tolist(), number.tolist()
    ([[False, True], [True, False]], [1, 0, 1, 0])
    """
    packed = np.packbits(acts, axis=1)
    if not packed.size:
        return acts[:1], np.zeros(len(acts), dtype=np.int64)
    keys = np.ascontiguousarray(packed).view(f"S{packed.shape[1]}").ravel()
    _, first, number = np.unique(keys, return_index=True, return_inverse=True)
    return acts[first], number.astype(np.int64)
