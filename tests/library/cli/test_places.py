"""``placeplan places`` as a person types it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from placeplan.cli import app

EXAMPLE = str(Path(__file__).parents[3] / "examples" / "kent-medway")


def ask(*words):
    return CliRunner().invoke(app, ["places", EXAMPLE, *words])


def ask_json(*words):
    answer = ask(*words, "--json")
    assert answer.exit_code == 0
    return json.loads(answer.stdout)


def test_eight_groups_in_2016():
    rows = ask_json("--as-at", "2016-06-01", "--kind", "ccg")
    assert len(rows) == 8
    assert rows[0] == {
        "id": "ccg-ashford",
        "name": "NHS Ashford CCG",
        "kind": "ccg",
        "set": None,
        "members": [],
        "status": "in_force",
        "starts_on": "2013-04-01",
        "ends_on": "2020-03-31",
        "predecessors": [],
    }


def test_place_alliances_proposed_in_2019():
    rows = ask_json("--as-at", "2019-07-15", "--kind", "icp_place_alliance")
    assert [(row["status"], row["starts_on"]) for row in rows] == [
        ("proposed", None)
    ] * 4


def test_one_group_with_eight_predecessors_in_2020():
    (row,) = ask_json("--as-at", "2020-04-02", "--kind", "ccg")
    assert (row["id"], len(row["predecessors"])) == ("ccg-kent-medway", 8)


def test_today_is_taken_when_no_day_is_given():
    assert [row["id"] for row in ask_json("--kind", "icb")] == ["km-icb"]


def test_table_for_a_reader_leaves_out_empty_columns():
    answer = ask("--as-at", "2020-04-02", "--kind", "district")
    assert answer.exit_code == 0
    assert answer.stdout.splitlines()[-1] == "13 bodies as at 2 April 2020."
    assert "Took over from" not in answer.stdout


def test_table_shortens_long_lists():
    answer = ask("--as-at", "2020-04-02", "--kind", "ccg")
    assert answer.stdout.splitlines()[-1] == "1 body as at 2 April 2020."


def test_nothing_of_a_kind_is_said():
    answer = ask("--as-at", "2016-06-01", "--kind", "icb")
    assert answer.stdout == "0 bodies as at 1 June 2016.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--as-at", "2020-13-02"),
            (
                "'2020-13-02' is not a day. Write the year, month and day, such as "
                "2019-07-15."
            ),
        ),
        (
            ("--as-at", "yesterday"),
            (
                "'yesterday' is not a day. Write the year, month and day, such as "
                "2019-07-15."
            ),
        ),
    ],
)
def test_day_that_is_none_is_refused(words, told):
    answer = ask(*words)
    assert answer.exit_code == 2
    assert answer.stderr.strip() == told


def test_unknown_kind_is_refused_with_those_there_are():
    answer = ask("--kind", "icp")
    assert answer.exit_code == 2
    assert answer.stderr.startswith("There is no kind 'icp'. Use one of: acute_trust,")


def test_folder_that_is_not_there_is_refused(tmp_path):
    answer = CliRunner().invoke(app, ["places", str(tmp_path / "none")])
    assert answer.exit_code == 2
    assert answer.stderr.startswith("1 fault found; nothing was changed.")
