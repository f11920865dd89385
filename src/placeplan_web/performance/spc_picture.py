"""A control chart as SVG: points told apart by shape as well as by colour.

Blue for better, orange for worse and purple for neither stand for control charts alone,
on every page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np

from placeplan_web.design.dot_picture import Scale
from placeplan_web.design.picture_frame import INK, LINE, frame_picture
from placeplan_web.performance.spc import ControlChart

QUIET, BETTER, WORSE, OTHER = "#5b6b75", "#0b6fb8", "#c8500a", "#490092"
LABEL_STEP: Final = 17
FIRST_MONTH: Final = 4
"""Of a financial year."""
ROOM_FOR_A_YEAR: Final = 84
GRID_LINES: Final = 4


@dataclass(frozen=True)
class ControlPicture:
    """A chart with the sizes of its picture: for a desk, a phone, or one of many."""

    chart: ControlChart
    width: int = 760
    height: int = 330
    right: int = 150
    has_words: bool = True

    @cached_property
    def scale(self) -> Scale:
        """From figures to heights; larger figures stand higher."""
        held = [*self._list_levels(), *self._list_figures()]
        low, high = min(held), max(held)
        room = (high - low) * 0.08 or 1.0
        return Scale(low - room, high + room, self.height - 34.0, 14.0)

    def _list_figures(self) -> list[float]:
        return [float(value) for value in self.chart.values if not np.isnan(value)]

    def _list_levels(self) -> list[float]:
        ends = [*self.chart.limits.values(), self.chart.level]
        return [end for end in ends if end is not None]

    def place_month(self, at: int) -> float:
        """Give the place of a month from the left."""
        room = self.width - self.right - 52
        return round(46 + room * at / max(1, len(self.chart.months) - 1), 1)

    def draw(self) -> str:
        """Draw the chart."""
        parts = [
            *self._draw_grid(),
            *self._draw_years(),
            *self._draw_limits(),
            *self._draw_path(),
            *self._draw_points(),
        ]
        return frame_picture(self.chart.sentence, self.width, self.height, parts)

    def _draw_grid(self) -> Iterator[str]:
        step = _find_step(self.scale.high - self.scale.low)
        level = np.ceil(self.scale.low / step) * step
        while level <= self.scale.high:
            y = self.scale.place(float(level))
            yield (
                f'<line x1="46" y1="{y}" x2="{self.width - self.right}" y2="{y}" '
                f'stroke="{LINE}"/>'
                f'<text x="40" y="{y + 4}" text-anchor="end">{level:g}</text>'
            )
            level += step

    def _draw_years(self) -> Iterator[str]:
        free = 0.0
        for at, month in enumerate(self.chart.months):
            x = self.place_month(at)
            if month.month == FIRST_MONTH and x >= free:
                free = x + ROOM_FOR_A_YEAR
                anchor = "start" if at == 0 else "middle"
                yield (
                    f'<text x="{x}" y="{self.height - 10}" text-anchor="{anchor}">'
                    f"{month:%b %Y}</text>"
                )

    def _draw_limits(self) -> Iterator[str]:
        limits, right = self.chart.limits, self.width - self.right
        lines = [
            ("Upper limit", limits["upper"], QUIET, "6 4"),
            ("Mean", limits["centre"], QUIET, ""),
            ("Lower limit", limits["lower"], QUIET, "6 4"),
            ("Standard", self.chart.level, INK, "2 3"),
        ]
        held = [
            (words, level, colour, dash)
            for words, level, colour, dash in lines
            if level is not None
        ]
        spread = _spread([self.scale.place(level) for _, level, _, _ in held])
        for (words, level, colour, dash), label in zip(held, spread, strict=True):
            y = self.scale.place(level)
            dashes = f' stroke-dasharray="{dash}"' if dash else ""
            named = f"{words} {level:.1f}" if self.has_words else f"{level:.1f}"
            yield (
                f'<line x1="46" y1="{y}" x2="{right}" y2="{y}" stroke="{colour}" '
                f'stroke-width="1.5"{dashes}/>'
                f'<text x="{right + 8}" y="{label + 4}">{named}</text>'
            )

    def _draw_path(self) -> Iterator[str]:
        """Draw the line from month to month; it breaks where nobody reported."""
        held: list[str] = []
        for at, value in enumerate(self.chart.values):
            if np.isnan(value):
                yield from _join(held)
                held = []
            else:
                y = self.scale.place(float(value))
                held.append(f"{self.place_month(at)},{y}")
        yield from _join(held)

    def _draw_points(self) -> Iterator[str]:
        judged = self.chart.points["judgement"]
        for at, value in enumerate(self.chart.values):
            if not np.isnan(value):
                y = self.scale.place(float(value))
                yield _draw_point(self.place_month(at), y, judged[at])


def draw_for(chart: ControlChart, screen: str) -> str:
    """Draw a chart for a desk, for a phone, or as one of many."""
    if screen == "phone":
        return ControlPicture(chart, 340, 260, 52, has_words=False).draw()
    if screen == "small":
        return ControlPicture(chart, 360, 210, 56, has_words=False).draw()
    return ControlPicture(chart).draw()


def _draw_point(x: float, y: float, judgement: str) -> str:
    if judgement.startswith("improvement"):
        at = f"{x},{y - 6} {x + 6},{y} {x},{y + 6} {x - 6},{y}"
        return f'<polygon points="{at}" fill="{BETTER}"/>'
    if judgement.startswith("concern"):
        return f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" fill="{WORSE}"/>'
    if judgement.startswith("neither"):
        at = f"{x - 6},{y + 5} {x + 6},{y + 5} {x},{y - 6}"
        return f'<polygon points="{at}" fill="{OTHER}"/>'
    return f'<circle cx="{x}" cy="{y}" r="4" fill="{QUIET}"/>'


def _join(points: Sequence[str]) -> Iterator[str]:
    if len(points) > 1:
        line = " ".join(points)
        yield f'<polyline points="{line}" fill="none" stroke="{QUIET}"/>'


def _find_step(span: float) -> float:
    """Find a round step that gives about as many lines as a reader wants."""
    rough = span / GRID_LINES
    size = 10.0 ** np.floor(np.log10(rough))
    return float(next(n * size for n in (1, 2, 5, 10) if n * size >= rough))


def _spread(places: Sequence[float]) -> list[float]:
    """Move labels apart, from the top down, so that none covers another."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved, last = list(places), -float(LABEL_STEP)
    for at in order:
        moved[at] = last = max(places[at], last + LABEL_STEP)
    return moved


def say_span(months: Sequence[date]) -> str:
    """Say from when to when a series runs."""
    return f"{months[0]:%B %Y} to {months[-1]:%B %Y}"
