"""Faults that no single cell shows: tables of an appraisal that do not fit."""

from collections.abc import Mapping

import polars as pl

from placeplan.errors import Fault
from placeplan.money.appraisal.inputs import (
    APPRAISAL_CRITERIA,
    APPRAISAL_FLOWS,
    APPRAISAL_OPTIONS,
    APPRAISAL_SCORES,
    APPRAISALS,
)
from placeplan.money.inputs import get_table
from placeplan.tables import TableContract

Tables = Mapping[str, pl.DataFrame]
_OPTION = ["appraisal", "option"]
_CRITERION = ["appraisal", "criterion"]
_A = {"option": "an option", "criterion": "a criterion"}


def check_appraisal(tables: Tables) -> list[Fault]:
    """List everything about the tables of appraisals that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each already checked against its contract.

    Returns
    -------
    list of Fault
        Empty when all fits, and when the plan appraises nothing.

    Examples
    --------
    >>> check_appraisal({})
    []
    """
    return [
        *_check_baselines(tables),
        *_check_names(tables, APPRAISAL_FLOWS, APPRAISAL_OPTIONS, _OPTION),
        *_check_names(tables, APPRAISAL_SCORES, APPRAISAL_OPTIONS, _OPTION),
        *_check_names(tables, APPRAISAL_SCORES, APPRAISAL_CRITERIA, _CRITERION),
        *_check_years(tables),
        *_check_weights(tables),
        *_check_scores(tables),
    ]


def _check_baselines(tables: Tables) -> list[Fault]:
    options = get_table(tables, APPRAISAL_OPTIONS)
    faults = []
    for appraisal in get_table(tables, APPRAISALS)["appraisal"].sort():
        held = options.filter(pl.col("appraisal") == appraisal)
        count = int(held["baseline"].sum())
        if count != 1 or held.height < 2:
            found = f"{held.height} options, {count} of them a baseline"
            remedy = "State what happens otherwise, and what else could be done."
            expected = "two options or more, one of them the baseline"
            where = f"appraisal {appraisal}"
            faults.append(Fault(APPRAISAL_OPTIONS.path, where, expected, found, remedy))
    return faults


def _check_names(
    tables: Tables, contract: TableContract, known: TableContract, keys: list[str]
) -> list[Fault]:
    """Find options and criteria that their appraisal does not have."""
    unknown = (
        get_table(tables, contract)
        .select(keys)
        .unique()
        .join(get_table(tables, known), on=keys, how="anti")
        .sort(keys)
    )
    return [
        Fault(
            contract.path,
            f"appraisal {appraisal}",
            f"{_A[keys[1]]} that the appraisal has in {known.path}",
            found,
            f"Correct the {keys[1]}, or add it there.",
        )
        for appraisal, found in unknown.iter_rows()
    ]


def _check_years(tables: Tables) -> list[Fault]:
    early = (
        get_table(tables, APPRAISAL_FLOWS)
        .join(
            get_table(tables, APPRAISALS).select("appraisal", "base_year"),
            on="appraisal",
        )
        .filter(pl.col("year") < pl.col("base_year"))
        .select("appraisal", "option", "year", "base_year")
        .unique()
        .sort("appraisal", "option", "year")
    )
    return [
        Fault(
            APPRAISAL_FLOWS.path,
            f"appraisal {appraisal}, option {option}",
            f"years from the base year {base_year} on",
            str(year),
            "What is spent is spent: leave it out, or choose an earlier base year.",
        )
        for appraisal, option, year, base_year in early.iter_rows()
    ]


def _check_weights(tables: Tables) -> list[Fault]:
    weightless = (
        get_table(tables, APPRAISAL_CRITERIA)
        .group_by("appraisal")
        .agg(pl.col("weight").sum())
        .filter(pl.col("weight") == 0)
        .sort("appraisal")
    )
    return [
        Fault(
            APPRAISAL_CRITERIA.path,
            f"appraisal {appraisal}",
            "a weight above 0",
            "none",
            "Give one of its criteria a weight.",
        )
        for appraisal in weightless["appraisal"]
    ]


def _check_scores(tables: Tables) -> list[Fault]:
    wanted = get_table(tables, APPRAISAL_OPTIONS).join(
        get_table(tables, APPRAISAL_CRITERIA).select(_CRITERION), on="appraisal"
    )
    keys = ["appraisal", "option", "criterion"]
    missing = wanted.join(
        get_table(tables, APPRAISAL_SCORES), on=keys, how="anti"
    ).sort(keys)
    return [
        Fault(
            APPRAISAL_SCORES.path,
            f"appraisal {appraisal}, option {option}",
            f"a score on {criterion}",
            "none",
            "Score every option on every criterion.",
        )
        for appraisal, option, criterion in missing.select(keys).iter_rows()
    ]
