"""The account of a fund: earned, at risk and lost, by quarter, provider and part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.errors import InputError, UnknownNameError
from placeplan.money.fund.gate import (
    UNKNOWN,
    Gate,
    find_booked_gates,
    join_gates,
    list_stated_gates,
)
from placeplan.money.fund.inputs import FUND_ALLOCATIONS
from placeplan.money.fund.payment import (
    STATES,
    FundPayment,
    QuarterResult,
    pay_quarter,
)
from placeplan.money.fund.result import SERIES, QuarterAccess, read_access
from placeplan.money.fund.rule_set import FundRules, get_fund_rules
from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence, Pounds, to_pence
from placeplan.periods import Quarter
from placeplan.tables import STATUS, get_weakest

ACCOUNT_SCHEMA: Final = {
    "fund": pl.String(),
    "year": pl.Int32(),
    "quarter": pl.Int64(),
    "organisation": pl.String(),
    "part": pl.String(),
    "name": pl.String(),
    "state": pl.Enum(STATES),
    "value_pence": pl.Int64(),
    "words": pl.String(),
    "gate_words": pl.String(),
    "status": STATUS,
}
"""Columns of the account, and their types."""


@dataclass(frozen=True, slots=True)
class ProviderQuarter:
    """What a fund pays one provider for one quarter, with what it rests on.

    Parameters
    ----------
    organisation : str
        The provider.
    rules : FundRules
        Rules of the fund in that quarter.
    gate : Gate
        Whether control totals were met.
    access : mapping of str to QuarterAccess
        Access standards by part, known or not.
    payment : FundPayment
        What becomes of the allocation.
    status : str
        The weakest status behind it.
    """

    organisation: str
    rules: FundRules
    gate: Gate
    access: Mapping[str, QuarterAccess]
    payment: FundPayment
    status: str


def list_quarters(
    tables: Mapping[str, pl.DataFrame], series: pl.DataFrame = SERIES
) -> list[ProviderQuarter]:
    """Work out every quarter of every provider that the plan folder allocates money to.

    A quarter whose control total is not known yet has not ended: all of it is at risk,
    whatever is known of its months.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder: those of `FUND_TABLES` and those of the ledger.
    series : DataFrame
        Monthly parts of indicators: `indicator, body, month, numerator, denominator`.

    Returns
    -------
    list of ProviderQuarter
        By fund, quarter and provider. A fund without a published formula is left out:
        `check_fund` tells of it.

    Examples
    --------
    >>> list_quarters({})
    []
    """
    keyed = {
        (row["fund"], Quarter(row["year"], row["quarter"]), row["organisation"]): row
        for row in get_table(tables, FUND_ALLOCATIONS).iter_rows(named=True)
    }
    keys = sorted(keyed)
    gates = join_gates(find_booked_gates(tables, keys), list_stated_gates(tables))
    access = read_access(tables, series)
    found = []
    for fund, quarter, body in keys:
        rules = _find_rules(fund, quarter)
        if rules is None:
            continue
        row = keyed[fund, quarter, body]
        gate = gates.get((fund, quarter, body), UNKNOWN)
        held = {
            part.part: access[quarter, body, part.part]
            for part in rules.parts
            if (quarter, body, part.part) in access
        }
        allocation = to_pence(Pounds.read(row["value_pounds"]))
        payment = _pay(rules, allocation, gate, held)
        statuses = [row["status"], gate.status, *(e.status for e in held.values())]
        status = get_weakest(filter(None, statuses))
        found.append(ProviderQuarter(body, rules, gate, held, payment, status))
    return found


def _find_rules(fund: str, quarter: Quarter) -> FundRules | None:
    try:
        return get_fund_rules(fund, quarter)
    except (InputError, UnknownNameError):
        return None


def _pay(
    rules: FundRules,
    allocation: Pence,
    gate: Gate,
    held: Mapping[str, QuarterAccess],
) -> FundPayment:
    if gate is UNKNOWN:
        return pay_quarter(rules, allocation, QuarterResult())
    results = {part: each.result for part, each in held.items()}
    known = QuarterResult(gate.total_met, results, gate.system_met)
    return pay_quarter(rules, allocation, known)


def account_fund(quarters: Iterable[ProviderQuarter]) -> pl.DataFrame:
    """Account for every allocation, part by part, in whole pence.

    Parameters
    ----------
    quarters : iterable of ProviderQuarter
        Of `list_quarters`.

    Returns
    -------
    DataFrame
        `fund, year, quarter, organisation, part, name, state, value_pence, words,
        gate_words, status`; the parts of a quarter sum to its allocation.

    Examples
    --------
    >>> account_fund([]).height
    0
    """
    rows = [
        (
            *(each.rules.fund, each.rules.quarter.year, each.rules.quarter.number),
            *(each.organisation, part.part, part.name, part.state, part.pence),
            *(part.words, each.gate.words, each.status),
        )
        for each in quarters
        for part in each.payment.parts
    ]
    return pl.DataFrame(rows, schema=ACCOUNT_SCHEMA, orient="row")


def sum_states(account: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Sum what is earned, at risk and lost.

    Parameters
    ----------
    account : DataFrame
        Of `account_fund`.
    by : list of str
        Columns to tell apart, such as `quarter`.

    Returns
    -------
    DataFrame
        The columns of ``by``, then `earned_pence, at_risk_pence, lost_pence,
        allocation_pence, status` (the weakest), in order.
    """
    states = [
        pl.col("value_pence")
        .filter(pl.col("state") == state)
        .sum()
        .alias(f"{state}_pence")
        for state in STATES
    ]
    whole = pl.col("value_pence").sum().alias("allocation_pence")
    return (
        account.group_by(by)
        .agg(*states, whole, pl.col("status").max().cast(STATUS))
        .sort(by)
    )
