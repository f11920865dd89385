"""Inputs of a draw: sizes, fates and growth of use, each from a stream of its own.

A stream is known by what it draws, not by its turn: draw k of two plans has the same
numbers for everything that both plans have, so that their difference is sharp.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SIZE: Final = "size"
DELIVERY: Final = "delivery"
USE_GROWTH: Final = "use_growth"
OF_INITIATIVES: Final = frozenset({SIZE, DELIVERY})
"""Kinds of inputs that move nothing where no initiative is carried out."""


class InputName(NamedTuple):
    """What an input is: its kind, and the initiative, pod or other thing it is of."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class DrawnInputs:
    """Every input of one draw.

    Parameters
    ----------
    size : array
        Of each initiative: what remains, in standard deviations from the middle of its
        range.
    delivered : array
        Whether each initiative is delivered, 1 or 0.
    use : array
        Growth of use of each pod, in standard deviations from the middle.
    growth : array
        Population variant and further factors, as `PossibleGrowth.draw` gives them;
        empty where none is drawn.
    """

    size: Array
    delivered: Array
    use: Array
    growth: Array = field(default_factory=lambda: np.zeros(0))

    def to_row(self) -> Array:
        """Give all inputs one after another; a size by how much more is taken."""
        return np.concatenate([-self.size, self.delivered, self.use, self.growth])


def name_inputs(initiatives: tuple[str, ...], pods: tuple[str, ...]) -> list[InputName]:
    """Name inputs in the order of `DrawnInputs.to_row`.

    Examples
    --------
    >>> [tuple(name) for name in name_inputs(("falls",), ("ae_type_1",))]
    [('size', 'falls'), ('delivery', 'falls'), ('use_growth', 'ae_type_1')]
    """
    return [
        *(InputName(SIZE, each) for each in initiatives),
        *(InputName(DELIVERY, each) for each in initiatives),
        *(InputName(USE_GROWTH, each) for each in pods),
    ]


def open_stream(seed: np.random.SeedSequence, *names: str | int) -> np.random.Generator:
    """Open the stream of random numbers of a thing, by its names.

    Parameters
    ----------
    seed : SeedSequence
        Of the draw.
    names : str or int
        What is drawn: 64 bits of the SHA-256 of the names tell streams apart.

    Examples
    --------
    >>> seed = np.random.SeedSequence(1)
    >>> streams = [open_stream(seed, "size", name) for name in ("a", "b", "a")]
    >>> first, second, third = [stream.random() for stream in streams]
    >>> first == third, first == second
    (True, False)
    """
    digest = hashlib.sha256("\n".join(map(str, names)).encode()).digest()
    key = int.from_bytes(digest[:8], "big")
    child = np.random.SeedSequence(seed.entropy, spawn_key=(*seed.spawn_key, key))
    return np.random.Generator(np.random.PCG64(child))
