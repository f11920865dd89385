"""``placeplan consistency`` as a person types it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from placeplan.cli import app
from placeplan.governance import CHECK_WORDS

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
CHECKS = Path(__file__).parents[3] / "src/placeplan/governance"
RISKS = [f"RSK-{number:02}" for number in range(1, 16)]


def ask(*words, folder=EXAMPLE):
    return CliRunner().invoke(app, ["consistency", str(folder), *words])


def name_scored(*names):
    return [word for name in names for word in ("--scored", name)]


@pytest.fixture(scope="module")
def lines():
    answer = ask(*name_scored(*RISKS[1:]))
    assert answer.exit_code == 0
    return answer.stdout.splitlines()


def test_findings_stand_below_their_check_with_what_to_do(lines):
    begins = lines.index("Dates that name no day (1)")

    assert lines[begins + 1].startswith("  ")
    assert lines[begins + 2] == (
        "  To do: Give the day, or the first and the last that it may be."
    )


def test_risks_that_were_scored_are_left_out(lines):
    begins = lines.index("Risks without a score (1)")

    assert lines[begins + 1] == (
        "  RSK-01: RSK-01 has no score, so it can never be escalated."
    )


def test_what_no_check_can_find_is_told_with_why_not(lines):
    begins = lines.index("Known, and found by no check (5)")

    assert lines[begins + 1] == (
        "  INC-G9: the Thanet partnership decision record carries a Gravesham Borough "
        "Council page header Why not: Page headers are no field of a document."
    )


def test_json_gives_record_words_and_remedy_of_each_finding():
    answer = ask("--json")
    found = json.loads(answer.stdout)

    assert answer.exit_code == 0
    assert {tuple(each) for each in found["findings"]} == {
        ("check", "table", "record", "words", "remedy")
    }
    scored = [each for each in found["findings"] if each["check"] == "unscored_risk"]
    assert [each["record"] for each in scored] == RISKS
    by_id = {each["id"]: each for each in found["known"]}
    assert by_id["INC-G9"]["found_by"] == []
    assert by_id["INC-G1"]["why_not"] is None


def test_strict_ends_with_1_when_something_is_found_and_else_with_0(tmp_path):
    for name in ("plan.yaml", "sources.yaml"):
        shutil.copy(EXAMPLE / name, tmp_path)
    (tmp_path / "governance").mkdir()

    empty = ask("--strict", folder=tmp_path)

    assert ask("--strict").exit_code == 1
    assert (empty.exit_code, empty.stdout) == (0, "0 contradictions in 0 records.\n")


def test_risk_that_the_folder_lacks_is_refused():
    answer = ask(*name_scored("RSK-99"))

    assert answer.exit_code == 2
    assert answer.stderr.startswith("There is no risk 'RSK-99'. Use one of: RSK-01, ")


def test_folder_with_a_fault_is_refused_with_the_fault(tmp_path):
    answer = ask("--json", folder=tmp_path)

    assert answer.exit_code == 2
    assert json.loads(answer.stdout)["faults"] != []


def test_every_check_has_words_of_its_own():
    named = {
        name
        for file in (*CHECKS.glob("*_checks.py"), CHECKS / "checker.py")
        for name in re.findall(r'Finding\(\s*"(\w+)"', file.read_text(encoding="utf-8"))
    }

    assert named == set(CHECK_WORDS)
    remedies = [each.remedy for each in CHECK_WORDS.values()]
    assert all(remedy.endswith(".") for remedy in remedies)
