"""Amounts as a workbook holds them: pounds of fifteen figures, meant to the penny."""

import re
from decimal import Context, Decimal
from typing import Final

from placeplan.money.pence import Pence
from placeplan.tables.formula import NUMBER_PATTERN

FIGURES: Final = 15
"""So many figures of a number a spreadsheet keeps for sure."""

MOST_PENCE: Final = 10**FIGURES - 1
"""£9,999,999,999,999.99: the largest amount that comes back to the penny."""

MOST_POUNDS: Final = Decimal(MOST_PENCE) / 100
NOISE_POUNDS: Final = Decimal("1e-9")
"""Less than this is what a sum of binary numbers leaves of nothing."""

_NUMBER: Final = re.compile(NUMBER_PATTERN)
_CONTEXT: Final = Context(prec=FIGURES)
_LONGEST: Final = 40


def parse_pounds(text: str) -> Pence | None:
    """Read the number of a cell as whole pence.

    Beyond the fifteenth figure stands what sums of binary numbers leave there: it is
    rounded away, as spreadsheets do where they show it.

    Parameters
    ----------
    text : str
        Number as the file of a workbook writes it.

    Returns
    -------
    Pence or None
        None for what is no number, has parts of a penny, or is too large.

    Examples
    --------
    >>> parse_pounds("1234.5"), parse_pounds("0.30000000000000004")
    (123450, 30)
    >>> parse_pounds("-1E2"), parse_pounds("2.8E-17")
    (-10000, 0)
    >>> parse_pounds("0.125"), parse_pounds("1,000"), parse_pounds("1e20")
    (None, None, None)
    """
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    try:
        pounds = _CONTEXT.create_decimal(text)
    except ArithmeticError:  # an exponent beyond all measure
        return None
    if abs(pounds) < NOISE_POUNDS:
        return Pence(0)
    if abs(pounds) > MOST_POUNDS or pounds * 100 % 1:
        return None
    return Pence(int(pounds * 100))


def write_pounds(pence: int) -> float:
    """Say whole pence as the number of pounds that a workbook holds.

    Examples
    --------
    >>> write_pounds(123450)
    1234.5
    """
    return pence / 100


def show_pounds(pence: int | None) -> str:
    """Say an amount as a cell shows it, to the penny.

    Examples
    --------
    >>> show_pounds(-123450), show_pounds(None)
    ('-1,234.50', 'empty')
    """
    if pence is None:
        return "empty"
    whole, part = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{whole:,}.{part:02d}"
