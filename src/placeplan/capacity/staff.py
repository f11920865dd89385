"""Staff: minutes of work over the minutes that a post gives in a year."""

from collections.abc import Iterable
from typing import TypeVar

import polars as pl

from placeplan.capacity.headroom import compare
from placeplan.capacity.inputs import STAFF_STANDARDS, Tables, get_table
from placeplan.capacity.need import sum_need
from placeplan.capacity.staff_supply import project_staff
from placeplan.capacity.standard import find_standards

Amount = TypeVar("Amount", float, pl.Expr)

_KEYS = ("year", "provider", "staff_group")
_MEASURES = ("staff_needed_wte", "staff_available_wte", "staff_headroom_wte")


def need_staff(
    activity: Amount, minutes_each: Amount, productive_minutes: Amount
) -> Amount:
    """Say how many whole-time equivalents activity needs.

    ``wte = activity * minutes / productive minutes a whole-time equivalent a year``

    Parameters
    ----------
    activity : float or Expr
        Units a year.
    minutes_each : float or Expr
        Minutes of the group of staff for one.
    productive_minutes : float or Expr
        Minutes for such work that one whole-time equivalent has a year, above 0.

    Returns
    -------
    float or Expr
        Whole-time equivalents, not rounded.

    Examples
    --------
    >>> need_staff(15_120.0, 10.0, 75_600.0)
    2.0
    """
    return activity * minutes_each / productive_minutes


def compare_staff(
    tables: Tables, activity: pl.DataFrame, years: Iterable[int]
) -> pl.DataFrame:
    """Set staff needed against staff available, by year, provider and group.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        ``staff``, ``staff_standards`` and ``staff_flows``.
    activity : DataFrame
        Of the demand chapter; rows of measure ``activity`` count.
    years : iterable of int
        Years wanted.

    Returns
    -------
    DataFrame
        `headroom.SCHEMA`: ``staff_needed_wte``, ``staff_available_wte``,
        ``staff_headroom_wte`` of every provider and group whose staff are stated.
    """
    wanted = sorted(set(years))
    standards = find_standards(
        get_table(tables, STAFF_STANDARDS), ["pod", "staff_group"], wanted
    )
    staff = need_staff(
        pl.col("value"), pl.col("minutes_each"), pl.col("productive_minutes")
    )
    needed = sum_need(activity, standards, staff, _KEYS)
    available = project_staff(tables, wanted).rename({"wte": "value"})
    return compare(needed, available, _KEYS, measures=_MEASURES, unit="wte")
