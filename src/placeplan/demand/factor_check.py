"""Faults of the tables of further factors, each with its row and remedy."""

from collections.abc import Iterator

import polars as pl

from placeplan.demand.cell_list import match_move
from placeplan.demand.factor_inputs import (
    DEPRIVATION_FIFTHS,
    HEALTH_STATUS,
    INEQUALITY,
    REPATRIATION,
    WAITING_LIST,
)
from placeplan.demand.inequality import LEAST_FIFTHS
from placeplan.demand.inputs import ACTIVITY_BASE, Tables, get_table
from placeplan.demand.pod_check import check_pods
from placeplan.demand.waiting_list import sum_provider
from placeplan.errors import Fault
from placeplan.tables import TableContract


def check_factors(tables: Tables) -> list[Fault]:
    """List everything about health status, repatriation, inequality and lists.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each already checked against its contract.

    Returns
    -------
    list of Fault
        Empty when all fits: pods are known, low is not above high, health status has
        one row and mortality that changes, what moves between providers is there and
        goes elsewhere, a group is levelled in one way and over at least three fifths,
        and a list changes by less than the provider does.

    Examples
    --------
    >>> check_factors({})
    []
    """
    unknown = [
        fault
        for contract in (REPATRIATION, INEQUALITY, WAITING_LIST)
        for fault in check_pods(tables, contract)
    ]
    found = [*unknown, *_check_ends(tables), *_check_health(tables)]
    if not unknown:
        found += [*_check_moves(tables), *_check_lists(tables)]
    return [*found, *_check_groups(tables)]


def _check_ends(tables: Tables) -> Iterator[Fault]:
    for contract, low, high in (
        (HEALTH_STATUS, "healthy_low", "healthy_high"),
        (REPATRIATION, "moved_low", "moved_high"),
        (INEQUALITY, "closed_low", "closed_high"),
    ):
        table = get_table(tables, contract)
        for row in table.filter(pl.col(low) > pl.col(high)).iter_rows(named=True):
            where = ", ".join(_say_row(contract, row))
            expected = f"a {low} of at most {row[high]:g}"
            yield Fault(
                contract.path, where, expected, f"{row[low]:g}", "Swap the two."
            )


def _say_row(contract: TableContract, row: dict[str, object]) -> list[str]:
    named = contract.key or (contract.columns[0].name,)
    return [
        f"{name} {row[name]:g}"
        if isinstance(row[name], float)
        else f"{name} {row[name]}"
        for name in named
        if row[name] is not None
    ]


def _check_health(tables: Tables) -> Iterator[Fault]:
    table = get_table(tables, HEALTH_STATUS)
    if table.height > 1:
        remedy = "Keep one row: people have one health."
        yield Fault(HEALTH_STATUS.path, "", "one row", f"{table.height} rows", remedy)
    mortality = tables.get("mortality")
    if table.height and (mortality is None or mortality["year"].n_unique() < 2):
        yield Fault(
            HEALTH_STATUS.path,
            "",
            "mortality of more than one year in people/mortality.csv",
            "one" if mortality is not None and mortality.height else "none",
            "Give the mortality of later years, or take this table out: nobody lives "
            "longer.",
        )


def _check_moves(tables: Tables) -> Iterator[Fault]:
    cells = get_table(tables, ACTIVITY_BASE)
    for row in get_table(tables, REPATRIATION).iter_rows(named=True):
        where = f"pod {row['pod']}, from_provider {row['from_provider']}"
        if row["from_provider"] == row["to_provider"]:
            remedy = "Name the provider at the other end."
            expected = "another to_provider"
            yield Fault(REPATRIATION.path, where, expected, row["to_provider"], remedy)
        elif cells.filter(match_move(row))["activity"].sum() == 0:
            yield Fault(
                REPATRIATION.path,
                where,
                f"activity of that pod, place and provider in {ACTIVITY_BASE.path}",
                "none",
                "Correct the row: only what is done somewhere can go elsewhere.",
            )


def _check_groups(tables: Tables) -> Iterator[Fault]:
    rows = get_table(tables, INEQUALITY)
    said = ["action", "from_year", "closed_low", "closed_high"]
    for group in rows["group"].unique().sort():
        ways = rows.filter(pl.col("group") == group).select(said).n_unique()
        if ways > 1:
            yield Fault(
                INEQUALITY.path,
                f"group {group}",
                "one action, from_year and share closed for all its pods",
                f"{ways} different ones",
                "Make the rows say the same, or make them groups of their own.",
            )
    fifths = get_table(tables, DEPRIVATION_FIFTHS)["fifth"].n_unique()
    if rows.height and fifths < LEAST_FIFTHS:
        yield Fault(
            DEPRIVATION_FIFTHS.path,
            "",
            f"places in at least {LEAST_FIFTHS} fifths of deprivation",
            f"{fifths}",
            f"Add the fifth of every place, or take {INEQUALITY.path} out.",
        )


def _check_lists(tables: Tables) -> Iterator[Fault]:
    for row in get_table(tables, WAITING_LIST).iter_rows(named=True):
        pod, provider, change = row["pod"], row["provider"], row["list_change"]
        where = f"pod {pod}, provider {provider}"
        done = sum_provider(tables, pod, provider)
        if done == 0:
            expected = f"activity of that pod and provider in {ACTIVITY_BASE.path}"
            remedy = "Correct the row: who does nothing keeps no list."
            yield Fault(WAITING_LIST.path, where, expected, "none", remedy)
        elif change < -done:
            expected = f"a list_change of at least {-done:g}, all that was done"
            remedy = "Correct the change: a list falls by less than is done."
            yield Fault(WAITING_LIST.path, where, expected, f"{change:g}", remedy)
