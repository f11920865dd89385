"""The financial year of public bodies: 1 April to 31 March."""

import re
from dataclasses import dataclass
from datetime import date

from placeplan.errors import PeriodError

FIRST, LAST = 1900, 2150
"""Years outside these are taken for slips of the pen."""

_WRITTEN = re.compile(r"^(\d{4})(?:/(\d{2}))?$", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """A financial year, named by the calendar year in which it starts.

    Parameters
    ----------
    start : int
        Calendar year in which it starts; 1900 to 2150.

    Raises
    ------
    PeriodError
        When the year is outside 1900 to 2150.

    Examples
    --------
    >>> year = FinancialYear(2016)
    >>> str(year), year.starts_on, year.ends_on
    ('2016/17', datetime.date(2016, 4, 1), datetime.date(2017, 3, 31))
    >>> str(FinancialYear(1999))
    '1999/00'
    """

    start: int

    def __post_init__(self) -> None:
        if not FIRST <= self.start <= LAST:
            message = (
                f"A financial year starts between {FIRST} and {LAST}, not in "
                f"{self.start}. Correct the year."
            )
            raise PeriodError(message)

    @classmethod
    def parse(cls, text: str) -> "FinancialYear":
        """Read a financial year as people write it.

        Parameters
        ----------
        text : str
            ``2016/17`` or ``2016``.

        Raises
        ------
        PeriodError
            When the text is neither, or its two years do not follow each other.

        Examples
        --------
        >>> FinancialYear.parse("2016/17") == FinancialYear.parse("2016")
        True
        >>> FinancialYear.parse("2016/18")
        Traceback (most recent call last):
        placeplan.errors.PeriodError: '2016/18' is no financial year. Write 2016/17.
        """
        match = _WRITTEN.match(text.strip())
        if match is None:
            message = f"'{text}' is no financial year. Write it as in 2016/17."
            raise PeriodError(message)
        year = cls(int(match[1]))
        if match[2] is not None and str(year) != match[0]:
            message = f"'{text}' is no financial year. Write {year}."
            raise PeriodError(message)
        return year

    @classmethod
    def containing(cls, day: date) -> "FinancialYear":
        """Find the financial year of a day.

        Examples
        --------
        >>> str(FinancialYear.containing(date(2020, 3, 31)))
        '2019/20'
        """
        return cls(day.year if (day.month, day.day) >= (4, 1) else day.year - 1)

    @property
    def starts_on(self) -> date:
        """First day, 1 April."""
        return date(self.start, 4, 1)

    @property
    def ends_on(self) -> date:
        """Last day, 31 March of the next calendar year."""
        return date(self.start + 1, 3, 31)

    @property
    def following(self) -> "FinancialYear":
        """The financial year after this one."""
        return FinancialYear(self.start + 1)

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"
