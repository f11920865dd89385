"""Dates of a series: in order, each once, none absent."""

from typing import Any

import numpy as np

from placeplan.stats.array import Ints
from placeplan.stats.structure import Inspection

SHORTEST_MONTH, LONGEST_MONTH = 28, 31


def order_dates(look: Inspection, dates: Any) -> Ints:
    """Note what is wrong with the dates of a series, and give their order.

    Parameters
    ----------
    look : Inspection
        Where findings go: out of order and absent periods are found, missing or
        repeated dates refused.
    dates : array of datetime64[D], shape (points,)
        As they come.

    Returns
    -------
    array of int
        Places in the order of time.

    Examples
    --------
    >>> from placeplan.stats.structure import Structure
    >>> look = Inspection(Structure.REPORT)
    >>> months = np.array(["2024-01-01", "2024-02-01", "2024-04-01"], "M8[D]")
    >>> order_dates(look, months).tolist(), look.close()
    ([0, 1, 2], ('column date: expected a point every month, found 1 absent.',))
    """
    look.refuse_rows(np.isnat(dates), "date", "a date in every row", "Fill it in.")
    order: Ints = np.argsort(dates, kind="stable")
    ordered = dates[order]
    if (ordered[1:] == ordered[:-1]).any():
        twice = ", ".join(
            sorted({str(day) for day in ordered[1:][ordered[1:] == ordered[:-1]]})
        )
        look.refuse("column date", "each date once", twice, "Merge or correct them.")
    if not np.array_equal(order, np.arange(len(dates))):
        look.find("column date", "dates in order", "another order", "They are sorted.")
    absent, period = count_absent(ordered)
    if absent:
        expected = f"a point every {period}"
        look.find("column date", expected, f"{absent} absent", "Gaps are bridged.")
    return order


def count_absent(dates: Any) -> tuple[int, str]:
    """Count periods that are absent between ordered dates.

    Monthly when gaps are those of months, or of several; else the shortest gap, when
    all gaps are whole numbers of it.

    Returns
    -------
    tuple of int and str
        How many, and the period in words.

    Examples
    --------
    >>> count_absent(np.array(["2024-01-01", "2024-01-08", "2024-01-22"], "M8[D]"))
    (1, '7 days')
    """
    if len(dates) < 3 or np.isnat(dates).any():
        return 0, "period"
    gaps = np.diff(dates).astype(int)
    same_day = len({str(day)[8:] for day in dates}) == 1
    month_ends = len({str(day)[8:] for day in dates + 1}) == 1
    if same_day or month_ends or SHORTEST_MONTH <= gaps.min() <= LONGEST_MONTH:
        months = np.diff((dates + int(month_ends)).astype("M8[M]")).astype(int)
        least = max(int(months.min()), 1)
        word = "month" if least == 1 else f"{least} months"
        return int((months // least - 1).clip(0).sum()), word
    least = max(int(gaps.min()), 1)
    if (gaps % least).any():
        return 0, "period"
    word = "day" if least == 1 else f"{least} days"
    return int((gaps // least - 1).sum()), word
