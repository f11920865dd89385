"""Series: the days on which a group meets that meets regularly."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.periods import find_coverage, is_working_day

FREQUENCIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "weekly": "Every week",
        "fortnightly": "Every two weeks",
        "monthly": "Every month",
        "two_monthly": "Every two months",
        "quarterly": "Every three months",
        "half_yearly": "Every six months",
        "yearly": "Every year",
    }
)
"""How often a group may meet, with words for people."""

MOST_MEETINGS: Final = 60
_WEEK: Final = 7
_YEAR: Final = 12
_WEEKS: Final[Mapping[str, int]] = {"weekly": 1, "fortnightly": 2}
_MONTHS: Final[Mapping[str, int]] = {
    "monthly": 1,
    "two_monthly": 2,
    "quarterly": 3,
    "half_yearly": 6,
    "yearly": _YEAR,
}


def find_frequency(words: str) -> str | None:
    """Find how often terms of reference mean; None where their words leave it open.

    "Bi-monthly" is left open: some write it for twice a month, others for every second.

    Examples
    --------
    >>> find_frequency("Monthly"), find_frequency("bi-monthly")
    ('monthly', None)
    """
    said = " ".join(words.replace("-", " ").split()).casefold()
    named = {name.replace("_", " "): name for name in FREQUENCIES}
    named |= {label.casefold(): name for name, label in FREQUENCIES.items()}
    return named.get(said)


def list_meeting_days(first: date, last: date, frequency: str) -> tuple[date, ...]:
    """List the days of a series of meetings.

    By the month they keep the weekday of the first and its week in the month (the
    second Wednesday); a fifth becomes the last. A weekend or bank holiday moves a
    meeting to the next working day.

    Parameters
    ----------
    first, last : date
        Day of the first meeting; the last day on which one may be.
    frequency : str
        One of `FREQUENCIES`.

    Returns
    -------
    tuple of date
        Working days, earliest first, each once.

    Raises
    ------
    UnknownNameError
        When the frequency is unknown.
    InputError
        When the last day comes before the first, lies in a year whose bank holidays are
        not known, or leaves room for more than 60 meetings.

    Examples
    --------
    >>> days = list_meeting_days(date(2019, 8, 14), date(2019, 10, 31), "monthly")
    >>> [str(day) for day in days]
    ['2019-08-14', '2019-09-11', '2019-10-09']
    """
    if frequency not in FREQUENCIES:
        raise UnknownNameError("frequency", frequency, FREQUENCIES)
    _check_days(first, last)
    days: list[date] = []
    for planned in _list_planned(first, last, frequency):
        day = _find_working_day(planned, last)
        if day is not None and day not in days:
            days.append(day)
        if len(days) > MOST_MEETINGS:
            expected = f"{MOST_MEETINGS} meetings or fewer"
            remedy = "Choose an earlier last day, or meet less often."
            raise InputError([Fault("series", "last", expected, str(last), remedy)])
    return tuple(days)


def _list_planned(first: date, last: date, frequency: str) -> Iterator[date]:
    """List the days by the calendar alone."""
    if frequency in _WEEKS:
        step = timedelta(days=_WEEK * _WEEKS[frequency])
        while first <= last:
            yield first
            first += step
        return
    months = first.year * _YEAR + first.month - 1
    day = first
    while day <= last:
        yield day
        months += _MONTHS[frequency]
        day = _find_weekday(months // _YEAR, months % _YEAR + 1, first)


def _find_weekday(year: int, month: int, like: date) -> date:
    """Find the day of a month with the weekday and week of another day."""
    start = date(year, month, 1)
    day = start + timedelta(days=(like.weekday() - start.weekday()) % _WEEK)
    day += timedelta(days=_WEEK * ((like.day - 1) // _WEEK))
    return day if day.month == month else day - timedelta(days=_WEEK)


def _find_working_day(day: date, last: date) -> date | None:
    while day <= last:
        if is_working_day(day):
            return day
        day += timedelta(days=1)
    return None


def _check_days(first: date, last: date) -> None:
    begins, ends = find_coverage()
    faults = [
        Fault(
            *("series", name),
            f"a day of {begins} to {ends}, the years whose bank holidays are known",
            *(str(day), "Choose a day in those years."),
        )
        for name, day in (("first", first), ("last", last))
        if not begins <= day.year <= ends
    ]
    if last < first:
        words = f"{first} (first) or later"
        faults.append(Fault("series", "last", words, str(last), "Correct one of them."))
    if faults:
        raise InputError(faults)
