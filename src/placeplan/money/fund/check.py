"""Faults of the tables on funds that no single cell shows."""

from collections.abc import Iterator, Mapping

import polars as pl

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.money.fund.inputs import (
    FUND_ALLOCATIONS,
    FUND_GATES,
    FUND_PERFORMANCE,
)
from placeplan.money.fund.rule_set import get_fund_rules
from placeplan.money.inputs import get_table
from placeplan.periods import Quarter
from placeplan.tables.row_check import number_rows


def check_fund(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """List everything about the tables on funds that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each already checked against its contract.

    Returns
    -------
    list of Fault
        Funds and years of which no formula is known, results that are stated twice,
        and series that the folder does not have.

    Examples
    --------
    >>> check_fund({})
    []
    """
    return [
        *_check_rules(get_table(tables, FUND_ALLOCATIONS)),
        *_check_gates(tables),
        *_check_results(tables),
    ]


def _check_rules(allocations: pl.DataFrame) -> Iterator[Fault]:
    for at, row in number_rows(allocations):
        try:
            get_fund_rules(row["fund"], Quarter(row["year"], row["quarter"]))
        except UnknownNameError as error:
            where = f"row {at}, column fund"
            fault = (where, "a known fund", row["fund"], str(error))
            yield Fault(FUND_ALLOCATIONS.path, *fault)
        except InputError as error:
            for each in error.faults:
                where = f"row {at}, column {each.file.replace('period', 'year')}"
                fault = (where, each.expected, each.found, each.remedy)
                yield Fault(FUND_ALLOCATIONS.path, *fault)


def _check_gates(tables: Mapping[str, pl.DataFrame]) -> Iterator[Fault]:
    key = FUND_GATES.key
    allocated = set(get_table(tables, FUND_ALLOCATIONS).select(key).iter_rows())
    for at, row in number_rows(get_table(tables, FUND_GATES)):
        if tuple(row[name] for name in key) not in allocated:
            found = f"{row['organisation']}, {Quarter(row['year'], row['quarter'])}"
            expected = "a quarter for which the fund allocates something"
            remedy = f"Add its row to {FUND_ALLOCATIONS.path}, or take this one out."
            yield Fault(FUND_GATES.path, f"row {at}", expected, found, remedy)


def _check_results(tables: Mapping[str, pl.DataFrame]) -> Iterator[Fault]:
    known = set(tables["indicators"]["id"]) if "indicators" in tables else None
    for at, row in number_rows(get_table(tables, FUND_PERFORMANCE)):
        where = f"row {at}, column indicator"
        if row["indicator"] is None:
            continue
        if row["actual"] is not None:
            expected, found = "either a share or a series", "both"
            remedy = "Leave one of the two empty."
            yield Fault(FUND_PERFORMANCE.path, where, expected, found, remedy)
        if known is not None and row["indicator"] not in known:
            expected, found = "an indicator of the plan folder", row["indicator"]
            remedy = "Add it to performance/indicators.csv, or correct the id."
            yield Fault(FUND_PERFORMANCE.path, where, expected, found, remedy)
