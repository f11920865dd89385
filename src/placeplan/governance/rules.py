"""The rules of governance that anyone can ask by name."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from placeplan.governance.authority_rules import AUTHORITY_RULES
from placeplan.governance.exempt_rules import EXEMPT_RULES
from placeplan.governance.interest_rules import INTEREST_RULES
from placeplan.governance.notice_rules import NOTICE_RULES
from placeplan.governance.quorum_rules import QUORUM_RULES
from placeplan.governance.ratification_rules import RATIFICATION_RULES
from placeplan.governance.regard_rules import REGARD_RULES
from placeplan.governance.rule_examples import RULE_EXAMPLES
from placeplan.governance.vote_rules import VOTE_RULES
from placeplan.reference.rule import Rule

_ALL: Final = {
    **NOTICE_RULES,
    **QUORUM_RULES,
    **VOTE_RULES,
    **EXEMPT_RULES,
    **INTEREST_RULES,
    **AUTHORITY_RULES,
    **RATIFICATION_RULES,
    **REGARD_RULES,
}

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        name: replace(_ALL[name], examples=RULE_EXAMPLES[name], most_listed=1000)
        for name in _ALL
    }
)
"""Rules by name, in the order in which a meeting comes to them."""
