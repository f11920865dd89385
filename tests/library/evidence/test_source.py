"""The list of sources is read whole, or every fault in it is named with its line."""

import re
from datetime import date
from textwrap import dedent

import pytest

from placeplan.errors import Fault
from placeplan.evidence import (
    Source,
    as_known,
    describe_source_schema,
    read_sources,
)
from placeplan.tables import LoadedFile, parse_yaml

WHOLE = """
    sources:
      - id: stp-initiation-2016
        title: Initiation document
        publisher: The partnership
        dated: 2016-03-09
        licence: cited fact
        status: published
        grade: A
        note: Figures as printed.
      - id: our-guess
        title: A guess
        publisher: Placeplan
        dated: 2026-11-21
        licence: OGL-3.0
        status: illustrative
        grade: D
"""


def _read(text):
    document, faults = parse_yaml(LoadedFile("sources.yaml", dedent(text).encode()))
    assert faults == ()
    return read_sources(document)


def test_a_whole_list_is_read_in_its_order():
    sources, faults = _read(WHOLE)

    assert faults == ()
    assert [source.id for source in sources] == ["stp-initiation-2016", "our-guess"]
    assert sources[0].dated == date(2016, 3, 9)
    assert sources[1].note == ""


CORRECT = "Correct the entry."
A_DATE = "a date, such as 2016-03-09"
ODD_TEXT = "text (in quotation marks where it looks like a number)"
STATUSES = "'published', 'derived', 'calibrated' or 'illustrative'"


@pytest.mark.parametrize(
    ("entry", "put", "where", "expected", "found", "remedy"),
    [
        ("dated", "March", "line 6", A_DATE, "March", CORRECT),
        ("dated", "[2016]", "line 6", A_DATE, "[2016]", CORRECT),
        ("grade", "E", "line 9", "'A', 'B', 'C' or 'D'", "E", CORRECT),
        ("status", "sure", "line 8", STATUSES, "sure", CORRECT),
        ("title", "''", "line 4", "some text", "", CORRECT),
        ("title", "2016", "line 4", ODD_TEXT, "2016", CORRECT),
    ],
)
def test_a_fault_is_named_with_its_line(entry, put, where, expected, found, remedy):
    changed = re.sub(rf"{entry}: .*", f"{entry}: {put}", WHOLE, count=1)

    sources, faults = _read(changed)

    assert sources == ()
    assert faults == (
        Fault("sources.yaml", f"{where}, source 1, {entry}", expected, found, remedy),
    )


def test_an_entry_that_is_missing_is_named_where_its_source_starts():
    _, faults = _read(WHOLE.replace("publisher: The partnership", "", 1))

    where, remedy = "line 3, source 1, publisher", "Add the entry."
    assert faults == (Fault("sources.yaml", where, "an entry", "nothing", remedy),)


def test_an_entry_of_another_name_is_named():
    _, faults = _read(WHOLE.replace("note:", "notes:"))

    where = "line 10, source 1, notes"
    remedy = "Take the entry out, or correct its name."
    assert faults == (
        Fault("sources.yaml", where, "no such entry", "Figures as printed.", remedy),
    )


def test_all_faults_come_at_once():
    broken = WHOLE.replace("grade: A", "grade: Z").replace("grade: D", "grade: Y")

    _, faults = _read(broken)

    assert [fault.found for fault in faults] == ["Z", "Y"]


def test_an_id_stands_once():
    sources, faults = _read(WHOLE.replace("our-guess", "stp-initiation-2016"))

    assert sources == ()
    assert [(fault.where, fault.found) for fault in faults] == [
        ("line 3, source 1, id", "stp-initiation-2016, 2 times"),
        ("line 11, source 2, id", "stp-initiation-2016, 2 times"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sources: none", "a list of sources"),
        ("- id: a", "entries with their names, such as id: and title:"),
        ("sources: [a]", "entries with their names, such as id: and title:"),
    ],
)
def test_a_file_of_another_shape_is_refused(text, expected):
    _, faults = _read(text)

    assert [fault.expected for fault in faults] == [expected]


def test_long_texts_are_cut_in_a_fault():
    _, faults = _read(WHOLE.replace("id: our-guess", f"id: {'A' * 70}"))

    assert faults[0].found == "A" * 59 + "…"


def test_the_schema_is_published_for_editors():
    schema = describe_source_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$defs"]["Source"]["required"] == [
        name for name in Source.model_fields if name != "note"
    ]


def test_sources_are_known_from_the_day_of_the_paper():
    sources, _ = _read(WHOLE)

    known = {
        day: [source.id for source in as_known(sources, day)]
        for day in (date(2016, 3, 8), date(2016, 3, 9), date(2026, 11, 21))
    }
    assert known == {
        date(2016, 3, 8): [],
        date(2016, 3, 9): ["stp-initiation-2016"],
        date(2026, 11, 21): ["stp-initiation-2016", "our-guess"],
    }
