"""The position held against the control total: by how much, and of what turnover."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

import polars as pl

from placeplan.money.ledger.control_total import flex_control_totals
from placeplan.money.ledger.ledger import Ledger, find_months
from placeplan.money.ledger.position import SURPLUS, find_position
from placeplan.money.ledger.system import find_system_position
from placeplan.money.pence import Pence

_MONTHS: Final = 12
_STAND: Final = (
    *("plan_pence", "plan_to_date_pence", "actual_to_date_pence", "turnover_pence"),
)


@dataclass(frozen=True, slots=True)
class SystemStatement:
    """Where the system stands against its control total.

    Parameters
    ----------
    control_total : Pence
        Of the whole year: the plain sum of the members'.
    control_total_to_date, plan_to_date, actual_to_date : Pence
        Up to the month, before money of a fund; each the plain sum of the members'.
    turnover : Pence
        Income of the system to date, before money of a fund and less what members pay
        each other.
    """

    control_total: Pence
    control_total_to_date: Pence
    plan_to_date: Pence
    actual_to_date: Pence
    turnover: Pence

    @property
    def difference(self) -> Pence:
        """Actual less control total to date; positive is better."""
        return Pence(self.actual_to_date - self.control_total_to_date)

    @property
    def met(self) -> bool:
        """Whether the system is on its control total, or better."""
        return self.difference >= 0

    @property
    def difference_share(self) -> float | None:
        """The difference as a share of turnover; None without turnover."""
        return self.difference / self.turnover if self.turnover else None


def compare_with_control_totals(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    as_at: date | None = None,
) -> pl.DataFrame:
    """Hold each body's actual position against its control total.

    Money of a fund is left out of every figure, for the control total is what a body
    meets before it. The control total to date is what the body plans to date; what the
    control total of the year has beyond the plan is spread evenly over its months.

    Parameters
    ----------
    ledger, year, through, bodies
        As for `find_position`.
    as_at : date or None
        Changes to control totals agreed after it are not made; None for all.

    Returns
    -------
    DataFrame
        `organisation, control_total_pence` (of the year), `control_total_to_date_pence,
        plan_to_date_pence, actual_to_date_pence, difference_pence` (actual less control
        total to date; positive is better), `met, turnover_pence` (own actual income to
        date, what other members pay among it), `difference_share` (of that turnover;
        empty without any), `status`, by organisation. A body without a control total
        has none of the figures that need one; who has booked nothing stands at 0.

    Raises
    ------
    UnknownNameError
        When a body is no member.
    InputError
        When a change of control totals does not net to zero.

    Examples
    --------
    >>> from placeplan.money.ledger import read_ledger
    >>> compare_with_control_totals(read_ledger({}), year=2016).height
    0
    """
    totals = flex_control_totals(ledger.control_totals, ledger.changes, as_at=as_at)
    held = totals.filter(pl.col("year") == year).select(
        "organisation",
        pl.col("value_pence").alias("control_total_pence"),
        pl.col("status").alias("total_status"),
    )
    stand = _find_stand(ledger, year, through, bodies)
    wanted = (
        held
        if bodies is None
        else held.filter(pl.col("organisation").is_in(ledger.get_bodies(bodies)))
    )
    joined = (
        stand.join(wanted, on="organisation", how="full", coalesce=True)
        .sort("organisation")
        .with_columns(pl.selectors.by_name(*_STAND).fill_null(0))
    )
    to_date = _spread_to_date(joined, len(find_months(year, through)))
    difference = pl.col("actual_to_date_pence") - pl.col("control_total_to_date_pence")
    return to_date.with_columns(difference.alias("difference_pence")).select(
        *("organisation", "control_total_pence", "control_total_to_date_pence"),
        *("plan_to_date_pence", "actual_to_date_pence", "difference_pence"),
        (pl.col("difference_pence") >= 0).alias("met"),
        "turnover_pence",
        pl.when(pl.col("turnover_pence") != 0)
        .then(pl.col("difference_pence") / pl.col("turnover_pence"))
        .alias("difference_share"),
        pl.max_horizontal("status", "total_status"),
    )


def sum_statements(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    as_at: date | None = None,
) -> SystemStatement:
    """Hold the position of the system against its control total, the members' sum.

    Parameters
    ----------
    ledger, year, through, bodies, as_at
        As for `compare_with_control_totals`; a body without a control total has 0.

    Returns
    -------
    SystemStatement
        Amounts, and the share of the system's own turnover.

    Examples
    --------
    >>> from placeplan.money.ledger import read_ledger
    >>> sum_statements(read_ledger({}), year=2016).met
    True
    """
    each = compare_with_control_totals(
        ledger, year=year, through=through, bodies=bodies, as_at=as_at
    )
    system = find_system_position(
        ledger, year=year, through=through, bodies=bodies, with_funds=False
    ).sides
    income = system.filter(pl.col("side") == "income")["actual_pence"]
    return SystemStatement(
        control_total=_add_up(each["control_total_pence"]),
        control_total_to_date=_add_up(each["control_total_to_date_pence"]),
        plan_to_date=_add_up(each["plan_to_date_pence"]),
        actual_to_date=_add_up(each["actual_to_date_pence"]),
        turnover=_add_up(income),
    )


def _add_up(pence: pl.Series) -> Pence:
    return Pence(int(pence.sum()))


def _find_stand(
    ledger: Ledger, year: int, through: date | None, bodies: Collection[str] | None
) -> pl.DataFrame:
    """Find plan and actual to date, the plan of the year, and the turnover to date."""
    whole, now = (
        find_position(ledger, year=year, through=last, bodies=bodies, with_funds=False)
        for last in (None, through)
    )
    surplus = pl.col("side") == SURPLUS
    planned = whole.filter(surplus).select("organisation", "plan_pence", "status")
    stands = now.filter(surplus).select(
        "organisation",
        pl.col("plan_pence").alias("plan_to_date_pence"),
        pl.col("actual_pence").alias("actual_to_date_pence"),
    )
    turnover = now.filter(pl.col("side") == "income").select(
        "organisation", pl.col("actual_pence").alias("turnover_pence")
    )
    return planned.join(stands, on="organisation", how="left").join(
        turnover, on="organisation", how="left"
    )


def _spread_to_date(stand: pl.DataFrame, months: int) -> pl.DataFrame:
    """Add the control total to date, in whole pence."""
    rows = stand.select("control_total_pence", "plan_pence", "plan_to_date_pence")
    to_date = [
        None if total is None else spread_total(total, planned, planned_to_date, months)
        for total, planned, planned_to_date in rows.iter_rows()
    ]
    return stand.with_columns(
        pl.Series("control_total_to_date_pence", to_date, dtype=pl.Int64)
    )


def spread_total(total: int, planned: int, planned_to_date: int, months: int) -> Pence:
    """Find what of a control total falls to the first months of the year.

    Parameters
    ----------
    total, planned : int
        Control total and planned position of the year, pence.
    planned_to_date : int
        Planned position up to the month, pence.
    months : int
        How many months of the year that is, 0 to 12.

    Examples
    --------
    >>> spread_total(-1200, -1200, -900, 6)
    -900
    >>> spread_total(0, -1200, -900, 6)
    -300
    """
    beyond = Fraction((total - planned) * months, _MONTHS)
    return Pence(planned_to_date + round(beyond))
