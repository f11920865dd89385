"""Milestones that wait for each other: who is pushed, and what nothing may delay."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.programme.critical_path import Activity, find_critical_path, find_order
from placeplan.programme.milestone import MilestonePlan, MilestoneState

_BETWEEN: Final = "\x1f"
"""Stands in ids of the time between two milestones, and in no reference of one."""


@dataclass(frozen=True, slots=True)
class MilestoneDependency:
    """One milestone that waits for another.

    Parameters
    ----------
    milestone, depends_on : str
        References: the one that waits, and what must come first.
    lag_days : int
        Days between the two; 0 or more.

    Raises
    ------
    ValueError
        When the days between are below 0.
    """

    milestone: str
    depends_on: str
    lag_days: int = 0

    def __post_init__(self) -> None:
        if self.lag_days < 0:
            message = f"{self.milestone} cannot come before {self.depends_on}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class MilestoneTimes:
    """When a milestone can be reached, seen from a day.

    Parameters
    ----------
    reference : str
        Its reference.
    ends_on : date
        Last day on which it will be, or was, reached, with what it waits for counted.
    pushed_days : int
        By how many days what it waits for pushes it past its own forecast.
    float_days : int
        By how many days it may slip further before the end of the whole moves.
    """

    reference: str
    ends_on: date
    pushed_days: int
    float_days: int


@dataclass(frozen=True, slots=True)
class MilestonePath:
    """All milestones together.

    Parameters
    ----------
    ends_on : date or None
        When the last is reached; None where there are none.
    longest : tuple of str
        The chain of milestones that sets the end, first to last.
    times : mapping of str to MilestoneTimes
        By reference, in an order in which they can be reached.
    """

    ends_on: date | None
    longest: tuple[str, ...]
    times: Mapping[str, MilestoneTimes]


def find_milestone_path(
    plans: Mapping[str, MilestonePlan],
    dependencies: Iterable[MilestoneDependency],
    as_at: date,
) -> MilestonePath:
    """Find when milestones can be reached, given what waits for what.

    A milestone is reached on the last day of its forecast, or later where something
    that it waits for comes later. One that is reached already waits for nothing.

    Parameters
    ----------
    plans : mapping of str to MilestonePlan
        Dates by reference.
    dependencies : iterable of MilestoneDependency
        Which waits for which.
    as_at : date
        The day on which one looks.

    Returns
    -------
    MilestonePath
        Times, float and the longest chain.

    Raises
    ------
    InputError
        When one waits for something that is not there, or in a circle.

    Examples
    --------
    >>> from placeplan.programme.interval import DateInterval
    >>> due = {"MS-14": "October / November 2019", "MS-15": "January 2020"}
    >>> plans = {name: MilestonePlan(DateInterval.parse(when))
    ...          for name, when in due.items()}
    >>> path = find_milestone_path(plans, [MilestoneDependency("MS-15", "MS-14", 60)],
    ...                            date(2019, 12, 12))
    >>> path.times["MS-15"].ends_on, path.times["MS-15"].pushed_days, path.longest
    (datetime.date(2020, 2, 10), 10, ('MS-14', 'MS-15'))
    """
    waits = _gather_waits(plans, dependencies)
    ends = {name: plan.find_end(as_at) for name, plan in plans.items()}
    if not ends:
        return MilestonePath(None, (), {})
    day_0 = min(ends.values())
    activities = [
        activity
        for name, plan in plans.items()
        for activity in _make_activities(
            name,
            (ends[name] - day_0).days,
            {} if plan.find_state(as_at) is MilestoneState.DONE else waits[name],
        )
    ]
    path = find_critical_path(activities)
    times = {
        name: MilestoneTimes(
            name,
            (last := day_0 + timedelta(days=each.earliest_finish_day)),
            (last - ends[name]).days,
            each.float_days,
        )
        for name, each in path.times.items()
        if _BETWEEN not in name
    }
    longest = tuple(name for name in path.longest if _BETWEEN not in name)
    return MilestonePath(day_0 + timedelta(days=path.length_days), longest, times)


def _gather_waits(
    plans: Mapping[str, MilestonePlan], dependencies: Iterable[MilestoneDependency]
) -> dict[str, dict[str, int]]:
    """Gather what each waits for, with the most days between; refuse what cannot be."""
    waits: dict[str, dict[str, int]] = {name: {} for name in plans}
    faults = []
    for each in dependencies:
        if each.milestone not in plans:
            faults.append(
                Fault(
                    "dependencies",
                    each.milestone,
                    "a milestone that is listed",
                    each.milestone,
                    "Add it, or correct the id.",
                )
            )
            continue
        before = waits[each.milestone]
        lag = max(each.lag_days, before.get(each.depends_on, 0))
        before[each.depends_on] = lag
    if faults:
        raise InputError(faults)
    find_order(Activity(n, depends_on=tuple(before)) for n, before in waits.items())
    return waits


def _make_activities(
    name: str, own_day: int, waits: Mapping[str, int]
) -> Iterator[Activity]:
    """Make a milestone of no days, and the time between it and what it waits for."""
    before: list[str] = []
    for other, lag_days in waits.items():
        if lag_days:
            between = f"{name}{_BETWEEN}{other}"
            yield Activity(between, lag_days, (other,))
            before.append(between)
        else:
            before.append(other)
    yield Activity(name, 0, tuple(before), own_day)
