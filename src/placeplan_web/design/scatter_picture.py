"""A picture of two figures for each of several places: a point, and its name beside it.

Every point has its name in words; one that has no room beside its point stands a little
off, where it covers no other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import product
from typing import Final

import numpy as np

from placeplan_web.design.dot_picture import Scale
from placeplan_web.design.name_room import LETTER, NAME_HEIGHT, Box, find_room
from placeplan_web.design.picture_frame import DOT, INK, LINE, frame_picture

NEAR: Final = 9.0
STEPS: Final = 5
SHIFTS: Final = (0.0, -14.0, 14.0, -26.0, 26.0, -38.0, 38.0, -50.0, 50.0)


@dataclass(frozen=True, slots=True)
class Point:
    """One place: its name, how far right it stands, and how far up."""

    name: str
    right: float
    up: float


@dataclass(frozen=True)
class ScatterPicture:
    """Points with their names, between two axes in words."""

    title: str
    points: Sequence[Point]
    right_words: str
    up_words: str
    width: int = 760
    height: int = 460

    @cached_property
    def right(self) -> Scale:
        ends = _reach([point.right for point in self.points])
        return Scale(*ends, 52, self.width - 16)

    @cached_property
    def up(self) -> Scale:
        ends = _reach([point.up for point in self.points])
        return Scale(*ends, self.height - 56, 34)

    def draw(self) -> str:
        """Draw as SVG."""
        parts = [*self._draw_axes(), *self._draw_points()]
        return frame_picture(self.title, self.width, self.height, parts)

    def _draw_axes(self) -> Iterator[str]:
        low, left = self.height - 56, 52
        yield f'<text x="4" y="18">{escape(self.up_words)}</text>'
        for level in list_steps(self.up.low, self.up.high):
            y = self.up.place(level)
            yield (
                f'<line x1="{left}" y1="{y}" x2="{self.width - 16}" y2="{y}" '
                f'stroke="{LINE}"/>'
                f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{level:g}</text>'
            )
        for level in list_steps(self.right.low, self.right.high):
            x = self.right.place(level)
            yield f'<text x="{x}" y="{low + 18}" text-anchor="middle">{level:g}</text>'
        yield (
            f'<text x="{self.width - 16}" y="{self.height - 12}" text-anchor="end">'
            f"{escape(self.right_words)}</text>"
        )

    def _draw_points(self) -> Iterator[str]:
        spots = [(self.right.place(p.right), self.up.place(p.up)) for p in self.points]
        taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
        for point, (x, y) in zip(self.points, spots, strict=True):
            yield f'<circle cx="{x}" cy="{y}" r="5" fill="{DOT}"/>'
            found = self._find_room(point.name, x, y, taken)
            taken.append(found)
            left, top, _, low = found
            middle = (top + low) / 2
            if abs(middle - y) > NAME_HEIGHT:
                edge = left if left > x else found[2]
                yield (
                    f'<line x1="{x}" y1="{y}" x2="{edge:.1f}" y2="{middle:.1f}" '
                    f'stroke="{INK}" stroke-width="0.6"/>'
                )
            yield (
                f'<text x="{left:.1f}" y="{middle + 4:.1f}">{escape(point.name)}</text>'
            )

    def _find_room(self, name: str, x: float, y: float, taken: Sequence[Box]) -> Box:
        """Find where a name covers the least: right first, then left, then further."""
        wide = LETTER * len(name)
        tried = []
        for shift, side in product(SHIFTS, (1, -1)):
            left = x + NEAR if side > 0 else x - NEAR - wide
            top = y + shift - NAME_HEIGHT / 2
            tried.append((left, top, left + wide, top + NAME_HEIGHT))
        inside = (4.0, 26.0, self.width - 4.0, self.height - 40.0)
        return find_room(tried, taken, inside)


def list_steps(low: float, high: float) -> list[float]:
    """List round levels between two ends, about as many as a reader wants."""
    rough = (high - low) / STEPS
    size = 10.0 ** np.floor(np.log10(rough))
    step = next(n * size for n in (1, 2, 5, 10) if n * size >= rough)
    first = np.ceil(low / step)
    return [
        round(float(n * step), 6) for n in np.arange(first, np.floor(high / step) + 1)
    ]


def _reach(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low) * 0.12 or 1.0
    return low - room, high + room
