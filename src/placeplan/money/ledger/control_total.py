"""Control totals: what each member agreed to meet, and changes that net to zero."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.money.amount_words import say_exactly
from placeplan.money.ledger.inputs import CONTROL_TOTAL_CHANGES, CONTROL_TOTALS
from placeplan.money.pence import Pence
from placeplan.tables import STATUS

_WHERE: Final = CONTROL_TOTAL_CHANGES.path


def flex_control_totals(
    control_totals: pl.DataFrame, changes: pl.DataFrame, *, as_at: date | None = None
) -> pl.DataFrame:
    """Find the control totals once the changes between members are made.

    Parameters
    ----------
    control_totals : DataFrame
        `year, organisation, value_pence, status`, one row for each, as a `Ledger` has.
    changes : DataFrame
        `change, agreed_on, year, organisation, value_pence, status`: what each change
        adds to a control total.
    as_at : date or None
        Changes agreed after it are not made; None for all.

    Returns
    -------
    DataFrame
        `year, organisation, agreed_pence, change_pence, value_pence, status`, in order:
        as first agreed, what the changes add, and what holds. The system's control
        total of a year, the plain sum of its members', is what it was.

    Raises
    ------
    InputError
        When a change does not net to zero in each year, or names a body without a
        control total: every such change at once, with the remedy. It is looked at
        whatever the day.

    Examples
    --------
    >>> totals = pl.DataFrame({"year": [2016, 2016], "organisation": ["a", "b"],
    ...     "value_pence": [100, -300], "status": ["published"] * 2})
    >>> changes = totals.with_columns(change=pl.lit("one"),
    ...     agreed_on=pl.lit(date(2016, 7, 1)), value_pence=pl.Series([-50, 50]))
    >>> flex_control_totals(totals, changes)["value_pence"].to_list()
    [50, -250]
    """
    if faults := check_changes(control_totals, changes):
        raise InputError(faults)
    made = changes if as_at is None else changes.filter(pl.col("agreed_on") <= as_at)
    parts = [
        frame.select(
            *("year", "organisation"),
            (pl.col("value_pence") * agreed).alias("agreed_pence"),
            (pl.col("value_pence") * (1 - agreed)).alias("change_pence"),
            pl.col("status").cast(STATUS),
        )
        for frame, agreed in ((control_totals, 1), (made, 0))
    ]
    return (
        pl.concat(parts)
        .group_by("year", "organisation")
        .agg(pl.col("agreed_pence", "change_pence").sum(), pl.col("status").max())
        .sort("year", "organisation")
        .select(
            *("year", "organisation", "agreed_pence", "change_pence"),
            (pl.col("agreed_pence") + pl.col("change_pence")).alias("value_pence"),
            "status",
        )
    )


def check_changes(control_totals: pl.DataFrame, changes: pl.DataFrame) -> list[Fault]:
    """List every change between control totals that must be refused.

    Parameters
    ----------
    control_totals, changes
        As for `flex_control_totals`.

    Returns
    -------
    list of Fault
        A change that does not net to zero in a year, was agreed on several days, or
        names a body without a control total in that year; in order.
    """
    return [
        *_check_nets(changes),
        *_check_days(changes),
        *_check_bodies(control_totals, changes),
    ]


def _check_nets(changes: pl.DataFrame) -> list[Fault]:
    nets = (
        changes.group_by("change", "year")
        .agg(pl.col("value_pence").sum(), pl.col("organisation").sort())
        .filter(pl.col("value_pence") != 0)
        .sort("change", "year")
    )
    return [
        Fault(
            _WHERE,
            f"change {change}, {year}",
            "amounts that net to zero",
            f"{say_exactly(Pence(abs(pence)))} {'more' if pence > 0 else 'less'}",
            _say_remedy(pence, bodies),
        )
        for change, year, pence, bodies in nets.iter_rows()
    ]


def _say_remedy(pence: int, bodies: Sequence[str]) -> str:
    size = say_exactly(Pence(abs(pence)))
    step = f"Take {size} off" if pence > 0 else f"Add {size} to"
    if len(bodies) == 1:
        return f"{step} the control total of another member in the same change."
    return f"{step} {', '.join(bodies[:-1])} or {bodies[-1]}, or another member."


def _check_days(changes: pl.DataFrame) -> list[Fault]:
    several = (
        changes.group_by("change")
        .agg(pl.col("agreed_on").unique().sort())
        .filter(pl.col("agreed_on").list.len() > 1)
        .sort("change")
    )
    return [
        Fault(
            _WHERE,
            f"change {change}",
            "the same day of agreement in all its rows",
            ", ".join(str(day) for day in days),
            "Give each row the day on which the whole change was agreed.",
        )
        for change, days in several.iter_rows()
    ]


def _check_bodies(control_totals: pl.DataFrame, changes: pl.DataFrame) -> list[Fault]:
    without = (
        changes.join(control_totals, on=["year", "organisation"], how="anti")
        .select("change", "year", "organisation")
        .unique()
        .sort("change", "year", "organisation")
    )
    return [
        Fault(
            _WHERE,
            f"change {change}, {year}",
            "bodies that have a control total in that year",
            body,
            f"Add a row for it to {CONTROL_TOTALS.path}, or leave it out.",
        )
        for change, year, body in without.iter_rows()
    ]
