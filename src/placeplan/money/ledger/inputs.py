"""What the tables of the ledger in a plan folder must hold."""

from typing import Final

from placeplan.tables import Column, TableContract

COSTS: Final = ("pay", "non_pay")
SIDES: Final = ("income", *COSTS)
"""Sides of a statement of income and expenditure, in the order it is read."""

BASES: Final = ("plan", "actual")
"""What is typed in; a forecast is never typed in, it is worked out."""

MOST_POUNDS: Final = 9_999_999_999_999.99
"""Of one amount: fifteen figures, which a number in a file and a spreadsheet keep."""


def _state_amount(about: str) -> Column:
    return Column("value_pounds", "number", about, least=-MOST_POUNDS, most=MOST_POUNDS)


_ORGANISATION = Column("organisation", "text", refers_to=("organisations", "id"))
_YEAR = Column("year", "year", "Year in which the financial year starts.")
_MONTH = Column("month", "date", "First day of the month.")
_BASIS = Column("basis", "text", "Planned, or booked.", choices=frozenset(BASES))

LEDGER_LINES: Final = TableContract(
    "ledger_lines",
    "money/ledger_lines.csv",
    (
        Column("line", "text", "Id of the line, lower case with hyphens."),
        Column("name", "text", "Name for people."),
        Column("side", "text", "Which side.", choices=frozenset(SIDES)),
        Column(
            "pod", "text", "Point of delivery that it pays for, if any.", nullable=True
        ),
        Column(
            "fund",
            "text",
            "Id of the fund whose money it is; such income does not count when a "
            "position is held against its control total.",
            nullable=True,
        ),
        Column("place_in_list", "whole", "Its place in a statement, from 1.", least=1),
    ),
    key=("line",),
    about="Lines of the ledger, each on one side.",
    required=False,
)

LEDGER_VALUES: Final = TableContract(
    "ledger_values",
    "money/ledger_values.csv",
    (
        _ORGANISATION,
        Column("line", "text", refers_to=("ledger_lines", "line")),
        _MONTH,
        _BASIS,
        Column("recurrent", "flag", "Whether it comes back every year."),
        Column(
            "counterparty",
            "text",
            "Member of the system that pays it or is paid; empty for all others.",
            nullable=True,
            refers_to=("organisations", "id"),
        ),
        _state_amount("Income and cost are both positive."),
    ),
    key=("organisation", "line", "month", "basis", "recurrent", "counterparty"),
    about="What each organisation planned and booked on each line, by month.",
    required=False,
)

LEDGER_SAVINGS: Final = TableContract(
    "ledger_savings",
    "money/ledger_savings.csv",
    (
        _ORGANISATION,
        Column("scheme", "text", "Id of the scheme."),
        Column("name", "text", "Name for people, the same in every row."),
        _MONTH,
        _BASIS,
        Column("recurrent", "flag", "Whether the saving lasts."),
        _state_amount("Saved in that month."),
    ),
    key=("organisation", "scheme", "month", "basis", "recurrent"),
    about="Savings planned and made; a memorandum, already inside the lines.",
    required=False,
)

CONTROL_TOTALS: Final = TableContract(
    "control_totals",
    "money/control_totals.csv",
    (
        _YEAR,
        _ORGANISATION,
        _state_amount(
            "Surplus to be met, or deficit when negative, before money of a fund."
        ),
    ),
    key=("year", "organisation"),
    about="The position that each member of the system agreed to meet.",
    required=False,
)

CONTROL_TOTAL_CHANGES: Final = TableContract(
    "control_total_changes",
    "money/control_total_changes.csv",
    (
        Column("change", "text", "Id of the change, lower case with hyphens."),
        Column("agreed_on", "date", "Day on which it was agreed; the same in all."),
        _YEAR,
        _ORGANISATION,
        _state_amount("Added to the control total of that year."),
    ),
    key=("change", "year", "organisation"),
    about="Changes between members; each nets to zero in each year.",
    required=False,
)

LEDGER_TABLES: Final = (
    LEDGER_LINES,
    LEDGER_VALUES,
    LEDGER_SAVINGS,
    CONTROL_TOTALS,
    CONTROL_TOTAL_CHANGES,
)
"""Contracts of the tables of the ledger."""
