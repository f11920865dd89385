"""Every table that the chapter reads, of all its rooms."""

from typing import Final

from placeplan.money.appraisal.inputs import APPRAISAL_TABLES
from placeplan.money.better_care.inputs import BETTER_CARE_TABLES
from placeplan.money.fair_share.inputs import FAIR_SHARE_TABLES
from placeplan.money.fund.inputs import FUND_TABLES
from placeplan.money.inputs import TABLES as GAP_TABLES
from placeplan.money.ledger.inputs import LEDGER_TABLES
from placeplan.money.productivity.inputs import PRODUCTIVITY_TABLES
from placeplan.tables import TableContract

TABLES: Final[tuple[TableContract, ...]] = (
    *GAP_TABLES,
    *LEDGER_TABLES,
    *FUND_TABLES,
    *BETTER_CARE_TABLES,
    *PRODUCTIVITY_TABLES,
    *APPRAISAL_TABLES,
    *FAIR_SHARE_TABLES,
)
"""Contracts of every table that this chapter reads; a room adds its own here."""
