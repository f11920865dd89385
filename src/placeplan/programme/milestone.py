"""A milestone: when it was to be reached, when it is now expected, and when it was."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from placeplan.programme.interval import DateInterval, print_day

SOURCE: Final = (
    "System Transformation Programme Initiation Document 0.9, sections 1.4 and 4: "
    "dates are printed by month, so a date is an interval and is late only after it "
    "ends"
)
"""Where the reading of printed dates comes from."""


class MilestoneState(StrEnum):
    """Where a milestone stands on a day, by its dates alone."""

    DONE = "done"
    ON_TIME = "on_time"
    LATE = "late"
    NOT_DUE = "not_due"


def find_state(
    due: DateInterval, as_at: date, finished_on: date | None = None
) -> MilestoneState:
    """Find where a milestone stands on a day.

    Parameters
    ----------
    due : DateInterval
        When it is to be reached.
    as_at : date
        The day on which one looks.
    finished_on : date or None
        When it was reached. A day after ``as_at`` is not known on it, and is ignored.

    Returns
    -------
    MilestoneState
        ``done`` when it was reached by then; otherwise ``not_due`` before the first
        day in which it is due, ``on_time`` within, ``late`` after the last.

    Examples
    --------
    >>> due = DateInterval.parse("September / October 2019")
    >>> [str(find_state(due, date(2019, month, 1))) for month in (8, 10, 11)]
    ['not_due', 'on_time', 'late']
    >>> str(find_state(due, date(2019, 11, 1), finished_on=date(2019, 11, 1)))
    'done'
    """
    if finished_on is not None and finished_on <= as_at:
        return MilestoneState.DONE
    if due.is_late_on(as_at):
        return MilestoneState.LATE
    if due.contains(as_at):
        return MilestoneState.ON_TIME
    return MilestoneState.NOT_DUE


@dataclass(frozen=True, slots=True)
class MilestonePlan:
    """A milestone and what is known of its dates.

    Parameters
    ----------
    baseline : DateInterval
        When it was to be reached by the plan as agreed.
    forecast : DateInterval or None
        When it is now expected; None while nobody expects anything else.
    finished_on : date or None
        When it was reached.
    tolerance_days : int
        By how many days it may slip before that is called late: its project's, 0 or
        more.
    blocked : bool
        Whether something stands in its way that its owner cannot move.
    work_starts_on, started_on : date or None
        When work towards it was to start, and when it did.

    Raises
    ------
    ValueError
        When the tolerance is below 0.

    Examples
    --------
    >>> plan = MilestonePlan(DateInterval.parse("October 2019"),
    ...                      DateInterval.parse("15 December 2019"))
    >>> plan.find_slip_days(date(2019, 9, 1))
    45
    """

    baseline: DateInterval
    forecast: DateInterval | None = None
    finished_on: date | None = None
    tolerance_days: int = 0
    blocked: bool = False
    work_starts_on: date | None = None
    started_on: date | None = None

    def __post_init__(self) -> None:
        if self.tolerance_days < 0:
            message = f"a tolerance is 0 days or more, not {self.tolerance_days}"
            raise ValueError(message)

    @property
    def expected(self) -> DateInterval:
        """When it is now expected: the forecast, or else the baseline."""
        return self.forecast or self.baseline

    def find_state(self, as_at: date) -> MilestoneState:
        """Find where it stands on a day, against the date that was agreed."""
        return find_state(self.baseline, as_at, self.finished_on)

    def find_end(self, as_at: date) -> date:
        """Find the last day on which it will be, or was, reached, seen from a day.

        One that is not reached cannot be reached before the day on which one looks.
        """
        if self.finished_on is not None and self.finished_on <= as_at:
            return self.finished_on
        return max(self.expected.ends_on, as_at)

    def find_slip_days(self, as_at: date) -> int:
        """Find by how many days it slips past the last day of its baseline; 0 if not.

        Examples
        --------
        >>> due = DateInterval.parse("September / October 2019")
        >>> [MilestonePlan(due).find_slip_days(date(2019, 10 + n, 1)) for n in (0, 1)]
        [0, 1]
        """
        return max(0, (self.find_end(as_at) - self.baseline.ends_on).days)


def explain_state(
    due: DateInterval, as_at: date, finished_on: date | None = None
) -> str:
    """Say in a sentence why a milestone stands where it stands.

    Examples
    --------
    >>> explain_state(DateInterval.parse("October 2019"), date(2019, 11, 1))
    'It was due by 31 October 2019 and is not reached on 1 November 2019.'
    """
    day = print_day(as_at)
    match find_state(due, as_at, finished_on):
        case MilestoneState.DONE:
            return f"It was reached on {print_day(finished_on or as_at)}."
        case MilestoneState.LATE:
            ended = print_day(due.ends_on)
            return f"It was due by {ended} and is not reached on {day}."
        case MilestoneState.ON_TIME:
            ends = print_day(due.ends_on)
            return f"On {day} it may still be reached in time: until {ends}."
        case _:
            starts = print_day(due.starts_on)
            return f"It is due from {starts} on, which is after {day}."
