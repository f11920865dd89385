"""Records of this room: ledgers, what changed in them, and every value they had."""

from placeplan_web.money.models.book import LedgerBook
from placeplan_web.money.models.cell import CELL, Cell
from placeplan_web.money.models.change import ChangeKind, LedgerChange
from placeplan_web.money.models.entry import EntryTable, LedgerEntry, LedgerTable

__all__ = [
    "CELL",
    "Cell",
    "ChangeKind",
    "EntryTable",
    "LedgerBook",
    "LedgerChange",
    "LedgerEntry",
    "LedgerTable",
]
