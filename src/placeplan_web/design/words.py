"""Words for numbers and days, as every page writes them.

Dates read 14 August 2019; large pounds £1.2 million; people 1,731,400; money short has
a minus sign and, where there is room, a word.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.timezone import localtime
from markupsafe import escape

MINUS = "−"
WORD_JOINER = "\u2060"
NOTHING = "not known"
MILLION = 1_000_000
BILLION = 1_000_000_000
TWELVES = {0: "midnight", 12: "midday"}


def write_day(day: date | None) -> str:
    """Write a day: 14 August 2019."""
    return NOTHING if day is None else f"{day.day} {day:%B %Y}"


def write_moment(moment: datetime | None) -> str:
    """Write a moment in London: 14 August 2019 at 3:05pm."""
    if moment is None:
        return NOTHING
    return f"{write_day(localtime(moment).date())} at {write_hour(moment)}"


def write_hour(moment: datetime) -> str:
    """Write the time of a moment in London: 3:05pm; twelve is midday or midnight."""
    there = localtime(moment)
    if there.minute == 0 and there.hour in TWELVES:
        return TWELVES[there.hour]
    return f"{there.hour % 12 or 12}:{there:%M}{'am' if there.hour < 12 else 'pm'}"


def write_number(value: float | None, places: int = 0) -> str:
    """Write a number with commas and a true minus sign: −1,234.5."""
    if value is None or value != value:  # only a missing float differs from itself
        return NOTHING
    step = Decimal(1).scaleb(-places)
    rounded = Decimal(repr(value)).quantize(step, ROUND_HALF_UP)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,}"


def write_pounds(pounds: float | None, places: int = 1) -> str:
    """Write money: £1.2 million, −£486 million, £85,000; whole ones lose their .0."""
    if pounds is None or pounds != pounds:
        return NOTHING
    sign = MINUS if pounds < 0 else ""
    amount = abs(pounds)
    for size, word in ((BILLION, " billion"), (MILLION, " million")):
        if amount >= size:
            figure = write_number(amount / size, places)
            return f"{sign}£{figure.removesuffix('.' + '0' * places)}{word}"
    return f"{sign}£{write_number(amount)}" if round(amount) else "£0"


def write_percent(share: float | None, places: int = 1) -> str:
    """Write a share of one as per cent: 25.5%."""
    return NOTHING if share is None else f"{write_number(share * 100, places)}%"


def write_one(noun: str) -> str:
    """Write a noun with its article: a risk, an issue."""
    return f"an {noun}" if noun[:1].lower() in "aeio" else f"a {noun}"


def write_count(count: int, noun: str, nouns: str | None = None) -> str:
    """Write a count with its noun: 1 run, 3 runs."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def hold_minus(text: object) -> object:
    """Keep a minus on the line of its pounds: a deficit never reads as a surplus."""
    if not isinstance(text, str):
        return text
    return escape(text).replace(f"{MINUS}£", f"{MINUS}{WORD_JOINER}£")
