"""A timeline as SVG: agreed and expected months, what was reached, what waits for what.

Every bar is told apart by its shape as well as by its colour, every row is a link, and
the table below the picture says the same in words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from markupsafe import Markup, escape

from placeplan_web.design.picture_frame import FONT, INK, LINE
from placeplan_web.design.words import write_day
from placeplan_web.programme.presenters.time_scale import TimeScale

WIDTH: Final = 1060
LEFT: Final = 352
RIGHT: Final = 1044
TOP: Final = 58
ROW: Final = 34
AGREED, EXPECTED, LATE, QUIET = "#8796a1", "#17505c", "#c4161c", "#4c6272"
MOST_LETTERS: Final = 40
FURTHEST: Final = timedelta(days=366)
"""How far beyond the last date the day of looking may lie and still be drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One milestone as it is drawn; `pushed_to` is None where nothing pushes it."""

    reference: str
    name: str
    href: str
    words: str
    agreed: tuple[date, date]
    expected: tuple[date, date] | None
    reached_on: date | None
    pushed_to: date | None
    is_late: bool
    is_critical: bool
    waits_for: Sequence[str]


@dataclass(frozen=True)
class TimelinePicture:
    """Bars in rows, under months, with the day on which one looks."""

    title: str
    description: str
    bars: Sequence[Bar]
    day: date
    is_today: bool

    @cached_property
    def scale(self) -> TimeScale:
        ends = [day for bar in self.bars for day in self._list_days(bar)]
        first, last = min(ends), max(ends)
        if first - FURTHEST <= self.day <= last + FURTHEST:
            first, last = min(first, self.day), max(last, self.day)
        return TimeScale(first, last, LEFT, RIGHT)

    def _list_days(self, bar: Bar) -> Iterator[date]:
        yield from bar.agreed
        yield from bar.expected or ()
        yield from (day for day in (bar.reached_on, bar.pushed_to) if day)

    @property
    def height(self) -> int:
        return TOP + ROW * len(self.bars) + 14

    @cached_property
    def rows(self) -> Mapping[str, tuple[float, Bar]]:
        """The middle of each row, by reference."""
        return {
            bar.reference: (TOP + ROW * at + ROW / 2, bar)
            for at, bar in enumerate(self.bars)
        }

    def draw(self) -> Markup:
        """Draw the picture, to stand within a page."""
        size = f'width="{WIDTH}" height="{self.height}"'
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {WIDTH} {self.height}" role="group" '
            'aria-labelledby="timeline-title timeline-desc" '
            f'font-family="{FONT}" font-size="13" fill="{INK}">'
            f'<title id="timeline-title">{escape(self.title)}</title>'
            f'<desc id="timeline-desc">{escape(self.description)}</desc>'
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" '
            'markerWidth="7" markerHeight="7" orient="auto">'
            f'<path d="M0 0 8 4 0 8z" fill="{QUIET}"/></marker></defs>'
        )
        parts = [head, *self._draw_months(), *self._draw_ties(), *self._draw_day()]
        parts += [self._draw_row(bar, y) for y, bar in self.rows.values()]
        return Markup("\n".join([*parts, "</svg>"]))  # noqa: S704 - texts are escaped

    def _draw_months(self) -> Iterator[str]:
        bottom = self.height - 8
        for month, words in self.scale.list_months():
            x = self.scale.place(month)
            yield (
                f'<path d="M{x} {TOP - 8}V{bottom}" stroke="{LINE}"/>'
                f'<text x="{x + 2}" y="{TOP - 14}">{words}</text>'
            )

    def _draw_day(self) -> Iterator[str]:
        said = f"{'Today,' if self.is_today else 'As at'} {write_day(self.day)}"
        if not self.scale.has(self.day):
            side = "right" if self.day >= self.scale.ends_on else "left"
            yield (
                f'<text x="{RIGHT}" y="18" text-anchor="end">{said}, lies beyond the '
                f"{side} edge</text>"
            )
            return
        x = self.scale.place(self.day)
        anchor = "end" if x > (LEFT + RIGHT) / 2 else "start"
        yield (
            f'<path d="M{x} 24V{self.height - 8}" stroke="{INK}" stroke-width="2" '
            'stroke-dasharray="7 4"/>'
            f'<text x="{x}" y="18" text-anchor="{anchor}">{said}</text>'
        )

    def _draw_ties(self) -> Iterator[str]:
        """Draw an arrow from the end of what is waited for to what waits."""
        for y, bar in self.rows.values():
            for before in bar.waits_for:
                if before not in self.rows:
                    continue
                start_y, earlier = self.rows[before]
                x = self.scale.place_end(_find_end(earlier))
                end = self.scale.place_end(_find_end(bar))
                down = 8 if y > start_y else -8
                yield (
                    f'<path d="M{x} {start_y}H{max(x + 6, end)}V{y - down}" '
                    f'fill="none" stroke="{QUIET}" marker-end="url(#tip)"/>'
                )

    def _draw_row(self, bar: Bar, y: float) -> str:
        name = f"{bar.reference} {bar.name}"
        short = name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 1]}…"
        weight = ' font-weight="700"' if bar.is_critical else ""
        critical = (
            f'<path d="M2 {y - 6}h6v12h-6z" fill="{INK}"/>' if bar.is_critical else ""
        )
        return (
            f'<a href="{escape(bar.href)}" aria-label="{escape(bar.words)}">'
            f"<title>{escape(bar.words)}</title>"
            f'<rect x="0" y="{y - ROW / 2 + 2}" width="{LEFT - 8}" height="{ROW - 4}" '
            f'fill="#ffffff"/>{critical}<text x="14" y="{y + 4}"{weight} '
            f'fill="#005eb8">{escape(short)}</text>{"".join(self._draw_bar(bar, y))}'
            "</a>"
        )

    def _draw_bar(self, bar: Bar, y: float) -> Iterator[str]:
        x, end = self.scale.place(bar.agreed[0]), self.scale.place_end(bar.agreed[1])
        width = max(4.0, round(end - x, 1))
        yield (
            f'<rect x="{x}" y="{y - 9}" width="{width}" height="8" fill="#ffffff" '
            f'stroke="{AGREED}" stroke-width="2"/>'
        )
        first, last = bar.expected or bar.agreed
        x, end = self.scale.place(first), self.scale.place_end(last)
        colour = LATE if bar.is_late else EXPECTED
        if bar.reached_on is None:
            yield (
                f'<rect x="{x}" y="{y + 1}" width="{max(4.0, round(end - x, 1))}" '
                f'height="9" fill="{colour}"/>'
            )
        if bar.is_late:
            edge = self.scale.place(self.day)
            yield (
                f'<path d="M{end} {y + 5.5}H{max(edge, end + 10)}" stroke="{LATE}" '
                'stroke-width="3" stroke-dasharray="3 3"/>'
            )
        if bar.pushed_to:
            at = self.scale.place_end(bar.pushed_to)
            yield (
                f'<path d="M{end} {y + 5.5}H{at}" stroke="{QUIET}" '
                f'stroke-dasharray="2 3"/><path d="M{at - 7} {y} {at + 1} {y + 5.5} '
                f'{at - 7} {y + 11}z" fill="#ffffff" stroke="{INK}"/>'
            )
        if bar.reached_on:
            at = self.scale.place(bar.reached_on)
            yield (
                f'<path d="M{at} {y - 4}l8 8-8 8-8-8z" fill="#007f3b" '
                f'stroke="#ffffff"/>'
            )


def _find_end(bar: Bar) -> date:
    if bar.reached_on:
        return bar.reached_on
    return (bar.expected or bar.agreed)[1]
