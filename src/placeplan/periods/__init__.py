"""Periods: when something holds, in the units in which plans count time.

Answers which financial year a day is in and how it prints (2016/17), whether a fact
holds on a date (`Validity`), when an aim "by September / October 2019" is late
(`MonthInterval`), and how many working days lie between two dates in England and Wales.
Takes dates, texts and numbers; gives small frozen values. Nothing here reads a clock:
today is something that the caller passes in.
"""

from placeplan.periods.financial_year import FinancialYear
from placeplan.periods.month import Month, MonthInterval
from placeplan.periods.quarter import Quarter
from placeplan.periods.validity import Validity
from placeplan.periods.working_day import (
    add_working_days,
    count_working_days,
    find_coverage,
    is_working_day,
)

__all__ = [
    "FinancialYear",
    "Month",
    "MonthInterval",
    "Quarter",
    "Validity",
    "add_working_days",
    "count_working_days",
    "find_coverage",
    "is_working_day",
]
