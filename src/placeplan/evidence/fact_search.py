"""Finding facts: by id, by number, by words."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from placeplan.evidence.fact import Fact

_NUMBER: Final = re.compile(r"[-−]?£?\d[\d,]*(\.\d+)?%?")


def find_matches(facts: Iterable[Fact], words: str) -> set[str]:
    """Find the ids of the facts that match.

    Parameters
    ----------
    facts : iterable of Fact
        Every version that counts.
    words : str
        An id, a number, or words that must all stand in a fact.

    Returns
    -------
    set of str
        Empty when nothing matches, or nothing was asked.

    Examples
    --------
    >>> find_matches([], "245")
    set()
    """
    wanted = words.strip().casefold()
    held = list(facts)
    if by_id := {fact.id for fact in held if fact.id.casefold() == wanted}:
        return by_id
    number = _read_number(wanted)
    if number is not None:
        return {fact.id for fact in held if number in fact.value.numbers}
    parts = wanted.split()
    return {
        fact.id
        for fact in held
        if parts and all(part in text for text in [_list_words(fact)] for part in parts)
    }


def _read_number(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(re.sub(r"[£,%]", "", text.replace("−", "-")))


def _list_words(fact: Fact) -> str:
    parts = (
        fact.statement,
        fact.shown,
        fact.unit,
        fact.place,
        fact.body,
        fact.period,
        fact.document,
        fact.heading,
        fact.category,
    )
    return " ".join(parts).casefold()
