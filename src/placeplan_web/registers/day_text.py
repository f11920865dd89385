"""Days as people write them, in forms and in spreadsheets."""

import re
from datetime import date, datetime

FIRST_YEAR, LAST_YEAR = 1900, 2200
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_WORDS = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y")
DAY_HINT = "For example, 2019-10-31 or 31 October 2019."


def read_day(text: str) -> date | None:
    """Read a day; None for what is no day, or lies centuries away.

    Examples
    --------
    >>> read_day("2019-10-31 00:00:00"), read_day("31 October 2019")
    (datetime.date(2019, 10, 31), datetime.date(2019, 10, 31))
    >>> read_day("31 September 2019") is None
    True
    """
    day = _read(text.strip())
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _read(text: str) -> date | None:
    if found := _ISO.fullmatch(text):
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            return None
    for pattern in _WORDS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None
