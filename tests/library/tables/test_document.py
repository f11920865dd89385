"""A YAML file is read with the line of each value, and no trick in it can harm."""

from datetime import date

import pytest

from placeplan.errors import Fault
from placeplan.tables import DocumentLimits, LoadedFile, parse_yaml, read_yaml

PLAN = b"""\
# the plan
schema: 1
years:
  first: 2016
  last: 2030
sources:
  - id: stp-initiation-2016
    dated: 2016-03-09
  - id: kcc-position-2016
"""
ENDLESS = (
    "Exceeds the limit (4300 digits) for integer string conversion: value has 5000 "
    "digits"
)
WRITE_OUT = "Write the values out instead of repeating them with *."
NEAR = "Check the indentation, colons and quotation marks near there."


def _parse(content, **limits):
    given = DocumentLimits(**limits) if limits else None
    return parse_yaml(LoadedFile("plan.yaml", content), limits=given)


def test_document_holds_plain_values():
    document, faults = _parse(PLAN)

    assert faults == ()
    assert document.content == {
        "schema": 1,
        "years": {"first": 2016, "last": 2030},
        "sources": [
            {"id": "stp-initiation-2016", "dated": date(2016, 3, 9)},
            {"id": "kcc-position-2016"},
        ],
    }


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 2),
        (("schema",), 2),
        (("years", "last"), 5),
        (("sources", 1), 9),
        (("sources", 0, "dated"), 8),
        (("sources", 1, "dated"), 9),  # not there: the nearest thing around it
        (("nothing", "there"), 2),
    ],
)
def test_every_value_has_its_line(place, line):
    document, _ = _parse(PLAN)

    assert document.find_line(place) == line


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"yes", "yes"),
        (b"No", "No"),
        (b"off", "off"),
        (b"010", "010"),
        (b"12:30", "12:30"),
        (b"1_000", "1_000"),
        (b"0x10", "0x10"),
        (b"true", True),
        (b"False", False),
        (b"-12", -12),
        (b"+0", 0),
        (b"1.50", 1.5),
        (b"1e3", 1000.0),
        (b".5", 0.5),
        (b"~", None),
        (b"", None),
        (b"! yes", "yes"),
        (b"!!str 12", "12"),
    ],
)
def test_values_are_what_they_look_like(written, value):
    document, faults = _parse(b"a: " + written)

    assert faults == ()
    assert document.content == {"a": value}
    assert type(document.content["a"]) is type(value)


def test_key_that_looks_like_a_switch_stays_a_text():
    assert _parse(b"on: 2020-04-01")[0].content == {"on": date(2020, 4, 1)}


LAUGHS = b"a0: &a0 [lol]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9))
    for n in range(1, 10)
)
BAD = {
    "billion laughs": (LAUGHS, ("line 4", "at most 20 aliases", "more", WRITE_OUT)),
    "inside itself": (
        b"a: &a [1, *a]",
        ("line 1", "no value inside itself", "one", WRITE_OUT),
    ),
    "deep": (
        b"[" * 10_000,
        (
            "line 1",
            "at most 30 levels",
            "more",
            "Write the document with fewer levels.",
        ),
    ),
    "tag": (
        b"a: 1\nb: !!python/object/apply:os.system [ls]",
        (
            "line 2",
            "no tags",
            "tag:yaml.org,2002:python/object/apply:os.system",
            "Delete the tag: plain values are enough.",
        ),
    ),
    "repeated key": (
        b"a: 1\nb:\n  c: 1\n  c: 2",
        ("line 4", "each key once", "'c' a second time", "Keep one of the two."),
    ),
    "two documents": (
        b"a: 1\n---\nb: 2",
        ("line 2", "one document", "a second", "Delete the line --- and what follows."),
    ),
    "impossible date": (
        b"a: 2016-02-30",
        (
            "",
            "dates and numbers that exist",
            "day is out of range for month",
            "Correct the date or number.",
        ),
    ),
    "endless number": (
        b"a: " + b"9" * 5000,
        (
            "",
            "dates and numbers that exist",
            ENDLESS,
            "Correct the date or number.",
        ),
    ),
    "comments alone": (
        b"# nothing yet",
        (
            "",
            "a document",
            "comments alone",
            "Write the document, or take the file away.",
        ),
    ),
    "latin-1": (
        b"name: Caf\xe9",
        (
            "line 1",
            "text in UTF-8",
            "the byte 0xE9 after 'name: Caf'",
            "Save the file as 'UTF-8' and put it in place again.",
        ),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_document_is_told_in_words(name):
    content, fault = BAD[name]

    assert _parse(content) == (None, (Fault("plan.yaml", *fault),))


@pytest.mark.parametrize(
    ("content", "where"),
    [(b"a: 1\nb: [1\n", "line 3"), (b"\ta: 1", "line 1"), (b"a: b: c", "line 1")],
)
def test_document_that_cannot_be_split_names_the_line(content, where):
    document, (fault,) = _parse(content)

    assert document is None
    assert (fault.where, fault.expected, fault.remedy) == (
        where,
        "a document in YAML",
        NEAR,
    )


def test_control_character_is_no_yaml():
    _, (fault,) = _parse(b"a: '\x01'")

    assert fault.expected == "a document in YAML"


def test_every_repeated_key_and_every_tag_is_told():
    _, repeated = _parse(b"a: 1\na: 2\nb: 1\nb: 2\n")
    _, tags = _parse(b"a: !x 1\nb: !y 2\n")

    assert [fault.where for fault in repeated] == ["line 2", "line 4"]
    assert [fault.found for fault in tags] == ["!x", "!y"]


def test_a_few_aliases_are_allowed():
    document, faults = _parse(b"a: &a [1]\nb: *a\n")

    assert (document.content, faults) == ({"a": [1], "b": [1]}, ())


def test_few_aliases_that_double_again_and_again_are_refused():
    doubling = b"".join(
        b"a%d: &a%d [*a%d, *a%d]\n" % (n + 1, n + 1, n, n) for n in range(5)
    )

    document, faults = _parse(b"a0: &a0 [1, 2, 3]\n" + doubling, values=100)

    assert document is None
    assert [(fault.expected, fault.found, fault.remedy) for fault in faults] == [
        ("at most 100 values, aliases written out", "more", WRITE_OUT)
    ]


def test_values_are_counted_with_aliases_written_out():
    # the whole; a with two numbers; b, the list in it, and the two numbers once more
    assert _parse(b"a: &a [1, 2]\nb: [*a]\n", values=8)[1] == ()
    assert _parse(b"a: &a [1, 2]\nb: [*a]\n", values=7)[0] is None


def test_limits_can_be_given():
    assert _parse(b"a: &a 1\nb: *a", aliases=0)[1][0].expected == "at most 0 aliases"
    assert _parse(b"a: {b: 1}", depth=1)[1][0].expected == "at most 1 levels"


def test_file_is_read_from_its_folder(tmp_path):
    (tmp_path / "plan.yaml").write_bytes(PLAN)

    document, faults = read_yaml("plan.yaml", folder=tmp_path)

    assert faults == ()
    assert (document.name, len(document.sha256)) == ("plan.yaml", 64)


def test_large_or_missing_file_is_refused(tmp_path):
    (tmp_path / "plan.yaml").write_bytes(b"a: 1\n" * 300_000)

    large = read_yaml("plan.yaml", folder=tmp_path)
    missing = read_yaml("sources.yaml", folder=tmp_path)

    assert (large[0], large[1][0].found) == (None, "1.5 MB")
    assert (missing[0], missing[1][0].found) == (None, "nothing")
