"""A ledger as a workbook that finance people calculate with and send back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from placeplan.errors import Fault, InputError
from placeplan.money.ledger.ledger import Ledger
from placeplan.money.ledger.position import find_last_month
from placeplan.money.pence import Pence
from placeplan.money.workbook.amount import MOST_PENCE, show_pounds, write_pounds
from placeplan.money.workbook.cell import (
    Content,
    Entry,
    Fixed,
    LedgerCell,
    Page,
    Place,
    Reckoner,
    Words,
    write_formula,
)
from placeplan.money.workbook.layout import lay_out_book
from placeplan.money.workbook.ledger_shape import collect_amounts, shape_ledger
from placeplan.money.workbook.reading import LIMITS, MOST_ROWS, MOST_SHEETS
from placeplan.periods import FinancialYear
from placeplan.tables.calculated_workbook import (
    BookCell,
    BookSheet,
    write_calculated_workbook,
)

_FEWER = "Choose fewer organisations."


def write_ledger_workbook(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    names: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
    edition: str = "",
) -> bytes:
    """Write a year of a ledger as a workbook with live formulas.

    Sheets: a page to read first; the position against control totals; the system with
    what members pay each other taken off; control totals; savings; and one sheet for
    each organisation with its lines down and its months across. Amounts of the ledger
    stand in marked cells that can be changed. Every other number is a formula over
    them, beside what it comes to.

    Parameters
    ----------
    ledger : Ledger
        What the organisations planned and booked.
    year : int
        Financial year, by the calendar year in which it starts.
    through : date or None
        First day of the last month that counts "to date"; None for the last month for
        which every body has booked something (April where there is none).
    bodies : collection of str or None
        Members that get a sheet; None for all. The sheet of the system is there for
        all of them alone.
    names : mapping of str to str or None
        Names of organisations by id; an id stands for itself otherwise.
    notes : sequence of str
        Lines for the first sheet: which ledger it is, what its status words mean.
    edition : str
        Which state of the ledger it is, by which who takes it back in tells what was
        changed in the workbook from what was changed in the ledger since.

    Returns
    -------
    bytes
        The file (.xlsx); of the same ledger always the same.

    Raises
    ------
    UnknownNameError
        When the ledger has no such year or member.
    InputError
        When an amount is larger than a spreadsheet keeps to the penny, or the ledger
        than a workbook that can be sent back.
    """
    last = through or find_last_month(ledger, year=year, bodies=bodies)
    shape = shape_ledger(
        ledger,
        year=year,
        through=last or FinancialYear(year).starts_on,
        bodies=bodies,
        names=names,
        edition=edition,
    )
    amounts = collect_amounts(ledger, shape)
    pages = lay_out_book(shape, notes)
    _refuse_what_is_too_large(pages, amounts)
    reckoner = Reckoner(pages, amounts)
    sheets = [_write_page(page, reckoner) for page in pages.values()]
    return write_calculated_workbook(sheets, title=f"Ledger {shape.year}")


def _write_page(page: Page, reckoner: Reckoner) -> BookSheet:
    cells = {
        at: _write_cell(Place(page.tab, *at), content, reckoner)
        for at, content in page.cells.items()
    }
    return BookSheet(page.tab, cells, page.widths, page.frozen)


def _write_cell(place: Place, content: Content, reckoner: Reckoner) -> BookCell:
    match content:
        case Words(text, look):
            return BookCell(text, look=look)
        case Entry(cell):
            pence = reckoner.amounts.get(cell)
            pounds = None if pence is None else write_pounds(pence)
            return BookCell(pounds, look="input")
        case Fixed(pence):
            return BookCell(write_pounds(pence), look="amount")
        case _:
            pounds = write_pounds(reckoner.find_pence(place))
            return BookCell(pounds, write_formula(content, place.tab), content.look)


def _refuse_what_is_too_large(
    pages: Mapping[str, Page], amounts: Mapping[LedgerCell, Pence]
) -> None:
    faults = [
        Fault(
            cell.row.table,
            f"{cell.row.organisation}, {cell.row.line}, {cell.month:%Y-%m}",
            f"at most {show_pounds(MOST_PENCE)} pounds",
            show_pounds(pence),
            "Correct the amount.",
        )
        for cell, pence in amounts.items()
        if abs(pence) > MOST_PENCE
    ]
    if len(pages) > MOST_SHEETS:
        most, found = f"at most {MOST_SHEETS} sheets", str(len(pages))
        faults.append(Fault("workbook", "", most, found, _FEWER))
    many = sum(len({row for row, _ in page.cells}) for page in pages.values())
    if many > MOST_ROWS:
        most = f"at most {MOST_ROWS:,} rows"
        faults.append(Fault("workbook", "", most, f"{many:,}", _FEWER))
    for page in pages.values():
        rows, columns = (max(each) + 1 for each in zip(*page.cells, strict=True))
        if rows * columns > LIMITS.cells:
            most, found = f"at most {LIMITS.cells:,} cells", f"{rows * columns:,}"
            faults.append(Fault("workbook", f"sheet '{page.tab}'", most, found, _FEWER))
    if faults:
        raise InputError(faults)
