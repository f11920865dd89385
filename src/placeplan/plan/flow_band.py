"""Bands of a picture of flows: where each leaves at the left, arrives at the right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

GAP_SHARE: Final = 0.25
"""Of the height of all flows, what lies between the nodes of a side."""

LEAST_SHARE: Final = 0.04
"""Of the height of all flows, what a node has room for at least: its name."""

_STEPS: Final = 16


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes from one node to another.

    Parameters
    ----------
    start, end, kind : str
        Names of the nodes, and what it is.
    value : float
        How much, above 0.
    """

    start: str
    end: str
    kind: str
    value: float


@dataclass(frozen=True, slots=True)
class Node:
    """A node at one side.

    Parameters
    ----------
    name : str
        As readers know it.
    low, high : float
        Lower and upper edge, in units of the flow.
    """

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Band:
    """A flow as it is drawn.

    Parameters
    ----------
    flow : Flow
        What it shows.
    leaves, arrives : float
        Its lower edge at the left, and at the right.
    """

    flow: Flow
    leaves: float
    arrives: float

    def list_points(self) -> list[tuple[float, float, float]]:
        """List points from left (0) to right (1), bent like an S: x, low, high.

        Examples
        --------
        >>> band = Band(Flow("dover", "ekhuft", "within", 2.0), 0.0, 4.0)
        >>> points = band.list_points()
        >>> points[0], points[8], points[-1]
        ((0.0, 0.0, 2.0), (0.5, 2.0, 4.0), (1.0, 4.0, 6.0))
        """
        points = []
        for step in range(_STEPS + 1):
            x = step / _STEPS
            low = self.leaves + (self.arrives - self.leaves) * x * x * (3 - 2 * x)
            points.append((x, low, low + self.value))
        return points

    @property
    def value(self) -> float:
        """How thick it is."""
        return self.flow.value


def stack_nodes(heights: Mapping[str, float]) -> list[Node]:
    """Put nodes under one another, the first on top, with even gaps.

    Examples
    --------
    >>> stack_nodes({"dover": 3.0, "swale": 1.0})
    [Node(name='dover', low=2.0, high=5.0), Node(name='swale', low=0.0, high=1.0)]
    """
    total = sum(heights.values())
    spare = total * GAP_SHARE
    rooms = {name: max(each, LEAST_SHARE * total) for name, each in heights.items()}
    gap = spare / (len(heights) - 1) if len(heights) > 1 else 0.0
    top = sum(rooms.values()) + (spare if gap else spare / 2)
    placed = []
    for name, height in heights.items():
        middle = top - rooms[name] / 2
        placed.append(Node(name, middle - height / 2, middle + height / 2))
        top -= rooms[name] + gap
    return placed


def lay_bands(
    flows: Iterable[Flow], left: Sequence[Node], right: Sequence[Node]
) -> list[Band]:
    """Give each flow its edges, so that none of a node cross at that node.

    Parameters
    ----------
    flows : iterable of Flow
        Between the nodes; they fill each of them.
    left, right : sequence of Node
        From the top down.

    Returns
    -------
    list of Band
        In the order of the left nodes, then of the right ones.
    """
    rank_left = {node.name: at for at, node in enumerate(left)}
    rank_right = {node.name: at for at, node in enumerate(right)}
    free_left = {node.name: node.high for node in left}
    free_right = {node.name: node.high for node in right}
    bands = []
    # In this order flows leave each start, and arrive at each end, from the top down.
    for flow in sorted(flows, key=lambda f: (rank_left[f.start], rank_right[f.end])):
        free_left[flow.start] -= flow.value
        free_right[flow.end] -= flow.value
        bands.append(Band(flow, free_left[flow.start], free_right[flow.end]))
    return bands
