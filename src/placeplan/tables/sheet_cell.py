"""The cells of a sheet of a workbook, each with its place, its text and its formula."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.parsers import expat

from placeplan.tables.sheet_span import PLACE, number_column

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a letter that XML cannot hold, and this pattern itself."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell as it came.

    Parameters
    ----------
    text : str
        What it holds: a text, or a number as the file writes it; of a formula what it
        came to when somebody last calculated. Empty for nothing.
    formula : str or None
        Its formula without the equals sign; empty if it shares that of another cell;
        None if it is none.
    is_number : bool
        Whether it holds a number, and not a text that looks like one.
    """

    text: str = ""
    formula: str | None = None
    is_number: bool = False


Place = tuple[int, int]
"""Row and column, counted from 0."""


def read_shared_texts(part: bytes) -> list[str]:
    """Read the texts that the sheets of a workbook share, without furigana.

    Raises
    ------
    xml.parsers.expat.ExpatError
        If it is not sound XML.

    Examples
    --------
    >>> read_shared_texts(b"<sst><si><t>Kent</t></si><si><r><t>Med</t></r></si></sst>")
    ['Kent', 'Med']
    """
    texts: list[str] = []
    inside: list[str] = []

    def begin(element: str, _: dict[str, str]) -> None:
        name = element.rpartition(":")[2]
        inside.append(name)
        if name == "si":
            texts.append("")

    def take(text: str) -> None:
        if texts and inside[-1:] == ["t"] and "rPh" not in inside:
            texts[-1] += text

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _: inside.pop()
    parser.CharacterDataHandler = take
    parser.Parse(part, True)
    return [_unescape(text) for text in texts]


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def read_sheet_cells(part: bytes, shared: Sequence[str]) -> dict[Place, SheetCell]:
    """Read the cells of a sheet that hold anything.

    Parameters
    ----------
    part : bytes
        XML of the sheet, without declarations of types or entities, its places sound
        (see `measure_sheet`).
    shared : sequence of str
        From `read_shared_texts`.

    Returns
    -------
    dict of Place to SheetCell
        In the order of the file.

    Raises
    ------
    xml.parsers.expat.ExpatError
        If it is not sound XML.
    ValueError
        If a cell names a shared text that is not there.

    Examples
    --------
    >>> part = (b'<sheetData><row><c r="B1"><v>2</v></c>'
    ...         b'<c r="C1"><f>B1*2</f><v>4</v></c></row></sheetData>')
    >>> for place, cell in read_sheet_cells(part, []).items():
    ...     print(place, cell.text, cell.formula)
    (0, 1) 2 None
    (0, 2) 4 B1*2
    """
    reader = _CellReader(shared)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.take
    parser.Parse(part, True)
    return reader.cells


class _CellReader:
    def __init__(self, shared: Sequence[str]) -> None:
        self.shared = shared
        self.cells: dict[Place, SheetCell] = {}
        self.place: Place | None = None
        self.kind = ""
        self.formula: str | None = None
        self.text = ""
        self.open: list[str] = []

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        name = element.rpartition(":")[2]
        self.open.append(name)
        if name == "c":
            found = PLACE.fullmatch(attributes.get("r", ""))
            self.place = (
                (int(found[2]) - 1, number_column(found[1]) - 1) if found else None
            )
            self.kind = attributes.get("t", "n")
            self.formula, self.text = None, ""
        elif name == "f":
            self.formula = ""

    def take(self, text: str) -> None:
        innermost = self.open[-1:]
        if innermost == ["f"]:
            self.formula = (self.formula or "") + text
        elif innermost in (["v"], ["t"]) and "rPh" not in self.open:
            self.text += text

    def end(self, element: str) -> None:
        self.open.pop()
        if element.rpartition(":")[2] != "c" or self.place is None:
            return
        text = self._find_text()
        if text or self.formula is not None:
            is_number = self.kind == "n" and bool(text)
            self.cells[self.place] = SheetCell(text, self.formula, is_number)
        self.place = None

    def _find_text(self) -> str:
        if self.kind != "s":
            return _unescape(self.text)
        if not self.text.strip().isdecimal() or int(self.text) >= len(self.shared):
            raise ValueError(f"a text numbered {self.text[:20]!r}, which is not there")
        return self.shared[int(self.text)]
