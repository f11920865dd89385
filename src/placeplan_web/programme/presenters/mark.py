"""Ratings, states and grades as a shape with its word: colour never stands alone."""

from typing import Any, Final

from markupsafe import Markup

from placeplan.programme import MilestoneState, Rating

_SIZE: Final = 16
_SHAPES: Final = {
    "circle": '<circle cx="8" cy="8" r="7"/>',
    "half": '<circle cx="8" cy="8" r="6"/><path d="M8 1a7 7 0 0 1 0 14z" fill="#fff"/>',
    "triangle": '<path d="M8 1 15.5 15H.5z"/>',
    "diamond": '<path d="M8 0l8 8-8 8-8-8z"/>',
    "square": '<path d="M1 1h14v14H1z"/>',
    "ring": '<circle cx="8" cy="8" r="6" fill="none" stroke-width="2.5"/>',
}
RATINGS: Final = {
    "green": ("circle", "#007f3b"),
    "amber_green": ("half", "#5d7a00"),
    "amber": ("triangle", "#b15c00"),
    "amber_red": ("diamond", "#c0400f"),
    "red": ("square", "#c4161c"),
}
"""Shape and colour of a rating; five of each, so that no two need colour."""
STATES: Final = {
    MilestoneState.DONE: ("circle", "#007f3b", "Done"),
    MilestoneState.ON_TIME: ("triangle", "#005eb8", "On time"),
    MilestoneState.LATE: ("square", "#c4161c", "Late"),
    MilestoneState.NOT_DUE: ("ring", "#4c6272", "Not due"),
}


def draw_shape(shape: str, colour: str) -> Markup:
    """Draw a shape as large as a letter; the word beside it says what it means."""
    paint = f'fill="{colour}" stroke="{colour}" stroke-width="0"'
    return Markup(  # noqa: S704 - shapes and colours are those of this module
        f'<svg class="pp-mark" width="{_SIZE}" height="{_SIZE}" viewBox="0 0 16 16" '
        f'{paint} aria-hidden="true" focusable="false">{_SHAPES[shape]}</svg>'
    )


def mark_rating(rating: Rating | None) -> Markup:
    """Give a rating as shape and word."""
    if rating is None:
        return Markup('<span class="pp-note">Not rated</span>')
    return draw_shape(*RATINGS[rating.colour]) + Markup(" ") + rating.name


def mark_state(state: MilestoneState) -> Markup:
    """Give where a milestone stands as shape and word."""
    shape, colour, words = STATES[state]
    return draw_shape(shape, colour) + Markup(" ") + words


def cell(text: Any, **more: Any) -> dict[str, Any]:
    """Make a cell of a table: its text, and a link, a note or a status."""
    return {"text": text, **more}
