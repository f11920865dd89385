"""Every shared list gives for each row its source and its period, and its words."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = ROOT / "src" / "placeplan" / "reference"
AXES = [
    *("scenario", "year", "place", "provider", "site", "organisation", "age_band"),
    *("sex", "pod", "specialty", "staff_group", "initiative"),
]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


SOURCES = {row["id"] for row in _rows(LISTS / "sources.csv")}
DATED = sorted(path for path in LISTS.glob("*.csv") if path.name != "sources.csv")


@pytest.mark.parametrize("path", DATED, ids=lambda path: path.stem)
def test_every_row_has_a_source_and_a_period(path):
    for row in _rows(path):
        assert row["source"] in SOURCES, row
        starts_on = date.fromisoformat(row["starts_on"])
        if row["ends_on"]:
            assert date.fromisoformat(row["ends_on"]) >= starts_on, row


def test_every_source_is_cited():
    cited = {row["source"] for path in DATED for row in _rows(path)}

    assert cited == SOURCES


@pytest.mark.parametrize("path", DATED, ids=lambda path: path.stem)
def test_no_cell_but_an_open_end_is_empty(path):
    open_cells = {"ends_on", "last_age", "last_year"}
    empty = [
        (row, name)
        for row in _rows(path)
        for name, value in row.items()
        if not value and name not in open_cells
    ]

    assert empty == []


def test_measures_are_those_of_the_contract_between_rooms():
    """Name, unit, kind and axes, as the table in the-house.md has them."""
    house = (ROOT / "docs" / "explanation" / "the-house.md").read_text("utf-8")
    table = house.split("| measure | unit | kind | axes |")[1].split("\n\n")[0]
    wanted = {}
    for line in table.splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        names, unit, kind, axes = cells
        plain = re.split(r"[(:]", axes)[0]
        for name in re.findall(r"`(\w+)`", names):
            wanted[name] = (unit.replace(" ", "_"), kind, plain.strip().split(", "))
    found = {
        row["measure"]: (row["unit"], row["kind"], row["axes"].split())
        for row in _rows(LISTS / "measures.csv")
    }

    assert list(found) == list(wanted)
    assert found == wanted


def test_words_of_measures_are_complete():
    for row in _rows(LISTS / "measures.csv"):
        axes = row["axes"].split()
        assert axes == [axis for axis in AXES if axis in axes], row
        assert re.match(r"^[A-Z][^.]*[a-z0-9]$", row["name"]), row
        assert re.match(r"^[A-Z].*\.$", row["about"]), row


def test_names_are_the_words_of_ids():
    for path in DATED:
        rows = _rows(path)
        key = next(iter(rows[0]))
        names = [row[key] for row in rows]
        assert len(names) == len(set(names)), path
        if path.stem != "age_bands":
            assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names), path
