"""Beds: nights over the nights that a bed can give at a standard of occupancy."""

from collections.abc import Iterable
from typing import TypeVar

import polars as pl

from placeplan.capacity.headroom import compare
from placeplan.capacity.inputs import BED_STANDARDS, BEDS, Tables, get_table
from placeplan.capacity.need import sum_need
from placeplan.capacity.standard import carry_stock, find_standards

Amount = TypeVar("Amount", float, pl.Expr)

_KEYS = ("year", "provider", "site")
_MEASURES = ("beds_needed", "beds_available", "beds_headroom")


def need_beds(bed_days: Amount, days_open: Amount, occupancy_share: Amount) -> Amount:
    """Say how many beds nights in hospital need.

    ``beds = bed days / (days open * occupancy)``. A bed day is a bed occupied at
    midnight: a stay of three nights is three of them, not four.

    Parameters
    ----------
    bed_days : float or Expr
        Nights a year.
    days_open : float or Expr
        Days on which the beds are open, a year.
    occupancy_share : float or Expr
        Largest share of beds to be occupied, above 0 and up to 1.

    Returns
    -------
    float or Expr
        Beds, not rounded.

    Examples
    --------
    >>> need_beds(33_580.0, 365.0, 0.92)
    100.0
    """
    return bed_days / (days_open * occupancy_share)


def compare_beds(
    tables: Tables, activity: pl.DataFrame, years: Iterable[int]
) -> pl.DataFrame:
    """Set beds needed against beds available, by year, provider and site.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        ``beds`` and ``bed_standards``.
    activity : DataFrame
        Of the demand chapter; rows of measure ``bed_days`` count, for pods that have a
        standard.
    years : iterable of int
        Years wanted.

    Returns
    -------
    DataFrame
        `headroom.SCHEMA`: ``beds_needed``, ``beds_available``, ``beds_headroom`` of
        every site whose beds are stated.
    """
    wanted = sorted(set(years))
    standards = find_standards(get_table(tables, BED_STANDARDS), ["pod"], wanted)
    beds = need_beds(pl.col("value"), pl.col("days_open"), pl.col("occupancy_share"))
    needed = sum_need(activity, standards, beds, _KEYS, measure="bed_days")
    stated = get_table(tables, BEDS).select(*_KEYS, "status", value="beds")
    available = carry_stock(stated, _KEYS[1:], wanted)
    return compare(needed, available, _KEYS, measures=_MEASURES, unit="beds")
