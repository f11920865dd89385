"""placeplan run: from a plan folder to its results."""

import json
import subprocess
import sys

import pytest

from placeplan.errors import RunCancelledError
from placeplan.plan import RUN_FILES, Results


def test_a_run_writes_its_files_and_says_where(call, tiny_plan, tmp_path):
    out = tmp_path / "out"
    code, printed, error = call("run", tiny_plan, "--out", out)

    assert (code, error) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == sorted(RUN_FILES)
    assert printed.startswith(f"A tiny plan: 2 scenarios written to {out} in ")


def test_the_record_has_times_and_memory(call_json, tiny_plan, tmp_path):
    code, record = call_json("run", tiny_plan, "--out", tmp_path / "out", "--no-report")

    assert code == 0
    assert record == json.loads((tmp_path / "out/run.json").read_text())
    assert record["started_at"] < record["finished_at"]
    assert record["peak_bytes"] > 10_000_000
    assert [step["step"] for step in record["steps"]] == [
        "people",
        "demand, expected growth",
        "capacity, expected growth",
        "money, If nothing changes",
        "money, The plan",
        "results",
        "results table",
        "workbook",
    ]


def test_doing_nothing_can_be_run_alone(call, tiny_plan, tmp_path):
    words = ["--out", tmp_path / "out", "--scenario", "do_nothing"]
    code, _, _ = call("run", tiny_plan, *words)

    assert code == 0
    results = Results.from_folder(tmp_path / "out")
    assert results.table["scenario"].unique().to_list() == ["do_nothing"]
    assert results.record.scenarios == ("do_nothing",)


def test_another_scenario_is_run_beside_doing_nothing(call, tiny_plan, tmp_path):
    words = ["--out", tmp_path / "out", "--no-report", "--scenario", "plan"]
    code, _, _ = call("run", tiny_plan, *words)

    assert code == 0
    record = Results.from_folder(tmp_path / "out").record
    assert record.scenarios == ("do_nothing", "plan")


def test_an_unknown_scenario_is_refused(call, tiny_plan, tmp_path):
    words = ["--out", tmp_path / "out", "--scenario", "miracle"]
    code, _, error = call("run", tiny_plan, *words)

    assert code == 2
    assert error == "There is no scenario 'miracle'. Use one of: do_nothing, plan.\n"
    assert list(tmp_path.iterdir()) == []


def test_draws_without_end_are_refused(call, tiny_plan, tmp_path):
    code, _, error = call("run", tiny_plan, "--out", tmp_path / "out", "--draws", 0)

    assert code == 2
    assert error.splitlines()[1] == (
        "  draws: expected a number from 1 to 10,000, found 0. 256 draws are enough "
        "for most figures: mc_error says how exact they are."
    )


def test_many_draws_give_each_number_its_spread(call, tiny_plan, tmp_path):
    out = tmp_path / "out"
    code, _, _ = call("run", tiny_plan, "--out", out, "--no-report", "--draws", 9)

    assert code == 0
    assert (out / "spread.csv").read_text(encoding="utf-8").startswith("scenario,year,")
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["draws"] == 9


def test_one_draw_is_what_a_run_is(call, tiny_plan, tmp_path):
    words = ["--out", tmp_path / "out", "--no-report", "--draws", 1]

    assert call("run", tiny_plan, *words)[0] == 0


def test_other_work_in_the_output_folder_is_kept(call, tiny_plan, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear reader")

    code, _, error = call("run", tiny_plan, "--out", tmp_path, "--no-report")

    assert code == 2
    assert error.splitlines()[1] == (
        f"  {tmp_path}: expected a new folder, an empty one, or an earlier run, found "
        "letter.txt. Choose another output folder, or empty this one yourself."
    )
    assert (tmp_path / "letter.txt").read_text() == "Dear reader"


def test_the_same_plan_gives_the_same_bytes_in_another_process(tiny_plan, tmp_path):
    for name in ("one", "two"):
        command = [sys.executable, "-m", "placeplan.cli", "run", str(tiny_plan)]
        command += ["--out", str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True)

    for name in {*RUN_FILES} - {"run.json"}:
        one, two = (tmp_path / run / name for run in ("one", "two"))
        assert one.read_bytes() == two.read_bytes(), name


def test_a_run_that_is_interrupted_says_where_and_writes_nothing(
    tiny_plan, tmp_path, monkeypatch, call
):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("placeplan.plan.run_folder.write_frame_csv", interrupt)

    code, _, error = call("run", tiny_plan, "--out", tmp_path / "out")

    assert code == RunCancelledError.exit_code
    assert error == (
        "The run was stopped at step 'results table'. Nothing was written: start it "
        "again.\n"
    )
    assert list(tmp_path.iterdir()) == []


KILLED_WHILE_WRITING = """\
import os, signal, sys
from pathlib import Path
from placeplan.plan import Plan

def die(step, done, total):
    if step == "workbook":
        os.kill(os.getpid(), signal.SIGKILL)

Plan.from_folder(sys.argv[1]).run().write(Path(sys.argv[2]), progress=die)
"""


def test_a_run_that_is_killed_leaves_nothing_that_looks_finished(
    call, tiny_plan, tmp_path
):
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(tiny_plan), str(out)]
    killed = subprocess.run(command, check=False, capture_output=True)
    left = [path.name.rpartition("-")[0] for path in tmp_path.iterdir()]

    again = call("run", tiny_plan, "--out", out, "--no-report")[0]

    assert killed.returncode == -9
    assert left == [".out.partial"]
    assert again == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("out", ["file/out", "file"])
def test_a_place_that_cannot_be_written_is_told(call, tiny_plan, tmp_path, out):
    (tmp_path / "file").write_text("I am a file")

    code, _, error = call("run", tiny_plan, "--out", tmp_path / out, "--no-report")

    assert code == 2
    assert error.splitlines()[0] == "1 fault found; nothing was changed."
