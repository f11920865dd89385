"""Write the facts register of the example, ``facts/``, from a list of facts in YAML.

    python tools/make_facts.py --facts FACTS.yaml [--out examples/kent-medway]

The list holds facts, figures from outside, conflicts and arithmetic checks in our own
words, each with its paper. What the list says only in prose (which sum over which facts
a check does, what rests on which fact) stands in ``facts_figures.yaml`` beside this.
"""

import argparse
import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from placeplan.evidence import TABLES, FactRegister
from placeplan.tables import TableContract

FIGURES = Path(__file__).with_name("facts_figures.yaml")

Row = Mapping[str, Any]


def read_value(value: Any, unit: str) -> tuple[str, str, str]:
    """Say what kind a value is, and write it plainly; nothing is filled in."""
    if value is None:
        return "missing", "", ""
    if isinstance(value, bool):
        return "flag", "yes" if value else "no", ""
    if isinstance(value, list):
        texts = [str(each) for each in value]
        if len(texts) == 2:
            return "range", *texts
        return "list", " ".join(texts), ""
    if isinstance(value, int | float):
        return ("year" if unit == "year" else "number"), str(value), ""
    text = str(value)
    for kind, pattern in (
        ("date", r"\d{4}-\d\d-\d\d"),
        ("month", r"\d{4}-\d\d"),
    ):
        if re.fullmatch(pattern, text):
            return kind, text, ""
    if span := re.fullmatch(r"(\d{4}-\d\d) to (\d{4}-\d\d)", text):
        return "months", span[1], span[2]
    return "text", text, ""


def list_facts(listed: Row, figures: Row) -> Iterator[Row]:
    superseded = figures["supersedes"]
    for each in listed["facts"]:
        paper = listed["sources"][each["source"]]
        kind, value, value_to = read_value(each["value"], each["unit"])
        yield {
            "id": each["id"],
            "version": 1,
            "category": each["category"],
            "statement": each["statement"],
            "kind": kind,
            "value": value,
            "value_to": value_to,
            "unit": each["unit"],
            "place": figures["places"].get(each["place"], [each["place"]])[0],
            "body": find_body(each["place"], figures),
            "period": each["period"],
            "document": figures["documents"][each["source"]]["title"],
            "heading": each["heading"],
            "note": each.get("note"),
            "known_on": figures["documents"][each["source"]]["known_on"],
            "supersedes": superseded.get(each["id"]),
            "conflicts_with": " ".join(each["conflicts_with"]),
            "source": paper["paper"],
            "status": "published",
        }


def find_body(place: str, figures: Row) -> str:
    named = figures["places"].get(place)
    return named[1] if named else ""


def list_outside(listed: Row, figures: Row) -> Iterator[Row]:
    for each in listed["external_context"]:
        kind, value, value_to = read_value(each["value"], each["unit"])
        yield {
            "id": each["id"],
            "version": 1,
            "category": "outside",
            "statement": each["statement"],
            "kind": kind,
            "value": value,
            "value_to": value_to,
            "unit": each["unit"],
            "place": each["place"],
            "body": find_body(each["place"], figures),
            "period": each["period"],
            "document": figures["outside"][each["id"]].get(
                "title", each["source_title"]
            ),
            "heading": "not kept",
            "note": each.get("note"),
            "known_on": figures["outside"][each["id"]]["known_on"],
            "source": "facts-outside",
            "status": "published",
        }


def list_conflicts(listed: Row) -> Iterator[Row]:
    for each in listed["conflicts"]:
        yield {
            **each,
            "facts": " ".join(each["facts"]),
            "outside": " ".join(each["external"]),
            "source": "facts-conflicts",
            "status": "derived",
        }


def list_checks(listed: Row, figures: Row) -> Iterator[Row]:
    for each in listed["arithmetic_checks"]:
        sums = figures["checks"].get(each["id"]) or {}
        yield {
            "id": each["id"],
            "name": each["name"],
            "calculation": each["calculation"],
            "formula": sums.get("formula"),
            "result": sums.get("result"),
            "tolerance": sums.get("tolerance", 0),
            "against": sums.get("against"),
            "margin": sums.get("margin", 0) if "against" in sums else None,
            "agrees": {True: "yes", False: "no"}.get(sums.get("agrees")),
            "verdict": each["verdict"],
            "source": "facts-checks",
            "status": "derived",
        }


def list_citations(figures: Row) -> Iterator[Row]:
    for each in figures["citations"]:
        for fact in spell_out(str(each["facts"])):
            yield {
                "fact": fact,
                **{name: each[name] for name in ("kind", "id", "title", "address")},
                "source": "facts-citations",
                "status": "derived",
            }


def spell_out(ids: str) -> list[str]:
    """Spell out ``F043-F045 F058`` as single ids."""
    spelt = []
    for part in ids.split():
        first, _, last = part.partition("-")
        letter, digits = first[0], len(first) - 1
        numbers = range(int(first[1:]), int((last or first)[1:]) + 1)
        spelt += [f"{letter}{number:0{digits}}" for number in numbers]
    return spelt


def write_table(folder: Path, contract: TableContract, rows: Iterator[Row]) -> None:
    names = [column.name for column in contract.columns]
    path = folder / contract.path
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for row in rows:
            cells = (row.get(name) for name in names)
            writer.writerow([write_cell(cell) for cell in cells])


def write_cell(cell: Any) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    chosen = parser.parse_args()
    listed = yaml.safe_load(chosen.facts.read_text(encoding="utf-8"))
    figures = yaml.safe_load(FIGURES.read_text(encoding="utf-8"))
    tables = (
        list_facts(listed, figures),
        list_outside(listed, figures),
        list_conflicts(listed),
        list_checks(listed, figures),
        list_citations(figures),
    )
    for contract, rows in zip(TABLES, tables, strict=True):
        write_table(chosen.out, contract, rows)
    register = FactRegister.from_folder(chosen.out)
    outcomes = register.run_checks()
    print(f"{len(register.facts)} facts, {len(register.conflicts)} conflicts")
    print(
        f"{sum(each.holds is True for each in outcomes)} of {len(outcomes)} checks hold"
    )
    for each in outcomes:
        if not each.holds:
            print(f"  {each.check.id}: {each.reason}")


if __name__ == "__main__":
    main()
