"""The first sheet of a workbook that came back: what the others are about."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.errors import PeriodError
from placeplan.money.workbook.read_me_sheet import (
    EDITION,
    LISTED,
    MARK,
    THROUGH,
    WHOLE,
    YEAR,
)
from placeplan.money.workbook.sent_sheet import SentSheet
from placeplan.money.workbook.shape import find_month
from placeplan.periods import FinancialYear

ANEW: Final = "Download the workbook anew, and copy your numbers into it."


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What a first sheet says.

    Parameters
    ----------
    year : FinancialYear
        The year whose months run across.
    through : date
        First day of the last month "to date".
    is_system : bool
        Whether all members are in it.
    edition : str
        Which state of the ledger it shows.
    organisations : tuple of tuple
        Id, tab and name of each.
    """

    year: FinancialYear
    through: date
    is_system: bool
    edition: str
    organisations: tuple[tuple[str, str, str], ...]


def read_facts(sheet: SentSheet) -> BookFacts | None:
    """Read the first sheet; nothing if it does not say what it must."""
    if sheet.get_text(0, 0) != MARK:
        sheet.tell(0, 0, f"'{MARK}'", ANEW)
        return None
    rows = {sheet.get_text(row, 0): row for row in range(sheet.end - 1, -1, -1)}
    year = _read_year(sheet, rows.get(YEAR, 0))
    through = find_month(sheet.get_text(rows.get(THROUGH, 0), 1))
    if year and (through is None or FinancialYear.containing(through) != year):
        sheet.tell(rows.get(THROUGH, 0), 1, f"a month of {year}")
    whole = sheet.get_choice(rows.get(WHOLE, 0), 1, ("yes", "no"))
    listed: list[tuple[str, str, str]] = []
    row = rows.get(LISTED, sheet.end) + 1
    while sheet.get_text(row, 0):
        organisation, tab, name = sheet.get_texts(row, 3)
        listed.append((organisation, tab, name))
        row += 1
    if not listed:
        sheet.tell(row, 0, "an organisation", ANEW)
    _refuse_twice(sheet, row, listed)
    if sheet.faults or year is None or through is None:
        return None
    edition = sheet.get_text(rows[EDITION], 1) if EDITION in rows else ""
    return BookFacts(year, through, whole == "yes", edition, tuple(listed))


def _read_year(sheet: SentSheet, row: int) -> FinancialYear | None:
    try:
        return FinancialYear.parse(sheet.get_text(row, 1))
    except PeriodError:
        sheet.tell(row, 1, "a financial year as in 2016/17")
        return None


def _refuse_twice(
    sheet: SentSheet, end: int, listed: list[tuple[str, str, str]]
) -> None:
    """Tell of an organisation or a sheet that is listed again."""
    first = end - len(listed)
    for column, noun in enumerate(("organisation", "sheet")):
        seen: set[str] = set()
        for row, each in enumerate(listed, start=first):
            if each[column] in seen:
                sheet.tell(row, column, f"each {noun} once")
            seen.add(each[column])
