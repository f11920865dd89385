"""The sheet of savings: a memorandum, already inside the lines of the organisations."""

from typing import Final

from placeplan.money.ledger.inputs import BASES
from placeplan.money.workbook.cell import Page, Place, Sum, Words, add_up
from placeplan.money.workbook.organisation_sheet import put_entries, put_header
from placeplan.money.workbook.shape import SAVINGS, BookShape, ShownRow

KEYS: Final = ("Organisation", "Scheme", "Name", "Recurrent", "Basis")
HEADER: Final = 3
_WIDTHS: Final = (16, 26, 44, 10, 8) + (15,) * 14


def lay_out_savings(shape: BookShape) -> Page:
    """Lay out the rows of the savings, and what they add up to by basis."""
    page = Page(SAVINGS, _WIDTHS, (HEADER + 1, 3))
    page.put(0, 0, Words(f"Savings, {shape.year}", "title"))
    words = "Pounds saved in each month; they are inside the lines already."
    page.put(1, 0, Words(words, "note"))
    put_header(page, HEADER, KEYS, shape)
    first = HEADER + 1
    for row, shown in enumerate(shape.savings, start=first):
        _put_keys(page, row, shown)
        put_entries(page, row, len(KEYS), shown, shape)
    below = first + len(shape.savings) + 1
    for row, basis in enumerate(BASES, start=below):
        page.put(row, 2, Words("Savings of all", "strong"))
        page.put(row, len(KEYS) - 1, Words(basis, "strong"))
        mine = [
            at
            for at, shown in enumerate(shape.savings, start=first)
            if shown.row.basis == basis
        ]
        for column in range(len(KEYS), len(KEYS) + 14):
            places = (Place(SAVINGS, at, column) for at in mine)
            page.put(row, column, Sum(add_up(*places)))
    return page


def _put_keys(page: Page, row: int, shown: ShownRow) -> None:
    key = shown.row
    recurrent = "yes" if key.recurrent else "no"
    texts = (key.organisation, key.line, shown.name, recurrent, key.basis)
    for column, text in enumerate(texts):
        page.put(row, column, Words(text))
