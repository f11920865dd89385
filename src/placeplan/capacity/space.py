"""Spaces: hours in rooms and cubicles over the hours that they can be used."""

from collections.abc import Iterable
from typing import TypeVar

import polars as pl

from placeplan.capacity.headroom import compare
from placeplan.capacity.inputs import SPACE_STANDARDS, SPACES, Tables, get_table
from placeplan.capacity.need import sum_need
from placeplan.capacity.standard import carry_stock, find_standards

Amount = TypeVar("Amount", float, pl.Expr)

_KEYS = ("year", "provider", "site", "pod")
_MEASURES = ("spaces_needed", "spaces_available", "spaces_headroom")


def need_spaces(
    activity: Amount,
    hours_each: Amount,
    weeks: Amount,
    hours_a_week: Amount,
    utilisation_share: Amount,
) -> Amount:
    """Say how many spaces activity needs.

    ``spaces = activity * hours / (weeks * hours a week * utilisation)``

    Parameters
    ----------
    activity : float or Expr
        Units a year.
    hours_each : float or Expr
        Hours that one is in the space.
    weeks, hours_a_week : float or Expr
        When it is open.
    utilisation_share : float or Expr
        Share of open hours to be used, above 0 and up to 1.

    Returns
    -------
    float or Expr
        Spaces, not rounded.

    Examples
    --------
    >>> round(need_spaces(50_000.0, 4.0, 52.0, 168.0, 0.5), 1)
    45.8
    """
    return activity * hours_each / (weeks * hours_a_week * utilisation_share)


def compare_spaces(
    tables: Tables, activity: pl.DataFrame, years: Iterable[int]
) -> pl.DataFrame:
    """Set spaces needed against spaces available, by year, provider, site and pod.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        ``spaces`` and ``space_standards``.
    activity : DataFrame
        Of the demand chapter; rows of measure ``activity`` count.
    years : iterable of int
        Years wanted.

    Returns
    -------
    DataFrame
        `headroom.SCHEMA`: ``spaces_needed``, ``spaces_available``,
        ``spaces_headroom`` of every site and pod whose spaces are stated.
    """
    wanted = sorted(set(years))
    standards = find_standards(get_table(tables, SPACE_STANDARDS), ["pod"], wanted)
    spaces = need_spaces(
        pl.col("value"),
        pl.col("hours_each"),
        pl.col("weeks"),
        pl.col("hours_a_week"),
        pl.col("utilisation_share"),
    )
    needed = sum_need(activity, standards, spaces, _KEYS)
    stated = get_table(tables, SPACES).select(*_KEYS, "status", value="spaces")
    available = carry_stock(stated, _KEYS[1:], wanted)
    return compare(needed, available, _KEYS, measures=_MEASURES, unit="spaces")
