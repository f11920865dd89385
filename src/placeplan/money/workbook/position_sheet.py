"""The sheet of the position: what each organisation agreed to, and where it stands."""

from collections.abc import Mapping
from typing import Final

from placeplan.money.ledger.statement import spread_total
from placeplan.money.workbook.cell import (
    Formula,
    Page,
    Place,
    Sum,
    Term,
    Words,
    add_up,
    take_off,
)
from placeplan.money.workbook.organisation_sheet import (
    BEFORE_FUND,
    TO_DATE_COLUMN,
    YEAR_COLUMN,
    Landmarks,
)
from placeplan.money.workbook.shape import POSITION, BookShape, name_month

_HEADER: Final = 5
_CONTROL, _PLAN, _BEYOND, _SPREAD, _PLAN_DATE, _CONTROL_DATE = range(2, 8)
_ACTUAL_DATE, _DIFFERENCE = 8, 9
_NOTES: Final = (
    "Surplus or deficit before money of funds; a difference below zero is worse.",
    "The control total to date is the plan to date and, of what the control total has",
    "beyond the plan, an even part for each month (half a penny to the even penny).",
)


def lay_out_position(
    shape: BookShape,
    marks: Mapping[str, Landmarks],
    control_totals: Mapping[str, Place],
) -> Page:
    """Lay out where each organisation stands against its control total.

    `marks` says by organisation where its totals stand; who has a control total alone
    has no sheet, and stands at nothing.
    """
    page = Page(POSITION, (16, 44) + (20,) * 8, (_HEADER + 1, 2))
    page.put(0, 0, Words(f"Position, {shape.year}", "title"))
    for row, note in enumerate(_NOTES, start=1):
        page.put(row, 0, Words(note, "note"))
    for column, text in enumerate(_list_headings(shape)):
        page.put(_HEADER, column, Words(text, "header"))
    first = _HEADER + 1
    names = shape.names
    for row, own in enumerate(sorted(names), start=first):
        page.put(row, 0, Words(own))
        page.put(row, 1, Words(names[own]))
        _put_links(page, row, marks.get(own))
        if own in control_totals:
            page.put(row, _CONTROL, Sum(add_up(control_totals[own]), "link"))
            _put_comparison(page, row, shape.months_to_date)
    below = first + len(names)
    page.put(below, 1, Words("Sum of members" if shape.is_system else "Sum", "strong"))
    for column in range(_CONTROL, _DIFFERENCE + 1):
        ends = Place(POSITION, first, column), Place(POSITION, below - 1, column)
        page.put(below, column, Sum((Term(*ends),)))
    return page


def _list_headings(shape: BookShape) -> tuple[str, ...]:
    last = name_month(shape.through)
    return (
        "Organisation",
        "Name",
        "Control total",
        "Plan of the year",
        "Control total less plan",
        f"Of it to {last}: {shape.months_to_date} of 12 months",
        f"Plan to {last}",
        f"Control total to {last}",
        f"Actual to {last}",
        "Actual less control total to date",
    )


def _put_links(page: Page, row: int, own: Landmarks | None) -> None:
    for at, basis, column in (
        (_PLAN, "plan", YEAR_COLUMN),
        (_PLAN_DATE, "plan", TO_DATE_COLUMN),
        (_ACTUAL_DATE, "actual", TO_DATE_COLUMN),
    ):
        terms = add_up(own.find_total(basis, BEFORE_FUND, column)) if own else ()
        page.put(row, at, Sum(terms, "link"))


def _put_comparison(page: Page, row: int, months: int) -> None:
    """Put what falls to the months so far, and the difference from it."""

    def place(column: int) -> Place:
        return Place(POSITION, row, column)

    beyond = add_up(place(_CONTROL)) + take_off(place(_PLAN))
    page.put(row, _BEYOND, Sum(beyond))
    pence = f"ROUND({{0}}*100,0)*{months}/12"
    text = f"(INT({pence}+0.5)-IF(MOD({pence},2)=0.5,1,0))/100"
    spread = Formula(
        text, (place(_BEYOND),), lambda beyond: spread_total(beyond, 0, 0, months)
    )
    page.put(row, _SPREAD, spread)
    to_date = add_up(place(_PLAN_DATE), place(_SPREAD))
    page.put(row, _CONTROL_DATE, Sum(to_date))
    difference = add_up(place(_ACTUAL_DATE)) + take_off(place(_CONTROL_DATE))
    page.put(row, _DIFFERENCE, Sum(difference))
