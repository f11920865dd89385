"""How far a sheet of a workbook reaches, found before a reader makes room for it."""

import re
from xml.parsers import expat

SHEET_MARK = b"sheetData"
"""What stands in every part of a workbook that holds cells."""

PLACE = re.compile("([A-Za-z]{1,3})0*([1-9][0-9]{0,6})")
"""The place of a cell, as in AB12."""

LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14
"""How far a workbook can reach: to XFD1048576."""


def measure_sheet(part: bytes) -> tuple[int, int] | None:
    """Find the last row and column of a sheet, by the cells that it holds.

    Parameters
    ----------
    part : bytes
        XML of the sheet, without declarations of types or entities.

    Returns
    -------
    tuple of int or None
        Rows and columns of the smallest table that starts at A1 and holds every cell;
        None if a cell names no place that a workbook can have, or none at all, so that
        only its reader can know where it stands.

    Raises
    ------
    xml.parsers.expat.ExpatError
        If it is not sound XML: another reader might see in it what this one does not.

    Examples
    --------
    >>> measure_sheet(b'<sheetData><row><c r="B9"/><c r="D7"/></row></sheetData>')
    (9, 4)
    >>> measure_sheet(b"<sheetData><row><c/></row></sheetData>")
    """
    rows = columns = 1

    def take(element: str, attributes: dict[str, str]) -> None:
        nonlocal rows, columns
        if element != "c" and element.partition(":")[2] != "c":
            return
        if found := PLACE.fullmatch(attributes.get("r", "")):
            rows = max(rows, int(found[2]))
            columns = max(columns, number_column(found[1]))
        else:
            rows = LAST_ROW + 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = take
    parser.Parse(part, True)
    return (rows, columns) if rows <= LAST_ROW and columns <= LAST_COLUMN else None


def number_column(letters: str) -> int:
    """Turn the letters of a column into its number, counted from 1.

    Examples
    --------
    >>> number_column("A"), number_column("Z"), number_column("aa")
    (1, 26, 27)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
