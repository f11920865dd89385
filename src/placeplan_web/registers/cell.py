"""A cell of a file: texts that no spreadsheet runs, the same on their way back."""

import re

from placeplan.tables.formula import is_formula

_MARKED = re.compile(r"^'+(?P<rest>.*)", re.DOTALL)
_BREAK = re.compile(r"\r\n?|\u2028|\u2029|\x85")


def tidy_text(text: str) -> str:
    r"""Give a text as every way in leaves it: one sort of line break, no edges.

    Examples
    --------
    >>> tidy_text(" a\r\nb ")
    'a\nb'
    """
    return _BREAK.sub("\n", text).strip()


def write_cell(text: str) -> str:
    """Write a text so that it is no formula, and can be told from one that was marked.

    Examples
    --------
    >>> write_cell("=1+1"), write_cell("'=1+1"), write_cell("-3"), write_cell("plain")
    ("'=1+1", "''=1+1", '-3', 'plain')
    """
    return f"'{text}" if _is_marked(text) or is_formula(text) else text


def read_cell(text: str) -> str:
    """Read a text as it was before `write_cell`.

    Examples
    --------
    >>> read_cell("'=1+1"), read_cell("''=1+1"), read_cell("'quoted'")
    ('=1+1', "'=1+1", "'quoted'")
    """
    return text[1:] if _is_marked(text) else text


def _is_marked(text: str) -> bool:
    """Whether nothing but apostrophes stands before what would be a formula."""
    found = _MARKED.match(text)
    return found is not None and is_formula(found["rest"])
