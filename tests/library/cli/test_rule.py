"""``placeplan rule`` as a program or a person types it."""

import json

import pytest
from typer.testing import CliRunner

from placeplan.cli import app
from placeplan.rulebook import gather_rules

ASKED = {"starts_on": "2019-09-01", "ends_on": "2019-10-31", "as_at": "2019-11-01"}


def ask(*words, given=None):
    return CliRunner().invoke(app, ["rule", *words], input=given)


def test_a_question_is_answered_from_standard_input_and_from_a_file(tmp_path):
    path = tmp_path / "question.json"
    path.write_text(json.dumps(ASKED), encoding="utf-8")

    typed = ask("milestone-state", "--input", "-", given=json.dumps(ASKED))

    assert typed.exit_code == 0
    answer = json.loads(typed.stdout)
    assert list(answer) == ["result", "reasons", "source"]
    assert answer["result"] == "late"
    assert ask("milestone-state", "--input", str(path)).stdout == typed.stdout


def test_refused_input_ends_with_2_and_the_reason():
    answer = ask("milestone-state", "--input", "-", given='{"starts_on": "soon"}')

    assert answer.exit_code == 2
    assert "starts_on: expected a date, such as 2019-10-31" in answer.stderr
    assert answer.stdout == ""


def test_a_program_gets_the_refusal_as_json():
    answer = ask("milestone-state", "--json", "--input", "-", given="{}")

    assert answer.exit_code == 2
    faults = json.loads(answer.stdout)["faults"]
    assert [each["where"] for each in faults] == ["starts_on", "ends_on", "as_at"]


@pytest.mark.parametrize(
    ("words", "given", "reason"),
    [
        (["milestone-state", "--input", "-"], "{", "expected JSON"),
        (["milestone-state", "--input", "-"], "[" * 100_000, "expected JSON"),
        (["milestone-state", "--input", "-"], '{"as_at": NaN}', "NaN is no JSON"),
        (["milestone-state", "--input", "-"], '{"a": 1, "a": 2}', "twice: a"),
        (["milestone-state", "--input", "-"], "[]", "as a JSON object"),
        (["milestone-state", "--input", "nowhere.json"], None, "nowhere.json"),
        (["milestone-stat", "--input", "-"], "{}", "There is no rule 'milestone-stat'"),
        (["milestone-state"], None, "--input FILE"),
        ([], None, "--list"),
    ],
)
def test_what_cannot_be_read_is_told(words, given, reason):
    answer = ask(*words, given=given)

    assert answer.exit_code == 2
    assert reason in answer.stderr


def test_every_rule_is_listed_and_described():
    lines = ask("--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(gather_rules())
    listed = json.loads(ask("--list", "--json").stdout)
    assert [each["name"] for each in listed] == list(gather_rules())
    for name in gather_rules():
        assert json.loads(ask("--schema", name).stdout)["title"] == name
