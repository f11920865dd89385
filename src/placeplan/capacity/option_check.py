"""Faults that no single cell shows: tables of options that do not fit together."""

from collections.abc import Iterator

import polars as pl

from placeplan.capacity.inputs import Tables, get_table
from placeplan.capacity.option_inputs import (
    AREAS,
    FLOWS,
    GOALS,
    QUESTIONS,
    SITES,
    TRAVEL,
)
from placeplan.capacity.option_score import SCORES
from placeplan.errors import Fault, UnknownNameError


def check_options(tables: Tables) -> list[Fault]:
    """List everything about the tables of options that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Of ``options/``, each already checked against its contract.

    Returns
    -------
    list of Fault
        In order; empty when all fits, and when there are no questions and no sites.

    Examples
    --------
    >>> check_options({})
    []
    """
    names: set[str] = set()
    for contract in (SITES, AREAS, TRAVEL, FLOWS):
        names.update(get_table(tables, contract)["geography"])
    found = [
        fault
        for name in sorted(names)
        for fault in _check_geography(_take(tables, name), name)
    ]
    for row in get_table(tables, QUESTIONS).iter_rows(named=True):
        found += _check_question(_take(tables, row["geography"]), row)
    return sorted([*found, *_check_goals(tables)])


def _take(tables: Tables, geography: str) -> dict[str, pl.DataFrame]:
    return {
        contract.name: get_table(tables, contract).filter(
            pl.col("geography") == geography
        )
        for contract in (SITES, AREAS, TRAVEL, FLOWS)
    }


def _check_geography(tables: Tables, name: str) -> Iterator[Fault]:
    sites, areas = tables[SITES.name], tables[AREAS.name]
    for contract in (TRAVEL, FLOWS):
        for column, known in (("area", areas), ("site", sites)):
            stated = tables[contract.name].select(column).unique()
            for (each,) in (
                stated.join(known, on=column, how="anti").sort(column).rows()
            ):
                where = f"geography {name}, {column} {each}"
                there = AREAS.path if column == "area" else SITES.path
                remedy = f"Add it to {there}, or leave the row out."
                yield Fault(contract.path, where, f"a known {column}", each, remedy)
    pairs = areas.select("area").join(sites.select("site"), how="cross")
    missing = pairs.join(tables[TRAVEL.name], on=["area", "site"], how="anti")
    for area, site in missing.sort("area", "site").rows():
        where = f"geography {name}, area {area}, site {site}"
        remedy = "Add the minutes: everyone may be sent to any site that is open."
        yield Fault(TRAVEL.path, where, "minutes", "none", remedy)
    closed = sites.filter((pl.col("standing") != "candidate") & ~pl.col("open_now"))
    for site, standing in closed.select("site", "standing").sort("site").rows():
        where = f"geography {name}, site {site}"
        remedy = "Make it a candidate, or say that it is open."
        yield Fault(SITES.path, where, f"open_now yes for a {standing}", "no", remedy)
    if not areas.filter(pl.col("here"))["cases"].sum():
        remedy = "Say of at least one area with cases that it is here."
        yield Fault(AREAS.path, f"geography {name}", "residents", "none", remedy)


def _check_question(tables: Tables, row: dict[str, object]) -> Iterator[Fault]:
    where = f"question {row['id']}"
    sites = tables[SITES.name]
    if sites.is_empty():
        remedy = f"Name one of those in {SITES.path}."
        found = str(row["geography"])
        yield Fault(QUESTIONS.path, where, "a known geography", found, remedy)
        return
    candidates = sites.filter(pl.col("standing") == "candidate").height
    fewest, most = row["fewest_sites"], row["most_sites"]
    if not fewest <= most <= candidates:  # type: ignore[operator] # whole numbers both
        yield Fault(
            QUESTIONS.path,
            where,
            f"fewest_sites up to most_sites, and these up to {candidates}",
            f"{fewest} and {most}",
            "Open no more sites than there are candidates.",
        )
    today = sites.filter(pl.col("open_now")).height
    if not today or (candidates == sites.height and fewest == 0):
        remedy = "Keep at least one site open, today and in every answer."
        yield Fault(QUESTIONS.path, where, "an open site", "none", remedy)
    fits = row["travel_exponent"] is None or row["size_exponent"] is None
    needs = row["choice"] == "observed" or (row["choice"] == "huff" and fits)
    if needs and not tables[FLOWS.name]["cases"].sum():
        expected = "flows, to which the exponents are fitted"
        if row["choice"] == "observed":
            expected = "flows, from which shares are taken"
        remedy = f"Add {FLOWS.path}, or state both exponents of the rule 'huff'."
        yield Fault(QUESTIONS.path, where, expected, "none", remedy)


def _check_goals(tables: Tables) -> Iterator[Fault]:
    geographies = dict(get_table(tables, QUESTIONS).select("id", "geography").rows())
    for question, score in get_table(tables, GOALS).select("question", "score").rows():
        where = f"question {question}, score {score}"
        if score not in SCORES:
            remedy = str(UnknownNameError("score", score, SCORES))
            yield Fault(GOALS.path, where, "a known score", score, remedy)
            continue
        held = _take(tables, geographies.get(question, ""))
        lacks = {
            "least_headroom": held[SITES.name]["capacity"].drop_nulls().is_empty(),
            "deprivation_minutes": not {1, 5}
            <= {
                *held[AREAS.name].filter(pl.col("here") & (pl.col("cases") > 0))[
                    "fifth"
                ]
            },
        }
        if lacks.get(score):
            thing = "a capacity" if score == "least_headroom" else "fifths 1 and 5"
            remedy = "State it of the sites or areas, or leave the goal out."
            yield Fault(GOALS.path, where, thing, "none", remedy)
