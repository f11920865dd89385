"""The case for change: what the page says, in sentences made of facts.

A figure stands in a sentence by the id of its fact alone, so that a corrected fact
corrects the page, and each fact knows that the page rests on it.
"""

import re
from dataclasses import dataclass
from typing import Final

from placeplan.evidence import FactCitation

FACT: Final = re.compile(r"\{([A-Z]\d+)\}")
ADDRESS: Final = "/evidence/case-for-change/"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for change: a heading, and sentences that hold ids of facts."""

    id: str
    title: str
    sentences: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts in it, in reading order."""
        return tuple(id_ for words in self.sentences for id_ in FACT.findall(words))


_PEOPLE: Final = (
    "In 2011 Kent and Medway had {F001}; {F003} more were expected by 2031: {F004}.",
    "By 2021 there were to be {F007} more people over 65, and {F008} more over 85.",
    "A later paper predicts {F010} more people by 2031.",
)
_HEALTH: Final = (
    "People live {F122} on average: {F106} in Ashford, {F118} in Thanet.",
    "Between the most and the least deprived areas the difference is {F140}.",
    "Adults with a severe mental illness die {F333} earlier than others.",
    "About {F139} die early of causes that healthcare could affect.",
    "Over {F293} live with one or more significant long-term conditions.",
)
_PLACE: Final = (
    "At any time over {F144} in acute beds, or {F145}, could be cared for elsewhere.",
    "As many as {F330} of emergency admissions could be avoided.",
)
_STAFF: Final = (
    "To match the national average, Kent and Medway needs {F146} and {F329} more.",
    "{F147} of general practitioners stand empty.",
)
_CARE: Final = (
    "In March 2017, {F219} of patients were through A&E within four hours.",
    "{F149} gave clot-busting drugs for stroke within the {F148} of the guideline.",
)
_MONEY: Final = (
    "Health and social care bodies were {F151} short in 2016/17.",
    "If nothing changes they will be {F152} short in 2020/21.",
    "Services that ran as well as the top areas of England would save {F336}.",
)
REASONS: Final = (
    Reason("people", "There will be more people, and more of them old", _PEOPLE),
    Reason("health", "Health is unequal, and some deaths come too early", _HEALTH),
    Reason("place", "Many are cared for in the wrong place", _PLACE),
    Reason("staff", "There are too few staff", _STAFF),
    Reason("care", "Care is not as good or as quick as it should be", _CARE),
    Reason("money", "Money does not pay for care as it is given now", _MONEY),
)

CITATIONS: Final = tuple(
    FactCitation(
        fact, "page", "case-for-change", "Case for change", f"{ADDRESS}#{reason.id}"
    )
    for reason in REASONS
    for fact in dict.fromkeys(reason.facts)
)
"""What the page rests on, as rows of the register."""
