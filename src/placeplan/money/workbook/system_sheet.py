"""The sheet of the system: members added up, less what they paid each other."""

from collections.abc import Mapping
from typing import Final

from placeplan.money.ledger.inputs import SIDES
from placeplan.money.workbook.between_sheet import TAKEN, Period, list_periods
from placeplan.money.workbook.cell import (
    Page,
    Place,
    Sum,
    Term,
    Words,
    add_up,
    take_off,
)
from placeplan.money.workbook.organisation_sheet import (
    INCOME,
    NON_PAY,
    PAY,
    SURPLUS,
    TOTALS,
    Landmarks,
)
from placeplan.money.workbook.shape import BETWEEN, SYSTEM, BookShape

_ROWS: Final = (*SIDES, SURPLUS)
_HEADER: Final = 3


def lay_out_system(
    shape: BookShape, marks: Mapping[str, Landmarks], between: Mapping[Period, int]
) -> Page:
    """Lay out plan and actual of the system, for the year and to date.

    `marks` says by organisation where its totals stand, `between` in which rows what
    members paid each other is added up.
    """
    owned = shape.organisations
    page = Page(SYSTEM, (40,) + (18,) * (len(owned) + 3), (_HEADER + 1, 1))
    page.put(0, 0, Words(f"The system, {shape.year}", "title"))
    words = "What members pay each other is taken off both sides, so that it counts "
    page.put(1, 0, Words(f"{words}once: see the next sheet.", "note"))
    names = [each.organisation for each in owned]
    headings = ["Side", *names, "Sum of members", "Between members", "System"]
    for column, text in enumerate(headings):
        page.put(_HEADER, column, Words(text, "header"))
    row = _HEADER + 1
    for period, words in list_periods(shape).items():
        page.put(row, 0, Words(words, "strong"))
        _put_block(page, row + 1, period, [marks[name] for name in names])
        _put_eliminations(page, row + 1, len(names) + 2, between[period])
        row += len(_ROWS) + 2
    return page


def _put_block(page: Page, top: int, period: Period, marks: list[Landmarks]) -> None:
    """Put the sides of every member and their sum."""
    basis, column = period
    last = len(marks)
    for row, what in enumerate(_ROWS, start=top):
        page.put(row, 0, Words(TOTALS[what]))
        for number, own in enumerate(marks, start=1):
            there = own.find_total(basis, what, column)
            page.put(row, number, Sum(add_up(there), "link"))
        ends = Place(SYSTEM, row, 1), Place(SYSTEM, row, last)
        page.put(row, last + 1, Sum((Term(*ends),)))


def _put_eliminations(page: Page, top: int, column: int, there: int) -> None:
    """Take off both sides what members paid each other, and give the system."""
    at = {what: row for row, what in enumerate(_ROWS, start=top)}
    for side in SIDES:
        taken = Place(BETWEEN, there, TAKEN[side])
        page.put(at[side], column, Sum(take_off(taken), "link"))
        both = (Place(SYSTEM, at[side], each) for each in (column - 1, column))
        page.put(at[side], column + 1, Sum(add_up(*both)))
    for each in (column, column + 1):
        costs = (Place(SYSTEM, at[side], each) for side in (PAY, NON_PAY))
        terms = add_up(Place(SYSTEM, at[INCOME], each)) + take_off(*costs)
        page.put(at[SURPLUS], each, Sum(terms))
