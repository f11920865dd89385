"""``placeplan facts`` as a person types it."""

import json
import shutil
from pathlib import Path

from typer.testing import CliRunner

from placeplan.cli import app

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


def ask(*words, folder=EXAMPLE):
    return CliRunner().invoke(app, ["facts", str(folder), *words])


def ask_json(*words):
    answer = ask(*words, "--json")
    assert answer.exit_code == 0
    return json.loads(answer.stdout)


def test_all_facts():
    assert len(ask_json()) == 403
    assert ask().stdout.rstrip().endswith("403 facts.")


def test_search_for_a_number():
    assert [row["id"] for row in ask_json("--search", "245")] == ["F146", "F328"]
    assert ask("--search", "F146").stdout.rstrip().endswith("1 fact.")
    assert ask("--search", "unicorns").stdout == "0 facts.\n"


def test_as_at_a_day():
    assert len(ask_json("--as-at", "2016-03-09")) == 129


def test_one_fact_with_its_conflict_and_what_rests_on_it():
    found = ask_json("--id", "F297")
    assert found["shown"] == "175 GPs"
    assert [each["id"] for each in found["conflicts"]] == ["C01"]
    assert [(each["kind"], each["id"]) for each in found["rests"]] == [
        ("fact", "F146"),
        ("fact", "F328"),
        ("conflict", "C01"),
    ]
    assert [each["version"] for each in found["history"]] == [1]


def test_one_fact_in_words():
    lines = ask("--id", "F009").stdout.splitlines()
    assert lines == [
        (
            "F009: Planned extra dwellings: 158,500 dwellings "
            "(Kent and Medway, 2011-2031)."
        ),
        (
            "  Source: stp-initiation-2016; Initiation document, draft 4; "
            "The planning context (points 9-11)."
        ),
        "  Note: leaves out Bexley housing, whose residents would use Darent Valley.",
        "  Version 1, known from 2016-03-09: 158,500 dwellings.",
    ]


def test_one_fact_names_what_rests_on_it_and_where():
    said = ask("--id", "F146").stdout.splitlines()
    assert said[-1] == (
        "  Rests on it: assumption gp-staff-2016: Full-time GPs of 2016: England's a "
        "head less the shortfall (capacity/staff.csv)"
    )


def test_checks_hold():
    answer = ask("--check")
    assert answer.exit_code == 0
    assert answer.stdout.splitlines()[-1] == "34 of 35 checks hold; 1 not counted."
    assert [row["id"] for row in ask_json("--check") if not row["holds"]] == ["A34"]


def test_a_check_that_fails_ends_with_2(tmp_path):
    shutil.copytree(EXAMPLE / "facts", tmp_path / "facts")
    file = tmp_path / "facts" / "facts.csv"
    text = file.read_text(encoding="utf-8").replace(",1731400,", ",1731401,")
    file.write_text(text, encoding="utf-8")

    answer = ask("--check", folder=tmp_path)

    assert answer.exit_code == 2
    assert [line for line in answer.stdout.splitlines() if "NOT" in line] == [
        (
            "A02 DOES NOT HOLD: 2011 population plus rise: recorded 2024700, now "
            "2024701; agreed with F002 when recorded, now differed"
        )
    ]
