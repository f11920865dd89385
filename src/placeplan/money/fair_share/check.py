"""Faults of the tables of fair shares that no single cell shows."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.money.fair_share.fair_share import find_fair_shares
from placeplan.money.fair_share.formula import INEQUALITIES
from placeplan.money.fair_share.inputs import (
    ALLOCATIONS,
    BUDGETS,
    COSTS,
    NEED,
    PACE,
    PLACES,
    STREAMS,
)
from placeplan.money.fair_share.policy import find_inequalities_share
from placeplan.money.fair_share.share_case import list_keys, read_case
from placeplan.money.inputs import get_table
from placeplan.periods import FinancialYear
from placeplan.tables import TableContract

_FILES: Final = {
    "formula": STREAMS.path,
    "places": NEED.path,
    "pace": PACE.path,
}
_KEY: Final = ("year", "level", "place")


def check_fair_share(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """List everything about the tables of fair shares that does not fit.

    Every budget is shared out at every level, so that one which cannot pay its floors
    is refused when the plan folder is read.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Each already checked against its contract.

    Returns
    -------
    list of Fault
        Empty when all fits.

    Examples
    --------
    >>> check_fair_share({})
    []
    """
    faults = [
        *_check_places(tables),
        *_check_parents(get_table(tables, PLACES)),
        *_check_streams(tables),
        *_check_open_shares(tables),
        *_check_allocations(tables),
    ]
    return faults or _check_cases(tables)


def _check_places(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """Find places that have a need, a cost or an allocation, and no people."""
    known = get_table(tables, PLACES)
    faults = []
    for contract in (NEED, COSTS, ALLOCATIONS):
        key = [name for name in _KEY if name in contract.schema]
        missing = (
            get_table(tables, contract)
            .select(key)
            .unique(maintain_order=True)
            .join(known.select(key).unique(), on=key, how="anti")
        )
        faults += [
            Fault(
                *(contract.path, ", ".join(map(str, row)), f"a place of {PLACES.path}"),
                *("another", "Add the place with its people, or correct its id."),
            )
            for row in missing.iter_rows()
        ]
    return faults


def _check_parents(places: pl.DataFrame) -> list[Fault]:
    """Find places that belong to nothing, and levels where only some belong."""
    known = {
        (year, place) for year, place in places.select("year", "place").iter_rows()
    }
    belong = places.drop_nulls("parent").select("year", "place", "parent").iter_rows()
    faults = [
        Fault(
            *(PLACES.path, f"{year}, {place}", "a place of another level", parent),
            "Add that place, or leave the cell empty.",
        )
        for year, place, parent in belong
        if (year, parent) not in known
    ]
    partly = (
        places.group_by("year", "level", maintain_order=True)
        .agg(open=pl.col("parent").is_null().sum(), every=pl.len())
        .filter(pl.col("open").is_between(1, pl.col("every") - 1))
    )
    return faults + [
        Fault(
            *(PLACES.path, f"{year}, {level}", "a parent of each place, or of none"),
            *(f"{open_} without", "Name the place to which each belongs."),
        )
        for year, level, open_, _ in partly.iter_rows()
    ]


def _check_streams(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    budgets, streams = get_table(tables, BUDGETS), get_table(tables, STREAMS)
    key = ["year", "budget"]
    without = budgets.join(streams, on=key, how="anti").select(key)
    faults = [
        _refuse(STREAMS, row, "streams of each budget", "none", "Add its streams.")
        for row in without.iter_rows()
    ]
    for contract in (STREAMS, PACE, ALLOCATIONS):
        rows = get_table(tables, contract).select(key).unique(maintain_order=True)
        faults += [
            _refuse(
                contract,
                row,
                f"a budget of {BUDGETS.path}",
                "another",
                "Add the budget, or correct its id or its year.",
            )
            for row in rows.join(budgets, on=key, how="anti").iter_rows()
        ]
    return faults


def _check_open_shares(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """Find budgets whose share for inequalities neither plan nor policy states."""
    needs = get_table(tables, NEED).filter(pl.col("stream") == INEQUALITIES)
    years = {*needs["year"]}
    rows = get_table(tables, BUDGETS).filter(pl.col("inequalities_share").is_null())
    return [
        _refuse(
            BUDGETS,
            (year, budget),
            "a share that follows inequalities, as places state that need",
            "none, and no national policy is listed for that year",
            "State inequalities_share; it may be 0.",
        )
        for year, budget in rows.select("year", "budget").iter_rows()
        if year in years
        and find_inequalities_share(budget, FinancialYear(year).starts_on) is None
    ]


def _check_allocations(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """Find current allocations without a pace, and levels where some lack theirs."""
    now, places = get_table(tables, ALLOCATIONS), get_table(tables, PLACES)
    key = ["year", "budget"]
    without = now.join(get_table(tables, PACE), on=key, how="anti").select(key).unique()
    faults = [
        _refuse(
            PACE,
            row,
            "a pace of change, as places have allocations",
            "none",
            "Add its rules; minimum_growth_share 0 alone is one.",
        )
        for row in without.sort(key).iter_rows()
    ]
    levels = now.select(*key, "level").unique(maintain_order=True)
    missing = levels.join(places.select(_KEY), on=["year", "level"], how="inner").join(
        now, on=[*key, "level", "place"], how="anti"
    )
    return faults + [
        _refuse(
            ALLOCATIONS,
            row,
            "an allocation of each place of the level, or of none",
            "none",
            "Add a row for it; it may be 0.",
        )
        for row in missing.sort(*key, "level", "place").iter_rows()
    ]


def _refuse(
    contract: TableContract,
    row: tuple[object, ...],
    expected: str,
    found: str,
    remedy: str,
) -> Fault:
    return Fault(contract.path, ", ".join(map(str, row)), expected, found, remedy)


def _check_cases(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    """Share out everything, and gather what is refused."""
    faults: dict[Fault, None] = {}
    for key in list_keys(tables):
        where = ", ".join(map(str, key))
        try:
            case = read_case(tables, *key)
            find_fair_shares(case.places, case.formula, case.amount, case.pace)
        except InputError as error:
            for fault in error.faults:
                file = _FILES.get(fault.file, PLACES.path)
                subject = fault.file if fault.file not in _FILES else ""
                parts = [part for part in (where, subject, fault.where) if part]
                words = (fault.expected, fault.found, fault.remedy)
                faults[Fault(file, ", ".join(parts), *words)] = None
    return list(faults)
