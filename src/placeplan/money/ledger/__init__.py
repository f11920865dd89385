"""The ledger: what each organisation planned and booked, by line and by month.

It answers where each body and the system as a whole stand: income, pay and non-pay,
what recurs and what does not, plan against actual, and the position against the control
total. It takes the tables of `LEDGER_TABLES`, and gives frames in whole pence.
"""

from placeplan.money.ledger.break_even import (
    BREAK_EVEN_RULE_SETS,
    BREAK_EVEN_TESTS,
    BreakEven,
    BreakEvenRules,
    check_break_even,
    get_break_even_rules,
)
from placeplan.money.ledger.check import check_ledger
from placeplan.money.ledger.control_total import check_changes, flex_control_totals
from placeplan.money.ledger.elimination import find_eliminations, say_mismatches
from placeplan.money.ledger.inputs import (
    BASES,
    CONTROL_TOTAL_CHANGES,
    CONTROL_TOTALS,
    LEDGER_LINES,
    LEDGER_SAVINGS,
    LEDGER_TABLES,
    LEDGER_VALUES,
    SIDES,
)
from placeplan.money.ledger.ledger import Ledger, find_months, read_ledger
from placeplan.money.ledger.position import (
    AXES,
    STATEMENT,
    SURPLUS,
    find_last_month,
    find_position,
    list_lines,
    list_surpluses,
)
from placeplan.money.ledger.statement import (
    SystemStatement,
    compare_with_control_totals,
    sum_statements,
)
from placeplan.money.ledger.statement_words import say_statement
from placeplan.money.ledger.summary import (
    SUMMED,
    summarise_organisations,
    summarise_systems,
)
from placeplan.money.ledger.system import SystemPosition, find_system_position
from placeplan.money.ledger.systems import (
    LEDGER_MEMBERS,
    SystemsLedger,
    read_ledger_parquet,
    write_ledger_parquet,
)

__all__ = [
    "AXES",
    "BASES",
    "BREAK_EVEN_RULE_SETS",
    "BREAK_EVEN_TESTS",
    "CONTROL_TOTALS",
    "CONTROL_TOTAL_CHANGES",
    "LEDGER_LINES",
    "LEDGER_MEMBERS",
    "LEDGER_SAVINGS",
    "LEDGER_TABLES",
    "LEDGER_VALUES",
    "SIDES",
    "STATEMENT",
    "SUMMED",
    "SURPLUS",
    "BreakEven",
    "BreakEvenRules",
    "Ledger",
    "SystemPosition",
    "SystemStatement",
    "SystemsLedger",
    "check_break_even",
    "check_changes",
    "check_ledger",
    "compare_with_control_totals",
    "find_eliminations",
    "find_last_month",
    "find_months",
    "find_position",
    "find_system_position",
    "flex_control_totals",
    "get_break_even_rules",
    "list_lines",
    "list_surpluses",
    "read_ledger",
    "read_ledger_parquet",
    "say_mismatches",
    "say_statement",
    "sum_statements",
    "summarise_organisations",
    "summarise_systems",
    "write_ledger_parquet",
]
