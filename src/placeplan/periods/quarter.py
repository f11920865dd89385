"""Quarters of the financial year of public bodies."""

import re
from dataclasses import dataclass
from datetime import date

from placeplan.errors import PeriodError
from placeplan.periods.financial_year import FinancialYear
from placeplan.periods.month import Month

QUARTERS = 4
_MONTHS = 3
_WRITTEN = re.compile(r"^(\S+) Q(\d)$", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a financial year: the first starts on 1 April.

    Parameters
    ----------
    year : int
        Calendar year in which the financial year starts.
    number : int
        1 to 4.

    Raises
    ------
    PeriodError
        When there is no such quarter.

    Examples
    --------
    >>> quarter = Quarter(2016, 4)
    >>> str(quarter), quarter.starts_on, quarter.ends_on
    ('2016/17 Q4', datetime.date(2017, 1, 1), datetime.date(2017, 3, 31))
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        FinancialYear(self.year)
        if not 1 <= self.number <= QUARTERS:
            message = f"There is no quarter {self.number}. Use 1 to {QUARTERS}."
            raise PeriodError(message)

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """Read a quarter as people write it.

        Raises
        ------
        PeriodError
            When it is none.

        Examples
        --------
        >>> Quarter.parse("2016/17 Q1")
        Quarter(year=2016, number=1)
        >>> Quarter.parse("2016/17 Q5")
        Traceback (most recent call last):
        placeplan.errors.PeriodError: There is no quarter 5. Use 1 to 4.
        """
        match = _WRITTEN.match(text.strip())
        if match is None:
            message = f"'{text}' is no quarter. Write it as in 2016/17 Q1."
            raise PeriodError(message)
        return cls(FinancialYear.parse(match[1]).start, int(match[2]))

    @property
    def months(self) -> tuple[Month, Month, Month]:
        """Its three months, in order."""
        past = _MONTHS * self.number
        first = Month(self.year + past // 12, past % 12 + 1)
        return first, first.following, first.following.following

    @property
    def starts_on(self) -> date:
        """First day."""
        return self.months[0].starts_on

    @property
    def ends_on(self) -> date:
        """Last day."""
        return self.months[-1].ends_on

    def __str__(self) -> str:
        return f"{FinancialYear(self.year)} Q{self.number}"
