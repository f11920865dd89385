"""Whether bodies break even, by the test of the day: all together, or each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.money.amount_words import say_pence
from placeplan.money.pence import Pence, check_pence
from placeplan.periods import Validity
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

BREAK_EVEN_TESTS: Final = ("system", "each_body")
"""All bodies of a system together, or each of them."""


@dataclass(frozen=True, slots=True)
class BreakEvenRules:
    """By which test bodies break even over a period.

    Parameters
    ----------
    rule : str
        Id, such as ``each_body_2026``.
    test : str
        One of `BREAK_EVEN_TESTS`.
    about : str
        In words, without a full stop.
    source : str
        Id of the publication.
    validity : Validity
        The days on which it holds.
    """

    rule: str
    test: str
    about: str
    source: str
    validity: Validity


BREAK_EVEN_RULE_SETS: Final = Listing(
    "break-even rule",
    state_list(
        "break_even_rules",
        Column("rule", "text", "Id of the rule set."),
        Column("test", "text", "Who.", choices=frozenset(BREAK_EVEN_TESTS)),
        Column("about", "text", "In words."),
    ),
    BreakEvenRules,
)
"""Rule sets by id, the oldest first."""


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What the test found.

    Parameters
    ----------
    met : bool
        Whether the bodies break even.
    rules : BreakEvenRules
        By which rule set.
    system_surplus : Pence
        The plain sum of the bodies; negative for a deficit.
    bodies_in_deficit : tuple of str
        Ids, the largest deficit first; each fails where the test is of each body.
    reasons : tuple of str
        Why, in sentences, the verdict first.
    source : str
        Where the rule set was read.
    """

    met: bool
    rules: BreakEvenRules
    system_surplus: Pence
    bodies_in_deficit: tuple[str, ...]
    reasons: tuple[str, ...]
    source: str


def get_break_even_rules(as_at: date | None = None) -> BreakEvenRules:
    """Get the rule set of a day.

    Parameters
    ----------
    as_at : date or None
        The day; None for the rule set that still holds. A day before the oldest rule
        set is judged by the oldest.

    Examples
    --------
    >>> get_break_even_rules(date(2026, 3, 31)).test
    'system'
    >>> get_break_even_rules(date(2026, 4, 1)).test
    'each_body'
    """
    oldest, *later = BREAK_EVEN_RULE_SETS.values()
    held = oldest
    for each in later:
        if as_at is None or each.validity.first <= as_at:
            held = each
    return held


def check_break_even(
    surpluses: Mapping[str, Pence], as_at: date | None = None
) -> BreakEven:
    """Check whether bodies break even, by the test of a day.

    Parameters
    ----------
    surpluses : mapping of str to Pence
        Surplus of each body; negative for a deficit. At least one.
    as_at : date or None
        Day whose test counts, as for `get_break_even_rules`.

    Returns
    -------
    BreakEven
        The same whatever the order of the bodies.

    Raises
    ------
    InputError
        When there is no body.

    Examples
    --------
    >>> bodies = {"east": Pence(-300), "west": Pence(500)}
    >>> check_break_even(bodies, date(2026, 3, 31)).met
    True
    >>> later = check_break_even(bodies, date(2026, 4, 1))
    >>> later.met, later.bodies_in_deficit
    (False, ('east',))
    """
    if not surpluses:
        remedy = "Name each body with its surplus."
        raise InputError([Fault("bodies", "", "one or more", "none", remedy)])
    short = {name: each for name, each in surpluses.items() if check_pence(each) < 0}
    rules = get_break_even_rules(as_at)
    total = Pence(sum(surpluses.values()))
    met = total >= 0 if rules.test == "system" else not short
    failing = tuple(sorted(short, key=lambda name: (short[name], name)))
    listed = [f"{name} is {_say_size(surpluses[name])} short" for name in failing]
    reasons = (
        _say_system(total, len(surpluses), short=not met)
        if rules.test == "system"
        else _say_each(len(surpluses), len(short)),
        *([f"In deficit: {'; '.join(listed)}."] if listed else []),
        f"{rules.about} ({rules.validity}).",
        *_warn(rules, as_at),
    )
    source = get_publication(rules.source).words
    return BreakEven(met, rules, total, failing, reasons, source)


def _say_system(total: Pence, bodies: int, *, short: bool) -> str:
    whole = "The body does" if bodies == 1 else f"The {bodies} bodies together do"
    if short:
        return f"{whole} not break even: {_say_size(total)} short."
    over = f": {_say_size(total)} over" if total else ", to the penny"
    return f"{whole} break even{over}."


def _say_each(bodies: int, short: int) -> str:
    if not short:
        return "Each body breaks even."
    stand = "1 body does" if short == 1 else f"{short} bodies do"
    return f"{stand} not break even, of {bodies}; each must."


def _say_size(pence: Pence) -> str:
    return say_pence(Pence(abs(pence)))


def _warn(rules: BreakEvenRules, as_at: date | None) -> tuple[str, ...]:
    if as_at is None or rules.validity.contains(as_at):
        return ()
    day = f"{as_at.day} {as_at:%B %Y}"
    return (f"No older rule is known: {day} is judged by the oldest.",)
