"""Referral-to-treatment waits: counts by week, summaries and percentiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats

OPEN_BAND: Final = 104
STANDARD_WEEKS: Final = 18
LONG_WEEKS: Final = (52, 65, 78, 104)


@dataclass(frozen=True, slots=True)
class WaitSummary:
    """A waiting list by weeks waited.

    Parameters
    ----------
    total : float
        Everyone waiting.
    within_18 : float
        Those of up to 18 weeks.
    within_18_percent : float
        The same out of all; NaN when nobody waits.
    over : dict of int to float
        Those over 52, 65, 78 and 104 weeks.
    percentile_weeks : dict of float to float
        Weeks waited by share; infinite in the open band, NaN when nobody waits.
    """

    total: float
    within_18: float
    within_18_percent: float
    over: dict[int, float]
    percentile_weeks: dict[float, float]


def find_percentiles(
    count: ArrayLike, shares: Sequence[float], *, last_open: bool = False
) -> Floats:
    """Find how long a share of people have waited at most.

    Parameters
    ----------
    count : array, shape (bands,)
        People who waited k to k + 1 units of time; place k in the array.
    shares : sequence of float
        0 to 1, such as 0.92.
    last_open : bool
        The last band has no end: a percentile in it is infinite.

    Returns
    -------
    array of float, shape (shares,)
        k + (share × total - those before) / those in the band, where the share is
        first reached; NaN when nobody waits.

    Raises
    ------
    InputError
        Counts missing or below zero, a share outside 0 to 1.

    Notes
    -----
    Source: NHS England, RTT statistics: medians and 92nd percentiles are interpolated
    within weekly bands.

    Examples
    --------
    >>> find_percentiles([10, 10, 20], [0.5, 0.75]).tolist()
    [2.0, 2.5]
    """
    people, wanted = np.asarray(count, float), np.asarray(shares, float)
    _check(people, wanted)
    total = people.sum()
    if not total:
        return np.full(len(wanted), np.nan)
    reached = np.cumsum(people)
    cut = wanted * total
    band = np.minimum(np.searchsorted(reached, cut, side="left"), len(people) - 1)
    before = reached[band] - people[band]
    inside = np.divide(
        cut - before, people[band], out=np.zeros(len(band)), where=people[band] > 0
    )
    found: Floats = band + inside
    if last_open:
        found = np.where(band == len(people) - 1, np.inf, found)
    return found


def summarise_waits(
    count: ArrayLike, *, shares: Sequence[float] = (0.5, 0.92, 0.95)
) -> WaitSummary:
    """Summarise a waiting list that is counted by weeks waited.

    Parameters
    ----------
    count : array, shape (105,)
        People who waited 0 to 1 weeks, 1 to 2 … 103 to 104, and over 104.
    shares : sequence of float
        Percentiles wanted, as shares.

    Returns
    -------
    WaitSummary
        Within 18 weeks are the first 18 bands.

    Raises
    ------
    InputError
        Not 105 bands, or counts missing or below zero.

    Examples
    --------
    >>> found = summarise_waits([2.0] * 18 + [0.0] * 86 + [4.0])
    >>> found.within_18_percent, found.over[104], found.percentile_weeks[0.5]
    (90.0, 4.0, 10.0)
    """
    people = np.asarray(count, dtype=float)
    if people.shape != (OPEN_BAND + 1,):
        found = f"{people.size} bands"
        expected = f"{OPEN_BAND + 1} weekly bands, the last one open"
        remedy = "Fill absent weeks with 0 and gather all over 104 weeks in the last."
        raise InputError([Fault("input", "column count", expected, found, remedy)])
    weeks = find_percentiles(people, shares, last_open=True)
    total = float(people.sum())
    within = float(people[:STANDARD_WEEKS].sum())
    return WaitSummary(
        total,
        within,
        within / total * 100 if total else float("nan"),
        {limit: float(people[limit:].sum()) for limit in LONG_WEEKS},
        dict(zip(shares, weeks.tolist(), strict=True)),
    )


def _check(people: Floats, shares: Floats) -> None:
    faults = []
    if not len(people) or not (people >= 0).all():
        faults.append(("column count", "a count of 0 or more in every row"))
    if not ((shares >= 0) & (shares <= 1)).all():
        faults.append(("percentile", "shares from 0 to 1, such as 0.92"))
    if faults:
        raise InputError(
            Fault("input", where, expected, "", "Correct it.")
            for where, expected in faults
        )
