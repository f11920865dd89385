"""Batches: effects that never meet in a row, worked out in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placeplan.demand.coded_rows import CodedRows

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows of effects of which no two act on the same row, effect after effect.

    Parameters
    ----------
    effects : tuple of int
        Effects, in order.
    rows, owner : array
        Rows, and the effect that acts on each.
    starts : array
        Where in ``rows`` each line of each effect starts.
    lines : tuple of array
        Lines of each effect, each once.
    """

    effects: tuple[int, ...]
    rows: Whole
    owner: Whole
    starts: Whole
    lines: tuple[Whole, ...]

    @classmethod
    def from_rows(
        cls, coded: CodedRows, effects: Sequence[int], rows: Sequence[Whole]
    ) -> "Batch":
        """Put effects and the rows of each together.

        Examples
        --------
        >>> line, none = np.array([4, 4, 7]), np.zeros((3, 0))
        >>> coded = CodedRows(line, np.zeros(3, int), none.astype(bool), none)
        >>> batch = Batch.from_rows(coded, [2, 5], [np.array([1, 2]), np.array([0])])
        >>> batch.owner.tolist(), batch.starts.tolist()
        ([2, 2, 5], [0, 1, 2])
        >>> [(lines.tolist(), total.tolist()) for lines, total in zip(
        ...     batch.lines, batch.split(batch.sum_lines(np.ones((3, 1)))))]
        [([4, 7], [[1.0], [1.0]]), ([4], [[1.0]])]
        """
        owner = np.repeat(np.array(effects, dtype=np.int64), [len(r) for r in rows])
        joined = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
        line = coded.line[joined]
        new = np.diff(line, prepend=-1) != 0
        new |= np.diff(owner, prepend=-1) != 0
        starts = np.flatnonzero(new)
        lines = tuple(line[starts][owner[starts] == effect] for effect in effects)
        return cls(tuple(effects), joined, owner, starts, lines)

    def sum_lines(self, values: Array) -> Array:
        """Add rows up to the lines of each effect, along the first axis."""
        if not len(self.starts):
            return np.zeros((0, values.shape[1]))
        found: Array = np.add.reduceat(values, self.starts, axis=0)
        return found

    def split(self, sums: Array) -> list[Array]:
        """Give each effect its part of what `sum_lines` gave."""
        ends = np.cumsum([len(lines) for lines in self.lines]).tolist()
        return [
            sums[end - len(lines) : end]
            for end, lines in zip(ends, self.lines, strict=True)
        ]


def list_batches(coded: CodedRows, effects: Sequence[int]) -> tuple[Batch, ...]:
    """Batch effects in their order: one starts where an effect meets another's rows.

    Parameters
    ----------
    coded : CodedRows
        Activity.
    effects : sequence of int
        In the order in which they act.

    Examples
    --------
    >>> acts = np.array([[True, False, True], [False, True, False]])
    >>> coded = CodedRows(np.arange(2), np.zeros(2, int), acts, np.zeros((2, 0)))
    >>> [batch.effects for batch in list_batches(coded, [0, 1, 2])]
    [(0, 1), (2,)]
    """
    together: list[list[int]] = []
    met = np.zeros(len(coded.line), dtype=np.bool_)
    for effect in effects:
        acts = coded.acts[:, effect]
        if not together or (met & acts).any():
            together.append([])
            met[:] = False
        together[-1].append(effect)
        met |= acts
    return tuple(
        Batch.from_rows(
            coded, batch, [np.flatnonzero(coded.acts[:, each]) for each in batch]
        )
        for batch in together
    )
