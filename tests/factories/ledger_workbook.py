"""A workbook of a small ledger, and ways to change, read and recalculate one."""

import io
from datetime import date

import openpyxl

from factories.small_ledger import APRIL, MAY, make_ledger
from placeplan.money.workbook import find_changes, read_ledger_workbook

NAMES = {"trust": "Trust of the bay", "group": "Group that pays"}
SAVINGS = [
    ("trust", "rota", "Rotas", APRIL, "plan", True, 3.5),
    ("trust", "rota", "Rotas", MAY, "actual", True, 2.25),
]
TOTALS = [(2016, "trust", 25.0), (2016, "group", 50.5)]
CHANGES = [
    ("swap", date(2016, 7, 1), 2016, "trust", 1.25),
    ("swap", date(2016, 7, 1), 2016, "group", -1.25),
]

BOTH_SIDES = [
    ("group", "nurses", APRIL, "plan", True, "trust", 10.0),
    ("group", "bought-care", MAY, "plan", False, "trust", -15.0),
    ("trust", "contract", MAY, "actual", False, "group", -500.25),
    ("group", "contract", APRIL, "actual", True, "trust", 12.5),
    ("trust", "nurses", APRIL, "actual", True, "group", 3.25),
    ("trust", "bought-care", APRIL, "actual", True, "group", 4.75),
    ("trust", "contract", APRIL, "actual", True, "outside", 1.0),
]
"""Amounts by which members book other things with each other."""


def make_full_ledger(**more):
    """Make the small ledger with savings, control totals and a change of them."""
    rows = {"savings": SAVINGS, "totals": TOTALS, "changes": CHANGES}
    return make_ledger(**{**rows, **more})


def open_book(content, *, values=False):
    """Open a workbook as another program does."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def save_book(book):
    """Give the bytes of a workbook."""
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def find_cell(sheet, line, basis, month, *, partner=None, recurrent="yes"):
    """Find the cell of a line in a month, on the sheet of an organisation."""
    header = [cell.value for cell in sheet[6]]
    column = header.index(month) + 1
    for row in range(7, sheet.max_row + 1):
        found = [sheet.cell(row, at).value for at in (1, 5, 6, 7)]
        if found == [line, recurrent, partner, basis]:
            return sheet.cell(row, column)
    raise AssertionError((line, basis, month))


def find_total(sheet, name, basis, heading):
    """Find the cell of a total by its name, its basis and the heading of its column."""
    header = [cell.value for cell in sheet[6]]
    column = header.index(heading) + 1
    for row in range(7, sheet.max_row + 1):
        if (sheet.cell(row, 2).value, sheet.cell(row, 7).value) == (name, basis):
            return sheet.cell(row, column)
    raise AssertionError((name, basis))


def list_changes(ledger, content):
    """List what a workbook changes, as words."""
    return [str(each) for each in find_changes(ledger, read_ledger_workbook(content))]
