"""How far a number can be trusted, in one word beside it."""

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
