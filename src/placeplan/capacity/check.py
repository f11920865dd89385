"""Faults that no single cell shows: capacity tables that do not fit together."""

from collections.abc import Collection, Iterator, Sequence

import polars as pl

from placeplan.capacity.inputs import (
    BED_STANDARDS,
    BEDS,
    SPACE_STANDARDS,
    SPACES,
    STAFF,
    STAFF_FLOWS,
    STAFF_STANDARDS,
    Tables,
    get_table,
)
from placeplan.demand import list_pods
from placeplan.errors import Fault, UnknownNameError
from placeplan.reference import STAFF_GROUPS
from placeplan.tables import TableContract

_WITH_PODS = (SPACES, BED_STANDARDS, SPACE_STANDARDS, STAFF_STANDARDS)
_WITH_GROUPS = (STAFF, STAFF_STANDARDS, STAFF_FLOWS)


def check_capacity(
    tables: Tables, activity: pl.DataFrame | None = None, years: Collection[int] = ()
) -> list[Fault]:
    """List everything about the capacity tables that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each already checked against its contract.
    activity : DataFrame or None
        Of the demand chapter; with it, work at a place whose capacity is not stated is
        a fault where the provider states others'.
    years : collection of int
        Years wanted; a standard that starts after the first of them is a fault.

    Returns
    -------
    list of Fault
        In order; empty when all fits.

    Examples
    --------
    >>> print(check_capacity({})[0])
    capacity/bed_standards.csv: expected a standard for a pod that has beds, found \
none. Add one for each pod whose nights fill the beds.
    """
    found = [
        *_check_presence(tables),
        *_check_names(tables),
        *_check_bed_pods(tables),
        *_check_first_years(tables, years),
    ]
    if activity is not None:
        found += _check_sites(tables, activity)
    return sorted(found)


def _check_presence(tables: Tables) -> Iterator[Fault]:
    if get_table(tables, BEDS).is_empty():
        remedy = "Add the beds of each site."
        yield Fault(BEDS.path, "", "at least one row", "none", remedy)
    if get_table(tables, BED_STANDARDS).is_empty():
        yield Fault(
            BED_STANDARDS.path,
            "",
            "a standard for a pod that has beds",
            "none",
            "Add one for each pod whose nights fill the beds.",
        )
    for stated, standards in ((SPACES, SPACE_STANDARDS), (STAFF, STAFF_STANDARDS)):
        keys = ["pod"] if stated is SPACES else ["staff_group"]
        there = get_table(tables, stated).select(keys).unique()
        judged = get_table(tables, standards).select(keys).unique()
        for (name,) in there.join(judged, on=keys, how="anti").sort(keys).iter_rows():
            yield Fault(
                standards.path,
                f"{keys[0]} {name}",
                f"a standard, since {stated.path} states some",
                "none",
                "Add one, or leave what it would judge out.",
            )


def _check_names(tables: Tables) -> Iterator[Fault]:
    pods = list_pods(tables)
    for contracts, column, known in (
        (_WITH_PODS, "pod", pods),
        (_WITH_GROUPS, "staff_group", STAFF_GROUPS),
    ):
        for contract in contracts:
            for name in get_table(tables, contract)[column].unique().sort():
                if name not in known:
                    yield Fault(
                        contract.path,
                        f"{column} {name}",
                        f"a known {column}",
                        name,
                        str(UnknownNameError(column, name, known)),
                    )


def _check_bed_pods(tables: Tables) -> Iterator[Fault]:
    pods = list_pods(tables)
    for pod in get_table(tables, BED_STANDARDS)["pod"].unique().sort():
        if pod in pods and not pods[pod].beds:
            yield Fault(
                BED_STANDARDS.path,
                f"pod {pod}",
                "a pod that has bed days",
                pod,
                "Leave the row out: nobody stays overnight for it.",
            )


def _check_first_years(tables: Tables, years: Collection[int]) -> Iterator[Fault]:
    if not years:
        return
    first = min(years)
    keys: dict[TableContract, Sequence[str]] = {
        BED_STANDARDS: ["pod"],
        SPACE_STANDARDS: ["pod"],
        STAFF_STANDARDS: ["pod", "staff_group"],
    }
    for contract, names in keys.items():
        starts = (
            get_table(tables, contract)
            .group_by(names)
            .agg(pl.col("from_year").min())
            .filter(pl.col("from_year") > first)
            .sort(names)
        )
        for *name, year in starts.iter_rows():
            yield Fault(
                contract.path,
                ", ".join(
                    f"{column} {text}" for column, text in zip(names, name, strict=True)
                ),
                f"a standard from {first} or before",
                f"the first from {year}",
                "State what holds in the plan's first year.",
            )


def _check_sites(tables: Tables, activity: pl.DataFrame) -> Iterator[Fault]:
    """Find sites with work, of a provider that states others, without capacity."""
    for stated, standards, measure, keys in (
        (BEDS, BED_STANDARDS, "bed_days", ["provider"]),
        (SPACES, SPACE_STANDARDS, "activity", ["provider", "pod"]),
    ):
        table = get_table(tables, stated)
        judged = get_table(tables, standards)["pod"].unique()
        worked = (
            activity.filter(
                (pl.col("measure") == measure)
                & (pl.col("value") > 0)
                & pl.col("pod").is_in(judged.implode())
            )
            .select(*keys, "site")
            .unique()
            .join(table.select(keys).unique(), on=keys, how="semi")
            .join(table, on=[*keys, "site"], how="anti", nulls_equal=True)
            .sort(*keys, "site", nulls_last=False)
        )
        for *names, site in worked.iter_rows():
            where = ", ".join(
                f"{column} {text}" for column, text in zip(keys, names, strict=True)
            )
            yield Fault(
                stated.path,
                f"{where}, site {site or '(empty)'}",
                f"a row, since there are {measure.replace('_', ' ')}",
                "none",
                "Add the row; 0 says that there are none.",
            )
