"""Faults that no single cell shows: tables on productivity that do not fit."""

from collections.abc import Iterable, Mapping

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.money.inputs import get_table
from placeplan.money.productivity.five_year import find_efficiency_share
from placeplan.money.productivity.inputs import (
    COST_CENTRES,
    PEER_CRITERIA,
    PRODUCTIVITY_BODIES,
    PRODUCTIVITY_PATH,
)
from placeplan.money.productivity.weighted_unit import get_unit_constant
from placeplan.periods import FinancialYear

Tables = Mapping[str, pl.DataFrame]


def check_productivity(tables: Tables) -> list[Fault]:
    """List everything about the tables on productivity that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each already checked against its contract.

    Returns
    -------
    list of Fault
        Empty when all fits, and when the plan says nothing of productivity.

    Examples
    --------
    >>> check_productivity({})
    []
    """
    bodies = get_table(tables, PRODUCTIVITY_BODIES)
    if bodies.is_empty():
        return []
    return [
        *_check_roles(bodies),
        *_check_organisations(tables, bodies),
        *_check_year(bodies),
        *_check_criteria(get_table(tables, PEER_CRITERIA)),
        *_check_ratings(bodies, get_table(tables, PEER_CRITERIA)),
        *_check_cost_centres(bodies, get_table(tables, COST_CENTRES)),
        *_check_path(bodies, get_table(tables, PRODUCTIVITY_PATH)),
    ]


def _check_roles(bodies: pl.DataFrame) -> list[Fault]:
    if "own" in set(bodies["role"]):
        return []
    remedy = "Give the plan's own trusts the role own."
    expected = "one body or more of role own"
    return [Fault(PRODUCTIVITY_BODIES.path, "column role", expected, "none", remedy)]


def _check_organisations(tables: Tables, bodies: pl.DataFrame) -> list[Fault]:
    if "organisations" not in tables:
        return []
    known = set(tables["organisations"]["id"])
    own = bodies.filter(pl.col("role") == "own")["body"]
    return [
        Fault(
            PRODUCTIVITY_BODIES.path,
            f"body {body}",
            "an id that organisations have, as its role is own",
            body,
            "Correct the id, or make it a candidate.",
        )
        for body in own
        if body not in known
    ]


def _check_year(bodies: pl.DataFrame) -> list[Fault]:
    years = sorted(set(bodies["year"]))
    if len(years) > 1:
        found = ", ".join(str(each) for each in years)
        remedy = "Compare bodies in the same year alone."
        where = "column year"
        return [
            Fault(PRODUCTIVITY_BODIES.path, where, "one year for all", found, remedy)
        ]
    try:
        get_unit_constant(years[0])
    except InputError as error:
        return list(error.faults)
    return []


def _check_criteria(criteria: pl.DataFrame) -> list[Fault]:
    faults = []
    for row in criteria.to_dicts():
        filters = row["criterion"] == "safety"
        needed, other = (
            ("least_rating", "tolerance") if filters else ("tolerance", "least_rating")
        )
        if row[needed] is None or row[other] is not None:
            faults.append(
                Fault(
                    PEER_CRITERIA.path,
                    f"criterion {row['criterion']}",
                    f"a {needed} and no {other}",
                    f"{needed} {row[needed]}, {other} {row[other]}",
                    "Safety is a filter by rating; all others have a tolerance.",
                )
            )
    return faults


def _check_ratings(bodies: pl.DataFrame, criteria: pl.DataFrame) -> list[Fault]:
    if "safety" not in set(criteria["criterion"]):
        return []
    unrated = bodies.filter(pl.col("role") == "candidate", pl.col("safety").is_null())
    return [
        Fault(
            PRODUCTIVITY_BODIES.path,
            f"body {body}, column safety",
            "a rating, as safety is one of the criteria",
            "nothing",
            "State its rating, or take the criterion out.",
        )
        for body in unrated["body"].sort()
    ]


def _check_cost_centres(bodies: pl.DataFrame, centres: pl.DataFrame) -> list[Fault]:
    without = sorted(set(bodies["body"]) - set(centres["body"]))
    faults = [
        Fault(
            COST_CENTRES.path,
            f"body {body}",
            "cost centres for every body",
            "none",
            "Add its cost centres, or take the body out.",
        )
        for body in without
    ]
    about = ("name", "cost_group", "driver")
    several = (
        centres.group_by("cost_centre")
        .agg(pl.col(about).n_unique())
        .filter(pl.any_horizontal(pl.col(about) > 1))
        .sort("cost_centre")
    )
    return faults + [
        Fault(
            COST_CENTRES.path,
            f"cost centre {centre}",
            "one name, group and driver for all bodies",
            "several",
            "Hold alike against alike: give differing ones ids of their own.",
        )
        for centre in several["cost_centre"]
    ]


def _check_path(bodies: pl.DataFrame, path: pl.DataFrame) -> list[Fault]:
    first = min(bodies["year"]) + 1
    years = sorted(path["year"])
    faults = []
    if years != list(range(first, first + len(years))) or not years:
        expected = f"every year from {first} on, the year after the costs"
        found = ", ".join(str(year) for year in years) or "none"
        remedy = "Add a row for each year, without a gap."
        faults.append(Fault(PRODUCTIVITY_PATH.path, "", expected, found, remedy))
    unstated = path.filter(pl.col("efficiency_share").is_null())["year"]
    return faults + [
        Fault(
            PRODUCTIVITY_PATH.path,
            f"year {year}, column efficiency_share",
            f"a share, as no guidance at hand asks one of {FinancialYear(year)}",
            "nothing",
            "State it, such as 0.02.",
        )
        for year in _list_unasked(unstated)
    ]


def _list_unasked(years: Iterable[int]) -> list[int]:
    return [year for year in sorted(years) if find_efficiency_share(year) is None]
