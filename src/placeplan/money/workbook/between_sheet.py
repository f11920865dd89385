"""The sheet of what members pay each other, and how much of it both agree on."""

from collections.abc import Iterator, Mapping
from typing import Final

from placeplan.money.ledger.inputs import BASES
from placeplan.money.workbook.cell import (
    Formula,
    LedgerRow,
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
    TO_DATE_COLUMN,
    YEAR_COLUMN,
    Landmarks,
)
from placeplan.money.workbook.shape import BETWEEN, BookShape, name_month

_HEADER: Final = 5
_INCOME, _PAY, _NON_PAY, _TAKEN, _TAKEN_NON_PAY, _TAKEN_PAY, _DIFFERENCE = range(2, 9)
_HEADINGS: Final = (
    "Received by",
    "Paid by",
    "Income of the one",
    "Pay of the other",
    "Non-pay of the other",
    "Taken off income",
    "Taken off non-pay",
    "Taken off pay",
    "Difference between the two",
)
TAKEN: Final = {INCOME: _TAKEN, PAY: _TAKEN_PAY, NON_PAY: _TAKEN_NON_PAY}
"""Column of what is taken off each side."""

_NOTES: Final = (
    "What one member books as income from another and the other as cost with it is",
    "taken off both, as far as they agree: the smaller of the two, or nothing where",
    "one is negative and the other is not. Non-pay goes first. A difference stays.",
)

Period = tuple[str, int]
"""A basis, and the column of the sheets of organisations for the year or to date."""


def list_periods(shape: BookShape) -> dict[Period, str]:
    """List plan and actual, for the year and to date, in words."""
    last = name_month(shape.through)
    return {
        (basis, column): f"{basis.capitalize()}, {words}"
        for basis in BASES
        for column, words in (
            (YEAR_COLUMN, f"the year {shape.year}"),
            (TO_DATE_COLUMN, f"to {last}"),
        )
    }


def lay_out_between(
    shape: BookShape, marks: Mapping[str, Landmarks]
) -> tuple[Page, dict[Period, int]]:
    """Lay out each pair of members; say in which row each period is added up.

    `marks` says by organisation where its lines stand.
    """
    page = Page(BETWEEN, (18, 18) + (20,) * 7, (_HEADER + 1, 2))
    page.put(0, 0, Words(f"Between members, {shape.year}", "title"))
    for row, note in enumerate(_NOTES, start=1):
        page.put(row, 0, Words(note, "note"))
    for column, text in enumerate(_HEADINGS):
        page.put(_HEADER, column, Words(text, "header"))
    pairs = sorted(set(_list_pairs(shape)))
    row, sums = _HEADER + 1, {}
    for period, words in list_periods(shape).items():
        page.put(row, 0, Words(words, "strong"))
        first = row + 1
        for row, pair in enumerate(pairs, start=first):
            _put_pair(page, row, pair, period, shape, marks)
        row = sums[period] = first + len(pairs)
        page.put(row, 0, Words("Sum", "strong"))
        for column in range(_INCOME, _DIFFERENCE + 1):
            ends = Place(BETWEEN, first, column), Place(BETWEEN, row - 1, column)
            page.put(row, column, Sum((Term(*ends),) if pairs else ()))
        row += 2
    return page, sums


def _list_pairs(shape: BookShape) -> Iterator[tuple[str, str]]:
    """List who is paid by whom, of members alone."""
    members = {own.organisation for own in shape.organisations}
    for own in shape.organisations:
        for each in own.rows:
            if each.row.counterparty in members:
                pair = own.organisation, each.row.counterparty
                yield pair if each.side == INCOME else pair[::-1]


def _put_pair(
    page: Page,
    row: int,
    pair: tuple[str, str],
    period: Period,
    shape: BookShape,
    marks: Mapping[str, Landmarks],
) -> None:
    receiver, payer = pair
    page.put(row, 0, Words(receiver))
    page.put(row, 1, Words(payer))
    basis, column = period
    for at, side, own, partner in (
        (_INCOME, INCOME, receiver, payer),
        (_PAY, PAY, payer, receiver),
        (_NON_PAY, NON_PAY, payer, receiver),
    ):
        rows = _list_rows(shape, own, partner, side, basis)
        there = marks[own]
        places = (Place(there.tab, there.rows[each], column) for each in rows)
        page.put(row, at, Sum(add_up(*places), "link"))
    income, pay, non_pay, taken, less = (
        Place(BETWEEN, row, each)
        for each in (_INCOME, _PAY, _NON_PAY, _TAKEN, _TAKEN_NON_PAY)
    )
    page.put(row, _TAKEN, Formula(_AGREED, (income, pay, non_pay), find_agreed))
    parts = (taken, pay, non_pay)
    page.put(row, _TAKEN_NON_PAY, Formula(_FIRST, parts, find_non_pay))
    page.put(row, _TAKEN_PAY, Sum(add_up(taken) + take_off(less)))
    page.put(row, _DIFFERENCE, Sum(add_up(income) + take_off(pay, non_pay)))


def _list_rows(
    shape: BookShape, own: str, partner: str, side: str, basis: str
) -> list[LedgerRow]:
    return [
        shown.row
        for each in shape.organisations
        if each.organisation == own
        for shown in each.rows
        if (shown.row.counterparty, shown.side, shown.row.basis)
        == (partner, side, basis)
    ]


_AGREED: Final = "IF(SIGN({0})<>SIGN({1}+{2}),0,SIGN({0})*MIN(ABS({0}),ABS({1}+{2})))"
_FIRST: Final = "IF(ROUND({0}-{1}-{2},2)=0,{2},MIN(MAX({0},MIN({2},0)),MAX({2},0)))"


def find_agreed(income: int, pay: int, non_pay: int) -> int:
    """Find what two members agree on, as `find_eliminations` does.

    Examples
    --------
    >>> find_agreed(900, 0, 1000), find_agreed(900, 100, 700), find_agreed(-5, 0, 5)
    (900, 800, 0)
    """
    cost = pay + non_pay
    if (income > 0) != (cost > 0) or not income * cost:
        return 0
    return (1 if income > 0 else -1) * min(abs(income), abs(cost))


def find_non_pay(taken: int, pay: int, non_pay: int) -> int:
    """Find how much of what is taken off cost is non-pay: as much as there is.

    Examples
    --------
    >>> find_non_pay(800, 100, 700), find_non_pay(500, 100, 700)
    (700, 500)
    >>> find_non_pay(600, 1000, -400)
    -400
    """
    if taken == pay + non_pay:
        return non_pay
    return min(max(taken, min(non_pay, 0)), max(non_pay, 0))
