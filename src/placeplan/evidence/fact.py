"""A fact: one figure that somebody stated, of what place and period, and where."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.evidence.fact_value import FactValue

MONEY: Final = {"GBP": "", "GBP million": " million", "GBP billion": " billion"}
"""Units of money, and the word that follows the pounds."""

WORDLESS: Final = frozenset(
    {
        "cover",
        "date",
        "hours of day",
        "month",
        "month-day",
        "rating",
        "season",
        "time",
        "year",
        "yes/no",
    }
)
"""Units that the value itself says already."""

NAMED_FIRST: Final = frozenset({"section", "version"})
"""Units that stand before their number."""

SCALES: Final = ("category", "score")
"""How units begin that name a scale rather than something counted."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One version of one figure.

    Parameters
    ----------
    id : str
        Such as ``F146``; it never changes.
    version : int
        1 as first read, 2 once corrected, and so on.
    category, statement : str
        What kind of figure it is, and what is said, in our own words.
    value : FactValue
        Number, range, date, text, or missing.
    unit, place, period : str
        As the paper has them. A figure without its place and period is not a fact.
    known_on : date
        Day from which this version was known.
    source : str
        Id in ``sources.yaml``.
    document, heading : str
        Paper, or part of a pack, and the heading or paragraph in it.
    status : str
        ``published``, ``derived``, ``calibrated`` or ``illustrative``.
    body : str
        Id in the registry of places; empty for none.
    supersedes, conflicts_with : tuple of str
        Ids of facts that this one replaces, or must not be read without.
    note, reason : str
        What stands beside it, and why it replaces the version before.

    Examples
    --------
    >>> fact = Fact("F152", 1, "finance", "Deficit if nothing changes",
    ...     FactValue("number", "486"), "GBP million", "Kent and Medway", "2020/21",
    ...     date(2017, 3, 1), "medway-update-2017", "The update", "Finance")
    >>> fact.shown
    '£486 million'
    >>> fact.sentence
    'Deficit if nothing changes: £486 million (Kent and Medway, 2020/21).'
    """

    id: str
    version: int
    category: str
    statement: str
    value: FactValue
    unit: str
    place: str
    period: str
    known_on: date
    source: str
    document: str
    heading: str
    status: str = "published"
    body: str = ""
    supersedes: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    note: str = ""
    reason: str = ""

    @property
    def shown(self) -> str:
        """Value with its unit, as a reader wants it."""
        return show_with_unit(self.value, self.unit)

    @property
    def sentence(self) -> str:
        """Statement, value, place and period in one line."""
        return f"{self.statement}: {self.shown} ({self.place}, {self.period})."


def show_with_unit(value: FactValue, unit: str) -> str:
    """Write a value with its unit.

    Parameters
    ----------
    value : FactValue
        The value.
    unit : str
        Such as ``%``, ``GBP million``, ``beds`` or ``index, 100 = expected``.

    Examples
    --------
    >>> show_with_unit(FactValue("number", "-103"), "GBP million")
    '-£103 million'
    >>> show_with_unit(FactValue("number", "106.9"), "index, 100 = expected")
    '106.9 (index, 100 = expected)'
    >>> show_with_unit(FactValue("number", "9"), "% over three years")
    '9% over three years'
    >>> show_with_unit(FactValue("text", "good"), "rating")
    'good'
    """
    text = value.shown
    if value.kind in ("missing", "text") or unit in WORDLESS:
        return text
    if unit in MONEY:
        amounts = [_add_pound_sign(part) for part in text.split(" to ")]
        return f"{' to '.join(amounts)}{MONEY[unit]}"
    if unit.startswith("%"):
        return f"{text}{unit}"
    if unit in NAMED_FIRST:
        return f"{unit} {text}"
    if "=" in unit or unit.startswith(SCALES):
        return f"{text} ({unit})"
    return f"{text} {unit}"


def _add_pound_sign(amount: str) -> str:
    return f"-£{amount[1:]}" if amount.startswith("-") else f"£{amount}"
