"""The ledgers of many systems summed up by organisation, system and year."""

from typing import Final

import polars as pl

from placeplan.money.ledger.elimination import TAKEN, match_pairs, sum_sides
from placeplan.money.ledger.systems import SystemsLedger

SUMMED: Final = ("income_pence", "pay_pence", "non_pay_pence", "surplus_pence")
"""Income, cost and what is left of income, in whole pence."""


def summarise_organisations(ledger: SystemsLedger) -> pl.DataFrame:
    """Sum each organisation up by year.

    Parameters
    ----------
    ledger : SystemsLedger
        What the organisations of all systems planned and booked.

    Returns
    -------
    DataFrame
        `system, organisation, year, basis, income_pence, pay_pence, non_pay_pence,
        surplus_pence, status`, in order; plan and actual in a row each.
    """
    return _sum(ledger.values, ["system", "organisation", "year", "basis"])


def summarise_systems(
    ledger: SystemsLedger, organisations: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Sum each system up by year, less what its members pay each other.

    Parameters
    ----------
    ledger : SystemsLedger
        As for `summarise_organisations`.
    organisations : DataFrame or None
        What `summarise_organisations` gives, where it is at hand already.

    Returns
    -------
    DataFrame
        `system, year, basis`, then of the plain sum of the members `members_…` for each
        of `SUMMED`, of the system `…` for each of them, `eliminated_pence` (as much of
        income as of cost) and `mismatch_pence` (what members book with each other
        without agreeing, added up without regard to sign), `status`, in order.
    """
    each = summarise_organisations(ledger) if organisations is None else organisations
    key = ["system", "year", "basis"]
    members = each.group_by(key).agg(pl.col(SUMMED).sum(), pl.col("status").max())
    taken = _eliminate(ledger, key)
    joined = members.join(taken, on=key, how="left").with_columns(
        pl.col(*TAKEN.values(), "mismatch_pence").fill_null(0)
    )
    return joined.sort(key).select(
        *key,
        *(pl.col(name).alias(f"members_{name}") for name in SUMMED),
        *(pl.col(f"{side}_pence") - pl.col(name) for side, name in TAKEN.items()),
        *("surplus_pence", "eliminated_pence", "mismatch_pence", "status"),
    )


def _eliminate(ledger: SystemsLedger, key: list[str]) -> pl.DataFrame:
    """Take out, year by year, what members of one system pay each other."""
    homes = ledger.values.select(
        pl.col("organisation").alias("counterparty"), pl.col("system").alias("home")
    ).unique()
    between = (
        ledger.values.filter(pl.col("counterparty").is_not_null())
        .join(homes, on="counterparty")
        .filter(pl.col("home") == pl.col("system"))
    )
    pairs = match_pairs(between, [*key, "receiver", "payer"])
    return (
        pairs.group_by(key)
        .agg(pl.col("^eliminated_.*$").sum(), pl.col("mismatch_pence").abs().sum())
        .with_columns(pl.selectors.categorical().cast(pl.String))
    )


def _sum(values: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    # Lines by side first: one pass over millions of rows, then a few thousand.
    by_side = values.group_by(*by, "side").agg(
        pl.col("value_pence").sum(), pl.col("status").max()
    )
    return (
        by_side.group_by(by)
        .agg(*sum_sides(), pl.col("status").max())
        .with_columns(
            surplus_pence=pl.col("income_pence")
            - pl.col("pay_pence")
            - pl.col("non_pay_pence")
        )
        .with_columns(pl.selectors.categorical().cast(pl.String))
        .sort(by)
        .select(*by, *SUMMED, "status")
    )
