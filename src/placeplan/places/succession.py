"""Succession: which body took over from which, and when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Succession:
    """One body taking over from another.

    Parameters
    ----------
    on : date
        First day of the successor in its place.
    predecessor, successor : str
        Ids of the two.
    source : str
        Id of the source.

    Examples
    --------
    >>> Succession(date(2020, 4, 1), "ccg-swale", "ccg-kent-medway").successor
    'ccg-kent-medway'
    """

    on: date
    predecessor: str
    successor: str
    source: str = ""
