"""Numbers as a reader wants them in a sentence."""

_MILLION = 1_000_000


def say_pounds(value_pounds: float) -> str:
    """Say an amount of money, short, with a minus sign where it is negative.

    Examples
    --------
    >>> say_pounds(-486_000_000), say_pounds(2_450_000_000), say_pounds(12_340)
    ('−£486 million', '£2,450 million', '£12,340')
    >>> say_pounds(-52_140_000)
    '−£52.1 million'
    """
    sign = "−" if value_pounds < 0 else ""
    size = abs(value_pounds)
    if size >= _MILLION:
        return f"{sign}£{size / _MILLION:,.1f}".removesuffix(".0") + " million"
    return f"{sign}£{size:,.0f}"


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
