"""The seat map as a picture: who sits down the side, groups across the top."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

ROW_HIGH: Final = 28
COLUMN_WIDE: Final = 36
LABEL_WIDE: Final = 264
HEAD_HIGH: Final = 244
OVERHANG: Final = 140  # of the last heading, which leans to the right
LETTERS_DOWN: Final = 28
LETTERS_ACROSS: Final = 30
INK, ACCENT, LINE, WASH = "#212b32", "#17505c", "#d8dde0", "#f0f4f5"


@dataclass(frozen=True, slots=True)
class Cell:
    """Seats of one in a group: how many, and whether one of them chairs."""

    seats: int
    chairs: bool = False


@dataclass(frozen=True)
class SeatPicture:
    """A matrix of seats.

    Parameters
    ----------
    title, description : str
        What it shows, and what stands out, in words.
    rows, columns : sequences of str
        Who sits, and on which group.
    cells : mapping
        By row and column; where nobody sits there is none.
    """

    title: str
    description: str
    rows: Sequence[str]
    columns: Sequence[str]
    cells: Mapping[tuple[str, str], Cell]

    @property
    def width(self) -> int:
        return LABEL_WIDE + COLUMN_WIDE * len(self.columns) + OVERHANG

    @property
    def height(self) -> int:
        return HEAD_HIGH + ROW_HIGH * len(self.rows) + 8

    def draw(self) -> Markup:
        """Draw it; every cell says its number, and a square says that it chairs."""
        size = f'width="{self.width}" height="{self.height}"'
        box = f'viewBox="0 0 {self.width} {self.height}"'
        named = 'role="img" aria-labelledby="seat-title seat-words"'
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} {named}>',
            f'<title id="seat-title">{escape(self.title)}</title>',
            f'<desc id="seat-words">{escape(self.description)}</desc>',
            *self._draw_heads(),
            *self._draw_rows(),
            "</svg>",
        ]
        return Markup("".join(parts))  # noqa: S704 - every word of it is escaped

    def _draw_heads(self) -> Iterator[str]:
        for number, name in enumerate(self.columns):
            x = _middle(number)
            yield (
                f'<line x1="{x}" y1="{HEAD_HIGH - 4}" x2="{x}" y2="{self.height}" '
                f'stroke="{LINE}"/>'
                f'<text transform="translate({x + 4} {HEAD_HIGH - 10}) rotate(-60)" '
                f'fill="{INK}">{escape(shorten(name, LETTERS_ACROSS))}</text>'
            )

    def _draw_rows(self) -> Iterator[str]:
        for number, name in enumerate(self.rows):
            y = HEAD_HIGH + ROW_HIGH * number
            if number % 2 == 0:
                wide = LABEL_WIDE + COLUMN_WIDE * len(self.columns)
                yield (
                    f'<rect x="0" y="{y}" width="{wide}" height="{ROW_HIGH}" '
                    f'fill="{WASH}"/>'
                )
            yield (
                f'<text x="4" y="{y + 19}" fill="{INK}">'
                f"{escape(shorten(name, LETTERS_DOWN))}</text>"
            )
            yield from self._draw_cells(name, y)

    def _draw_cells(self, name: str, y: int) -> Iterator[str]:
        for number, column in enumerate(self.columns):
            held = self.cells.get((name, column))
            if held is None:
                continue
            x, middle = _middle(number), y + ROW_HIGH // 2
            shape = f'<circle cx="{x}" cy="{middle}" r="11" fill="{ACCENT}"/>'
            if held.chairs:
                shape = (
                    f'<rect x="{x - 11}" y="{middle - 11}" width="22" height="22" '
                    f'fill="{INK}"/>'
                )
            yield (
                f'{shape}<text x="{x}" y="{middle + 5}" text-anchor="middle" '
                f'fill="#fff" font-weight="700">{held.seats}</text>'
            )


def shorten(words: str, letters: int) -> str:
    """Cut words to so many letters; the table beside the picture has them whole."""
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"


def _middle(number: int) -> int:
    return LABEL_WIDE + COLUMN_WIDE * number + COLUMN_WIDE // 2
