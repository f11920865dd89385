"""A map of small areas, shaded by class, with the names of the places they lie in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import product
from math import cos, radians
from typing import Final

from placeplan_web.design.name_room import LETTER, NAME_HEIGHT, Box, find_room
from placeplan_web.design.picture_frame import INK, frame_picture

Ring = Sequence[tuple[float, float]]

SHADES: Final = ("#0b3c46", "#2f7282", "#6fa5b1", "#b3d0d6", "#e6f0f2")
"""From the darkest class to the lightest, of one colour: told apart without hue."""
LEGEND_STEP: Final = 20
LEAST_POINTS: Final = 3
EDGE: Final = 4.0
"""White around a name, so that shades do not cut into it."""
DOWN: Final = (0.0, 14.0, -14.0, 28.0, -28.0)
"""How far a name may move from its place so as to cover no other."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One area: its rings in degrees, and its class from 0, the darkest."""

    rings: Sequence[Ring]
    shade: int


@dataclass(frozen=True)
class MapPicture:
    """Shapes, words for their classes, and names with the points where they stand."""

    title: str
    shapes: Sequence[Shape]
    classes: Sequence[str]
    names: Mapping[str, tuple[float, float]]
    width: int = 760

    @cached_property
    def _ends(self) -> tuple[float, float, float, float]:
        points = [p for shape in self.shapes for ring in shape.rings for p in ring]
        east, north = [x for x, _ in points], [y for _, y in points]
        return min(east), max(east), min(north), max(north)

    @cached_property
    def _scale(self) -> tuple[float, float]:
        """Give units of the picture for one degree east, and for one north."""
        west, east, south, north = self._ends
        up = 1 / cos(radians((south + north) / 2))
        right = (self.width - 16) / ((east - west) or 1.0)
        return right, right * up

    @cached_property
    def _legend(self) -> int:
        return LEGEND_STEP * len(self.classes) + 16

    @property
    def height(self) -> int:
        """As tall as the places are, with the legend below them."""
        _, _, south, north = self._ends
        return round((north - south) * self._scale[1]) + 16 + self._legend

    def place(self, east: float, north: float) -> tuple[float, float]:
        """Give the place of a point in units of the picture."""
        right, up = self._scale
        return (
            round(8 + (east - self._ends[0]) * right, 1),
            round(8 + (self._ends[3] - north) * up, 1),
        )

    def draw(self) -> str:
        """Draw as SVG."""
        parts = [*self._draw_shapes(), *self._draw_names(), *self._draw_legend()]
        return frame_picture(self.title, self.width, self.height, parts)

    def _draw_shapes(self) -> Iterator[str]:
        for shade in range(len(self.classes)):
            rings = (
                ring
                for shape in self.shapes
                if shape.shade == shade
                for ring in shape.rings
            )
            path = "".join(self._draw_ring(ring) for ring in rings)
            if path:
                yield (
                    f'<path d="{path}" fill="{SHADES[shade]}" fill-rule="evenodd" '
                    'stroke="#ffffff" stroke-width="0.4"/>'
                )

    def _draw_ring(self, ring: Ring) -> str:
        """Draw a ring by steps from point to point, which are short to write."""
        spots = list(dict.fromkeys(self.place(x, y) for x, y in ring))
        if len(spots) < LEAST_POINTS:
            return ""
        steps, (here_x, here_y) = [], spots[0]
        for x, y in spots[1:]:
            steps.append(f"{x - here_x:.1f},{y - here_y:.1f}")
            here_x, here_y = x, y
        written = " ".join(steps).replace(".0", "")
        return f"M{spots[0][0]:g},{spots[0][1]:g}l{written}z"

    def _draw_names(self) -> Iterator[str]:
        taken: list[Box] = []
        inside = (0.0, 0.0, float(self.width), float(self.height - self._legend))
        for name, (east, north) in self.names.items():
            x, y = self.place(east, north)
            half = LETTER * len(name) / 2 + EDGE
            tried = [
                (x - half + right, y + down, x + half + right, y + down + NAME_HEIGHT)
                for down, right in product(DOWN, (0.0, half / 2, -half / 2))
            ]
            taken.append(find_room(tried, taken, inside))
            x, y = round((taken[-1][0] + taken[-1][2]) / 2, 1), round(taken[-1][1], 1)
            yield (
                f'<text x="{x}" y="{y + 11:.1f}" text-anchor="middle" stroke="#ffffff" '
                f'stroke-width="3.5" paint-order="stroke" stroke-linejoin="round">'
                f"{escape(name)}</text>"
            )

    def _draw_legend(self) -> Iterator[str]:
        top = self.height - self._legend + 16
        for at, words in enumerate(self.classes):
            y = top + LEGEND_STEP * at
            yield (
                f'<rect x="8" y="{y - 11}" width="22" height="14" fill="{SHADES[at]}" '
                f'stroke="{INK}" stroke-width="0.5"/>'
                f'<text x="38" y="{y + 1}">{escape(words)}</text>'
            )
