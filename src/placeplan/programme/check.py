"""Whether the programme tables of a plan folder agree with each other."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.programme.critical_path import Activity, find_order
from placeplan.programme.inputs import ASSUMPTION_TESTS
from placeplan.programme.schedule_inputs import (
    DATES,
    MILESTONE_DEPENDENCIES,
    MILESTONES,
    PROJECT_SOLUTIONS,
)
from placeplan.tables import TableContract
from placeplan.tables.row_check import number_rows

Tables = Mapping[str, pl.DataFrame]

_ALL = 1 + 1e-6


def check_programme(tables: Tables) -> list[Fault]:
    """List what contradicts itself across the programme tables.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By the names of `placeplan.programme.TABLES`; absent ones count as empty.

    Returns
    -------
    list of Fault
        Intervals that end before they start or have one end only, milestones that wait
        for each other in a circle, solutions of which more than all hangs on projects,
        tests that nothing has.

    Examples
    --------
    >>> check_programme({})
    []
    """
    return [
        *_check_intervals(tables, MILESTONES, "starts_on", "ends_on"),
        *_check_intervals(tables, MILESTONES, "forecast_starts_on", "forecast_ends_on"),
        *_check_intervals(tables, DATES, "starts_on", "ends_on"),
        *_check_circles(tables),
        *_check_shares(tables),
        *_check_tests(tables),
    ]


def _get(tables: Tables, contract: TableContract) -> pl.DataFrame:
    return tables.get(contract.name, contract.make_empty())


def _list_rows(
    tables: Tables, contract: TableContract
) -> Iterator[tuple[int, dict[str, Any]]]:
    return number_rows(_get(tables, contract))


def _check_intervals(
    tables: Tables, contract: TableContract, first: str, last: str
) -> Iterator[Fault]:
    for row, cells in _list_rows(tables, contract):
        starts_on: date | None = cells[first]
        ends_on: date | None = cells[last]
        if (starts_on is None) != (ends_on is None):
            there, gone = (first, last) if ends_on is None else (last, first)
            expected, remedy = f"a day, as {there} has one", "Give both, or neither."
            yield Fault(
                contract.path, f"row {row}, column {gone}", expected, "", remedy
            )
        elif starts_on and ends_on and ends_on < starts_on:
            expected, remedy = f"{starts_on} or later", "Correct one of the two."
            yield Fault(
                contract.path,
                f"row {row}, column {last}",
                expected,
                str(ends_on),
                remedy,
            )


def _check_circles(tables: Tables) -> Iterator[Fault]:
    waits: dict[str, list[str]] = {}
    for _, cells in _list_rows(tables, MILESTONE_DEPENDENCIES):
        waits.setdefault(cells["milestone"], []).append(cells["depends_on"])
    named = set(waits).union(*waits.values())
    activities = [
        Activity(each, depends_on=tuple(waits.get(each, ()))) for each in sorted(named)
    ]
    try:
        find_order(activities)
    except InputError as error:
        for fault in error.faults:
            yield Fault(
                MILESTONE_DEPENDENCIES.path,
                "",
                fault.expected,
                fault.found,
                fault.remedy,
            )


def _check_shares(tables: Tables) -> Iterator[Fault]:
    sums = (
        _get(tables, PROJECT_SOLUTIONS)
        .group_by("solution")
        .agg(pl.col("share").sum())
        .filter(pl.col("share") > _ALL)
        .sort("solution")
    )
    for solution, share in sums.iter_rows():
        expected = f"shares of {solution} that sum to 1 or less"
        yield Fault(
            PROJECT_SOLUTIONS.path,
            "column share",
            expected,
            f"{share:g}",
            "Lower one of them.",
        )


def _check_tests(tables: Tables) -> Iterator[Fault]:
    homes = {"milestone": MILESTONES, "date": DATES}
    for row, cells in _list_rows(tables, ASSUMPTION_TESTS):
        home = homes[cells["tested_by"]]
        if cells["id"] not in set(_get(tables, home)["id"]):
            expected = f"the id of a row of {home.path}"
            yield Fault(
                ASSUMPTION_TESTS.path,
                f"row {row}, column id",
                expected,
                cells["id"],
                "Add it, or correct the id.",
            )
