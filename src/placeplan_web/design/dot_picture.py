"""A picture of one figure for each of several bodies: a dot on a line, and its number.

Dots need no axis from nought, so that life expectancies can be told apart; every number
stands beside its dot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from placeplan_web.design.picture_frame import DOT, INK, LINE, frame_picture


@dataclass(frozen=True, slots=True)
class Dot:
    """One row: whose figure it is, the figure, and how it is written."""

    label: str
    value: float
    shown: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values stand between the edges of a picture."""

    low: float
    high: float
    left: float
    right: float

    def place(self, value: float) -> float:
        """Give the place of a value, in units of the picture."""
        span = (self.high - self.low) or 1.0
        share = (value - self.low) / span
        return round(self.left + share * (self.right - self.left), 1)


@dataclass(frozen=True, slots=True)
class DotPicture:
    """Rows of dots, with one level to hold them against where there is one."""

    title: str
    dots: Sequence[Dot]
    level: float | None = None
    level_words: str = ""

    def draw(self, *, narrow: bool = False) -> str:
        """Draw as SVG; the narrow one has each name above its line, for a phone."""
        width = 340 if narrow else 760
        step, top = (46, 34) if narrow else (32, 34)
        left, right = (8, 270) if narrow else (300, 660)
        values = [dot.value for dot in self.dots]
        ends = [*values, *([] if self.level is None else [self.level])]
        reach = (max(ends) - min(ends)) or 1.0
        scale = Scale(min(ends) - reach * 0.05, max(ends) + reach * 0.05, left, right)
        height = top + step * len(self.dots) + 12
        parts = [*self._draw_level(scale, top, height)]
        for at, dot in enumerate(self.dots):
            parts += _draw_row(dot, scale, top + step * at, width, narrow=narrow)
        return frame_picture(self.title, width, height, parts, letters=14)

    def _draw_level(self, scale: Scale, top: float, height: float) -> Iterator[str]:
        if self.level is None:
            return
        x = scale.place(self.level)
        anchor = "end" if x > (scale.left + scale.right) / 2 else "start"
        yield (
            f'<line x1="{x}" y1="{top - 8}" x2="{x}" y2="{height - 8}" '
            f'stroke="{INK}" stroke-dasharray="5 4"/>'
            f'<text x="{x}" y="18" text-anchor="{anchor}" fill="{INK}">'
            f"{escape(self.level_words)}</text>"
        )


def _draw_row(
    dot: Dot, scale: Scale, top: float, width: float, *, narrow: bool
) -> Iterator[str]:
    y = top + (30 if narrow else 16)
    x = scale.place(dot.value)
    weight = ' font-weight="bold"' if dot.is_whole else ""
    if narrow:
        name = f'<text x="{scale.left}" y="{top + 14}"{weight} fill="{INK}">'
    else:
        name = (
            f'<text x="{scale.left - 14}" y="{y + 5}" text-anchor="end"{weight} '
            f'fill="{INK}">'
        )
    yield f"{name}{escape(dot.label)}</text>"
    yield (
        f'<line x1="{scale.left}" y1="{y}" x2="{scale.right}" y2="{y}" '
        f'stroke="{LINE}"/>'
    )
    shape = (
        f'<rect x="{x - 6}" y="{y - 6}" width="12" height="12" fill="{DOT}"/>'
        if dot.is_whole
        else f'<circle cx="{x}" cy="{y}" r="6" fill="{DOT}"/>'
    )
    yield shape
    yield (
        f'<text x="{width - 4}" y="{y + 5}" text-anchor="end"{weight} '
        f'fill="{INK}">{escape(dot.shown)}</text>'
    )
