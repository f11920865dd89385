"""How far a sheet of a workbook reaches, found before a reader makes room for it."""

import re
from xml.parsers import expat

SHEET_MARK = b"sheetData"
"""What stands in every part of a workbook that holds cells."""

TEXTS_MARK = b"sst"
"""What stands in the part of a workbook that holds the texts its sheets share."""

PLACE = re.compile("([A-Za-z]{1,3})0*([1-9][0-9]{0,6})")
"""The place of a cell, as in AB12."""

LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14
"""How far a workbook can reach: to XFD1048576."""


def measure_sheet(part: bytes) -> tuple[int, int, int] | None:
    """Find the last row and column of a sheet, by the cells that it holds.

    Parameters
    ----------
    part : bytes
        XML of the sheet, without declarations of types or entities.

    Returns
    -------
    tuple of int or None
        Rows and columns of the smallest table that starts at A1 and holds every cell,
        and how many cells hold one of the texts that the sheets share;
        None if a cell names no place that a workbook can have, or none at all, so that
        only its reader can know where it stands.

    Raises
    ------
    xml.parsers.expat.ExpatError
        If it is not sound XML: another reader might see in it what this one does not.

    Examples
    --------
    >>> measure_sheet(b'<sheetData><row><c r="B9"/><c r="D7"/></row></sheetData>')
    (9, 4, 0)
    >>> measure_sheet(b"<sheetData><row><c/></row></sheetData>")
    """
    rows = columns = 1
    texts = 0

    def take(element: str, attributes: dict[str, str]) -> None:
        nonlocal rows, columns, texts
        if element != "c" and element.partition(":")[2] != "c":
            return
        texts += attributes.get("t") == "s"
        if found := PLACE.fullmatch(attributes.get("r", "")):
            rows = max(rows, int(found[2]))
            columns = max(columns, number_column(found[1]))
        else:
            rows = LAST_ROW + 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = take
    parser.Parse(part, True)
    if rows > LAST_ROW or columns > LAST_COLUMN:
        return None
    return rows, columns, texts


def measure_texts(part: bytes) -> int:
    """Find the length of the longest text that the sheets of a workbook share.

    Each cell that holds it takes as much room again when the sheet is read, however
    small the file is.

    Parameters
    ----------
    part : bytes
        XML of the shared texts, without declarations of types or entities.

    Returns
    -------
    int
        Characters; 0 if there is no text.

    Raises
    ------
    xml.parsers.expat.ExpatError
        If it is not sound XML.

    Examples
    --------
    >>> measure_texts(b"<sst><si><t>Kent</t></si><si><r>Med</r><r>way</r></si></sst>")
    6
    """
    longest = length = 0
    inside = False

    def begin(element: str, _: dict[str, str]) -> None:
        nonlocal inside, length
        if element.rpartition(":")[2] == "si":
            inside, length = True, 0

    def take(text: str) -> None:
        nonlocal longest, length
        length += len(text) * inside
        longest = max(longest, length)

    def end(element: str) -> None:
        nonlocal inside
        inside = inside and element.rpartition(":")[2] != "si"

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = take
    parser.EndElementHandler = end
    parser.Parse(part, True)
    return longest


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
