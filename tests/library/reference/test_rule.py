"""Any rule can be asked with JSON, and refuses with every reason at once."""

from datetime import date, datetime, time
from typing import Annotated, Literal

import pytest
from pydantic import Field

from placeplan.errors import InputError, UnknownNameError
from placeplan.reference import Question, Rule, Ruling, get_rule


class Plain(Question):
    kind: Literal["plain"]


class Fancy(Question):
    kind: Literal["fancy"]


class Weighing(Question):
    count: int
    share: float = 0.5
    on: date | None = None
    names: tuple[str, ...] = ()
    few: tuple[float, ...] = Field(default=(1.0,), min_length=1, max_length=2)
    bounded: float = Field(default=1.0, ge=0, le=2)
    open_bounds: float = Field(default=1.0, gt=0, lt=2)
    by_name: dict[str, int] = Field(default_factory=dict)
    word: str = Field(default="word", min_length=1, max_length=9)
    at: time | None = None
    part: Annotated[float, Field(ge=0, le=1)] = 0.5
    by_word: dict[Annotated[str, Field(min_length=1)], int] = Field(
        default_factory=dict
    )
    style: Annotated[Plain | Fancy, Field(discriminator="kind")] | None = None


def answer(asked):
    return Ruling({"twice": asked.count * 2}, ("Two times.",), "Arithmetic")


RULE = Rule("twice", "Two times a count.", Weighing, answer)


def find_faults(raw):
    with pytest.raises(InputError) as caught:
        RULE.ask(raw)
    return [(each.where, each.expected, each.found) for each in caught.value.faults]


def test_a_ruling_gives_result_reasons_and_source():
    assert RULE.ask({"count": 3, "on": date(2019, 10, 31)}).as_json() == {
        "result": {"twice": 6},
        "reasons": ["Two times."],
        "source": "Arithmetic",
    }


def test_a_refused_question_is_told_everything_at_once():
    raw = {"share": "half", "on": "31/10/2019", "names": ["a", 2], "colour": "red"}

    assert find_faults(raw) == [
        ("count", "an entry", "nothing"),
        ("share", "a number", '"half"'),
        ("on", "a date, such as 2019-10-31", '"31/10/2019"'),
        ("names, entry 2", "text in quotation marks", "2"),
        ("colour", "no such entry", '"red"'),
    ]


@pytest.mark.parametrize(
    ("raw", "expected", "found"),
    [
        ({"count": 2.5}, "a whole number", "2.5"),
        ({"count": 2.0}, "a whole number", "2.0"),
        ({"count": "2"}, "a whole number", '"2"'),
        ({"count": True}, "a whole number", "true"),
        ({"count": None}, "a whole number", "null"),
        ({"count": 1, "on": 20191031}, "a date, such as 2019-10-31", "20191031"),
        (
            {"count": 1, "on": "86400"},
            "dates such as 2019-10-31",
            "a number, read as 1970-01-02",
        ),
        ({"count": 1, "on": datetime(2019, 10, 31, 9)}, None, None),  # noqa: DTZ001 - what a program may pass by mistake
        ({"count": 1, "names": "a"}, "a list", '"a"'),
        ({"count": 1, "bounded": -1}, "0 or more", "-1"),
        ({"count": 1, "bounded": 3}, "2 or less", "3"),
        ({"count": 1, "open_bounds": 0}, "a number above 0", "0"),
        ({"count": 1, "open_bounds": 2}, "a number below 2", "2"),
        ({"count": 1, "few": []}, "entries, 1 or more", "[]"),
        ({"count": 1, "few": [1, 2, 3]}, "entries, 2 or fewer", "[1, 2, 3]"),
        ({"count": 1, "few": ["1"]}, "a number", '"1"'),
        (
            {"count": 1, "by_name": []},
            "entries with their names, as a JSON object",
            "[]",
        ),
        ({"count": 1, "word": ""}, "some text", '""'),
        ({"count": 1, "word": "x" * 10}, "text of 9 characters or fewer", None),
        ({"count": 1, "at": 17}, "a time of day, such as 17:00", "17"),
        ({"count": 1, "at": "noon"}, "a time of day, such as 17:00", '"noon"'),
        ({"count": 1, "at": "25:00"}, "a time of day, such as 17:00", '"25:00"'),
        ({"count": 1, "style": {"k": 1}}, "an entry 'kind'", '{"k": 1}'),
        ([1], "entries with their names, as a JSON object", "[1]"),
        (None, "entries with their names, as a JSON object", "null"),
    ],
)
def test_nothing_is_read_as_something_else(raw, expected, found):
    (fault,) = find_faults(raw)

    assert fault[1:] == (expected or fault[1], found or fault[2])


@pytest.mark.parametrize("raw", [{"count": 1, "share": float("inf")}, {"count": {1}}])
def test_what_is_no_json_is_refused(raw):
    assert len(find_faults(raw)) == 1


def test_a_long_entry_is_cut_short():
    ((_, _, found),) = find_faults({"count": "9" * 500})

    assert len(found) == 60


def test_a_rule_that_nobody_has_is_told_with_those_there_are():
    assert get_rule("twice", {"twice": RULE}) is RULE
    with pytest.raises(UnknownNameError, match=r"no rule 'thrice'. Use one of: twice"):
        get_rule("thrice", {"twice": RULE})


def test_the_question_is_described_as_json_schema():
    described = RULE.describe()

    assert described["$schema"].startswith("https://json-schema.org/")
    assert (described["title"], described["required"]) == ("twice", ["count"])


@pytest.mark.parametrize(
    ("part", "remedy"),
    [
        (92, "Correct the entry: 92 % is written 0.92."),
        (1.5, "Correct the entry: 1.5 % is written 0.015."),
        (101, "Correct the entry."),
        (-1, "Correct the entry."),
    ],
)
def test_a_share_that_was_meant_in_percent_is_told_how_to_be_written(part, remedy):
    with pytest.raises(InputError) as caught:
        RULE.ask({"count": 1, "part": part})

    assert [fault.remedy for fault in caught.value.faults] == [remedy]


def test_a_name_that_is_refused_is_told_by_where_it_stands():
    assert find_faults({"count": 1, "by_word": {"": 1}}) == [
        ("by_word, ", "some text", '""')
    ]
