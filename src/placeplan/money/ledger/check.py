"""Faults of the ledger that no single cell shows."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import polars as pl

from placeplan.errors import Fault
from placeplan.money.inputs import get_table
from placeplan.money.ledger.control_total import check_changes
from placeplan.money.ledger.inputs import (
    CONTROL_TOTAL_CHANGES,
    CONTROL_TOTALS,
    LEDGER_LINES,
    LEDGER_SAVINGS,
    LEDGER_VALUES,
)
from placeplan.money.pence import to_pence_column
from placeplan.tables import TableContract
from placeplan.tables.row_check import FIRST_ROW, name_rows

FIRST_MONTH: Final = date(1990, 4, 1)
LAST_MONTH: Final = date(2150, 3, 1)


def check_ledger(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """List everything about the tables of the ledger that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each already checked against its contract.

    Returns
    -------
    list of Fault
        Lines that nothing lists, months that are none, amounts finer than a penny,
        members that book with themselves or with a body that has no ledger, cost that
        is called money of a fund, schemes of several names, and changes of control
        totals that do not net to zero.

    Examples
    --------
    >>> check_ledger({})
    []
    """
    lines, values = get_table(tables, LEDGER_LINES), get_table(tables, LEDGER_VALUES)
    totals = get_table(tables, CONTROL_TOTALS)
    changes = get_table(tables, CONTROL_TOTAL_CHANGES)
    in_pence = to_pence_column("value_pounds").alias("value_pence")
    return [
        *_check_fund_lines(lines),
        *check_values(values, lines),
        *_check_months(get_table(tables, LEDGER_SAVINGS), LEDGER_SAVINGS),
        *_check_names(get_table(tables, LEDGER_SAVINGS)),
        *_check_pence(get_table(tables, LEDGER_SAVINGS), LEDGER_SAVINGS),
        *_check_pence(totals, CONTROL_TOTALS),
        *_check_pence(changes, CONTROL_TOTAL_CHANGES),
        *check_changes(totals.with_columns(in_pence), changes.with_columns(in_pence)),
    ]


def check_values(values: pl.DataFrame, lines: pl.DataFrame) -> list[Fault]:
    """List what is wrong with the values of a ledger, whatever file they come from.

    Parameters
    ----------
    values, lines : DataFrame
        Tables `ledger_values` and `ledger_lines`.
    """
    return [
        *_check_lines(values, lines),
        *_check_months(values, LEDGER_VALUES),
        *_check_pence(values, LEDGER_VALUES),
        *_check_counterparties(values),
    ]


def _find_rows(frame: pl.DataFrame, wrong: pl.Expr, column: str) -> pl.DataFrame:
    """Find which rows are wrong, by the value of a column that shows it."""
    return (
        frame.lazy()
        .with_row_index("row", offset=FIRST_ROW)
        .filter(wrong)
        .group_by(column)
        .agg(pl.col("row").sort())
        .sort(column)
        .collect()
    )


def _tell(wrong: pl.DataFrame, path: str, expected: str, remedy: str) -> list[Fault]:
    column = wrong.columns[0]
    return [
        Fault(path, f"{name_rows(rows)}, column {column}", expected, f"{found}", remedy)
        for found, rows in wrong.iter_rows()
    ]


def _check_lines(values: pl.DataFrame, lines: pl.DataFrame) -> list[Fault]:
    known = lines["line"].unique().to_list()
    unknown = _find_rows(values, ~pl.col("line").is_in(known), "line")
    remedy = f"Add the line to {LEDGER_LINES.path}, or correct its id."
    return _tell(unknown, LEDGER_VALUES.path, "a line that is listed", remedy)


def _check_months(frame: pl.DataFrame, contract: TableContract) -> list[Fault]:
    month = pl.col("month")
    wrong = (month.dt.day() != 1) | ~month.is_between(FIRST_MONTH, LAST_MONTH)
    expected = f"the first day of a month from {FIRST_MONTH} to {LAST_MONTH}"
    remedy = "Write the month by its first day, such as 2016-04-01."
    return _tell(_find_rows(frame, wrong, "month"), contract.path, expected, remedy)


def _check_pence(frame: pl.DataFrame, contract: TableContract) -> list[Fault]:
    pounds = pl.col("value_pounds")
    wrong = pounds != pounds.round(2)
    found = _find_rows(frame, wrong, "value_pounds")
    remedy = "Round it yourself, so that your totals are those of the ledger."
    return _tell(found, contract.path, "pounds and whole pence", remedy)


def _check_counterparties(values: pl.DataFrame) -> list[Fault]:
    members = values["organisation"].unique().to_list()
    other = pl.col("counterparty")
    strange = _find_rows(
        values, other.is_not_null() & ~other.is_in(members), "counterparty"
    )
    own = _find_rows(values, other == pl.col("organisation"), "counterparty")
    leave = "leave the cell empty for a body outside the system."
    return [
        *_tell(
            strange,
            LEDGER_VALUES.path,
            "a member of the system that has a ledger of its own",
            f"Add its values, or {leave}",
        ),
        *_tell(
            own,
            LEDGER_VALUES.path,
            "another member than the one whose row it is",
            f"Name the other one, or {leave}",
        ),
    ]


def _check_fund_lines(lines: pl.DataFrame) -> list[Fault]:
    wrong = pl.col("fund").is_not_null() & (pl.col("side") != "income")
    found = _find_rows(lines, wrong, "fund")
    remedy = "Empty the cell, or make it a line of income."
    expected = "money of a fund on lines of income alone"
    return _tell(found, LEDGER_LINES.path, expected, remedy)


def _check_names(savings: pl.DataFrame) -> list[Fault]:
    several = (
        savings.group_by("organisation", "scheme")
        .agg(pl.col("name").unique().sort())
        .filter(pl.col("name").list.len() > 1)
        .sort("organisation", "scheme")
    )
    return [
        Fault(
            LEDGER_SAVINGS.path,
            f"scheme {scheme} of {organisation}",
            "one name",
            "; ".join(names),
            "Give it the same name in every row.",
        )
        for organisation, scheme, names in several.iter_rows()
    ]
