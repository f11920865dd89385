"""The sheet of control totals: what was set, each agreed change, what holds now."""

from typing import Final

from placeplan.money.workbook.cell import (
    Entry,
    Fixed,
    LedgerCell,
    Page,
    Place,
    Sum,
    Term,
    Words,
)
from placeplan.money.workbook.shape import CONTROL, BookShape

KEYS: Final = ("Organisation", "Name")
SET_COLUMN: Final = len(KEYS)
HEADER: Final = 3


def lay_out_control_totals(shape: BookShape) -> tuple[Page, dict[str, Place]]:
    """Lay out the control totals, and say where that of each organisation stands."""
    last = SET_COLUMN + len(shape.changes) + 1
    page = Page(CONTROL, (16, 44) + (18,) * (last - 1), (HEADER + 1, 2))
    page.put(0, 0, Words(f"Control totals, {shape.year}", "title"))
    words = "Pounds: a surplus to be met, a deficit when negative, before money of "
    page.put(1, 0, Words(f"{words}funds. Changes of them net to zero.", "note"))
    headings = [*KEYS, "Set", *shape.changes, "Holds now"]
    for column, text in enumerate(headings):
        page.put(HEADER, column, Words(text, "header"))
    first, found = HEADER + 1, {}
    for row, shown in enumerate(shape.control_totals, start=first):
        page.put(row, 0, Words(shown.row.organisation))
        page.put(row, 1, Words(shown.name))
        entry = Entry(LedgerCell(shown.row, shape.year.starts_on))
        page.put(row, SET_COLUMN, entry)
        for column, pence in enumerate(shown.changes, start=SET_COLUMN + 1):
            page.put(row, column, Fixed(pence))
        ends = Place(CONTROL, row, SET_COLUMN), Place(CONTROL, row, last - 1)
        found[shown.row.organisation] = page.put(row, last, Sum((Term(*ends),)))
    below = first + len(shape.control_totals)
    page.put(below, 1, Words("Sum", "strong"))
    for column in range(SET_COLUMN, last + 1):
        ends = Place(CONTROL, first, column), Place(CONTROL, below - 1, column)
        terms = (Term(*ends),) if shape.control_totals else ()
        page.put(below, column, Sum(terms))
    return page, found
