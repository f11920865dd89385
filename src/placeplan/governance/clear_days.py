"""Clear days: how long the public could read an agenda before the meeting."""

from datetime import date, time, timedelta
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.periods import find_coverage, is_working_day

SOURCE: Final = (
    "Local Government Act 1972, sections 100A to 100E; R v Swansea City Council ex p "
    "Elitestone (1993) 66 P&CR 422; bank holidays of GOV.UK for England and Wales"
)
SATURDAY: Final = 5
_NEVER: Final = frozenset({(12, 25), (12, 26), (1, 1)})


def list_clear_days(
    published_on: date, meeting_on: date, *, count_saturday: bool = False
) -> tuple[date, ...]:
    """List the clear days between publication and meeting, neither of them counted.

    Parameters
    ----------
    published_on : date
        Day on which the agenda was open to the public.
    meeting_on : date
        Day of the meeting.
    count_saturday : bool
        Whether Saturdays count, as some parishes have it. Sundays, bank holidays and
        the days of Christmas and New Year never do.

    Returns
    -------
    tuple of date
        Working days d with published_on < d < meeting_on, earliest first.

    Raises
    ------
    InputError
        When the meeting comes before the publication, or either day lies in a year
        whose bank holidays are not known.

    Examples
    --------
    >>> days = list_clear_days(date(2019, 8, 5), date(2019, 8, 14))
    >>> len(days), str(days[0]), str(days[-1])
    (6, '2019-08-06', '2019-08-13')
    """
    _check_days(published_on, meeting_on)
    between = (meeting_on - published_on).days
    days = (published_on + timedelta(days=n) for n in range(1, between))
    return tuple(
        day
        for day in days
        if is_working_day(day) or (count_saturday and _is_counted_saturday(day))
    )


def count_clear_days(
    published_on: date, meeting_on: date, *, count_saturday: bool = False
) -> int:
    """Count the clear days, as `list_clear_days` lists them.

    Examples
    --------
    >>> count_clear_days(date(2019, 12, 20), date(2020, 1, 2))
    5
    """
    found = list_clear_days(published_on, meeting_on, count_saturday=count_saturday)
    return len(found)


def find_publication_day(published_on: date, at: time, cut_off: time) -> date:
    """Find the day on which something counts as published.

    Examples
    --------
    >>> str(find_publication_day(date(2019, 8, 5), time(17, 30), time(17)))
    '2019-08-06'
    """
    return published_on + timedelta(days=1) if at > cut_off else published_on


def _is_counted_saturday(day: date) -> bool:
    return day.weekday() == SATURDAY and (day.month, day.day) not in _NEVER


def _check_days(published_on: date, meeting_on: date) -> None:
    first, last = find_coverage()
    expected = f"a day of {first} to {last}, the years whose bank holidays are known"
    named = {"published_on": published_on, "meeting_on": meeting_on}
    faults = [
        Fault("clear days", name, expected, str(day), "Choose a day in those years.")
        for name, day in named.items()
        if not first <= day.year <= last
    ]
    if meeting_on < published_on:
        words = f"{published_on} (published_on) or later"
        remedy = "Correct one of the two."
        faults.append(Fault("clear days", "meeting_on", words, str(meeting_on), remedy))
    if faults:
        raise InputError(faults)
