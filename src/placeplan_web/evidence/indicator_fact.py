"""Facts that state an indicator: its figures and its standard, as papers give them."""

from collections.abc import Mapping

from placeplan.evidence import Fact, FactRegister
from placeplan.performance import Indicator

STANDARD = "Standard: "
"""What the statement of a fact begins with that gives a level, not a figure."""


def find_indicator_facts(
    register: FactRegister,
    indicators: Mapping[str, Indicator],
    indicator: str,
    body: str = "",
) -> list[Fact]:
    """Find the facts that state an indicator, or one held to the same standard.

    With a body, only its figures, and the standard that holds for all.
    """
    asked = indicators.get(indicator)
    if asked is None:
        return []
    names = {
        each.name
        for each in indicators.values()
        if each.id == asked.id or (asked.standard and each.standard == asked.standard)
    }
    return [
        fact
        for fact in register.facts
        if fact.statement.removeprefix(STANDARD) in names
        and (not body or fact.body == body or fact.statement.startswith(STANDARD))
    ]
