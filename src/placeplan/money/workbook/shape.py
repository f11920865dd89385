"""What a workbook of the ledger is made of: its rows in order, without amounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.money.ledger.ledger import find_months
from placeplan.money.pence import Pence
from placeplan.money.workbook.cell import LedgerRow
from placeplan.periods import FinancialYear

READ_ME: Final = "Read me"
SAVINGS: Final = "Savings"
CONTROL: Final = "Control totals"
SYSTEM: Final = "System"
BETWEEN: Final = "Between members"
POSITION: Final = "Position"
OWN_TABS: Final = (READ_ME, SAVINGS, CONTROL, SYSTEM, BETWEEN, POSITION)
"""Tabs that are no organisation's."""

VALUES_TABLE: Final = "ledger_values"
SAVINGS_TABLE: Final = "ledger_savings"
CONTROL_TABLE: Final = "control_totals"
"""Tables of the ledger whose amounts are filled in."""

MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
"""Months as headings name them; words of our own, so that no locale changes them."""

_LONGEST_TAB: Final = 31
_NOT_ON_A_TAB: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a sheet of amounts.

    Parameters
    ----------
    row : LedgerRow
        Which row of the ledger it shows.
    name : str
        Name of its line or scheme.
    side : str
        Side of its line; empty for a saving.
    fund : str
        Fund whose money it is; empty for none.
    """

    row: LedgerRow
    name: str
    side: str = ""
    fund: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationShape:
    """The sheet of an organisation."""

    organisation: str
    name: str
    tab: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class ControlShape:
    """The row of an organisation among the control totals, with agreed changes."""

    row: LedgerRow
    name: str
    changes: tuple[Pence, ...]


@dataclass(frozen=True, slots=True)
class BookShape:
    """A workbook without the amounts that are filled in.

    Parameters
    ----------
    year : FinancialYear
        Its months run across.
    through : date
        First day of the last month that counts into "to date".
    organisations : tuple of OrganisationShape
        In the order of the tabs.
    savings : tuple of ShownRow
        Rows of the savings.
    control_totals : tuple of ControlShape
        Organisations that have a control total in the year.
    changes : tuple of str
        Agreed changes of control totals, as columns.
    is_system : bool
        Whether all members are in it, so that the system can be added up.
    edition : str
        Which state of the ledger it shows, in the words of who gave it out; may be
        empty.
    """

    year: FinancialYear
    through: date
    organisations: tuple[OrganisationShape, ...]
    savings: tuple[ShownRow, ...]
    control_totals: tuple[ControlShape, ...]
    changes: tuple[str, ...]
    is_system: bool
    edition: str = ""

    @property
    def names(self) -> dict[str, str]:
        """Name of every organisation that has a sheet or a control total, by id."""
        sheets = {own.organisation: own.name for own in self.organisations}
        totals = {own.row.organisation: own.name for own in self.control_totals}
        return {**totals, **sheets}

    @property
    def months(self) -> tuple[date, ...]:
        """First days of the twelve months."""
        return tuple(find_months(self.year.start))

    @property
    def months_to_date(self) -> int:
        """How many months count into "to date"."""
        return len(find_months(self.year.start, self.through))


def name_tabs(organisations: Iterable[str]) -> dict[str, str]:
    """Give each organisation a tab that no other has, by its id.

    Examples
    --------
    >>> name_tabs(["dgt", "DGT", "system"])
    {'dgt': 'dgt', 'DGT': 'DGT 2', 'system': 'system 2'}
    """
    taken = {tab.casefold() for tab in OWN_TABS}
    tabs: dict[str, str] = {}
    for organisation in organisations:
        plain = organisation.translate(_NOT_ON_A_TAB).strip() or "organisation"
        tab, number = plain[:_LONGEST_TAB], 1
        while tab.casefold() in taken:
            number += 1
            end = f" {number}"
            tab = plain[: _LONGEST_TAB - len(end)] + end
        taken.add(tab.casefold())
        tabs[organisation] = tab
    return tabs


def name_month(month: date) -> str:
    """Name a month as the heading of a column.

    Examples
    --------
    >>> name_month(date(2016, 4, 1))
    'Apr 2016'
    """
    return f"{MONTHS[month.month - 1]} {month.year}"


def find_month(text: str) -> date | None:
    """Find the month that a heading names; nothing for any other text.

    Examples
    --------
    >>> find_month("Apr 2016"), find_month("April")
    (datetime.date(2016, 4, 1), None)
    """
    name, _, year = text.strip().partition(" ")
    if name not in MONTHS or not (year.isascii() and year.isdecimal()):
        return None
    number = int(year[:5])
    return date(number, MONTHS.index(name) + 1, 1) if 0 < number <= 9999 else None
