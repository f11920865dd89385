"""The sheet of an organisation: lines down, months across, every total a formula."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from placeplan.money.ledger.inputs import BASES, SIDES
from placeplan.money.workbook.cell import (
    Entry,
    LedgerCell,
    LedgerRow,
    Page,
    Place,
    Sum,
    Term,
    Words,
    add_up,
    take_off,
)
from placeplan.money.workbook.shape import (
    BookShape,
    OrganisationShape,
    ShownRow,
    name_month,
)

KEYS: Final = ("Line", "Name", "Side", "Fund", "Recurrent", "With", "Basis")
FIRST_MONTH: Final = len(KEYS)
YEAR_COLUMN: Final = FIRST_MONTH + 12
TO_DATE_COLUMN: Final = YEAR_COLUMN + 1
HEADER: Final = 5
ID_ROW: Final = 1
WIDTHS: Final = (22, 44, 10, 10, 10, 10, 8) + (15,) * 14

INCOME, PAY, NON_PAY = SIDES
SURPLUS, FUND, BEFORE_FUND = "surplus", "fund", "before_fund"
TOTALS: Final = {
    INCOME: "Income",
    PAY: "Pay",
    NON_PAY: "Non-pay",
    SURPLUS: "Surplus, or deficit when negative",
    FUND: "Money of funds in it",
    BEFORE_FUND: "Surplus or deficit before money of funds",
}
"""Rows of sums below the lines of a basis, by what they are."""


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Where things stand on the sheet of an organisation.

    Parameters
    ----------
    tab : str
        Its tab.
    totals : dict of tuple to int
        Row of each total, by basis and by what it is.
    rows : dict of LedgerRow to int
        Row of each line.
    """

    tab: str
    totals: dict[tuple[str, str], int] = field(default_factory=dict)
    rows: dict[LedgerRow, int] = field(default_factory=dict)

    def find_total(self, basis: str, what: str, column: int) -> Place:
        """Find the cell of a total in a column."""
        return Place(self.tab, self.totals[basis, what], column)


def lay_out_organisation(
    shape: BookShape, own: OrganisationShape
) -> tuple[Page, Landmarks]:
    """Lay out the sheet of an organisation, and say where its totals stand."""
    page = Page(own.tab, WIDTHS, (HEADER + 1, 2))
    page.put(0, 0, Words(f"{own.name}, {shape.year}", "title"))
    page.put(ID_ROW, 0, Words("Organisation", "strong"))
    page.put(ID_ROW, 1, Words(own.organisation))
    page.put(2, 0, Words("Pounds. Income and cost are both positive.", "note"))
    page.put(3, 0, Words("Change yellow cells alone; the others add up.", "note"))
    put_header(page, HEADER, KEYS, shape)
    marks = Landmarks(own.tab)
    row = HEADER + 1
    for basis in BASES:
        row = _put_basis(page, row, basis, own.rows, shape, marks) + 1
    return page, marks


def put_header(page: Page, row: int, keys: Sequence[str], shape: BookShape) -> None:
    """Put the headings of keys, months, the year and to date."""
    months = [name_month(month) for month in shape.months]
    last = [f"Year {shape.year}", f"To {name_month(shape.through)}"]
    for column, text in enumerate([*keys, *months, *last]):
        page.put(row, column, Words(text, "header"))


def put_entries(
    page: Page, row: int, first: int, shown: ShownRow, shape: BookShape
) -> None:
    """Put twelve cells to fill in, and their sums for the year and to date."""
    for column, month in enumerate(shape.months, start=first):
        page.put(row, column, Entry(LedgerCell(shown.row, month)))
    put_ends(page, row, first, shape)


def put_ends(page: Page, row: int, first: int, shape: BookShape) -> None:
    """Put the sums of a row for the year and to date."""
    for at, many in enumerate((12, shape.months_to_date)):
        ends = Place(page.tab, row, first), Place(page.tab, row, first + many - 1)
        page.put(row, first + 12 + at, Sum((Term(*ends),) if many else ()))


def _put_basis(
    page: Page,
    row: int,
    basis: str,
    rows: Sequence[ShownRow],
    shape: BookShape,
    marks: Landmarks,
) -> int:
    """Put the lines of a basis and the sums below; give the row after them."""
    mine = [each for each in rows if each.row.basis == basis]
    for side in SIDES:
        first = row
        for shown in (each for each in mine if each.side == side):
            _put_keys(page, row, shown)
            put_entries(page, row, FIRST_MONTH, shown, shape)
            marks.rows[shown.row] = row
            row += 1
        row = _put_total(page, row, basis, side, marks, _sum_rows(page, first, row))
    funds = [each for each in mine if each.fund]
    for what in (SURPLUS, FUND, BEFORE_FUND):
        make = _find_sum(page, what, basis, funds, marks)
        row = _put_total(page, row, basis, what, marks, make)
    return row


def _put_keys(page: Page, row: int, shown: ShownRow) -> None:
    key = shown.row
    recurrent = "yes" if key.recurrent else "no"
    texts = (
        key.line,
        shown.name,
        shown.side,
        shown.fund,
        recurrent,
        key.counterparty,
        key.basis,
    )
    for column, text in enumerate(texts):
        if text:
            page.put(row, column, Words(text))


MakeTerms = Callable[[int], tuple[Term, ...]]
"""What a total adds up in a column."""


def _put_total(
    page: Page, row: int, basis: str, what: str, marks: Landmarks, make: MakeTerms
) -> int:
    page.put(row, 1, Words(TOTALS[what], "strong"))
    page.put(row, len(KEYS) - 1, Words(basis, "strong"))
    for column in range(FIRST_MONTH, TO_DATE_COLUMN + 1):
        page.put(row, column, Sum(make(column)))
    marks.totals[basis, what] = row
    return row + 1


def _sum_rows(page: Page, first: int, end: int) -> MakeTerms:
    """Add the rows of a side, from the first to the one before the end."""

    def make(column: int) -> tuple[Term, ...]:
        if first == end:
            return ()
        ends = Place(page.tab, first, column), Place(page.tab, end - 1, column)
        return (Term(*ends),)

    return make


def _find_sum(
    page: Page, what: str, basis: str, funds: Sequence[ShownRow], marks: Landmarks
) -> MakeTerms:
    """Say what a total below the sides adds and takes off."""
    totals = marks.totals
    if what == SURPLUS:
        more = [totals[basis, INCOME]]
        less = [totals[basis, PAY], totals[basis, NON_PAY]]
    elif what == FUND:
        more = [marks.rows[each.row] for each in funds if each.side == INCOME]
        less = [marks.rows[each.row] for each in funds if each.side != INCOME]
    else:
        more, less = [totals[basis, SURPLUS]], [totals[basis, FUND]]

    def make(column: int) -> tuple[Term, ...]:
        added = add_up(*(Place(page.tab, row, column) for row in more))
        return added + take_off(*(Place(page.tab, row, column) for row in less))

    return make
