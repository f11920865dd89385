"""Numbers, names and lists as a reader wants them in a sentence."""

from collections.abc import Sequence

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import PENCE_PER_POUND, Pence


def say_pounds(value_pounds: float) -> str:
    """Say an amount of money, short, with a minus sign where it is negative.

    Examples
    --------
    >>> say_pounds(-486_000_000), say_pounds(2_450_000_000), say_pounds(12_340)
    ('−£486 million', '£2,450 million', '£12,340')
    >>> say_pounds(-52_140_000)
    '−£52.1 million'
    """
    return say_pence(Pence(round(value_pounds) * PENCE_PER_POUND))


def say_count(value: float) -> str:
    """Say a count in whole numbers.

    Examples
    --------
    >>> say_count(1731351.4), say_count(-12.0)
    ('1,731,351', '−12')
    """
    return f"{value:,.0f}".replace("-", "−")


def say_change_percent(first: float, second: float) -> str:
    """Say how much larger or smaller the second is, in percent of the first.

    Examples
    --------
    >>> say_change_percent(100, 134.1), say_change_percent(100, 90)
    ('34.1 % more', '10.0 % fewer')
    >>> say_change_percent(0, 5)
    'up from none'
    """
    if first == 0:
        return "up from none" if second else "none"
    percent = 100 * (second - first) / first
    return f"{abs(percent):.1f} % {'fewer' if percent < 0 else 'more'}"


def join_words(parts: Sequence[str]) -> str:
    """Join parts of a sentence.

    Examples
    --------
    >>> join_words(["beds", "staff", "money"]), join_words(["beds"]), join_words([])
    ('beds, staff and money', 'beds', '')
    """
    if len(parts) < 2:  # one part needs no joining
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def put_within(name: str) -> str:
    """Write a name as within a sentence: in lower case, unless it is an abbreviation.

    Examples
    --------
    >>> put_within("Clinical negligence"), put_within("A&E within four hours")
    ('clinical negligence', 'A&E within four hours')
    """
    return name if name[:2].upper() == name[:2] else name[0].lower() + name[1:]


def quote_name(name: str) -> str:
    """Put a name that people chose in quotation marks.

    Examples
    --------
    >>> quote_name("Build")
    '‘Build’'
    """
    return f"‘{name}’"
