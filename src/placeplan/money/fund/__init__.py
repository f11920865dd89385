"""Funds: what a quarter earns, what is at risk, and what is lost, to the penny.

Answers what a provider is paid out of the Sustainability and Transformation Fund and of
those that came after it: which tests a quarter must meet, which part of the allocation
each test pays, and what a missed month of A&E costs. Takes the rules of each fund as
dated lists, allocations by quarter, and results; gives whole pence that sum to the
allocation. What was not published about a fund is said and refused, never guessed.
"""

from placeplan.money.fund.access import (
    AccessLevel,
    AccessResult,
    Verdict,
    find_level,
    judge_access,
)
from placeplan.money.fund.payment import (
    STATES,
    FundPayment,
    PartPayment,
    QuarterResult,
    pay_quarter,
    split_allocation,
)
from placeplan.money.fund.rule_set import (
    FundPart,
    FundRules,
    find_phasing,
    get_fund_rules,
    list_funds,
)

__all__ = [
    "STATES",
    "AccessLevel",
    "AccessResult",
    "FundPart",
    "FundPayment",
    "FundRules",
    "PartPayment",
    "QuarterResult",
    "Verdict",
    "find_level",
    "find_phasing",
    "get_fund_rules",
    "judge_access",
    "list_funds",
    "pay_quarter",
    "split_allocation",
]
