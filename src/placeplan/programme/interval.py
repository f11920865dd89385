"""When something is due: from one day to another, in the words of the plan."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from placeplan.errors import PeriodError
from placeplan.periods import FinancialYear, MonthInterval

_YEAR = re.compile(r"^(\d{4})$", re.ASCII)
_HELP = (
    "Write it as in 31 October 2019, 2019-10-31, September / October 2019, "
    "April 2020, 2019/20 or 2021."
)


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days in which something is due, both ends inside.

    Papers print "September / October 2019" or "2021" and mean any day of it. What is
    due then is late only after the last day.

    Parameters
    ----------
    starts_on, ends_on : date
        First and last day.
    printed : str
        Words of the plan; empty where there are none.

    Raises
    ------
    PeriodError
        When it ends before it starts.

    Examples
    --------
    >>> autumn = DateInterval.parse("September / October 2019")
    >>> autumn.is_late_on(date(2019, 10, 31)), autumn.is_late_on(date(2019, 11, 1))
    (False, True)
    >>> str(autumn), str(DateInterval(autumn.starts_on, autumn.ends_on))
    ('September / October 2019', 'September to October 2019')
    """

    starts_on: date
    ends_on: date
    printed: str = ""

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            message = (
                f"What is due cannot end on {self.ends_on}, before it starts on "
                f"{self.starts_on}. Correct one of the two."
            )
            raise PeriodError(message)

    @classmethod
    def parse(cls, text: str) -> "DateInterval":
        """Read a day, a month, a span of months, a financial year or a year.

        Parameters
        ----------
        text : str
            ``2019-07-01``, ``1 July 2019``, ``April 2020``, ``2020-04``,
            ``September / October 2019``, ``2019/20`` (from 1 April) or ``2021``.
            A season has no first and last day that all agree on, and is refused.

        Raises
        ------
        PeriodError
            When it is none of these.

        Examples
        --------
        >>> DateInterval.parse("2021").ends_on
        datetime.date(2021, 12, 31)
        >>> DateInterval.parse("1 July 2019").starts_on
        datetime.date(2019, 7, 1)
        >>> DateInterval.parse("summer 2017")
        Traceback (most recent call last):
        ...
        placeplan.errors.PeriodError: 'summer 2017' is no date that can be held \
against a calendar. Write it as in 31 October 2019, 2019-10-31, September / October \
2019, April 2020, 2019/20 or 2021.
        """
        bare = " ".join(text.split())
        days = _read_day(bare) or _read_year(bare) or _read_months(bare)
        if days is None:
            message = f"'{text}' is no date that can be held against a calendar. "
            raise PeriodError(message + _HELP)
        return cls(*days, printed=bare)

    @property
    def length_days(self) -> int:
        """Number of days in it."""
        return (self.ends_on - self.starts_on).days + 1

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.starts_on <= day <= self.ends_on

    def is_late_on(self, day: date) -> bool:
        """Whether what is due in it and not done is late: only after its last day."""
        return day > self.ends_on

    def move(self, days: int) -> "DateInterval":
        """Move both ends by a number of days; the words no longer fit and go.

        Raises
        ------
        PeriodError
            When that leads out of the calendar.
        """
        if not days:
            return self
        try:
            by = timedelta(days=days)
            return DateInterval(self.starts_on + by, self.ends_on + by)
        except OverflowError as error:
            message = f"{days} days lead out of the calendar. Give fewer."
            raise PeriodError(message) from error

    def __str__(self) -> str:
        if self.printed:
            return self.printed
        if self.starts_on == self.ends_on:
            return print_day(self.starts_on)
        months = _find_whole_months(self.starts_on, self.ends_on)
        if months:
            return str(months)
        return f"{print_day(self.starts_on)} to {print_day(self.ends_on)}"


def print_day(day: date) -> str:
    """Print a day for people.

    Examples
    --------
    >>> print_day(date(2019, 8, 14))
    '14 August 2019'
    """
    return f"{day.day} {day:%B} {day.year}"


def _read_day(text: str) -> tuple[date, date] | None:
    with suppress(ValueError):
        if re.match(r"^\d{4}-\d{2}-\d{2}$", text, re.ASCII):
            day = date.fromisoformat(text)
            return day, day
        if found := re.match(r"^(\d{1,2}) ([A-Za-z]+ \d{4})$", text, re.ASCII):
            with suppress(PeriodError):
                month = MonthInterval.parse(found[2]).first
                day = date(month.year, month.month, int(found[1]))
                return day, day
    return None


def _read_year(text: str) -> tuple[date, date] | None:
    if found := _YEAR.match(text):
        with suppress(ValueError):
            return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    with suppress(PeriodError):
        year = FinancialYear.parse(text)
        return year.starts_on, year.ends_on
    return None


def _read_months(text: str) -> tuple[date, date] | None:
    with suppress(PeriodError):
        months = MonthInterval.parse(text)
        return months.starts_on, months.ends_on
    return None


def _find_whole_months(first: date, last: date) -> MonthInterval | None:
    with suppress(PeriodError):
        months = MonthInterval.parse(
            f"{first:%B} {first.year} to {last:%B} {last.year}"
        )
        if (months.starts_on, months.ends_on) == (first, last):
            return months
    return None
