"""What dated referrals and removals say of a waiting list."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placeplan.stats.array import Floats, Ints
from placeplan.stats.structure import Inspection, Structure
from placeplan.stats.waiting_list import TOO_BIG, WaitingListState, compute_need

Days = NDArray[np.datetime64]
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True, eq=False)
class WaitingHistory:
    """Referrals and removals of one list, one row a person.

    Parameters
    ----------
    referral : array of datetime64[D], shape (people,)
        When each was added; none missing.
    removal : array of datetime64[D], shape (people,)
        When each was taken off; NaT for those who still wait.
    starts_on, ends_on : datetime64[D]
        The period looked at, both included.
    """

    referral: Days
    removal: Days
    starts_on: np.datetime64
    ends_on: np.datetime64


def read_history(
    referral: Days,
    removal: Days,
    *,
    starts_on: np.datetime64 | None = None,
    ends_on: np.datetime64 | None = None,
    look: Inspection | None = None,
) -> tuple[WaitingHistory, tuple[str, ...]]:
    """Check a list and settle its period: first to last referral unless given.

    Raises
    ------
    InputError
        No people, a missing referral, a period that ends before it starts; strictly,
        also a removal before its referral.

    Examples
    --------
    >>> history, checks = read_history(np.array(["2024-01-01"], "M8[D]"),
    ...                                np.array(["NaT"], "M8[D]"))
    >>> str(history.ends_on), checks
    ('2024-01-01', ())
    """
    look = look or Inspection(Structure.STRICT)
    look.refuse_rows(np.isnat(referral), "referral", "a date in every row", "Fill it.")
    if not len(referral):
        look.refuse("column referral", "at least one referral", "none", "Add rows.")
    early = removal < referral
    look.find_rows(early, "removal", "no removal before its referral", "Correct it.")
    known = referral[~np.isnat(referral)]
    today = np.datetime64("1970-01-01", "D")
    start = starts_on if starts_on is not None else min(known, default=today)
    end = ends_on if ends_on is not None else max(known, default=today)
    if start > end:
        look.refuse("options", "a period that ends after it starts", f"{end}", "Swap.")
    checks = look.close()
    return WaitingHistory(referral, removal, start, end), checks


def count_queue(history: WaitingHistory) -> tuple[Days, Ints]:
    """Count who waits at the end of each day of the period.

    Returns
    -------
    tuple of array
        Days, and people referred by then and not removed by then.

    Examples
    --------
    >>> history, _ = read_history(np.array(["2024-01-01", "2024-01-03"], "M8[D]"),
    ...                           np.array(["2024-01-02", "NaT"], "M8[D]"))
    >>> count_queue(history)[1].tolist()
    [1, 0, 1]
    """
    days = np.arange(history.starts_on, history.ends_on + np.timedelta64(1, "D"))
    removed = np.sort(history.removal[~np.isnat(history.removal)])
    came = np.searchsorted(np.sort(history.referral), days, side="right")
    left = np.searchsorted(removed, days, side="right")
    return days, (came - left).astype(np.int64)


@dataclass(frozen=True, slots=True)
class WaitingSummary:
    """A list in figures; people a week, weeks, unless the name says otherwise.

    NaN where it cannot be said: nobody waits, too few removals, or the capacity is not
    the one that is needed.
    """

    demand: float
    capacity: float
    load: float
    intervals: int
    queue_size: int
    target_queue: float
    queue_too_big: bool
    cv_demand: float
    cv_capacity: float
    target_capacity: float
    relief_capacity: float
    mean_wait_days: float
    mean_wait_weeks: float
    pressure: float


def summarise_history(
    history: WaitingHistory,
    target_wait_weeks: float,
    *,
    lone_gap_variation: float = float("nan"),
) -> WaitingSummary:
    """Summarise a waiting list against a target wait.

    Parameters
    ----------
    history : WaitingHistory
        The list and the period.
    target_wait_weeks : float
        The wait that nearly all are to stay within, in weeks.
    lone_gap_variation : float
        What variation to take where there is one removal only; the published R package
        takes 0, here it cannot be said.

    Returns
    -------
    WaitingSummary
        Demand from the gaps between referrals, the ends of the period included;
        capacity from the gaps between removals while somebody waited (a gap starts
        anew from each day that ended with an empty list). Target capacity unless the
        queue is over twice its target, then relief capacity. Mean wait of those who
        wait on the last day; pressure = 2 × mean wait in weeks / target in weeks.

    Notes
    -----
    Source: Fong K and others, 2022. The published R package divides a wait in days by a
    target in weeks; here the unit is the week throughout.

    Examples
    --------
    >>> history, _ = read_history(
    ...     np.array(["2024-01-01", "2024-01-04", "2024-01-15"], "M8[D]"),
    ...     np.array(["2024-01-08", "NaT", "NaT"], "M8[D]"))
    >>> found = summarise_history(history, 4)
    >>> found.queue_size, found.mean_wait_days, round(found.pressure, 4)
    (2, 5.5, 0.3929)
    """
    days, queue = count_queue(history)
    demand_days, cv_demand = _describe_gaps(_referral_gaps(history))
    gaps = _removal_gaps(history, days[queue == 0])
    capacity_days, cv_capacity = _describe_gaps(gaps)
    if len(gaps) == 1:
        cv_capacity = lone_gap_variation
    demand, capacity = _per_week(demand_days), _per_week(capacity_days)
    waits = _waits(history)
    mean_wait = float(waits.mean()) if len(waits) else float("nan")
    size = int(queue[-1])
    need = _need(demand, target_wait_weeks, size, cv_demand, cv_capacity)
    too_big = bool(size > TOO_BIG * need[0])
    return WaitingSummary(
        demand,
        capacity,
        demand / capacity if capacity else float("nan"),
        len(_referral_gaps(history)),
        size,
        need[0],
        too_big,
        cv_demand,
        cv_capacity,
        float("nan") if too_big else need[1],
        need[2] if too_big else float("nan"),
        mean_wait,
        mean_wait / WEEK_DAYS,
        2 * mean_wait / WEEK_DAYS / target_wait_weeks,
    )


def _need(
    demand: float, target: float, size: int, cv_demand: float, cv_capacity: float
) -> tuple[float, float, float]:
    known = WaitingListState(
        demand, 1.0, target, size, 0.0, *np.nan_to_num([cv_demand, cv_capacity])
    )
    need = compute_need(known)
    unsure = np.isnan(cv_demand) or np.isnan(cv_capacity)
    capacity = float("nan") if unsure else float(need.target_capacity)
    return float(need.target_queue), capacity, float(need.relief_capacity)


def _per_week(gap_days: float) -> float:
    return WEEK_DAYS / gap_days if gap_days else float("inf")


def _describe_gaps(gaps: Floats) -> tuple[float, float]:
    """Give the mean of gaps in days and their coefficient of variation."""
    if not len(gaps):
        return float("nan"), float("nan")
    mean = float(gaps.mean())
    if len(gaps) < 2 or not mean:
        return mean, float("nan")
    return mean, float(gaps.std(ddof=1)) / mean


def _referral_gaps(history: WaitingHistory) -> Floats:
    inside = (history.referral >= history.starts_on) & (
        history.referral <= history.ends_on
    )
    ends = np.array([history.starts_on, history.ends_on])
    dates = np.sort(np.concatenate([history.referral[inside], ends]))
    between: Floats = np.diff(dates).astype(float)
    return between


def _removal_gaps(history: WaitingHistory, empty_days: Days) -> Floats:
    """Give days from the last removal, empty day or start to each removal."""
    known = history.removal[~np.isnat(history.removal)]
    dates = np.concatenate([[history.starts_on], empty_days, known])
    is_removal = np.repeat([-1, 0, 1], [1, len(empty_days), len(known)])
    order = np.lexsort([is_removal, dates])
    gaps = np.diff(dates[order]).astype(float)
    kept: Floats = gaps[is_removal[order][1:] == 1]
    return kept


def _waits(history: WaitingHistory) -> Floats:
    waiting = (history.referral <= history.ends_on) & (
        np.isnat(history.removal) | (history.removal > history.ends_on)
    )
    waits: Floats = (history.ends_on - history.referral[waiting]).astype(float)
    return waits
