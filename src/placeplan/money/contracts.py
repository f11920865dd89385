"""Every table that the chapter reads, of all its rooms."""

from typing import Final

from placeplan.money.fund.inputs import FUND_TABLES
from placeplan.money.inputs import TABLES as GAP_TABLES
from placeplan.money.ledger.inputs import LEDGER_TABLES
from placeplan.tables import TableContract

TABLES: Final[tuple[TableContract, ...]] = (
    *GAP_TABLES,
    *LEDGER_TABLES,
    *FUND_TABLES,
)
"""Contracts of every table that this chapter reads; a room adds its own here."""
