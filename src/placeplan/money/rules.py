"""Every rule of this chapter that anyone can ask, by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from placeplan.money.fair_share.allocation_rules import ALLOCATION_RULES
from placeplan.money.fund.payment_rules import FUND_RULES
from placeplan.money.ledger.break_even_rule import BREAK_EVEN_RULES
from placeplan.money.productivity.five_year_rule import FIVE_YEAR_RULES
from placeplan.reference.rule import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        **BREAK_EVEN_RULES,
        **FUND_RULES,
        **FIVE_YEAR_RULES,
        **ALLOCATION_RULES,
    }
)
"""Rules by name; a room adds its own here."""
