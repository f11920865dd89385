"""A sheet that came back, held against what should stand in each of its cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from placeplan.errors import Fault
from placeplan.money.pence import Pence
from placeplan.money.workbook.amount import parse_pounds, show_pounds
from placeplan.money.workbook.cell import (
    Entry,
    Fixed,
    Formula,
    LedgerCell,
    Page,
    Place,
    Sum,
    Words,
    write_formula,
)
from placeplan.tables.live_workbook import LiveSheet
from placeplan.tables.sheet_cell import SheetCell

BACK: Final = "Put it back, or copy your numbers into a workbook downloaded anew."
TYPE_NUMBER: Final = "Type the number of pounds itself, to the penny."
ONLY_YELLOW: Final = "Empty the cell: only yellow cells are read."
MOST_BESIDE: Final = 20
"""So many cells beside the tables of a sheet are told one by one."""

_NO_CELL: Final = SheetCell()
_LONGEST: Final = 60
_QUOTED: Final = re.compile(r"'((?:[^']|'')+)'!")


@dataclass(slots=True)
class SentAmounts:
    """Amounts of cells that people fill in, with where each stood, and every fault."""

    amounts: dict[LedgerCell, Pence] = field(default_factory=dict)
    places: dict[LedgerCell, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def say_place(place: Place) -> str:
    """Say where a cell stands.

    Examples
    --------
    >>> say_place(Place("dgt", 6, 7))
    "sheet 'dgt', cell H7"
    """
    return f"sheet '{place.tab}', cell {place.name}"


def compare_sheet(file: str, page: Page, sheet: LiveSheet, sent: SentAmounts) -> None:
    """Take the amounts of a sheet, and tell every cell that is not as it should be."""
    cells: Mapping[tuple[int, int], SheetCell] = sheet.cells
    for at, content in page.cells.items():
        place, cell = Place(page.tab, *at), cells.get(at, _NO_CELL)
        if isinstance(content, Entry):
            sent.faults += _take_amount(file, place, content, cell, sent)
        else:
            sent.faults += _compare_cell(file, place, content, cell)
    beside = sorted(at for at in cells.keys() - page.cells.keys() if _holds(cells[at]))
    for at in beside[:MOST_BESIDE]:
        where, text = say_place(Place(page.tab, *at)), shorten(cells[at])
        sent.faults.append(Fault(file, where, "an empty cell", text, ONLY_YELLOW))
    if len(beside) > MOST_BESIDE:
        where, found = f"sheet '{page.tab}'", f"{len(beside) - MOST_BESIDE:,} more"
        sent.faults.append(Fault(file, where, "empty cells", found, ONLY_YELLOW))


def _holds(cell: SheetCell) -> bool:
    return cell.formula is not None or bool(cell.text.strip())


def _take_amount(
    file: str, place: Place, content: Entry, cell: SheetCell, sent: SentAmounts
) -> Iterator[Fault]:
    sent.places[content.cell] = place
    if cell.formula is not None:
        found = f"the formula {shorten(cell)}"
        yield Fault(file, say_place(place), "a number", found, TYPE_NUMBER)
    elif cell.text.strip():
        pence = parse_pounds(cell.text) if cell.is_number else None
        if pence is None:
            expected = "a number of pounds to the penny, or nothing"
            yield Fault(file, say_place(place), expected, shorten(cell), TYPE_NUMBER)
        else:
            sent.amounts[content.cell] = pence


def _compare_cell(
    file: str, place: Place, content: Words | Fixed | Sum | Formula, cell: SheetCell
) -> Iterator[Fault]:
    expected = ""
    if isinstance(content, Words):
        if cell.formula is not None or cell.text.strip() != content.text.strip():
            expected = f"'{content.text}'"
    elif isinstance(content, Fixed):
        is_same = cell.is_number and parse_pounds(cell.text) == content.pence
        if cell.formula is not None or not is_same:
            expected = f"the number {show_pounds(content.pence)}"
    else:
        formula = write_formula(content, place.tab)
        if not _is_formula(cell.formula, formula):
            expected = f"the formula {formula}"
    if expected:
        yield Fault(file, say_place(place), expected, shorten(cell) or "nothing", BACK)


def _is_formula(found: str | None, expected: str) -> bool:
    """Whether a cell has the formula, or shares one that its neighbour has."""
    if found is None:
        return False
    return not found or simplify_formula(found) == simplify_formula(expected)


def simplify_formula(formula: str) -> str:
    """Write a formula so that two programs write the same one alike.

    Examples
    --------
    >>> simplify_formula("= $dgt.F7") == simplify_formula("='dgt'.F7")
    True
    >>> simplify_formula("+'dgt'!$F$7"), simplify_formula("=dgt!f7")
    ('dgt!f7', 'dgt!f7')
    """
    plain = _QUOTED.sub(lambda found: f"{found[1]}!", formula)
    plain = re.sub(r"[\s$]", "", plain.replace("'", "")).casefold()
    return plain.removeprefix("=").removeprefix("+")


def shorten(cell: SheetCell) -> str:
    """Say what stands in a cell, cut where it is long."""
    text = cell.text if cell.formula is None else f"={cell.formula}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
