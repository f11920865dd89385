"""Whether the facts register hangs together: values, versions, and ids that exist."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any, Final

import polars as pl

from placeplan.errors import Fault, FormulaError
from placeplan.evidence.arithmetic import list_ids
from placeplan.evidence.fact_table import list_rows, split_ids
from placeplan.evidence.fact_value import find_value_fault
from placeplan.evidence.inputs import (
    CHECKS,
    CONFLICTS,
    FACT_CITATIONS,
    FACTS,
    OUTSIDE_FACTS,
)
from placeplan.tables import TableContract

Tables = Mapping[str, pl.DataFrame]

_HOMES: Final = ("organisations", "areas", "sites", "footprints")
_BOTH: Final = (FACTS, OUTSIDE_FACTS)
_FIRST_ROW: Final = 2


def check_facts(tables: Tables) -> list[Fault]:
    """List what contradicts itself in the facts register of a plan folder.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Tables of `placeplan.evidence.TABLES`, each checked against its contract;
        where the registry of places is among them, bodies are looked up in it.

    Returns
    -------
    list of Fault
        Values that are not what their kind says, versions that do not follow one
        another, ids that nothing has, and formulas that cannot be read.

    Examples
    --------
    >>> check_facts({})
    []
    """
    known = {row["id"]: None for table in _BOTH for row in list_rows(tables, table)}
    return [
        *(fault for table in _BOTH for fault in _check_values(tables, table)),
        *(fault for table in _BOTH for fault in _check_versions(tables, table)),
        *_check_homes(tables),
        *_check_bodies(tables),
        *_check_named(tables, known),
        *_check_formulas(tables, known),
    ]


def _list_numbered(
    tables: Tables, contract: TableContract
) -> Iterator[tuple[int, dict[str, Any]]]:
    return enumerate(list_rows(tables, contract), _FIRST_ROW)


def _check_values(tables: Tables, contract: TableContract) -> Iterator[Fault]:
    for _, row in _list_numbered(tables, contract):
        parts = row["kind"], row["value"] or "", row["value_to"] or ""
        if expected := find_value_fault(*parts):
            found = " to ".join(part for part in parts[1:] if part) or "nothing"
            where = f"fact {row['id']}, column value"
            remedy = "Correct the value, or its kind."
            yield Fault(contract.path, where, expected, found, remedy)


def _check_versions(tables: Tables, contract: TableContract) -> Iterator[Fault]:
    versions: dict[str, list[dict[str, Any]]] = {}
    for row in list_rows(tables, contract):
        versions.setdefault(row["id"], []).append(row)
    for id_, rows in versions.items():
        rows.sort(key=lambda row: int(row["version"]))
        numbers = [row["version"] for row in rows]
        if numbers != list(range(1, len(rows) + 1)):
            found = ", ".join(str(number) for number in numbers)
            expected = f"versions 1 to {len(rows)}"
            remedy = "Keep every version, numbered from 1."
            yield Fault(contract.path, f"fact {id_}", expected, found, remedy)
        for before, after in pairwise(rows):
            where = f"fact {id_}, version {after['version']}"
            if after["known_on"] < before["known_on"]:
                expected = f"a day from {before['known_on']} on"
                found, remedy = str(after["known_on"]), "Correct the day."
                yield Fault(contract.path, where, expected, found, remedy)
            if not after["reason"]:
                expected = "a reason for the change"
                yield Fault(contract.path, where, expected, "nothing", "Say why.")


def _check_homes(tables: Tables) -> Iterator[Fault]:
    first, second = ({r["id"] for r in list_rows(tables, each)} for each in _BOTH)
    for id_ in sorted(first & second):
        expected = f"an id that {FACTS.path} does not use"
        yield Fault(OUTSIDE_FACTS.path, "", expected, id_, "Give it another id.")


def _check_bodies(tables: Tables) -> Iterator[Fault]:
    places = [tables[name]["id"] for name in _HOMES if name in tables]
    if not places:
        return
    bodies = set(pl.concat(places))
    for contract in _BOTH:
        for _, row in _list_numbered(tables, contract):
            if row["body"] and row["body"] not in bodies:
                where = f"fact {row['id']}, column body"
                expected = "an id of the registry of places"
                remedy = "Correct the id, or leave it empty."
                yield Fault(contract.path, where, expected, row["body"], remedy)


def _check_named(tables: Tables, known: Mapping[str, None]) -> Iterator[Fault]:
    columns = (
        *((each, name) for each in _BOTH for name in ("supersedes", "conflicts_with")),
        (CONFLICTS, "facts"),
        (CONFLICTS, "outside"),
        (FACT_CITATIONS, "fact"),
    )
    for contract, column in columns:
        for number, row in _list_numbered(tables, contract):
            missing = [each for each in split_ids(row[column]) if each not in known]
            if missing:
                yield _name_missing(contract, number, column, missing)


def _check_formulas(tables: Tables, known: Mapping[str, None]) -> Iterator[Fault]:
    for number, row in _list_numbered(tables, CHECKS):
        for column in ("formula", "against"):
            try:
                ids = list_ids(row[column], known) if row[column] else ()
            except FormulaError as error:
                where, found = f"row {number}, column {column}", row[column]
                remedy = "Correct the formula."
                yield Fault(CHECKS.path, where, error.expected, found, remedy)
                continue
            if missing := [each for each in ids if each not in known]:
                yield _name_missing(CHECKS, number, column, missing)
        if not all(_is_number(part) for part in split_ids(row["result"])):
            where, expected = f"row {number}, column result", "numbers"
            yield Fault(CHECKS.path, where, expected, row["result"], "Correct it.")


def _name_missing(
    contract: TableContract, number: int, column: str, missing: Iterable[str]
) -> Fault:
    where = f"row {number}, column {column}"
    remedy = "Add the fact, or correct the id."
    found = ", ".join(missing)
    return Fault(contract.path, where, "ids of the register", found, remedy)


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
