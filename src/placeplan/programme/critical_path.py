"""Who waits for whom, what nothing may delay, and by how much the rest may slip."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from placeplan.errors import Fault, InputError

_REMEDY = "Take one of them out of the circle."
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Activity:
    """Work, or a milestone (work of no days), and what it waits for.

    Parameters
    ----------
    id : str
        Its reference.
    duration_days : int
        How long it takes, in days; 0 for a milestone.
    depends_on : tuple of str
        What must be finished first.
    earliest_day : int
        Day before which it cannot start, counted from day 0; 0 when it can at once.

    Raises
    ------
    ValueError
        When a number of days is below 0.
    """

    id: str
    duration_days: int = 0
    depends_on: tuple[str, ...] = ()
    earliest_day: int = 0

    def __post_init__(self) -> None:
        if self.duration_days < 0 or self.earliest_day < 0:
            message = f"days of {self.id} must be 0 or more"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class ActivityTimes:
    """When an activity can and must run, in days from day 0.

    Parameters
    ----------
    id : str
        Its reference.
    earliest_start_day, earliest_finish_day : int
        As soon as everything before it allows.
    latest_start_day, latest_finish_day : int
        Without moving the end of the whole.
    """

    id: str
    earliest_start_day: int
    earliest_finish_day: int
    latest_start_day: int
    latest_finish_day: int

    @property
    def float_days(self) -> int:
        """By how many days it may slip before the end of the whole moves."""
        return self.latest_finish_day - self.earliest_finish_day


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """When everything can run, and the chain that sets the end.

    Parameters
    ----------
    length_days : int
        Day on which the last activity ends, counted from day 0.
    longest : tuple of str
        The chain of activities that sets the end, first to last. Where several are
        equally long, the one whose references come first.
    times : mapping of str to ActivityTimes
        By reference, in an order in which they can be done.
    """

    length_days: int
    longest: tuple[str, ...]
    times: Mapping[str, ActivityTimes]

    @property
    def critical(self) -> tuple[str, ...]:
        """Everything that has no float, in an order in which it can be done."""
        return tuple(n for n, each in self.times.items() if each.float_days == 0)


def find_order(activities: Iterable[Activity]) -> tuple[str, ...]:
    """Put activities in an order in which each comes after what it waits for.

    Parameters
    ----------
    activities : iterable of Activity
        In any order.

    Returns
    -------
    tuple of str
        References; those that could come at the same time in order of name.

    Raises
    ------
    InputError
        When a reference stands twice, waits for nothing that is there, or when some
        wait for each other in a circle: each circle is named in words.

    Examples
    --------
    >>> find_order([Activity("open", depends_on=("build",)), Activity("build")])
    ('build', 'open')
    >>> find_order([Activity("a", depends_on=("b",)), Activity("b", depends_on=("a",))])
    Traceback (most recent call last):
    ...
    placeplan.errors.InputError: 1 fault found; nothing was changed.
      dependencies: expected no circle, found a waits for b, which waits for a. Take \
one of them out of the circle.
    """
    listed = list(activities)
    if faults := _find_faults(listed):
        raise InputError(faults)
    sorter = TopologicalSorter({each.id: each.depends_on for each in listed})
    try:
        sorter.prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        fault = Fault("dependencies", "", "no circle", _say_circle(circle), _REMEDY)
        raise InputError([fault]) from error
    order: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += ready
        sorter.done(*ready)
    return tuple(order)


def find_critical_path(activities: Iterable[Activity]) -> CriticalPath:
    """Find when everything can run, its float, and the longest chain.

    ::

        earliest start  = max(earliest day, earliest finish of all it waits for)
        earliest finish = earliest start + duration
        latest finish   = min(latest start of all that wait for it), or the last day
        float           = latest finish - earliest finish

    Parameters
    ----------
    activities : iterable of Activity
        In any order; durations in days.

    Returns
    -------
    CriticalPath
        Days are counted from day 0.

    Raises
    ------
    InputError
        As `find_order`.

    Examples
    --------
    >>> path = find_critical_path([
    ...     Activity("design", 10), Activity("build", 30, ("design",)),
    ...     Activity("train", 5, ("design",)), Activity("open", 0, ("build", "train"))])
    >>> path.length_days, path.longest, path.times["train"].float_days
    (40, ('design', 'build', 'open'), 25)
    """
    held = {each.id: each for each in activities}
    order = find_order(held.values())
    starts, drivers = _find_earliest(held, order)
    finishes = {name: starts[name] + held[name].duration_days for name in order}
    length = max(finishes.values(), default=0)
    latest = _find_latest(held, order, length)
    times = {
        name: ActivityTimes(
            name,
            starts[name],
            finishes[name],
            latest[name] - held[name].duration_days,
            latest[name],
        )
        for name in order
    }
    last = [name for name in order if finishes[name] == length]
    waited_for = {before for each in held.values() for before in each.depends_on}
    ends = [name for name in last if name not in waited_for] or last
    return CriticalPath(length, _follow(min(ends, default=""), drivers), times)


def _say_circle(circle: Sequence[str]) -> str:
    first, *rest = circle
    if len(rest) > _MOST_NAMED:
        left = len(rest) - _MOST_NAMED
        rest = [*rest[: _MOST_NAMED - 1], f"{left} others in turn", rest[-1]]
    return f"{first} waits for " + ", which waits for ".join(rest)


def _find_faults(listed: Sequence[Activity]) -> list[Fault]:
    counts: dict[str, int] = {}
    for each in listed:
        counts[each.id] = counts.get(each.id, 0) + 1
    faults = [
        Fault(
            "dependencies",
            name,
            "one activity of that id",
            str(count),
            "Give each an id of its own.",
        )
        for name, count in counts.items()
        if count > 1
    ]
    faults += [
        Fault(
            "dependencies",
            each.id,
            "something that is listed",
            before,
            "Add it, or correct the id.",
        )
        for each in listed
        for before in each.depends_on
        if before not in counts
    ]
    return faults


def _find_earliest(
    held: Mapping[str, Activity], order: Sequence[str]
) -> tuple[dict[str, int], dict[str, str]]:
    starts: dict[str, int] = {}
    drivers: dict[str, str] = {}
    for name in order:
        start = held[name].earliest_day
        for before in sorted(set(held[name].depends_on)):
            finish = starts[before] + held[before].duration_days
            if finish > start or (finish == start and name not in drivers):
                start, drivers[name] = finish, before
        starts[name] = start
    return starts, drivers


def _find_latest(
    held: Mapping[str, Activity], order: Sequence[str], length: int
) -> dict[str, int]:
    latest = dict.fromkeys(order, length)
    for name in reversed(order):
        start = latest[name] - held[name].duration_days
        for before in held[name].depends_on:
            latest[before] = min(latest[before], start)
    return latest


def _follow(end: str, drivers: Mapping[str, str]) -> tuple[str, ...]:
    chain = [end] if end else []
    while chain and chain[-1] in drivers:
        chain.append(drivers[chain[-1]])
    return tuple(reversed(chain))
