"""Milestones that wait for each other: what a slip of one does to those behind it.

Plans print when a milestone is due and seldom when the work towards it begins. Where
nothing else is said, that work is taken to fill the days between what a milestone waits
for and its own last agreed day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from placeplan.programme.critical_path import Activity, CriticalPath, find_critical_path
from placeplan.programme.milestone import MilestonePlan


@dataclass(frozen=True, slots=True)
class LinkedMilestone:
    """A milestone, and what it waits for.

    Parameters
    ----------
    reference : str
        Such as ``MS-13``.
    plan : MilestonePlan
        Its dates.
    waits_for : mapping of str to int
        Reference of each milestone before it, and days that have to pass after that.
    """

    reference: str
    plan: MilestonePlan
    waits_for: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class MilestoneNetwork:
    """When milestones can be reached, seen from a day.

    Parameters
    ----------
    ends : mapping of str to date
        Earliest day on which each is reached, with what it waits for; the day itself
        for one that was reached.
    float_days : mapping of str to int
        By how many days each may slip before the end of the whole moves.
    longest : tuple of str
        The chain that sets the end, first to last.
    pushed_days : mapping of str to int
        By how many days each is pushed past the day on which it is expected, because
        what it waits for comes too late; those that are not pushed are left out.
    """

    ends: Mapping[str, date]
    float_days: Mapping[str, int]
    longest: tuple[str, ...]
    pushed_days: Mapping[str, int]

    @property
    def critical(self) -> frozenset[str]:
        """Everything not reached that may not slip by a day."""
        return frozenset(name for name, days in self.float_days.items() if days == 0)


def link_milestones(
    milestones: Iterable[LinkedMilestone], as_at: date
) -> MilestoneNetwork:
    """Follow slips along what waits for what.

    ::

        work  = agreed last day - the later of: start of work, last agreed day of all
                that it waits for; no work where neither is known
        start = max(expected last day - work, end of all that it waits for + their lag)
        end   = start + work

    Parameters
    ----------
    milestones : iterable of LinkedMilestone
        Those that wait for each other, and others; in any order.
    as_at : date
        The day on which one looks: what is not reached is not reached before it.

    Returns
    -------
    MilestoneNetwork
        One that is reached waits for nothing, and has no float.

    Raises
    ------
    InputError
        When some wait for each other, or for what is not listed.

    Examples
    --------
    >>> from placeplan.programme.interval import DateInterval
    >>> slipped = MilestonePlan(DateInterval.parse("September 2019"),
    ...                         DateInterval.parse("10 October 2019"))
    >>> network = link_milestones([
    ...     LinkedMilestone("MS-12", slipped, {}),
    ...     LinkedMilestone("MS-14", MilestonePlan(DateInterval.parse("November 2019")),
    ...                     {"MS-12": 0})], date(2019, 9, 15))
    >>> network.ends["MS-14"], network.longest
    (datetime.date(2019, 12, 10), ('MS-12', 'MS-14'))
    >>> dict(network.pushed_days)
    {'MS-14': 10}
    """
    held = {each.reference: each for each in milestones}
    open_ = {n: each for n, each in held.items() if not _is_reached(each.plan, as_at)}
    starts = [
        each.plan.find_end(as_at) - timedelta(days=_count_work(each, held))
        for each in open_.values()
    ]
    reached = [each.plan.find_end(as_at) for n, each in held.items() if n not in open_]
    origin = min([*starts, *reached], default=as_at)
    activities = [
        activity
        for each in held.values()
        for activity in _make_activities(each, held, origin, as_at)
    ]
    path = find_critical_path(activities)
    return _describe(path, held, open_, origin, as_at)


def _make_activities(
    each: LinkedMilestone,
    held: Mapping[str, LinkedMilestone],
    origin: date,
    as_at: date,
) -> list[Activity]:
    end = each.plan.find_end(as_at)
    if _is_reached(each.plan, as_at):
        return [Activity(each.reference, earliest_day=(end - origin).days)]
    work = _count_work(each, held)
    lags = {
        f"{before} + {lag} days": (before, lag)
        for before, lag in each.waits_for.items()
        if lag
    }
    waits = [
        *(before for before, lag in each.waits_for.items() if not lag),
        *(f"{each.reference} after {name}" for name in lags),
    ]
    start = (end - origin).days - work
    return [
        *(
            Activity(f"{each.reference} after {name}", lag, (before,))
            for name, (before, lag) in lags.items()
        ),
        Activity(each.reference, work, tuple(waits), start),
    ]


def _describe(
    path: CriticalPath,
    held: Mapping[str, LinkedMilestone],
    open_: Mapping[str, LinkedMilestone],
    origin: date,
    as_at: date,
) -> MilestoneNetwork:
    ends = {
        name: origin + timedelta(days=path.times[name].earliest_finish_day)
        for name in held
    }
    pushed = {
        name: days
        for name, each in open_.items()
        if (days := (ends[name] - each.plan.find_end(as_at)).days) > 0
    }
    floats = {name: path.times[name].float_days for name in open_}
    longest = tuple(name for name in path.longest if name in open_)
    return MilestoneNetwork(ends, floats, longest, pushed)


def _count_work(each: LinkedMilestone, held: Mapping[str, LinkedMilestone]) -> int:
    agreed = each.plan.baseline.ends_on
    begins = [
        held[before].plan.baseline.ends_on + timedelta(days=lag)
        for before, lag in each.waits_for.items()
        if before in held
    ]
    if each.plan.work_starts_on is not None:
        begins.append(each.plan.work_starts_on)
    return max(0, (agreed - max(begins)).days) if begins else 0


def _is_reached(plan: MilestonePlan, as_at: date) -> bool:
    return plan.finished_on is not None and plan.finished_on <= as_at
