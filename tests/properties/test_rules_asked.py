"""Whatever is asked, a rule answers what JSON can hold, or refuses it in words."""

import json
import time
from contextlib import suppress
from copy import deepcopy
from datetime import date, timedelta

import jsonschema
import pytest

from placeplan.errors import InputError, PlaceplanError
from placeplan.rulebook import RULE_WORDS, gather_rules

EXTREMES = [
    *("0001-01-01", "9999-12-31", "2019-02-29", "17:00Z", "86400"),
    *("", " ", "\x00", "\ud800", "x" * 1000),
    *(0, -1, 3650, 36500, 10**30, 1e13, 1e308, -1e308, True, None, [], {}, [{}]),
]


def list_paths(question, path=()):
    yield path
    entries = ()
    if isinstance(question, dict):
        entries = question.items()
    if isinstance(question, list):
        entries = enumerate(question)
    for key, value in entries:
        yield from list_paths(value, (*path, key))


def put(question, path, value):
    changed = deepcopy(question)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


def list_questions(rule):
    """Give each example with each of its entries, and each it leaves out, extreme."""
    for example in json.loads(json.dumps(rule.examples)):
        optional = [(name,) for name in rule.describe()["properties"]]
        for path in [*list_paths(example), *optional]:
            if path:
                yield from (put(example, path, value) for value in EXTREMES)


@pytest.mark.parametrize("name", sorted(RULE_WORDS))
def test_examples_are_as_the_published_schema_has_them(name):
    rule = gather_rules()[name]
    schema = rule.describe()

    jsonschema.Draft202012Validator.check_schema(schema)
    for example in json.loads(json.dumps(rule.examples)):
        jsonschema.validate(example, schema)


@pytest.mark.parametrize("name", sorted(RULE_WORDS))
def test_a_rule_answers_or_refuses_every_extreme(name):
    rule = gather_rules()[name]

    for question in list_questions(rule):
        try:
            ruling = rule.ask(question)
        except PlaceplanError as refused:
            assert str(refused)  # noqa: PT017 - an answer is right as well
        else:
            json.dumps(ruling.as_json(), allow_nan=False)


@pytest.mark.parametrize("entry", [{}, 1])
def test_very_many_faults_are_counted_and_not_listed(entry):
    with pytest.raises(InputError) as raised:
        gather_rules()["risk-crossings"].ask({"scores": [entry] * 1001})

    (fault,) = raised.value.faults
    assert fault.expected == "a question as the schema has it"
    assert fault.found == {"{}": "3,003 faults", "1": "1,001 faults"}[str(entry)]


def test_the_largest_network_is_answered_before_a_reader_turns_away():
    chain = [
        {"id": str(n), "depends_on": [str(n - 1)] if n else [], "duration_days": 1}
        for n in range(18_000)
    ]
    began = time.perf_counter()

    ruling = gather_rules()["critical-path"].ask({"activities": chain})

    assert ruling.result["length_days"] == 18_000
    assert time.perf_counter() - began < 30  # 0.6 s here; a square would take an hour


def test_as_many_scores_as_may_be_asked_about_are_answered():
    first = date(2019, 6, 24)
    scores = [
        {"scored_on": str(first + timedelta(n)), "impact": 4, "likelihood": 1 + n % 5}
        for n in range(1001)
    ]
    rule = gather_rules()["risk-crossings"]

    assert len(rule.ask({"scores": scores[1:]}).result) == 400
    with pytest.raises(InputError, match="1000 or fewer"):
        rule.ask({"scores": scores})


LISTS = [
    ("authority", "members", '["x", '),
    ("authority", "members", "[[], "),
    ("authority", "instruments", '["x", '),
    ("authority", "terms_of_reference", "[{}, "),
    ("consensus", "dissent", '["office", '),
    ("due-regard", "readings", "[{}, "),
    ("gift", "gifts", "[{}, "),
    ("item-rights", "interests", "[{}, "),
    ("ratification", "bodies", "[{}, "),
    ("vote", "share", "[[], "),
]
WORDS = [
    *(("authority", "subject"), ("clear-days", "published_on"), ("consensus", "chair")),
    *(("exempt", "reason"), ("gift", "regime"), ("interest-effect", "kind")),
    *(("item-rights", "regime"), ("notice", "body"), ("quorum", "as_at")),
    *(("ratification", "lead"), ("vote", "share")),
    *(("due-regard", "decided_at"), ("results-report", "consultation")),
]


def is_quick(name, question):
    """Tell whether a rule of governance answers or refuses in about a second."""
    began = time.process_time()  # what others do on the machine is no part of it
    with suppress(PlaceplanError):  # a refusal is an answer
        gather_rules()[name].ask(question)
    return time.process_time() - began < 1.5


@pytest.mark.parametrize(("name", "entry", "each"), LISTS)
def test_a_list_of_a_megabyte_is_answered_or_refused_at_once(name, entry, each):
    (first,) = json.loads(f"{each.rstrip(', ')}]")
    many = [first] * (1_000_000 // (len(each) - 1))
    rule = gather_rules()[name]

    assert is_quick(name, {**rule.examples[0], entry: many})


@pytest.mark.parametrize(("name", "entry"), WORDS)
@pytest.mark.parametrize("sign", ["x", "9", " ", "-"])
def test_words_of_a_megabyte_are_answered_or_refused_at_once(name, entry, sign):
    rule = gather_rules()[name]

    assert is_quick(name, {**rule.examples[0], entry: sign * 1_000_000})
