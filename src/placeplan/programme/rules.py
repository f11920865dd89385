"""Every rule of this chapter that anyone can ask, by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from placeplan.programme.change_rules import CHANGE_RULES
from placeplan.programme.risk_rules import RISK_RULES
from placeplan.programme.schedule_rules import SCHEDULE_RULES
from placeplan.programme.stake_rules import STAKE_RULES
from placeplan.reference.rule import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {**SCHEDULE_RULES, **STAKE_RULES, **RISK_RULES, **CHANGE_RULES}
)
"""Rules by name: those on dates, on what is at stake, on risks, on change."""
