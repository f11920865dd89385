"""A workbook of the ledger that came back: every amount, or every fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.money.pence import Pence
from placeplan.money.workbook.cell import LedgerCell, Place
from placeplan.money.workbook.comparison import BACK, SentAmounts, compare_sheet
from placeplan.money.workbook.fact_reading import ANEW, BookFacts, read_facts
from placeplan.money.workbook.layout import lay_out_book
from placeplan.money.workbook.row_reading import (
    read_control_totals,
    read_lines,
    read_savings,
)
from placeplan.money.workbook.sent_sheet import SentSheet
from placeplan.money.workbook.shape import (
    BETWEEN,
    CONTROL,
    OWN_TABS,
    POSITION,
    READ_ME,
    SAVINGS,
    SYSTEM,
    BookShape,
    OrganisationShape,
)
from placeplan.tables import LoadedFile
from placeplan.tables.live_workbook import read_live_workbook
from placeplan.tables.spreadsheet import WorkbookLimits

LIMITS: Final = WorkbookLimits(
    parts=300, total_bytes=15_000_000, cells=50_000, text_characters=50_000_000
)
MOST_SHEETS: Final = 64
MOST_BYTES: Final = 10_000_000
MOST_ROWS: Final = 20_000
"""Rows of all sheets together: ten times those of a system of fifteen members."""

MOST_FAULTS: Final = 50


@dataclass(frozen=True, slots=True)
class SentLedger:
    """What a workbook says of the ledger.

    Parameters
    ----------
    file : str
        Name of the workbook.
    shape : BookShape
        The rows that it shows.
    amounts : mapping of LedgerCell to Pence
        Cells that hold an amount, in whole pence.
    places : mapping of LedgerCell to Place
        Where each cell stands that can be filled in, empty ones too.
    """

    file: str
    shape: BookShape
    amounts: Mapping[LedgerCell, Pence]
    places: Mapping[LedgerCell, Place]


def read_ledger_workbook(content: bytes, *, name: str = "workbook.xlsx") -> SentLedger:
    """Read a workbook that `write_ledger_workbook` made and somebody sent back.

    Every cell must be as it was, but for those to fill in: formulas that were typed
    over, moved rows and words that were changed are told, and so is a formula in a cell
    to fill in. No total is taken from a workbook.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        Its name, for faults.

    Returns
    -------
    SentLedger
        Every amount, in whole pence.

    Raises
    ------
    InputError
        Every fault, in words with sheet, cell and remedy; of very many the first.
    """
    if len(content) > MOST_BYTES:
        most, found = (
            f"at most {MOST_BYTES / 1e6:.0f} MB",
            f"{len(content) / 1e6:,.1f} MB",
        )
        raise InputError([Fault(name, "", most, found, ANEW)])
    sheets = {
        sheet.title: SentSheet(name, sheet)
        for sheet in read_live_workbook(
            LoadedFile(name, content), limits=LIMITS, most_sheets=MOST_SHEETS
        )
    }
    if READ_ME not in sheets:
        found = ", ".join(sheets)[:100]
        raise InputError(
            [Fault(name, f"sheet '{READ_ME}'", "such a sheet", found, ANEW)]
        )
    facts = read_facts(sheets[READ_ME])
    if facts is None:
        raise InputError(sheets[READ_ME].faults)
    _refuse_tabs(name, facts, sheets)
    _refuse_many_rows(name, sheets)
    shape = _read_shape(facts, sheets)
    raise_faults([fault for each in sheets.values() for fault in each.faults])
    sent = SentAmounts()
    for tab, page in lay_out_book(shape).items():
        if tab != READ_ME:
            compare_sheet(name, page, sheets[tab].sheet, sent)
    raise_faults(sent.faults)
    return SentLedger(name, shape, sent.amounts, sent.places)


def _refuse_tabs(name: str, facts: BookFacts, sheets: Mapping[str, SentSheet]) -> None:
    """Refuse a workbook that lacks a sheet, has one more, or calls two alike."""
    own = [READ_ME, POSITION, *[SYSTEM, BETWEEN] * facts.is_system, CONTROL, SAVINGS]
    tabs = [tab for _, tab, _ in facts.organisations]
    missing = [each for each in (*own, *tabs) if each not in sheets]
    more = [each for each in sheets if each not in (*own, *tabs)]
    twice = [each for each in tabs if each in OWN_TABS]
    asked = (
        *((each, "such a sheet", "none", BACK) for each in missing),
        *((each, "no such sheet", "one", "Take it out.") for each in more),
        *((each, "a sheet of its own", "an organisation's", ANEW) for each in twice),
    )
    raise_faults([Fault(name, f"sheet '{tab}'", *words) for tab, *words in asked])


def _refuse_many_rows(name: str, sheets: Mapping[str, SentSheet]) -> None:
    many = sum(len({row for row, _ in each.sheet.cells}) for each in sheets.values())
    if many > MOST_ROWS:
        expected, found = f"at most {MOST_ROWS:,} rows", f"{many:,}"
        raise InputError([Fault(name, "", expected, found, ANEW)])


def _read_shape(facts: BookFacts, sheets: Mapping[str, SentSheet]) -> BookShape:
    control_totals, changes = read_control_totals(sheets[CONTROL])
    return BookShape(
        year=facts.year,
        through=facts.through,
        organisations=tuple(
            OrganisationShape(own, name, tab, read_lines(sheets[tab], own))
            for own, tab, name in facts.organisations
        ),
        savings=read_savings(sheets[SAVINGS]),
        control_totals=control_totals,
        changes=changes,
        is_system=facts.is_system,
        edition=facts.edition,
    )


def raise_faults(faults: list[Fault]) -> None:
    """Raise what was found, of very many the first and how many more."""
    if not faults:
        return
    more = len(faults) - MOST_FAULTS
    shown = faults[:MOST_FAULTS]
    if more > 0:
        words = f"{more:,} more cells like these"
        shown.append(Fault(faults[0].file, "", "cells as they were", words, ANEW))
    raise InputError(shown)
