"""What came of a quarter, read out of the tables of a plan folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import polars as pl

from placeplan.money.fund.access import AccessResult
from placeplan.money.fund.inputs import FUND_PERFORMANCE
from placeplan.money.inputs import get_table
from placeplan.periods import Month, Quarter
from placeplan.tables import STATUSES, get_weakest

SERIES: Final = pl.DataFrame(
    schema={
        "indicator": pl.String,
        "body": pl.String,
        "month": pl.Date,
        "numerator": pl.Float64,
        "denominator": pl.Float64,
    }
)
"""Monthly parts of indicators, of no rows, for where there are none."""

Counted = Mapping[Month, tuple[int, int]]
"""Patients seen in time and all patients, by month."""


@dataclass(frozen=True, slots=True)
class QuarterAccess:
    """One access standard of one organisation in one quarter.

    Parameters
    ----------
    result : AccessResult
        What was agreed, and what came of it.
    months : mapping of Month to (int, int)
        Patients seen in time and all patients, where a monthly series says them.
    status : str
        The weakest status behind it.
    """

    result: AccessResult
    months: Counted
    status: str


AccessKey = tuple[Quarter, str, str]
"""Quarter, organisation and part."""


def read_access(
    tables: Mapping[str, pl.DataFrame], series: pl.DataFrame = SERIES
) -> dict[AccessKey, QuarterAccess]:
    """Read what was agreed for each access standard, and what came of it.

    Where the table names a monthly series the result of a quarter is the sum of what
    stands above the line over the sum of what stands below it, once all three months
    are known: shares of months are never averaged.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.
    series : DataFrame
        `indicator, body, month, numerator, denominator`, and `status` where known.

    Returns
    -------
    dict of AccessKey to QuarterAccess
        By quarter, organisation and part.
    """
    counted = _count(series)
    found = {}
    for row in get_table(tables, FUND_PERFORMANCE).iter_rows(named=True):
        quarter = Quarter(row["year"], row["quarter"])
        months, status = _pick(counted, quarter, row)
        actual = row["actual"]
        if actual is None and len(months) == len(quarter.months):
            seen, every = (sum(each) for each in zip(*months.values(), strict=True))
            actual = Fraction(seen, every) if every else None
        result = AccessResult.read(actual, row["trajectory"])
        key = (quarter, row["organisation"], row["part"])
        found[key] = QuarterAccess(result, months, status)
    return found


_Counts = dict[tuple[str, str], dict[Month, tuple[int, int, str]]]


def _count(series: pl.DataFrame) -> _Counts:
    counted: _Counts = {}
    known = series.drop_nulls(["numerator", "denominator"])
    for row in known.iter_rows(named=True):
        months = counted.setdefault((row["indicator"], row["body"]), {})
        months[Month.containing(row["month"])] = (
            round(row["numerator"]),
            round(row["denominator"]),
            row.get("status") or STATUSES[-1],
        )
    return counted


def _pick(
    counted: _Counts, quarter: Quarter, row: Mapping[str, Any]
) -> tuple[Counted, str]:
    """Pick the months of a quarter, and the weakest status of them and of the row."""
    held = counted.get((row["indicator"] or "", row["organisation"]), {})
    months = {month: held[month] for month in quarter.months if month in held}
    statuses = [row["status"], *(status for _, _, status in months.values())]
    parts = {month: (seen, every) for month, (seen, every, _) in months.items()}
    return parts, get_weakest(statuses)
