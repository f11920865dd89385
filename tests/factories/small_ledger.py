"""A small ledger whose sums can be followed by hand."""

from datetime import date

import polars as pl

from placeplan.money.ledger import (
    CONTROL_TOTAL_CHANGES,
    CONTROL_TOTALS,
    LEDGER_LINES,
    LEDGER_SAVINGS,
    LEDGER_VALUES,
    Ledger,
    read_ledger,
)

APRIL, MAY, MARCH = date(2016, 4, 1), date(2016, 5, 1), date(2017, 3, 1)

LINES = [
    ("contract", "Contract", "income", "emergency_spell", None, 1),
    ("fund-money", "Fund", "income", None, "stf", 2),
    ("nurses", "Nurses", "pay", None, None, 3),
    ("bought-care", "Care bought", "non_pay", None, None, 4),
]

VALUES = [
    # The group buys care of the trust; the trust books 5 pence less in May.
    ("trust", "contract", APRIL, "plan", True, "group", 100.0),
    ("trust", "contract", APRIL, "actual", True, "group", 100.0),
    ("trust", "contract", MAY, "plan", True, "group", 110.0),
    ("trust", "contract", MAY, "actual", True, "group", 107.95),
    ("trust", "fund-money", MAY, "plan", False, None, 20.0),
    ("trust", "nurses", APRIL, "plan", True, None, 90.1),
    ("trust", "nurses", APRIL, "actual", True, None, 95.25),
    ("trust", "nurses", MAY, "plan", True, None, 91.0),
    ("trust", "nurses", MAY, "actual", False, None, 99.5),
    ("group", "contract", APRIL, "plan", True, None, 130.0),
    ("group", "contract", APRIL, "actual", True, None, 130.0),
    ("group", "contract", MAY, "plan", True, None, 130.0),
    ("group", "contract", MAY, "actual", True, None, 131.0),
    ("group", "bought-care", APRIL, "plan", True, "trust", 100.0),
    ("group", "bought-care", APRIL, "actual", True, "trust", 100.0),
    ("group", "bought-care", MAY, "plan", True, "trust", 110.0),
    ("group", "bought-care", MAY, "actual", True, "trust", 108.0),
    ("group", "bought-care", MAY, "actual", True, None, 7.0),
]


def make_ledger(
    values=VALUES, lines=LINES, totals=(), changes=(), savings=(), shift=0
) -> Ledger:
    """Make a ledger; rows may be turned round to show that their order is nothing."""
    return read_ledger(make_tables(values, lines, totals, changes, savings, shift))


def make_tables(
    values=VALUES, lines=LINES, totals=(), changes=(), savings=(), shift=0
) -> dict[str, pl.DataFrame]:
    """Make the tables of a plan folder that holds nothing but a ledger."""
    rows = {
        LEDGER_LINES: lines,
        LEDGER_VALUES: values,
        LEDGER_SAVINGS: savings,
        CONTROL_TOTALS: totals,
        CONTROL_TOTAL_CHANGES: changes,
    }
    return {
        contract.name: pl.DataFrame(
            [(*row, "papers", "published") for row in _turn(each, shift)],
            schema=contract.schema,
            orient="row",
        )
        for contract, each in rows.items()
    }


def _turn(rows, by):
    rows = list(rows)
    return [*rows[by:], *rows[:by]]
