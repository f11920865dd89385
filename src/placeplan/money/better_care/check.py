"""Faults of the tables on the Better Care Fund that no single cell shows."""

from collections.abc import Iterator, Mapping

import polars as pl

from placeplan.errors import Fault
from placeplan.money.amount_words import say_exactly
from placeplan.money.better_care.inputs import (
    BETTER_CARE_RESULTS,
    BETTER_CARE_SPENDING,
)
from placeplan.money.better_care.metric import list_metrics
from placeplan.money.better_care.pool import sum_pools
from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence
from placeplan.periods import FinancialYear
from placeplan.tables.row_check import number_rows


def check_better_care(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """List everything about the tables on the Better Care Fund that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each already checked against its contract.

    Returns
    -------
    list of Fault
        Pools whose plans are not what is paid in, to the penny; metrics that were not
        asked for in their year; results of nobody.

    Examples
    --------
    >>> check_better_care({})
    []
    """
    return [*_check_pools(tables), *_check_metrics(tables)]


def _check_pools(tables: Mapping[str, pl.DataFrame]) -> Iterator[Fault]:
    for row in sum_pools(tables).iter_rows(named=True):
        paid, planned = Pence(row["paid_in_pence"]), Pence(row["planned_pence"])
        if paid == planned:
            continue
        where = f"pool {row['pool']}, {FinancialYear(row['year'])}"
        expected = f"plans that sum to what is paid in, {say_exactly(paid)}"
        remedy = "Correct a contribution or a plan: a pooled budget ties to the penny."
        yield Fault(
            BETTER_CARE_SPENDING.path, where, expected, say_exactly(planned), remedy
        )


def _check_metrics(tables: Mapping[str, pl.DataFrame]) -> Iterator[Fault]:
    for at, row in number_rows(get_table(tables, BETTER_CARE_RESULTS)):
        known = [metric.metric for metric in list_metrics(row["year"])]
        if row["metric"] not in known:
            expected = f"a metric of {FinancialYear(row['year'])}: "
            expected += ", ".join(known) or "none was read for that year"
            remedy = "Correct the metric or the year."
            where = f"row {at}, column metric"
            fault = (where, expected, row["metric"], remedy)
            yield Fault(BETTER_CARE_RESULTS.path, *fault)
        if not row["denominator"]:
            where = f"row {at}, column denominator"
            fault = (where, "a number above 0", "0", "Give whom the metric counts.")
            yield Fault(BETTER_CARE_RESULTS.path, *fault)
