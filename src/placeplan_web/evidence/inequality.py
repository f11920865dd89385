"""Inequality as the papers state it: life expectancy and its slope, by commissioner."""

from dataclasses import dataclass
from typing import Final

from placeplan.evidence import Fact, FactCitation, FactRegister

STATEMENTS: Final = {
    "life-expectancy": "Average life expectancy",
    "slope-index": "Slope index of inequality",
}
"""Ids of the pictures, and the statement of the facts that each shows."""

WHOLE: Final = "km-stp"
ADDRESS: Final = "/evidence/inequalities/"


@dataclass(frozen=True, slots=True)
class Gap:
    """One measure of inequality: a fact for each commissioner, and one for them all."""

    id: str
    groups: tuple[Fact, ...]
    whole: Fact | None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, that of the whole system last."""
        return (*self.groups, *((self.whole,) if self.whole else ()))

    @property
    def best_first(self) -> tuple[Fact, ...]:
        """Groups in order: long lives first, small slopes first."""
        sign = 1 if self.id == "slope-index" else -1
        return tuple(sorted(self.groups, key=lambda fact: sign * read_number(fact)))


def read_number(fact: Fact) -> float:
    """The number of a fact that is one."""
    return float(fact.value.number or 0)


def find_gap(register: FactRegister, id_: str) -> Gap | None:
    """Find the facts of a measure; None when no group has one."""
    held = [
        fact
        for fact in register.facts
        if fact.statement == STATEMENTS[id_] and fact.value.number is not None
    ]
    groups = tuple(fact for fact in held if fact.body.startswith("ccg-"))
    whole = next((fact for fact in held if fact.body == WHOLE), None)
    return Gap(id_, groups, whole) if groups else None


def list_citations(register: FactRegister) -> list[FactCitation]:
    """What the page rests on, as rows of the register."""
    gaps = [gap for id_ in STATEMENTS if (gap := find_gap(register, id_))]
    return [
        FactCitation(
            fact.id, "page", "inequalities", "Inequalities", f"{ADDRESS}#{gap.id}"
        )
        for gap in gaps
        for fact in gap.facts
    ]
