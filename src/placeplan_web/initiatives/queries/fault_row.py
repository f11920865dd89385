"""Rows that a fault names, counted as they stand where somebody reads them."""

import re
from collections.abc import Callable
from typing import Final

_ROWS: Final = re.compile(r"^rows? [\d, ]+")
_NUMBER: Final = re.compile(r"\d+")
_CELL: Final = re.compile(r"^row (\d+), column (\w+)$")


def find_cell(where: str) -> tuple[int, str] | None:
    """Give the row and the column of a fault of one cell.

    Examples
    --------
    >>> find_cell("row 3, column beds")
    (3, 'beds')
    """
    found = _CELL.match(where)
    return (int(found[1]), found[2]) if found else None


def move_rows(where: str, find: Callable[[int], int]) -> str:
    """Count the rows of a fault anew; what follows them stays.

    Examples
    --------
    >>> move_rows("rows 2, 3 and 4 more", lambda row: row + 10)
    'rows 12, 13 and 4 more'
    """
    return _ROWS.sub(
        lambda rows: _NUMBER.sub(lambda number: str(find(int(number[0]))), rows[0]),
        where,
    )
