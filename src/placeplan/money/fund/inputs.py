"""What the tables on funds in a plan folder must hold."""

from typing import Final

from placeplan.tables import Column, TableContract

ACCESS_PARTS: Final = ("rtt", "ae", "cancer")
"""Access standards that a fund has paid for."""

_FUND = Column("fund", "text", "Id of the fund, such as stf.")
_YEAR = Column("year", "year", "Year in which the financial year starts.")
_QUARTER = Column("quarter", "whole", "1 to 4.", least=1, most=4)
_ORGANISATION = Column("organisation", "text", refers_to=("organisations", "id"))

FUND_ALLOCATIONS: Final = TableContract(
    "fund_allocations",
    "money/fund_allocations.csv",
    (
        _FUND,
        _YEAR,
        _QUARTER,
        _ORGANISATION,
        Column("value_pounds", "number", "What the quarter may pay.", least=0),
    ),
    key=("fund", "year", "quarter", "organisation"),
    about="What a fund may pay each provider, by quarter.",
    required=False,
)

FUND_GATES: Final = TableContract(
    "fund_gates",
    "money/fund_gates.csv",
    (
        _FUND,
        _YEAR,
        _QUARTER,
        _ORGANISATION,
        Column(
            "total_met",
            "flag",
            "Whether the control total was met, year to date and before money of the "
            "fund; empty while it is not known.",
            nullable=True,
        ),
        Column(
            "system_met",
            "flag",
            "Whether the system met its own; empty while it is not known.",
            nullable=True,
            optional=True,
        ),
    ),
    key=("fund", "year", "quarter", "organisation"),
    about="Whether control totals were met; where a row is missing the ledger says it.",
    required=False,
)

FUND_PERFORMANCE: Final = TableContract(
    "fund_performance",
    "money/fund_performance.csv",
    (
        _YEAR,
        _QUARTER,
        _ORGANISATION,
        Column("part", "text", "Access part.", choices=frozenset(ACCESS_PARTS)),
        Column("trajectory", "share", "Share agreed; empty if none.", nullable=True),
        Column(
            "actual",
            "share",
            "Share seen in time; empty where a monthly series says it, or not known.",
            nullable=True,
        ),
        Column(
            "indicator",
            "text",
            "Id of the monthly series that says it, such as ae-4h-monthly.",
            nullable=True,
        ),
    ),
    key=("year", "quarter", "organisation", "part"),
    about="What was agreed for each access standard, and what came of it, by quarter.",
    required=False,
)

FUND_TABLES: Final = (FUND_ALLOCATIONS, FUND_GATES, FUND_PERFORMANCE)
"""Contracts of the tables on funds."""
