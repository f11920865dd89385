"""Reasons of the library, with each body by its name instead of its id."""

import re
from collections.abc import Iterable, Mapping


def name_bodies(reasons: Iterable[str], names: Mapping[str, str]) -> str:
    """Join reasons to a text, and write the name of a body for each id."""
    words = " ".join(reasons)
    for slug, name in names.items():
        words = re.sub(rf"(?<![\w-]){re.escape(slug)}(?![\w-])", name, words)
    return words
