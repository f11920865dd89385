"""Names of what a ledger holds, for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from placeplan.money.amount_words import say_exactly
from placeplan.money.ledger.inputs import LEDGER_LINES
from placeplan.money.pence import Pence
from placeplan.periods import FinancialYear
from placeplan.places import Registry
from placeplan_web.money.models import Cell, EntryTable, LedgerBook
from placeplan_web.money.queries.book import Newest, find_newest
from placeplan_web.money.queries.tables import SCHEMES, read_whole_tables
from placeplan_web.places.queries import as_at

TOTAL: Final = "Control total"
NOT_RECURRENT: Final = "non-recurrent"


def write_exactly(pence: int | None) -> str:
    """Write what a cell holds, to the penny."""
    return "empty" if pence is None else say_exactly(Pence(pence))


@dataclass(frozen=True, slots=True)
class LedgerNames:
    """Names of lines and schemes of a ledger, and of organisations as of a day."""

    lines: Mapping[str, str]
    schemes: Mapping[tuple[str, str], str]
    registry: Registry
    day: date

    def name_organisation(self, slug: str) -> str:
        """Give the name that an organisation had on the day, or the last it had."""
        periods = self.registry.periods.get(slug, ())
        of_the_day = [each for each in periods if each.validity.contains(self.day)]
        bodies = of_the_day or periods[-1:]
        return bodies[0].name if bodies else slug

    def name_line(self, cell: Cell) -> str:
        """Give the name of the line, scheme or total that a cell stands in."""
        if cell.table == EntryTable.CONTROL_TOTALS:
            return TOTAL
        if cell.table == EntryTable.SAVINGS:
            return self.schemes.get((cell.organisation, cell.line), cell.line)
        return self.lines.get(cell.line, cell.line)

    def name_cell(self, cell: Cell) -> str:
        """Name a cell in full: Pay of Medway NHS Foundation Trust, April 2016, plan."""
        about = f"{self.name_line(cell)} of {self.name_organisation(cell.organisation)}"
        if cell.table == EntryTable.CONTROL_TOTALS:
            return f"{about}, {FinancialYear.containing(cell.month)}"
        parts = [about, f"{cell.month:%B %Y}", cell.basis]
        if not cell.recurrent:
            parts.append(NOT_RECURRENT)
        if cell.counterparty:
            parts.append(f"with {self.name_organisation(cell.counterparty)}")
        return ", ".join(parts)


def get_names(book: LedgerBook, day: date) -> LedgerNames:
    """Get the names of a ledger, with organisations as they were called on a day."""
    lines, schemes = _read_names(find_newest(book))
    return LedgerNames(lines, schemes, as_at(day).registry, day)


@lru_cache(maxsize=2)
def _read_names(
    newest: Newest,
) -> tuple[Mapping[str, str], Mapping[tuple[str, str], str]]:
    tables = read_whole_tables(newest)
    lines = tables[LEDGER_LINES.name].select("line", "name")
    schemes = tables[SCHEMES].iter_rows()
    return dict(lines.iter_rows()), {(body, line): name for body, line, name in schemes}
