"""Checks at the start: the accent has to be readable behind white letters."""

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3, for text of ordinary size


def measure_contrast_with_white(colour: str) -> float:
    """Give the contrast of a colour such as ``#17505c`` with white, from 1 to 21.

    The formula is that of WCAG 2.2 (relative luminance).
    """
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    return 1.05 / (luminance + 0.05)


@register()
def check_accent(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    accent = settings.PLACEPLAN_ACCENT
    if not COLOUR.fullmatch(accent):
        return [
            Error(
                f"PLACEPLAN_ACCENT is {accent!r}, which is not a colour.",
                hint="Write it as # and six figures, such as #17505c.",
                id="design.E001",
            )
        ]
    contrast = measure_contrast_with_white(accent)
    if contrast < LEAST_CONTRAST:
        return [
            Error(
                f"White words on {accent} have a contrast of {contrast:.1f} to 1.",
                hint=f"Choose a darker one: {LEAST_CONTRAST} to 1 or more is needed.",
                id="design.E002",
            )
        ]
    return []
