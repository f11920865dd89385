"""Every rule of this chapter that anyone can ask, by name."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from placeplan.programme.change_rules import CHANGE_RULES
from placeplan.programme.risk_rules import RISK_RULES
from placeplan.programme.rule_examples import RULE_EXAMPLES
from placeplan.programme.schedule_rules import SCHEDULE_RULES
from placeplan.programme.stake_rules import STAKE_RULES
from placeplan.reference.rule import Rule

_RULES: Final = {**SCHEDULE_RULES, **STAKE_RULES, **RISK_RULES, **CHANGE_RULES}

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        name: replace(rule, examples=RULE_EXAMPLES.get(name, ()))
        for name, rule in _RULES.items()
    }
)
"""Rules by name: those on dates, on what is at stake, on risks, on change."""
