"""The Pareto front: options that nothing else beats on every goal."""

import numpy as np
from numpy.typing import NDArray

from placeplan.capacity.choice import BoolArray, FloatArray


def find_front(goals: FloatArray) -> tuple[BoolArray, NDArray[np.intp]]:
    """Find the options that no other one beats, and who beats each of the rest.

    One option beats another when it is at least as good on every goal and better on
    one. Options that are alike on every goal do not beat each other.

    Parameters
    ----------
    goals : array
        Shaped (option, goal); more is better on every one.

    Returns
    -------
    array of bool, array of int
        Shaped (option,) both: whether it is on the front; the first option of the
        front, in order of the goals, that beats it, or -1.

    Examples
    --------
    >>> import numpy as np
    >>> on_front, beaten_by = find_front(np.array([[3, 1], [1, 3], [2, 1], [1, 1.0]]))
    >>> on_front.tolist(), beaten_by.tolist()
    ([True, True, False, False], [-1, -1, 0, 0])
    """
    beaten_by = np.full(len(goals), -1)
    # Whoever beats another comes before it when goals are sorted one after another.
    order = np.lexsort(goals.T[::-1])[::-1]
    front = np.empty(0, dtype=np.intp)
    for at in order:
        kept = goals[front]
        beats = (kept >= goals[at]).all(axis=1) & (kept > goals[at]).any(axis=1)
        if beats.any():
            beaten_by[at] = front[beats.argmax()]
        else:
            front = np.append(front, at)
    return beaten_by < 0, beaten_by
