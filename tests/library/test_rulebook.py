"""The rulebook: rules by name, names that are near, and JSON that is nothing else."""

import subprocess
import sys

import pytest

from placeplan.errors import InputError
from placeplan.rulebook import (
    RULE_WORDS,
    find_near_names,
    gather_rules,
    parse_question,
)


def test_the_list_of_rules_is_that_of_the_rules_themselves():
    rules = gather_rules()

    assert list(RULE_WORDS.items()) == [(n, each.about) for n, each in rules.items()]


def test_the_list_loads_no_chapter():
    call = (
        "import sys; from placeplan.cli import main\n"
        "sys.argv = ['placeplan', 'rule', '--list']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'polars', 'scipy', 'placeplan.programme'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    answer = subprocess.run(
        [sys.executable, "-c", call], capture_output=True, text=True, check=True
    )

    *listed, loaded = answer.stdout.splitlines()
    assert [line.split()[0] for line in listed] == list(RULE_WORDS)
    assert loaded == "[]"


@pytest.mark.parametrize("name", sorted(RULE_WORDS))
def test_every_rule_answers_its_examples_and_describes_them(name):
    rule = gather_rules()[name]

    rulings = [rule.ask(example) for example in rule.examples]

    assert rulings
    assert all(ruling.reasons and ruling.source for ruling in rulings)
    assert rule.describe()["examples"] == list(rule.examples)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("risk_grade", ("risk-grade",)),
        ("Risk Grade", ("risk-grade",)),
        ("milestone-stat", ("milestone-state", "milestone-rag")),
        ("service-change", ("service-change-gates", "service-change-notice")),
        ("weather", ()),
        ("", ()),
        ("x" * 100_000, ()),
    ],
)
def test_near_names(typed, near):
    assert find_near_names(typed) == near


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("{", "something else at line 1, column 2"),
        ("", "something else at line 1, column 1"),
        (b"\xff", "characters that UTF-8 does not have"),
        (r'"\ud800"', "characters that UTF-8 does not have"),
        ("[" * 100_000, "entries within entries, too deep to be read"),
        ("NaN", "NaN is no JSON: write null for what is missing"),
        ("[-Infinity]", "-Infinity is no JSON: write null for what is missing"),
        ('{"b": 1, "a": 1, "b": 2, "a": 1}', "an entry that stands twice: a, b"),
    ],
)
def test_what_is_no_json_is_refused(words, found):
    with pytest.raises(InputError) as raised:
        parse_question(words, "what was sent")

    (fault,) = raised.value.faults
    assert (fault.file, fault.expected) == ("what was sent", "JSON")
    assert fault.found.startswith(found)


def test_json_is_read_as_it_stands():
    assert parse_question('{"a": ["é", 1.5, null]}', "x") == {"a": ["é", 1.5, None]}
    assert parse_question('["\u00e9"]'.encode(), "x") == ["é"]
    assert parse_question(r'"\ud83d\ude00"', "x") == "😀"
