"""Rows of the facts tables, made into facts, conflicts, checks, citations, and back."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.evidence.arithmetic_check import ArithmeticCheck
from placeplan.evidence.conflict import Conflict
from placeplan.evidence.fact import Fact
from placeplan.evidence.fact_citation import FactCitation
from placeplan.evidence.fact_value import FactValue
from placeplan.evidence.inputs import CHECKS, CONFLICTS, FACT_CITATIONS, FACTS, TABLES
from placeplan.tables import TableContract, read_folder

Row = Mapping[str, Any]
Tables = Mapping[str, pl.DataFrame]

_LISTS: Final = ("supersedes", "conflicts_with")
_VALUE: Final = frozenset({"kind", "value", "value_to"})


def read_fact_folder(folder: Path) -> Mapping[str, pl.DataFrame]:
    """Read the tables of the facts register of a plan folder.

    Raises
    ------
    InputError
        With every fault of its files, or when the folder holds no facts.
    """
    files = read_folder(folder, TABLES)
    files.raise_faults()
    if files.frames[FACTS.name].is_empty():
        remedy = "Add the file, or ask a plan folder that has one."
        fault = Fault(FACTS.path, "", "a register of facts", "nothing", remedy)
        raise InputError([fault])
    return files.frames


def list_rows(tables: Tables, contract: TableContract) -> list[dict[str, Any]]:
    """List the rows of a table; none when the folder lacks it."""
    frame = tables.get(contract.name, contract.make_empty())
    return list(frame.iter_rows(named=True))


def split_ids(text: str | None) -> tuple[str, ...]:
    """Split ids that stand in one cell.

    Examples
    --------
    >>> split_ids("F146 F328"), split_ids(None)
    (('F146', 'F328'), ())
    """
    return tuple((text or "").split())


def read_fact(row: Row) -> Fact:
    """Make a fact of a row of `FACTS`.

    Raises
    ------
    ValueError
        When the value is not what its kind asks for.
    """
    return Fact(
        id=row["id"],
        version=row["version"],
        category=row["category"],
        statement=row["statement"],
        value=FactValue(row["kind"], row["value"] or "", row["value_to"] or ""),
        unit=row["unit"],
        place=row["place"],
        period=row["period"],
        known_on=row["known_on"],
        source=row["source"],
        document=row["document"],
        heading=row["heading"],
        status=row["status"],
        body=row["body"] or "",
        supersedes=split_ids(row["supersedes"]),
        conflicts_with=split_ids(row["conflicts_with"]),
        note=row["note"] or "",
        reason=row["reason"] or "",
    )


def write_facts(facts: tuple[Fact, ...]) -> pl.DataFrame:
    """Make a table of `FACTS` of facts, to be written into a plan folder again."""
    rows = []
    for fact in facts:
        row: dict[str, Any] = {
            name: getattr(fact, name) or None
            for name in FACTS.schema
            if name not in _VALUE
        }
        row |= {name: " ".join(getattr(fact, name)) or None for name in _LISTS}
        row |= {
            "kind": fact.value.kind,
            "value": fact.value.value or None,
            "value_to": fact.value.value_to or None,
        }
        rows.append({name: row[name] for name in FACTS.schema})
    return pl.DataFrame(rows, schema=FACTS.schema)


def read_conflicts(tables: Tables) -> tuple[Conflict, ...]:
    """Make conflicts of the table of that name."""
    return tuple(
        Conflict(
            row["id"],
            row["kind"],
            row["about"],
            split_ids(row["facts"]),
            row["explanation"],
            row["handling"],
            row["source"],
            split_ids(row["outside"]),
            row["status"],
        )
        for row in list_rows(tables, CONFLICTS)
    )


def read_checks(tables: Tables) -> tuple[ArithmeticCheck, ...]:
    """Make arithmetic checks of the table of that name."""
    return tuple(
        ArithmeticCheck(
            row["id"],
            row["name"],
            row["calculation"],
            row["formula"] or "",
            tuple(Decimal(part) for part in split_ids(row["result"])),
            Decimal(str(row["tolerance"])),
            row["verdict"],
            row["source"],
            row["against"] or "",
            Decimal(str(row["margin"] or 0)),
            row["agrees"],
        )
        for row in list_rows(tables, CHECKS)
    )


def read_fact_citations(tables: Tables) -> tuple[FactCitation, ...]:
    """Make citations of the table of that name."""
    return tuple(
        FactCitation(
            row["fact"], row["kind"], row["id"], row["title"], row["address"] or ""
        )
        for row in list_rows(tables, FACT_CITATIONS)
    )
