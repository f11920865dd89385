"""The rules of governance that anyone can ask by name."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from placeplan.governance.authority_rules import AUTHORITY_RULES
from placeplan.governance.interest_rules import INTEREST_RULES
from placeplan.governance.meeting_rules import MEETING_RULES
from placeplan.governance.rule_examples import RULE_EXAMPLES
from placeplan.reference.rule import Rule

_ALL: Final = {**MEETING_RULES, **INTEREST_RULES, **AUTHORITY_RULES}

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        name: replace(_ALL[name], examples=RULE_EXAMPLES[name], most_listed=1000)
        for name in _ALL
    }
)
"""Rules by name: those on meetings, on interests, on authority."""
