"""What a missed month of A&E costs: the part that its quarter lost, by those short."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Final

import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.fund.access import AccessLevel, find_needed
from placeplan.money.fund.account import ProviderQuarter
from placeplan.money.fund.payment import SAID
from placeplan.money.fund.result import Counted
from placeplan.money.fund.share_words import say_share
from placeplan.money.pence import Pence
from placeplan.money.share import share_out
from placeplan.periods import Month
from placeplan.tables import STATUS

MONTHS_SCHEMA: Final = {
    "fund": pl.String(),
    "year": pl.Int32(),
    "quarter": pl.Int64(),
    "organisation": pl.String(),
    "month": pl.Date(),
    "seen": pl.Int64(),
    "patients": pl.Int64(),
    "short": pl.Int64(),
    "cost_pence": pl.Int64(),
    "words": pl.String(),
    "status": STATUS,
}
"""Columns of the list of months, and their types."""


def count_short(level: AccessLevel, seen: int, patients: int) -> int:
    """Count how many more patients had to be seen in time to reach a level.

    Parameters
    ----------
    level : AccessLevel
        What had to be reached.
    seen, patients : int
        Patients seen in time, and all patients.

    Returns
    -------
    int
        0 when the level is met.

    Examples
    --------
    >>> level = AccessLevel(Fraction(95, 100), is_reached_at=True, words="95%")
    >>> count_short(level, 900, 1000), count_short(level, 950, 1000)
    (50, 0)
    """
    wanted = level.share * patients
    needed = ceil(wanted) if level.is_reached_at else floor(wanted) + 1
    return max(needed - seen, 0)


def list_months(quarters: Iterable[ProviderQuarter], part: str = "ae") -> pl.DataFrame:
    """List the months of an access standard, with what each missed month cost.

    A quarter is judged as a whole. What it lost for the standard is shared out among
    its months that missed the level, by how many patients each was short. A month
    costs nothing where the quarter earned the part all the same, or lost everything to
    the control total.

    Parameters
    ----------
    quarters : iterable of ProviderQuarter
        Of `list_quarters`.
    part : str
        Access part whose result is a monthly series.

    Returns
    -------
    DataFrame
        `fund, year, quarter, organisation, month, seen, patients, short, cost_pence,
        words, status`; the costs of a quarter sum to what it lost for the part.
    """
    rows = [row for each in quarters for row in _list_quarter(each, part)]
    return pl.DataFrame(rows, schema=MONTHS_SCHEMA, orient="row")


def _list_quarter(each: ProviderQuarter, part: str) -> list[tuple[object, ...]]:
    held = each.access.get(part)
    rule = next((rule for rule in each.rules.parts if rule.part == part), None)
    if held is None or rule is None or not held.months:
        return []
    quarter = each.rules.quarter
    level = find_needed(rule, quarter, held.result.trajectory)
    paid = next(paid for paid in each.payment.parts if paid.part == part)
    short = _count_each(level, held.months)
    is_own_loss = paid.state == "lost" and each.gate.total_met is not False
    cost = _share_loss(paid.pence, short) if is_own_loss else {}
    whole = each.gate.total_met is False
    rows: list[tuple[object, ...]] = []
    for month, (seen, patients) in held.months.items():
        amount = cost.get(month, Pence(0))
        words = _say(month, seen, patients, short[month], level)
        why = _say_cost(amount, paid.pence, paid.state, short[month], lost_all=whole)
        rows.append(
            (
                *(each.rules.fund, quarter.year, quarter.number, each.organisation),
                *(month.starts_on, seen, patients, short[month], amount),
                *(f"{words}: {why}.", each.status),
            )
        )
    return rows


def _count_each(level: AccessLevel | None, months: Counted) -> dict[Month, int]:
    return {
        month: count_short(level, seen, patients) if level else 0
        for month, (seen, patients) in months.items()
    }


def _share_loss(lost: Pence, short: Mapping[Month, int]) -> dict[Month, Pence]:
    """Share a loss out by month; a month is a whole key, ordered by its first day."""
    by_order = dict(enumerate(sorted(short)))
    shared = share_out(lost, {at: short[month] for at, month in by_order.items()})
    return {by_order[at]: pence for at, pence in shared.items()}


def _say(
    month: Month, seen: int, patients: int, short: int, level: AccessLevel | None
) -> str:
    exact = Fraction(seen, patients) if patients else None
    near = exact and round(exact, 3)
    if short and level and near != exact and near == round(level.share, 3):
        near = exact  # rounded, it would look like the level of which it is short
    share = "nobody" if near is None else say_share(near)
    words = f"{month}: {share} of {patients:,} within four hours"
    if level is None:
        return words
    return f"{words}, {short:,} short of {say_share(level.share)}" if short else words


def _say_cost(
    amount: Pence, part: Pence, state: str, short: int, *, lost_all: bool
) -> str:
    if amount:
        return f"{say_pence(amount)} of the {say_pence(part)} that the quarter lost"
    if lost_all:
        return "no further cost, as the quarter lost everything to the control total"
    if not short:
        return "no cost"
    if state == "at_risk":
        return f"the {say_pence(part)} of the quarter is {SAID[state]}"
    return "no cost, as the quarter as a whole was met"
