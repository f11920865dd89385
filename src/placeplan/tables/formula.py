"""Text that a spreadsheet would run as a formula."""

import re

import polars as pl

NUMBER_PATTERN = r"^-?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
"""A number as a table may hold it: no commas, no signs of money, no percent."""

FORMULA_PATTERN = r"^\s*[=+@\-]"
"""How a formula starts. Spreadsheets pass over white space before it."""

_NUMBER = re.compile(NUMBER_PATTERN)
_FORMULA = re.compile(FORMULA_PATTERN)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula.

    Examples
    --------
    >>> is_formula('=HYPERLINK("x")'), is_formula("@SUM(A1)"), is_formula("+1+1")
    (True, True, True)
    >>> is_formula("-cmd"), is_formula("-103.0"), is_formula("Ashford - town")
    (True, False, False)
    """
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def find_formulas(texts: pl.Series) -> pl.Series:
    """Mark the cells that a spreadsheet would run; see `is_formula`.

    Examples
    --------
    >>> find_formulas(pl.Series(["=1+1", "-3", None, "kent"])).to_list()
    [True, False, None, False]
    """
    return texts.str.contains(FORMULA_PATTERN) & ~texts.str.contains(NUMBER_PATTERN)


def neutralise_formula(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run.

    Examples
    --------
    >>> neutralise_formula("=1+1"), neutralise_formula("-103.0")
    ("'=1+1", '-103.0')
    """
    return f"'{text}" if is_formula(text) else text
