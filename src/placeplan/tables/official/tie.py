"""Check that what a publisher printed as a total is the sum of its parts."""

from collections.abc import Sequence

import polars as pl

from placeplan.tables.grid import SHOWN
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN
from placeplan.tables.official.header import ROW
from placeplan.tables.official.sheet import Sheet

REMEDY = "Compare the rows and the total with the published file: a row may be missing."


def check_ties(
    parts: pl.DataFrame,
    totals: pl.DataFrame,
    sheet: Sheet,
    faults: FaultList,
    *,
    by: Sequence[str],
    words: str,
    tolerance: float = 1e-6,
) -> None:
    """Compare printed totals with the sums of their parts.

    Where parts are missing (suppressed), the others may only not exceed the total. One
    alone must be worth nothing: a publisher who suppresses a figure never leaves it to
    be worked out, so a mark that stands there alone is a damaged figure. Where the
    total itself is missing, or has no parts, there is nothing to compare.

    Parameters
    ----------
    parts, totals : pl.DataFrame
        The columns ``by`` and ``value``; totals also `ROW` and `COLUMN`.
    sheet : Sheet
        Where the totals stand, for faults.
    faults : FaultList
        Takes every total that does not tie.
    by : sequence of str
        Columns that say which parts belong to a total.
    words : str
        How a total comes about, such as ``the sum of its ages``.
    tolerance : float
        How far sum and total may differ, in the unit of the figures.

    Examples
    --------
    >>> parts = pl.DataFrame({"code": ["RVV", "RVV"], "value": [1.0, 2.0]})
    >>> totals = pl.DataFrame({"code": ["RVV"], "value": [4.0], "row": [9],
    ...                        "column": ["Total"]})
    >>> faults = FaultList("beds.xlsx")
    >>> check_ties(parts, totals, Sheet("beds.xlsx", "", ()), faults, by=["code"],
    ...            words="the sum of its sectors")
    >>> print(faults.faults[0])
    beds.xlsx, row 9, column 'Total': expected 3, the sum of its sectors, found 4. \
Compare the rows and the total with the published file: a row may be missing.
    """
    sums = parts.group_by(by).agg(
        pl.col("value").sum().alias("sum"), pl.col("value").null_count().alias("gaps")
    )
    excess = pl.col("sum") - pl.col("value")
    wrong = (
        totals.drop_nulls("value")
        .join(sums, on=by, how="inner", maintain_order="left")
        .filter(
            pl.when(pl.col("gaps") > 1)
            .then(excess > tolerance)
            .otherwise(excess.abs() > tolerance)
        )
    )
    shown = wrong.head(SHOWN).select(ROW, COLUMN, "sum", "value", "gaps")
    for row, column, summed, printed, gaps in shown.iter_rows():
        least = "at least " if gaps > 1 or (gaps and summed > printed) else ""
        expected = f"{least}{summed:.12g}, {words}"
        faults.add(sheet.where(row, column), expected, f"{printed:.12g}", REMEDY)
    if wrong.height > SHOWN:
        more = f"{wrong.height - SHOWN} more that do not tie"
        faults.add(sheet.where(), f"totals that are {words}", more, REMEDY)
