"""The same bytes are checked once; other bytes, names or contracts are read anew."""

from dataclasses import replace

import polars as pl
import pytest

from placeplan.tables import Column, TableContract, read_once
from placeplan.tables.file import LoadedFile
from placeplan.tables.read_once import parse_once
from placeplan.tables.reader import parse_table

BEDS = TableContract(
    "beds",
    "beds.csv",
    (Column("site", "text"), Column("beds", "number", least=0)),
    key=("site",),
    sourced=False,
)
FILE = LoadedFile("beds.csv", b"site,beds\nqeqm,319\nmaidstone,-2\n")


@pytest.fixture
def readings(monkeypatch):
    """Count how often bytes are looked at, beginning with nothing kept."""
    seen = []

    def parse(file, contract):
        seen.append((file.name, contract.name))
        return parse_table(file, contract)

    monkeypatch.setattr(read_once, "_kept", type(read_once._kept)())
    monkeypatch.setattr(read_once, "parse_table", parse)
    return seen


def test_same_bytes_are_looked_at_once_and_give_the_same(readings):
    first, second = parse_once(FILE, BEDS), parse_once(FILE, BEDS)

    assert len(readings) == 1
    assert (first[1], second[1]) == (parse_table(FILE, BEDS)[1],) * 2
    assert second[0].equals(parse_table(FILE, BEDS)[0])


@pytest.mark.parametrize(
    ("file", "contract"),
    [
        (LoadedFile("beds.csv", b"site,beds\nqeqm,320\n"), BEDS),
        (LoadedFile("other.csv", FILE.content), BEDS),
        (
            FILE,
            replace(BEDS, columns=(Column("site", "text"), Column("beds", "whole"))),
        ),
    ],
)
def test_other_bytes_names_and_contracts_are_read_anew(readings, file, contract):
    parse_once(FILE, BEDS)

    frame, faults = parse_once(file, contract)

    assert len(readings) == 2
    assert faults == parse_table(file, contract)[1]
    assert frame.equals(parse_table(file, contract)[0])


def test_what_somebody_does_to_a_frame_stays_with_them(readings):
    frame, _ = parse_once(FILE, BEDS)
    frame.insert_column(0, pl.Series("mine", [1, 2]))
    frame[0, "beds"] = 7.0

    again, _ = parse_once(FILE, BEDS)

    assert again.equals(parse_table(FILE, BEDS)[0])


def test_large_files_and_the_oldest_ones_are_not_kept(readings, monkeypatch):
    monkeypatch.setattr(read_once, "MOST_BYTES", len(FILE.content))
    monkeypatch.setattr(read_once, "MOST_TABLES", 1)
    large = LoadedFile("beds.csv", FILE.content + b"medway-maritime,588\n")
    other = LoadedFile("beds.csv", b"site,beds\nqeqm,320\n")

    for file in (large, large, FILE, other, FILE):
        parse_once(file, BEDS)

    assert len(readings) == 5
