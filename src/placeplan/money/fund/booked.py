"""What the ledger books of a fund, held against what its rules pay."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.money.fund.account import sum_states
from placeplan.money.ledger.ledger import read_ledger
from placeplan.tables import STATUS

_KEY: Final = ["fund", "year", "quarter", "organisation"]


def compare_with_ledger(
    account: pl.DataFrame, tables: Mapping[str, pl.DataFrame]
) -> pl.DataFrame:
    """Hold what is earned against what the ledger books as income of the fund.

    Parameters
    ----------
    account : DataFrame
        Of `account_fund`.
    tables : mapping of table name to DataFrame
        Tables of the plan folder, those of the ledger among them.

    Returns
    -------
    DataFrame
        `fund, year, quarter, organisation, earned_pence, at_risk_pence, lost_pence,
        booked_pence, difference_pence, status` of quarters in which the ledger books
        something; the difference is what was booked and is not earned.
    """
    values = read_ledger(tables).values.filter(
        pl.col("fund").is_not_null() & (pl.col("basis") == "actual")
    )
    # April is the first month of a year, so it stands three months back.
    quarter = (pl.col("month").dt.offset_by("-3mo").dt.month().cast(pl.Int64) + 2) // 3
    booked = (
        values.with_columns(quarter.alias("quarter"))
        .group_by(_KEY)
        .agg(
            pl.col("value_pence").sum().alias("booked_pence"),
            pl.col("status").max().cast(STATUS).alias("booked_status"),
        )
    )
    return (
        sum_states(account, _KEY)
        .join(booked, on=_KEY, how="inner")
        .with_columns(
            difference_pence=pl.col("booked_pence") - pl.col("earned_pence"),
            status=pl.max_horizontal("status", "booked_status"),
        )
        .drop("booked_status", "allocation_pence")
        .select(*_KEY, pl.exclude(*_KEY, "status"), "status")
        .sort(_KEY)
    )
