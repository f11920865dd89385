"""Scores of a risk over time as steps, with the days on which mitigations finished."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from markupsafe import Markup, escape

from placeplan.programme import RiskMatrix, RiskScore
from placeplan_web.design.dot_picture import Scale
from placeplan_web.design.picture_frame import FONT, INK, LINE
from placeplan_web.design.words import write_day
from placeplan_web.programme.presenters.time_scale import TimeScale

WIDTH: Final = 760
HEIGHT: Final = 330
LEFT, RIGHT, TOP, BOTTOM = 96, 730, 58, 290
STEP: Final = "#17505c"
HIGHEST: Final = 25


@dataclass(frozen=True, slots=True)
class Mark:
    """A mitigation that was finished, and when."""

    reference: str
    on: date


@dataclass(frozen=True)
class StepPicture:
    """One kind of score from its first day to the day of looking."""

    title: str
    description: str
    scores: Sequence[RiskScore]
    marks: Sequence[Mark]
    matrix: RiskMatrix
    day: date

    @cached_property
    def time(self) -> TimeScale:
        days = [each.scored_on for each in self.scores]
        days += [mark.on for mark in self.marks]
        return TimeScale(min(days), max(*days, self.day), LEFT, RIGHT)

    @cached_property
    def scale(self) -> Scale:
        return Scale(0, HIGHEST, BOTTOM, TOP)

    def draw(self) -> Markup:
        size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        parts = [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" '
                'aria-labelledby="steps-title steps-desc" '
                f'font-family="{FONT}" font-size="13" fill="{INK}">'
                f'<title id="steps-title">{escape(self.title)}</title>'
                f'<desc id="steps-desc">{escape(self.description)}</desc>'
            ),
            *self._draw_grades(),
            *self._draw_months(),
            *self._draw_marks(),
            self._draw_steps(),
            *self._draw_points(),
            "</svg>",
        ]
        return Markup("\n".join(parts))  # noqa: S704 - texts are escaped

    def _draw_grades(self) -> Iterator[str]:
        """Draw where each grade begins, and the threshold, with their words."""
        for grade in self.matrix.grades:
            y = self.scale.place(grade.least)
            yield (
                f'<path d="M{LEFT} {y}H{RIGHT}" stroke="{LINE}"/>'
                f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">'
                f"{escape(grade.name)} {grade.least}</text>"
            )
        y = self.scale.place(self.matrix.escalates_from)
        yield (
            f'<path d="M{LEFT} {y}H{RIGHT}" stroke="{INK}" stroke-dasharray="6 4"/>'
            f'<text x="{RIGHT}" y="{y - 6}" text-anchor="end">others are told from '
            f"{self.matrix.escalates_from}</text>"
        )

    def _draw_months(self) -> Iterator[str]:
        for month, words in self.time.list_months():
            x = self.time.place(month)
            yield f'<text x="{x}" y="{BOTTOM + 22}">{words}</text>'

    def _draw_marks(self) -> Iterator[str]:
        for at, mark in enumerate(self.marks):
            x = self.time.place(mark.on)
            y = 16 + 15 * (at % 3)
            yield (
                f'<path d="M{x} {y + 4}V{BOTTOM}" stroke="#007f3b" stroke-width="2" '
                'stroke-dasharray="2 3"/>'
                f'<path d="M{x} {BOTTOM - 7}l7 7-7 7-7-7z" fill="#007f3b"/>'
                f'<text x="{x + 4}" y="{y}">{escape(mark.reference)} finished</text>'
            )

    def _draw_steps(self) -> str:
        first = self.scores[0]
        at = f"M{self.time.place(first.scored_on)} {self.scale.place(first.score)}"
        for each in self.scores[1:]:
            at += f"H{self.time.place(each.scored_on)}V{self.scale.place(each.score)}"
        at += f"H{self.time.place(self.day)}"
        return f'<path d="{at}" fill="none" stroke="{STEP}" stroke-width="3"/>'

    def _draw_points(self) -> Iterator[str]:
        for each in self.scores:
            x, y = self.time.place(each.scored_on), self.scale.place(each.score)
            yield (
                f'<circle cx="{x}" cy="{y}" r="5" fill="{STEP}"><title>'
                f"{each.score} on {write_day(each.scored_on)}</title></circle>"
                f'<text x="{x + 7}" y="{y - 8}" font-weight="700">{each.score}</text>'
            )
