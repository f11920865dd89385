"""Everything needed against everything available, in one long frame."""

from collections.abc import Iterable

import polars as pl

from placeplan.capacity.bed import compare_beds
from placeplan.capacity.check import check_capacity
from placeplan.capacity.headroom import AXES
from placeplan.capacity.inputs import Tables
from placeplan.capacity.space import compare_spaces
from placeplan.capacity.staff import compare_staff
from placeplan.errors import InputError


def compare_capacity(
    tables: Tables, activity: pl.DataFrame, *, years: Iterable[int]
) -> pl.DataFrame:
    """Compare beds, spaces and staff by year and where they are.

    ::

        beds needed   = bed days / (days open * occupancy)
        spaces needed = activity * hours / (weeks * hours a week * utilisation)
        staff needed  = activity * minutes / productive minutes a post a year
        headroom      = available - needed

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each checked against its contract in `TABLES`.
    activity : DataFrame
        Frame of `demand.project_activity`.
    years : iterable of int
        Financial years wanted, among those of `activity`.

    Returns
    -------
    DataFrame
        `year`, `provider`, `site`, `pod`, `staff_group`, `measure`, `unit`, `value`,
        `status`, in order; cells of axes that do not apply are empty. A year before
        anything is stated of a place has no row for it.

    Raises
    ------
    InputError
        With every fault, when the tables do not fit each other or the activity.
    """
    wanted = sorted(set(years))
    faults = check_capacity(tables, activity, wanted)
    if faults:
        raise InputError(faults)
    order = ("year", "measure", *AXES[1:])
    return pl.concat(
        [
            compare_beds(tables, activity, wanted),
            compare_spaces(tables, activity, wanted),
            compare_staff(tables, activity, wanted),
        ]
    ).sort(order, nulls_last=False)
