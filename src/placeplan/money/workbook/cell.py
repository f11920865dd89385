"""What stands in a cell of the workbook: words, an amount to fill in, or a sum."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from placeplan.money.pence import Pence
from placeplan.tables.calculated_workbook import Look
from placeplan.tables.reader import name_spreadsheet_column


class LedgerRow(NamedTuple):
    """A row of the ledger through the months.

    `line` is a scheme among savings and empty for a control total; `basis` is empty for
    a control total; `counterparty` is empty where nobody of the system is on the other
    side.
    """

    table: str
    organisation: str
    line: str = ""
    basis: str = ""
    recurrent: bool = True
    counterparty: str = ""


class LedgerCell(NamedTuple):
    """An amount of the ledger: a row in a month.

    The month of a control total is the April in which its year starts.
    """

    row: LedgerRow
    month: date


class Place(NamedTuple):
    """A cell of a workbook: its tab, and its row and column counted from 0."""

    tab: str
    row: int
    column: int

    @property
    def name(self) -> str:
        """Name of the cell as a spreadsheet has it.

        Examples
        --------
        >>> Place("System", 9, 27).name
        'AB10'
        """
        return f"{name_spreadsheet_column(self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Words:
    """A text that the workbook was given."""

    text: str
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount that people fill in."""

    cell: LedgerCell


@dataclass(frozen=True, slots=True)
class Fixed:
    """An amount that stands there and is not changed in a workbook."""

    pence: Pence


@dataclass(frozen=True, slots=True)
class Term:
    """Cells that a sum adds (`sign` 1) or takes off (-1), from one corner to another.

    Parameters
    ----------
    first, last : Place
        Both on the same tab; the same place for a single cell.
    sign : int
        1 or -1.
    """

    first: Place
    last: Place
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Sum:
    """A live formula: some cells added, others taken off."""

    terms: tuple[Term, ...]
    look: Look = "sum"


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula that is more than a sum.

    Parameters
    ----------
    text : str
        The formula, with ``{0}``, ``{1}`` … for the cells.
    places : tuple of Place
        Those cells, all on the tab of the formula.
    work_out : callable
        What it comes to, in whole pence, of the pence in those cells.
    """

    text: str
    places: tuple[Place, ...]
    work_out: Callable[..., int]
    look: Look = "sum"


Content = Words | Entry | Fixed | Sum | Formula


@dataclass(slots=True)
class Page:
    """A sheet while it is laid out."""

    tab: str
    widths: tuple[float, ...] = ()
    frozen: tuple[int, int] = (0, 0)
    cells: dict[tuple[int, int], Content] = field(default_factory=dict)

    def put(self, row: int, column: int, content: Content) -> Place:
        """Put something into a cell; give its place."""
        self.cells[row, column] = content
        return Place(self.tab, row, column)


def add_up(*places: Place) -> tuple[Term, ...]:
    """Make terms that add single cells."""
    return tuple(Term(place, place) for place in places)


def take_off(*places: Place) -> tuple[Term, ...]:
    """Make terms that take single cells off."""
    return tuple(Term(place, place, -1) for place in places)


def write_formula(total: Sum | Formula, tab: str) -> str:
    """Write the formula of a cell on a tab.

    Examples
    --------
    >>> def at(row, tab="it's"):
    ...     return Place(tab, row, 5)
    >>> write_formula(Sum((Term(at(6), at(8)),)), "it's")
    '=SUM(F7:F9)'
    >>> write_formula(Sum(add_up(at(6)) + take_off(at(8))), "System")
    "='it''s'!F7-'it''s'!F9"
    >>> write_formula(Sum(()), "System")
    '=0'
    >>> write_formula(Formula("ABS({0})", (at(6),), abs), "it's")
    '=ABS(F7)'
    """
    if isinstance(total, Formula):
        return "=" + total.text.format(*(place.name for place in total.places))
    written = "".join(_write_term(term, tab) for term in total.terms)
    return f"={written.removeprefix('+') or '0'}"


def _write_term(term: Term, tab: str) -> str:
    sign = "+" if term.sign > 0 else "-"
    quoted = term.first.tab.replace("'", "''")
    sheet = "" if term.first.tab == tab else f"'{quoted}'!"
    if term.first == term.last:
        return f"{sign}{sheet}{term.first.name}"
    return f"{sign}SUM({sheet}{term.first.name}:{term.last.name})"


@dataclass(slots=True)
class Reckoner:
    """What every cell of laid-out sheets comes to, in whole pence.

    Parameters
    ----------
    pages : mapping of str to Page
        By tab.
    amounts : mapping of LedgerCell to Pence
        What was filled in; a cell that is not there is empty and counts as nothing.
    """

    pages: Mapping[str, Page]
    amounts: Mapping[LedgerCell, Pence]
    known: dict[Place, int] = field(default_factory=dict)

    def find_pence(self, place: Place) -> int:
        """Say what a cell comes to; words and empty cells count as nothing."""
        if place not in self.known:
            content = self.pages[place.tab].cells.get((place.row, place.column))
            self.known[place] = self._work_out(content)
        return self.known[place]

    def _work_out(self, content: Content | None) -> int:
        match content:
            case Entry(cell):
                return self.amounts.get(cell, 0)
            case Fixed(pence):
                return pence
            case Sum(terms):
                return sum(term.sign * self._add_cells(term) for term in terms)
            case Formula(_, places, work_out):
                return work_out(*(self.find_pence(place) for place in places))
            case _:
                return 0

    def _add_cells(self, term: Term) -> int:
        first, last = term.first, term.last
        return sum(
            self.find_pence(Place(first.tab, row, column))
            for row in range(first.row, last.row + 1)
            for column in range(first.column, last.column + 1)
        )
