"""Rows that belong to groups: codes in, sums out."""

from collections.abc import Sequence

import numpy as np

from placeplan.stats.array import Floats, Ints


def code_groups(labels: Sequence[object]) -> tuple[list[object], Ints]:
    """Code groups in the order of their labels, numbers as numbers.

    Parameters
    ----------
    labels : sequence
        The label of each row.

    Returns
    -------
    list
        The labels, each once, in order.
    array of int
        For each row the place of its label in that list.

    Examples
    --------
    >>> code_groups(["b", "a", "b"])
    (['a', 'b'], array([1, 0, 1]))
    """
    order = sorted(set(labels), key=_rank_label)
    place = {label: code for code, label in enumerate(order)}
    return order, np.array([place[label] for label in labels], dtype=np.int64)


def sum_groups(codes: Ints, amounts: Floats, groups: int) -> Floats:
    """Sum amounts within groups; a missing amount makes its sum missing.

    Examples
    --------
    >>> sum_groups(np.array([0, 1, 0]), np.array([1.0, 2.0, 4.0]), 2).tolist()
    [5.0, 2.0]
    """
    summed: Floats = np.bincount(codes, weights=amounts, minlength=groups).astype(float)
    return summed


def _rank_label(label: object) -> tuple[int, float, str]:
    if isinstance(label, int | float):
        return (0, float(label), "")
    return (1, 0.0, str(label))
