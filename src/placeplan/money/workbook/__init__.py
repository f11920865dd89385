"""The workbook: the ledger as finance people calculate with it, out and in again.

It answers how each figure comes about, and what somebody changed. It takes a ledger,
and gives a workbook in which every total is a live formula over the amounts of the
ledger, down to the position against the control total. It takes that workbook back, and
gives the cells that differ, or every fault with its sheet and its cell.
"""

from placeplan.money.workbook.cell import LedgerCell, LedgerRow, Place
from placeplan.money.workbook.change import CellChange, find_changes, name_row
from placeplan.money.workbook.reading import SentLedger, read_ledger_workbook
from placeplan.money.workbook.shape import BookShape
from placeplan.money.workbook.writing import write_ledger_workbook

__all__ = [
    "BookShape",
    "CellChange",
    "LedgerCell",
    "LedgerRow",
    "Place",
    "SentLedger",
    "find_changes",
    "name_row",
    "read_ledger_workbook",
    "write_ledger_workbook",
]
