"""Where organisations stand: income, pay, non-pay and surplus, plan against actual."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

import polars as pl

from placeplan.money.ledger.inputs import BASES, COSTS, SIDES
from placeplan.money.ledger.ledger import Ledger, find_months
from placeplan.money.pence import Pence
from placeplan.tables import STATUS

SURPLUS: Final = "surplus"
"""What is left of income once pay and non-pay are paid; negative for a deficit."""

STATEMENT: Final = (*SIDES, SURPLUS)
"""The rows of a statement, in the order in which it is read."""

AXES: Final = ("organisation", "month", "recurrent")
"""By what a position can be told apart."""

DIFFERENCE: Final = (
    pl.when(pl.col("side").is_in(COSTS))
    .then(pl.col("plan_pence") - pl.col("actual_pence"))
    .otherwise(pl.col("actual_pence") - pl.col("plan_pence"))
    .alias("difference_pence")
)
"""What it does to the surplus: positive is better than planned."""

_SIDE = pl.Enum(STATEMENT)
_SIGN = pl.when(pl.col("side") == "income").then(1).otherwise(-1)


def find_position(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    by: Sequence[str] = ("organisation",),
    with_funds: bool = True,
) -> pl.DataFrame:
    """Find where organisations stand, each side and the surplus.

    Parameters
    ----------
    ledger : Ledger
        What they planned and booked.
    year : int
        Financial year, by the calendar year in which it starts.
    through : date or None
        First day of the last month that counts; None for the whole year.
    bodies : collection of str or None
        Members to look at; None for all.
    by : sequence of str
        What to tell apart, of `AXES`; with none of them it is the plain sum of the
        bodies, in which what they pay each other counts twice
        (`find_system_position` takes that out).
    with_funds : bool
        Whether income that is money of a fund counts.

    Returns
    -------
    DataFrame
        The columns of ``by`` and `side` (of `STATEMENT`), then `plan_pence,
        actual_pence, difference_pence, status`, in order. The difference is what it
        does to the surplus: positive is better than planned. Cost is positive.

    Raises
    ------
    UnknownNameError
        When a body is no member.

    Examples
    --------
    >>> from placeplan.money.ledger import read_ledger
    >>> find_position(read_ledger({}), year=2016).height
    0
    """
    values = choose_values(
        ledger, year=year, through=through, bodies=bodies, with_funds=with_funds
    )
    sides = _sum(values, [*by, "side"], pl.col("value_pence"))
    surplus = _sum(values, by, pl.col("value_pence") * _SIGN).with_columns(
        side=pl.lit(SURPLUS)
    )
    both = pl.concat([sides, surplus.select(sides.columns)])
    return _compare(both, [*by, "side"])


def list_lines(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    by: Sequence[str] = (),
) -> pl.DataFrame:
    """List each line with what was planned and booked on it.

    Parameters
    ----------
    ledger, year, through, bodies, by
        As for `find_position`.

    Returns
    -------
    DataFrame
        The columns of ``by``, then `side, line, name, pod, fund, plan_pence,
        actual_pence, difference_pence, status, sources`, in the order of the list;
        `sources` names where its values come from, with commas between.
    """
    values = choose_values(ledger, year=year, through=through, bodies=bodies)
    key = [*by, "side", "line"]
    summed = _compare(_sum(values, key, pl.col("value_pence")), key)
    sources = values.group_by(key).agg(
        pl.col("source").unique().sort().str.join(", ").alias("sources")
    )
    named = ledger.lines.select("line", "name", "pod", "fund", "place_in_list")
    return (
        summed.join(sources.with_columns(pl.col("side").cast(_SIDE)), on=key)
        .join(named, on="line")
        .sort(*by, "place_in_list", "line")
        .select(
            *(*key, "name", "pod", "fund"),
            *("plan_pence", "actual_pence", "difference_pence", "status", "sources"),
        )
    )


def list_surpluses(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    basis: str = "actual",
    with_funds: bool = True,
) -> dict[str, Pence]:
    """List the surplus of each body, as `check_break_even` takes it.

    Parameters
    ----------
    ledger, year, through, bodies, with_funds
        As for `find_position`.
    basis : str
        ``plan`` or ``actual``.
    """
    found = find_position(
        ledger, year=year, through=through, bodies=bodies, with_funds=with_funds
    ).filter(pl.col("side") == SURPLUS)
    rows = found.select("organisation", f"{basis}_pence").iter_rows()
    return {body: Pence(pence) for body, pence in rows}


def find_last_month(
    ledger: Ledger, *, year: int, bodies: Collection[str] | None = None
) -> date | None:
    """Find the last month for which every body has booked something.

    Returns
    -------
    date or None
        Its first day; None where some body has booked nothing in the year.
    """
    members = ledger.get_bodies(bodies)
    last = (
        ledger.values.filter(
            (pl.col("year") == year)
            & (pl.col("basis") == "actual")
            & pl.col("organisation").is_in(members)
        )
        .group_by("organisation")
        .agg(pl.col("month").max())
    )
    if last.height < len(members) or not members:
        return None
    found: date = last["month"].min()  # type: ignore[assignment] # months are dates
    return found


def choose_values(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    with_funds: bool = True,
) -> pl.DataFrame:
    """Choose the values of a year to date; the arguments are as for `find_position`."""
    wanted = pl.col("month").is_in(find_months(year, through))
    if bodies is not None:
        wanted &= pl.col("organisation").is_in(ledger.get_bodies(bodies))
    if not with_funds:
        wanted &= pl.col("fund").is_null()
    return ledger.values.filter(wanted)


def _sum(values: pl.DataFrame, by: Sequence[str], amount: pl.Expr) -> pl.DataFrame:
    return values.group_by(*by, "basis").agg(
        amount.sum().alias("value_pence"), pl.col("status").max()
    )


def _compare(summed: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Set plan and actual side by side, with a row for either or both."""
    planned, booked = (
        pl.col("value_pence").filter(pl.col("basis") == basis).sum() for basis in BASES
    )
    return (
        summed.with_columns(pl.col("side").cast(_SIDE))
        .group_by(by)
        .agg(
            planned.alias("plan_pence"),
            booked.alias("actual_pence"),
            pl.col("status").max().cast(STATUS),
        )
        .sort(by)
        .select(
            *(*by, "plan_pence", "actual_pence"),
            DIFFERENCE,
            "status",
        )
    )
