"""Which rows of a dated list held on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.periods import Validity
from placeplan.programme.interval import print_day
from placeplan.reference import get_publication

BASES: Final[Mapping[str, str]] = {
    "primary": "",
    "secondary": "Read in a secondary source: check your standing orders.",
    "common_knowledge": "Common practice, not read in the source: check your standing "
    "orders.",
}
"""How a row was read, and what a page says beside it."""


def list_held(
    listing: Mapping[str, dict[str, Any]], as_at: date | None, noun: str
) -> list[dict[str, Any]]:
    """List the rows of a list that held on a day.

    Parameters
    ----------
    listing : mapping of str to dict
        Rows with a ``validity``.
    as_at : date or None
        The day; None for the rows that still hold.
    noun : str
        What the rows are, for the refusal.

    Returns
    -------
    list of dict
        One or more.

    Raises
    ------
    InputError
        When none held on the day.

    Examples
    --------
    >>> rows = {"a": {"name": "a", "validity": Validity(date(2012, 7, 1))}}
    >>> list_held(rows, date(2012, 7, 1), "rule")[0]["name"]
    'a'
    """
    held = [row for row in listing.values() if _holds(row["validity"], as_at)]
    if held:
        return held
    first = min((row["validity"].first for row in listing.values()), default=None)
    since = f"a day on or after {print_day(first)}" if first else "a row of the list"
    found = str(as_at) if as_at else "nothing that still holds"
    raise InputError([Fault(noun, "as_at", since, found, "Choose a later day.")])


def _holds(validity: Validity, as_at: date | None) -> bool:
    return validity.ends_on is None if as_at is None else validity.contains(as_at)


def cite(row: Mapping[str, Any]) -> str:
    """Say where a row was read, with its section where it names one."""
    words = get_publication(row["source"]).words
    return f"{words}: {row['cites']}" if row.get("cites") else words


def warn(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Say how sure a row is, where it was not read in the primary source."""
    words = BASES[row["basis"]]
    return (words,) if words else ()
