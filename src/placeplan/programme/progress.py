"""How a milestone gets on: by its dates, before anybody judges."""

from datetime import date
from enum import StrEnum

from placeplan.programme.interval import print_day
from placeplan.programme.milestone import MilestonePlan


class Progress(StrEnum):
    """How a milestone gets on, the best first."""

    COMPLETE = "complete"
    ON_TRACK = "on_track"
    SLIPPING = "slipping"
    NOT_STARTED = "not_started"
    LATE = "late"
    BLOCKED = "blocked"


def find_progress(plan: MilestonePlan, as_at: date) -> Progress:
    """Find how a milestone gets on, by its dates alone.

    The first that holds: reached; blocked; slipping past the tolerance of its project
    (by its forecast, or because the calendar has overtaken it); not started though its
    start has passed; slipping within the tolerance; on track.

    Parameters
    ----------
    plan : MilestonePlan
        Its dates.
    as_at : date
        The day on which one looks.

    Examples
    --------
    >>> from placeplan.programme.interval import DateInterval
    >>> due = DateInterval.parse("October 2019")
    >>> later = DateInterval.parse("15 November 2019")
    >>> [str(find_progress(MilestonePlan(due, later, tolerance_days=days),
    ...                    date(2019, 9, 1))) for days in (14, 15)]
    ['late', 'slipping']
    """
    slip_days = plan.find_slip_days(as_at)
    if plan.finished_on is not None and plan.finished_on <= as_at:
        return Progress.COMPLETE
    if plan.blocked:
        return Progress.BLOCKED
    if slip_days > plan.tolerance_days:
        return Progress.LATE
    if not _has_started(plan, as_at):
        return Progress.NOT_STARTED
    return Progress.SLIPPING if slip_days else Progress.ON_TRACK


def explain_progress(plan: MilestonePlan, as_at: date) -> str:
    """Say in a sentence why a milestone gets on as it does.

    Examples
    --------
    >>> from placeplan.programme.interval import DateInterval
    >>> plan = MilestonePlan(DateInterval.parse("October 2019"))
    >>> explain_progress(plan, date(2019, 11, 10))
    'It slips by 10 days past 31 October 2019, and its project allows none.'
    """
    slip = f"It slips by {_count_days(plan.find_slip_days(as_at))}"
    ended = print_day(plan.baseline.ends_on)
    allowed = _count_days(plan.tolerance_days)
    match find_progress(plan, as_at):
        case Progress.COMPLETE:
            return f"It was reached on {print_day(plan.finished_on or as_at)}."
        case Progress.BLOCKED:
            return "Something stands in its way that its owner cannot move."
        case Progress.LATE:
            if not plan.tolerance_days:
                return f"{slip} past {ended}, and its project allows none."
            return (
                f"{slip} past {ended}, more than the {allowed} that its project allows."
            )
        case Progress.NOT_STARTED:
            start = print_day(plan.work_starts_on or as_at)
            return f"Work was to start on {start} and has not."
        case Progress.SLIPPING:
            return f"{slip} past {ended}, within the {allowed} that its project allows."
        case _:
            return f"It is expected by {ended}, as agreed."


def _has_started(plan: MilestonePlan, as_at: date) -> bool:
    if plan.work_starts_on is None or as_at <= plan.work_starts_on:
        return True
    return plan.started_on is not None and plan.started_on <= as_at


def _count_days(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"
