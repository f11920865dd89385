"""How far a number can be trusted, in one word beside it."""

from collections.abc import Iterable
from typing import Final

import polars as pl

STATUSES: Final = ("published", "derived", "calibrated", "illustrative")
"""The four words, strongest first."""

STATUS: Final = pl.Enum(STATUSES)
"""Polars type of every ``status`` column, in order of trust: ``max()`` is the weakest.

Examples
--------
>>> pl.Series(["published", "calibrated"], dtype=STATUS).max()
'calibrated'
"""


def get_weakest(statuses: Iterable[str]) -> str:
    """Get the weakest of one status or more.

    Examples
    --------
    >>> get_weakest(["derived", "published"])
    'derived'
    """
    return max(statuses, key=STATUSES.index)
