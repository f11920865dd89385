"""Outline: where a small area lies on a map, read from well-known text."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Ring = tuple[tuple[float, float], ...]

_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_POINT: Final = rf"{_NUMBER} {_NUMBER}"
_RING: Final = rf"\({_POINT}(?:, ?{_POINT}){{3,}}\)"
_SHAPE: Final = rf"\({_RING}(?:, ?{_RING})*\)"
_WHOLE: Final = re.compile(
    rf"POLYGON ?{_SHAPE}|MULTIPOLYGON ?\({_SHAPE}(?:, ?{_SHAPE})*\)"
)
_RINGS: Final = re.compile(_RING)
_FARTHEST: Final = (180.0, 90.0)


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings of an area, outer ones and holes, in degrees east and north.

    Parameters
    ----------
    rings : tuple of rings
        Each a tuple of points whose last is its first.
    """

    rings: tuple[Ring, ...]

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the largest ring, weighted by area, in degrees.

        Examples
        --------
        >>> read_outline("POLYGON ((0 0, 4 0, 4 2, 0 2, 0 0))").middle
        (2.0, 1.0)
        """
        area, ring = max((abs(_measure(ring)[0]), ring) for ring in self.rings)
        if area == 0:
            return ring[0]
        doubled, x, y = _measure(ring)
        return x / (3 * doubled), y / (3 * doubled)


def read_outline(text: str) -> Outline:
    """Read an outline.

    Parameters
    ----------
    text : str
        ``POLYGON ((...))`` or ``MULTIPOLYGON (((...)))``: points of longitude and
        latitude in degrees, a comma between them; the last point of a ring is its
        first.

    Returns
    -------
    Outline
        Its rings.

    Raises
    ------
    ValueError
        When the text is neither, a ring is open, or a point is not on the map.

    Examples
    --------
    >>> len(read_outline("POLYGON ((0 0, 1 0, 1 1, 0 0))").rings)
    1
    """
    if not _WHOLE.fullmatch(text):
        raise ValueError("neither a POLYGON nor a MULTIPOLYGON")
    rings = tuple(_read_ring(found) for found in _RINGS.findall(text))
    for ring in rings:
        if ring[0] != ring[-1]:
            raise ValueError("a ring that is open")
        if any(abs(x) > _FARTHEST[0] or abs(y) > _FARTHEST[1] for x, y in ring):
            raise ValueError("a point that is not on the map")
    return Outline(rings)


def _read_ring(text: str) -> Ring:
    points = (point.split() for point in text.strip("()").split(","))
    return tuple((float(x), float(y)) for x, y in points)


def _measure(ring: Ring) -> tuple[float, float, float]:
    """Twice the area of a ring, and its first moments."""
    doubled = along = up = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        doubled += cross
        along += (x0 + x1) * cross
        up += (y0 + y1) * cross
    return doubled, along, up
