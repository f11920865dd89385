"""Outlines of small areas, made small enough for a map of them all.

A line between two points where borders meet is simplified once, whichever area it is
read from, so that neighbours still share their border and no gap or overlap opens.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

Point = tuple[float, float]
Line = tuple[Point, ...]

TOLERANCE = 0.0012
"""In degrees of latitude, about 130 m; longitude counts as its length at 51.3."""
EAST = 0.625
DECIMALS = 4
LEAST_POINTS = 4
MEETING = 3
"""Neighbouring points of a point where borders meet, at least."""


class Outlines:
    """Outlines of many areas, by the lines that they share."""

    def __init__(self, geometries: Sequence[dict[str, Any]]) -> None:
        self.beside: dict[Point, set[Point]] = {}
        self.lines: dict[Line, Line] = {}
        for geometry in geometries:
            for ring in (ring for shape in list_shapes(geometry) for ring in shape):
                for here, there in pairwise(ring):
                    self.beside.setdefault(here, set()).add(there)
                    self.beside.setdefault(there, set()).add(here)

    def write(self, geometry: dict[str, Any]) -> str:
        """Write an outline, simplified, as well-known text."""
        shapes = []
        for shape in list_shapes(geometry):
            rings = [self._simplify_ring(ring) for ring in shape]
            kept = [ring for ring in rings if len(ring) >= LEAST_POINTS]
            if rings[0] in kept:
                shapes.append(kept)
        if not shapes:  # too small for the tolerance: as the file has it
            shapes = list_shapes(geometry)
        written = ", ".join(
            "(" + ", ".join(f"({_write_ring(ring)})" for ring in shape) + ")"
            for shape in shapes
        )
        return f"MULTIPOLYGON ({written})"

    def _simplify_ring(self, ring: Line) -> Line:
        points = ring[:-1]
        meets = [at for at, p in enumerate(points) if len(self.beside[p]) >= MEETING]
        if not meets:
            meets = [points.index(min(points))]
        turned = (*points[meets[0] :], *points[: meets[0]], points[meets[0]])
        ends = [at - meets[0] for at in meets] + [len(points)]
        made: list[Point] = []
        for first, last in pairwise(ends):
            made += self._simplify_line(turned[first : last + 1])[:-1]
        return (*made, made[0]) if made else ()

    def _simplify_line(self, line: Line) -> Line:
        """Simplify a line the same way from both of its ends."""
        forward = min(line, line[::-1])
        if forward not in self.lines:
            halves = [forward]
            if forward[0] == forward[-1]:  # around an island
                far = max(range(len(forward)), key=lambda at: _span(forward, at))
                halves = [forward[: far + 1], forward[far:]]
            made: Line = forward[:1]
            for half in halves:
                made += tuple(_keep(half))[1:]
            self.lines[forward] = made
        found = self.lines[forward]
        return found if forward == line else found[::-1]


def list_shapes(geometry: dict[str, Any]) -> list[list[Line]]:
    """Shapes of a polygon or several, each its outer ring and then its holes."""
    shapes = geometry["coordinates"]
    polygons = [shapes] if geometry["type"] == "Polygon" else shapes
    return [
        [tuple((point[0], point[1]) for point in ring) for ring in polygon]
        for polygon in polygons
    ]


def _span(line: Line, at: int) -> float:
    (x0, y0), (x1, y1) = line[0], line[at]
    return ((x1 - x0) * EAST) ** 2 + (y1 - y0) ** 2


def _keep(line: Line) -> Iterator[Point]:
    """Keep the points without which a line would leave its course (Douglas-Peucker)."""
    if len(line) <= 2:
        yield from line
        return
    far, at = max((_leave(line, at), at) for at in range(1, len(line) - 1))
    if far <= TOLERANCE:
        yield line[0]
        yield line[-1]
        return
    yield from _keep(line[: at + 1])
    yield from tuple(_keep(line[at:]))[1:]


def _leave(line: Line, at: int) -> float:
    """How far a point lies from the straight line between the ends, in degrees."""
    (x0, y0), (x1, y1), (x, y) = line[0], line[-1], line[at]
    along, up = (x1 - x0) * EAST, y1 - y0
    right, above = (x - x0) * EAST, y - y0
    length = (along**2 + up**2) ** 0.5
    if length == 0:
        return float((right**2 + above**2) ** 0.5)
    return float(abs(along * above - up * right) / length)


def _write_ring(ring: Sequence[Point]) -> str:
    written = []
    for x, y in ring:
        here = f"{round(x, DECIMALS):g} {round(y, DECIMALS):g}"
        if not written or written[-1] != here:
            written.append(here)
    return ", ".join(written)
