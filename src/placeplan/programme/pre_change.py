"""Where a series was heading before a change, and where it is beside that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

FEWEST_MONTHS: Final = 12
"""Months before a change without which its trend is not told: a year has a season."""


@dataclass(frozen=True, slots=True)
class PreChangeTrend:
    """The straight line of the months before a change, carried on to the last month.

    Parameters
    ----------
    months : int
        How many months the line rests on.
    slope : float
        Change of the line from month to month, in the unit of the series.
    expected, found : float
        What the line gives for the last month, and what was found.
    last : date
        That month.
    """

    months: int
    slope: float
    expected: float
    found: float
    last: date


def find_pre_change_trend(
    months: Sequence[date], values: Sequence[float], changed_on: date
) -> PreChangeTrend | None:
    """Fit a line to the months before a change and carry it on to the last month.

    A benefit is what came beyond what was coming anyway: a series that improved before
    the change is held against its own path. A line says nothing of chance: the control
    chart does.

    Parameters
    ----------
    months : sequence of date
        First day of each month, in order.
    values : sequence of float
        One for each month; NaN where nobody reported.
    changed_on : date
        Day of the change; months that begin before it come before it.

    Returns
    -------
    PreChangeTrend or None
        None with fewer than `FEWEST_MONTHS` months before, or none since.

    Examples
    --------
    >>> months = [date(2018 + at // 12, at % 12 + 1, 1) for at in range(14)]
    >>> values = [80.0 + at for at in range(12)] + [95.0, 96.0]
    >>> found = find_pre_change_trend(months, values, date(2019, 1, 1))
    >>> round(found.slope, 6), round(found.expected, 6), found.found
    (1.0, 93.0, 96.0)
    """
    held = [
        (month, value)
        for month, value in zip(months, values, strict=True)
        if not np.isnan(value)
    ]
    before = [(month, value) for month, value in held if month < changed_on]
    if len(before) < FEWEST_MONTHS or len(before) == len(held):
        return None
    places = np.array([_count(month) for month, _ in before], dtype=float)
    slope, start = np.polyfit(
        places - places[0], np.array([value for _, value in before]), 1
    )
    last, found = held[-1]
    expected = start + slope * (_count(last) - places[0])
    return PreChangeTrend(
        len(before), float(slope), float(expected), float(found), last
    )


def _count(month: date) -> int:
    return month.year * 12 + month.month
