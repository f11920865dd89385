"""check, compare, schema, and the list of commands."""

import json
import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from factories.plan_folder import MANIFEST, make_tables, write_plan_folder
from placeplan.cli import command_list
from placeplan.cli.command_list import WEB_WORDS, list_commands
from placeplan.plan import Plan


def test_a_sound_plan_is_told_in_one_line(call, tiny_plan):
    code, printed, _ = call("check", tiny_plan)

    assert code == 0
    assert printed == (
        "A tiny plan: no fault found in 24 files with 796 rows and 1 sources.\n"
    )


def test_a_sound_plan_has_no_faults_in_json(call_json, tiny_plan):
    assert call_json("check", tiny_plan) == (0, {"faults": []})


def test_faults_of_a_plan_are_printed_and_nothing_is_changed(call, tmp_path):
    folder = write_plan_folder(tmp_path, manifest=MANIFEST.replace("2019", "2015"))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    code, printed, error = call("check", folder)

    assert (code, printed) == (2, "")
    assert error == (
        "1 fault found; nothing was changed.\n"
        "  plan.yaml, line 1: expected horizon_year after base_year. "
        "Correct the entry.\n"
    )
    assert {path: path.read_bytes() for path in before} == before


def test_check_tells_faults_of_the_plan_and_its_programme_at_once(call_json, tmp_path):
    tables = make_tables()
    tables["prices"][0]["source"] = "hearsay"
    folder = write_plan_folder(tmp_path / "plan", tables=tables)
    (folder / "programme").mkdir()
    (folder / "programme/risks.csv").write_text("id\n", encoding="utf-8")

    _, printed = call_json("check", folder)

    files = list(dict.fromkeys(fault["file"] for fault in printed["faults"]))
    assert files == ["money/prices.csv", "programme/risks.csv"]


def test_faults_in_json_are_taken_apart(call_json, tmp_path):
    write_plan_folder(tmp_path, manifest=MANIFEST.replace("name: A tiny plan\n", ""))

    code, printed = call_json("check", tmp_path)

    assert code == 2
    assert printed == {
        "faults": [
            {
                "file": "plan.yaml",
                "where": "line 1, name",
                "expected": "an entry",
                "found": "nothing",
                "remedy": "Add the entry.",
                "words": "plan.yaml, line 1, name: expected an entry, found nothing. "
                "Add the entry.",
            }
        ]
    }


def test_what_only_the_work_shows_is_told_too(call, tmp_path):
    tables = make_tables()
    annex = {"id": "east-annex", "name": "Annex", "organisation": "east-trust"}
    tables["sites"].append(annex)
    spells = next(row for row in tables["activity_base"] if row["bed_days"])
    there = {"provider": "east-trust", "site": "east-annex"}
    tables["activity_base"].append(spells | there)

    code, _, error = call("check", write_plan_folder(tmp_path, tables=tables))

    assert code == 2
    assert "east-annex" in error


def test_a_run_compared_with_itself_is_the_same(call, tiny_run):
    code, printed, _ = call("compare", tiny_run, tiny_run)

    assert (code, printed) == (0, "The two runs hold the same numbers.\n")


@pytest.fixture
def dearer_run(tmp_path):
    """A run of the tiny plan in which prices rise faster."""
    tables = make_tables()
    tables["inflation"][0]["growth_share"] = 0.05
    folder = write_plan_folder(tmp_path / "plan", tables=tables)
    Plan.from_folder(folder).run().write(tmp_path / "run", with_report=False)
    return tmp_path / "run"


def test_a_dearer_run_differs_by_its_prices(call_json, tiny_run, dearer_run):
    code, found = call_json("compare", tiny_run, dearer_run)

    drivers = {row["driver"]: row["change_pounds"] for row in found["drivers"]}
    gap = {
        (row["scenario"], row["year"]): row["change"]
        for row in found["measures"]
        if row["measure"] == "gap_pounds"
    }
    assert code == 0
    assert found["inputs"] == {"money/inflation.csv": "changed"}
    assert max(drivers, key=lambda name: abs(drivers[name])) == "price"
    of_2019 = sum(
        row["change_pounds"]
        for row in found["drivers"]
        if (row["scenario"], row["year"]) == ("plan", 2019)
    )
    assert round(of_2019, 2) == round(gap["plan", 2019], 2)


def test_a_reader_is_told_files_then_drivers_then_measures(call, tiny_run, dearer_run):
    code, printed, _ = call("compare", tiny_run, dearer_run)

    lines = [line.strip() for line in printed.splitlines()]
    assert code == 0
    assert lines[0] == "money/inflation.csv was changed."
    assert lines.index("What moves the gap") < lines.index("What differs")


@pytest.mark.parametrize("file", ["plan.yaml", "sources.yaml"])
def test_the_schema_of_a_document_is_printed(call, file):
    code, printed, _ = call("schema", file)

    assert code == 0
    assert json.loads(printed)["title"] == file


def test_the_schema_is_that_of_the_manifest_unless_another_is_asked_for(call):
    assert call("schema") == call("schema", "plan.yaml")


def test_the_schema_of_another_file_is_refused(call):
    code, _, error = call("schema", "beds.csv")

    assert code == 2
    assert error == (
        "There is no schema of 'beds.csv'. Use one of: plan.yaml, sources.yaml.\n"
    )


def test_help_lists_every_command_with_its_words(call):
    code, printed, _ = call("--help")

    assert code == 0
    for name, entry in list_commands().items():
        assert f"│ {name} " in printed
        assert entry.about.split(".")[0][:40] in " ".join(printed.split())


def test_every_command_of_the_pages_has_words_of_its_own():
    pages = [name for name, entry in list_commands().items() if entry.panel != _PANEL]

    assert sorted(pages) == sorted(WEB_WORDS)


_PANEL = "A plan folder and its runs"


def test_the_version_is_printed(call):
    from placeplan import __version__

    assert call("--version") == (0, f"placeplan {__version__}\n", "")


def test_a_mistyped_command_is_met_with_the_nearest(call):
    code, _, error = call("chek")

    assert code == 2
    assert "Did you mean 'check'" in error


def test_no_command_at_all_shows_the_help(call):
    code, printed, _ = call()

    assert code == 2
    assert "Usage: placeplan" in printed


def test_a_command_of_the_pages_without_django_says_what_to_install(call, monkeypatch):
    point = EntryPoint("serve", "placeplan_web_that_is_not_here:serve", "x")
    monkeypatch.setattr(command_list, "entry_points", lambda **_: [point])

    code, _, error = call("serve")

    assert code == 2
    assert error == (
        "placeplan serve needs placeplan_web_that_is_not_here, which is not installed. "
        "Install the web part: pip install 'placeplan[web]'.\n"
    )


def test_a_command_that_others_add_is_listed_by_its_module(call, monkeypatch):
    point = EntryPoint("dance", "some_package.steps:dance", "placeplan.commands")
    monkeypatch.setattr(command_list, "entry_points", lambda **_: [point])

    assert list_commands()["dance"].about == "Added by some_package.steps."


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"]])
def test_help_loads_nothing_heavy(words):
    heavy = ("numba", "numpy", "polars", "altair", "django", "scipy")
    probe = (
        "import sys; from contextlib import suppress; from placeplan.cli import main\n"
        f"sys.argv = ['placeplan', *{words!r}]\n"
        "with suppress(SystemExit): main()\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    ).stdout
    assert printed.splitlines()[-1] == "[]"
