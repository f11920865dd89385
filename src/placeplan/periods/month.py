"""Months, and spans of months as plans write them."""

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date

from placeplan.errors import PeriodError

_NAMES = {name.lower(): at for at, name in enumerate(month_name) if name}
_SHORT = {name[:3]: at for name, at in _NAMES.items()} | {"sept": 9}
_PART = re.compile(r"^([a-z]+)\.?(?:\s+(\d{4}))?$", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:/|\bto\b|–|-)\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d{4})-(\d{2})$", re.ASCII)
_HELP = "Write it as in September 2019 or September / October 2019."


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month.

    Parameters
    ----------
    year : int
        Calendar year, 1900 to 2150.
    month : int
        1 to 12.

    Raises
    ------
    PeriodError
        When there is no such month.

    Examples
    --------
    >>> month = Month(2019, 9)
    >>> str(month), month.starts_on, month.ends_on
    ('September 2019', datetime.date(2019, 9, 1), datetime.date(2019, 9, 30))
    """

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1900 <= self.year <= 2150 and 1 <= self.month <= 12):
            message = (
                f"There is no month {self.month} of {self.year}: months run from 1 to "
                "12 and years from 1900 to 2150. Correct it."
            )
            raise PeriodError(message)

    @classmethod
    def containing(cls, day: date) -> "Month":
        """Find the month of a day."""
        return cls(day.year, day.month)

    @property
    def starts_on(self) -> date:
        """First day."""
        return date(self.year, self.month, 1)

    @property
    def ends_on(self) -> date:
        """Last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def following(self) -> "Month":
        """The month after this one."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def __str__(self) -> str:
        return f"{month_name[self.month]} {self.year}"


@dataclass(frozen=True, slots=True)
class MonthInterval:
    """A span of whole months, as in "September / October 2019".

    Parameters
    ----------
    first, last : Month
        First and last month, both inside.

    Raises
    ------
    PeriodError
        When the last month comes before the first.

    Examples
    --------
    >>> autumn = MonthInterval.parse("September / October 2019")
    >>> autumn.contains(date(2019, 10, 31)), autumn.contains(date(2019, 11, 1))
    (True, False)
    """

    first: Month
    last: Month

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = f"{self.last} comes before {self.first}. Put the earlier first."
            raise PeriodError(message)

    @classmethod
    def parse(cls, text: str) -> "MonthInterval":
        """Read one month or a span of months.

        Parameters
        ----------
        text : str
            ``September 2019``, ``2019-09``, ``September / October 2019``,
            ``Dec 2019 to Jan 2020``. Where only the last month has a year, the first
            is of the same year.

        Raises
        ------
        PeriodError
            When a month or its year cannot be read.

        Examples
        --------
        >>> str(MonthInterval.parse("Dec 2019 to Jan 2020"))
        'December 2019 to January 2020'
        >>> str(MonthInterval.parse("2019-09"))
        'September 2019'
        """
        bare = text.strip()
        if numbered := _NUMBERED.match(bare):
            month = Month(int(numbered[1]), int(numbered[2]))
            return cls(month, month)
        parts = _BETWEEN.split(bare)
        if len(parts) > 2:
            message = f"'{text}' names more than two months. {_HELP}"
            raise PeriodError(message)
        last = _read_month(parts[-1], text, year=None)
        return cls(_read_month(parts[0], text, year=last.year), last)

    @property
    def starts_on(self) -> date:
        """First day of the first month."""
        return self.first.starts_on

    @property
    def ends_on(self) -> date:
        """Last day of the last month."""
        return self.last.ends_on

    def contains(self, day: date) -> bool:
        """Whether a day lies in the span."""
        return self.starts_on <= day <= self.ends_on

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.last)
        if self.first.year == self.last.year:
            return f"{month_name[self.first.month]} to {self.last}"
        return f"{self.first} to {self.last}"


def _read_month(part: str, text: str, *, year: int | None) -> Month:
    match = _PART.match(part.lower())
    month = (_NAMES | _SHORT).get(match[1]) if match else None
    if match is None or month is None:
        message = f"'{text}' is no month. {_HELP}"
        raise PeriodError(message)
    if match[2] is None and year is None:
        message = f"'{text}' has no year. {_HELP}"
        raise PeriodError(message)
    return Month(int(match[2] or year or 0), month)
