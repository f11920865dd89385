"""The frame of a picture: its size, its title for who cannot see it, its ground."""

from collections.abc import Iterable
from html import escape
from typing import Final

INK, LINE, DOT = "#212b32", "#d8dde0", "#17505c"
GROUND: Final = "#ffffff"
FONT: Final = "Arial, 'Liberation Sans', sans-serif"
SVG_TYPE: Final = "image/svg+xml"


def frame_picture(
    title: str, width: float, height: float, parts: Iterable[str], *, letters: int = 13
) -> str:
    """Put parts of SVG together as one picture, whose letters are so many pixels."""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" '
                f'font-family="{FONT}" font-size="{letters}" fill="{INK}">'
            ),
            f"<title>{escape(title)}</title>",
            f'<rect width="{width}" height="{height}" fill="{GROUND}"/>',
            *parts,
            "</svg>",
        ]
    )
