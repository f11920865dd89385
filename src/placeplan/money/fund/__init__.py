"""Funds: what a quarter earns, what is at risk, and what is lost, to the penny.

Answers what a provider is paid out of the Sustainability and Transformation Fund and of
those that came after it: which tests a quarter must meet, which part of the allocation
each test pays, and what a missed month of A&E costs. Takes the rules of each fund as
dated lists, allocations by quarter, and results; gives whole pence that sum to the
allocation. What was not published about a fund is said and refused, never guessed.
"""

from placeplan.money.fund.access import (
    NOT_KNOWN,
    AccessLevel,
    AccessResult,
    Verdict,
    find_level,
    find_needed,
    judge_access,
)
from placeplan.money.fund.account import (
    ProviderQuarter,
    account_fund,
    list_quarters,
    sum_states,
)
from placeplan.money.fund.booked import (
    compare_with_ledger,
)
from placeplan.money.fund.check import (
    check_fund,
)
from placeplan.money.fund.gate import (
    Gate,
)
from placeplan.money.fund.inputs import (
    ACCESS_PARTS,
    FUND_ALLOCATIONS,
    FUND_GATES,
    FUND_PERFORMANCE,
    FUND_TABLES,
)
from placeplan.money.fund.missed_month import (
    count_short,
    list_months,
)
from placeplan.money.fund.payment import (
    STATES,
    FundPayment,
    PartPayment,
    QuarterResult,
    pay_quarter,
    split_allocation,
)
from placeplan.money.fund.result import (
    QuarterAccess,
)
from placeplan.money.fund.rule_set import (
    FundNote,
    FundPart,
    FundRules,
    find_phasing,
    get_fund_rules,
    list_fund_notes,
    list_funds,
)

__all__ = [
    "ACCESS_PARTS",
    "FUND_ALLOCATIONS",
    "FUND_GATES",
    "FUND_PERFORMANCE",
    "FUND_TABLES",
    "NOT_KNOWN",
    "STATES",
    "AccessLevel",
    "AccessResult",
    "FundNote",
    "FundPart",
    "FundPayment",
    "FundRules",
    "Gate",
    "PartPayment",
    "ProviderQuarter",
    "QuarterAccess",
    "QuarterResult",
    "Verdict",
    "account_fund",
    "check_fund",
    "compare_with_ledger",
    "count_short",
    "find_level",
    "find_needed",
    "find_phasing",
    "get_fund_rules",
    "judge_access",
    "list_fund_notes",
    "list_funds",
    "list_months",
    "list_quarters",
    "pay_quarter",
    "split_allocation",
    "sum_states",
]
