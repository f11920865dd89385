"""``placeplan stats`` as a program or a person types it."""

import json

import pytest
from typer.testing import CliRunner

from placeplan.cli import app


def ask(*words, given=None):
    return CliRunner().invoke(app, ["stats", *words], input=given)


def test_a_request_is_answered_from_standard_input_and_from_a_file(tmp_path):
    request = json.dumps(
        {"options": {"multiplier": 100}, "data": {"x": [5], "n": [25]}}
    )
    path = tmp_path / "request.json"
    path.write_text(request, encoding="utf-8")
    typed = ask("proportion", "--input", "-", given=request)
    assert typed.exit_code == 0
    assert json.loads(typed.stdout)["value"] == [20.0]
    assert ask("proportion", "--input", str(path)).stdout == typed.stdout


def test_refused_input_ends_with_2_and_the_reason():
    answer = ask("rate", "--input", "-", given='{"data": {"x": [1], "n": [0]}}')
    assert answer.exit_code == 2
    assert "column n: expected a denominator above 0" in answer.stderr
    assert answer.stdout == ""


@pytest.mark.parametrize(
    ("words", "given", "reason"),
    [
        (["rate", "--input", "-"], "{", "expected JSON, found something else at line"),
        (
            ["rate", "--input", "-"],
            '{"data": {"x": [1], "x": [2], "n": [3]}}',
            "an entry that stands twice: x",
        ),
        (
            ["rate", "--input", "-"],
            '{"data": {"x": [NaN], "n": [1]}}',
            "NaN is no JSON",
        ),
        (["rate", "--input", "-"], "[]", "an object of columns"),
        (["rate", "--input", "-"], '{"data": {"x": 1}}', "an object of columns"),
        (["rate", "--input", "-"], '{"data": {}, "options": [1]}', "options by name"),
        (["rate", "--input", "-"], '{"data": {}, "aux": [1]}', "aux"),
        (["rate", "--input", "nowhere.json"], None, "nowhere.json"),
        (["rte", "--input", "-"], "{}", "There is no method 'rte'"),
        (["rate"], None, "--input FILE"),
        ([], None, "--list"),
    ],
)
def test_what_cannot_be_read_is_told(words, given, reason):
    answer = ask(*words, given=given)
    assert answer.exit_code == 2
    assert reason in answer.stderr


def test_every_method_is_listed_and_described():
    lines = ask("--list").stdout.splitlines()
    names = [line.split()[0] for line in lines]
    assert {"dsr", "spc_mdc", "life_expectancy", "comorbidity", "efi"} <= set(names)
    for name in names:
        answer = ask("--schema", name)
        assert answer.exit_code == 0
        assert json.loads(answer.stdout)["title"] == name
