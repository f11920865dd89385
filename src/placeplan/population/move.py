"""People who move in and out, without ever taking more from a cell than it holds."""

import numpy as np

from placeplan.population.axes import Array


def settle_moves(people: Array, moves: Array) -> tuple[Array, Array]:
    """Add net movers to people; no cell falls below 0.

    Where more people should leave a cell than it holds, the cell is emptied and the
    rest leave from the place's other cells in proportion to their people, so that the
    place's total still comes out. Only where a whole place holds too few people does
    its total differ: it is then empty.

    Parameters
    ----------
    people : ndarray
        People by place, sex and age, none negative.
    moves : ndarray
        Net movers in, likewise.

    Returns
    -------
    tuple of ndarray
        People afterwards, and the people who could not leave the cell that they were
        asked to leave.

    Examples
    --------
    >>> people, moves = np.zeros((1, 2, 91)), np.zeros((1, 2, 91))
    >>> people[0, 0, [18, 40, 60]] = 5, 60, 40
    >>> moves[0, 0, 18] = -15
    >>> after, unmet = settle_moves(people, moves)
    >>> after[0, 0, [18, 40, 60]].round(1).tolist(), unmet[0, 0, 18].item()
    ([0.0, 54.0, 36.0], 10.0)
    """
    wanted = people + moves
    unmet = np.maximum(-wanted, 0.0)
    if not unmet.any():
        return wanted, unmet
    held = np.maximum(wanted, 0.0)
    total = held.sum(axis=(1, 2))
    left = np.maximum(wanted.sum(axis=(1, 2)), 0.0)
    short = unmet.any(axis=(1, 2))
    kept = np.where(short & (total > 0), left / np.where(total > 0, total, 1.0), 1.0)
    return held * kept[:, None, None], unmet
