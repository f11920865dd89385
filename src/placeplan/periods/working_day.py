"""Working days in England and Wales, from bank holidays that ship with a package.

The bank holidays are those of GOV.UK, bundled by `govuk-bank-holidays`: complete from
2012 to 2028 in version 0.19. Outside the years of the bundle there is no answer rather
than a wrong one. Only the bundle is ever read; the package's way to the network is not
used.
"""

from datetime import date, timedelta
from functools import cache

from placeplan.errors import PeriodError

DIVISION = "england-and-wales"
SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Whether a day is neither of a weekend nor a bank holiday in England and Wales.

    Raises
    ------
    PeriodError
        When the bank holidays of its year are not known.

    Examples
    --------
    >>> is_working_day(date(2019, 8, 26)), is_working_day(date(2019, 8, 27))
    (False, True)
    """
    _check_covered(day)
    return day.weekday() < SATURDAY and day not in _read_bank_holidays()


def count_working_days(first: date, last: date) -> int:
    """Count the working days from one day to another, both counted.

    Parameters
    ----------
    first, last : date
        Nothing is counted when the last comes before the first.

    Raises
    ------
    PeriodError
        When the bank holidays of either year are not known.

    Examples
    --------
    >>> count_working_days(date(2019, 12, 23), date(2020, 1, 1))
    5
    """
    _check_covered(first)
    _check_covered(last)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return sum(is_working_day(day) for day in days)


def add_working_days(day: date, working_days: int) -> date:
    """Find the day that comes so many working days after another, which is not counted.

    Parameters
    ----------
    day : date
        The day to start from, working or not.
    working_days : int
        How many to go on; negative to go back; 0 leaves the day as it is.

    Raises
    ------
    PeriodError
        When the way leads out of the years whose bank holidays are known.

    Examples
    --------
    >>> add_working_days(date(2019, 8, 23), 1), add_working_days(date(2019, 8, 27), -1)
    (datetime.date(2019, 8, 27), datetime.date(2019, 8, 23))
    """
    _check_covered(day)
    step = timedelta(days=1 if working_days > 0 else -1)
    left = abs(working_days)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def find_coverage() -> tuple[int, int]:
    """Find the first and last calendar year whose bank holidays are known.

    Examples
    --------
    >>> first, last = find_coverage()
    >>> first, last >= 2028
    (2012, True)
    """
    years = {day.year for day in _read_bank_holidays()}
    return min(years), max(years)


@cache
def _read_bank_holidays() -> frozenset[date]:
    # imported when first needed: it loads an HTTP library, which is never used here
    from govuk_bank_holidays.bank_holidays import BankHolidays

    bundle = BankHolidays(use_cached_holidays=True)
    return frozenset(day["date"] for day in bundle.get_holidays(division=DIVISION))


def _check_covered(day: date) -> None:
    first, last = find_coverage()
    if not first <= day.year <= last:
        message = (
            f"Bank holidays of {day.year} are not known here: the bundled list runs "
            f"from {first} to {last}. Choose a day in those years."
        )
        raise PeriodError(message)
