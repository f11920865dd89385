"""The month that the title of a sheet of NHS England names."""

from placeplan.errors import PeriodError
from placeplan.periods import Month, MonthInterval
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import plain
from placeplan.tables.official.sheet import AGAIN, Sheet

NO_MONTH = Month(1900, 1)
"""Stands for a month at fault until all faults are raised."""


def find_month(sheet: Sheet, faults: FaultList, *, within_rows: int) -> Month:
    """Find the month beside ``Period:``, the last where it is a span.

    Parameters
    ----------
    sheet : Sheet
        Where to look.
    faults : FaultList
        Takes a month that is missing or cannot be read.
    within_rows : int
        How many rows from the top may name it.

    Examples
    --------
    >>> sheet = Sheet("june.xlsx", "", (("Period:", "June 2025"),))
    >>> print(find_month(sheet, FaultList("june.xlsx"), within_rows=9))
    June 2025
    """
    cells = [
        cell
        for row in sheet.rows[:within_rows]
        for at, cell in enumerate(row)
        if at and plain(row[at - 1]) == "period:"
    ]
    try:
        span = MonthInterval.parse(cells[0] if cells else "")
    except PeriodError:
        found = cells[0] if cells else "none"
        faults.add(sheet.where(), "a period such as October 2016", found, AGAIN)
        return NO_MONTH
    return span.last
