"""``placeplan options`` as a person types it, on a geography that nobody lives in."""

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from placeplan.plan.option_answer import OPTION_FILES

EXAMPLE = Path(__file__).parents[3] / "examples" / "small-geography"


def test_the_front_is_printed_by_the_goals_that_count(call):
    code, out, _ = call("options", EXAMPLE, "--question", "three-nearest")
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "Which three of five, when ambulances go to the nearest?"
    assert lines[1].split() == [
        "mean_minutes",
        "worst_minutes",
        "smallest_cases",
        "least_headroom",
        "open",
    ]
    *figures, mark = lines[2].split()[:5]
    assert figures == ["18.12", "33.00", "380.00", "0.00"]
    assert (mark, lines[2][-22:]) == ("front", "bridge + castle + dock")
    assert lines[8].split()[:5] == ["15.10", "29.00", "370.00", "120.00", "today"]
    assert lines[9] == "All 10 ways to open the sites asked for were compared."


def test_files_hold_every_option_and_say_where_they_stand(call, tmp_path):
    out = tmp_path / "answer"
    code, said, _ = call("options", EXAMPLE, "--out", out)
    assert code == 0
    assert said.splitlines()[-1] == (
        f"Written to {out}: options.csv, option_sites.csv, option_flows.csv, "
        "options.html."
    )
    options = pl.read_csv(out / "options.csv")
    # ten ways each to open three of five, and sixteen to open three to five; today's
    # four stand beside the first two
    assert dict(options["question"].value_counts().rows()) == {
        "close-one": 16,
        "three-chosen": 11,
        "three-nearest": 11,
    }
    sites = pl.read_csv(out / "option_sites.csv")
    landed = sites.group_by("question", "option").agg(pl.col("cases").sum())
    assert landed["cases"].to_list() == pytest.approx([2140.0] * landed.height)
    flows = pl.read_csv(out / "option_flows.csv")
    flowed = flows.group_by("question", "option").agg(pl.col("value").sum())
    assert flowed["value"].to_list() == pytest.approx([2140.0] * landed.height)
    page = (out / "options.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 9
    assert "Contains public sector information" in page


def test_the_same_question_has_the_same_answer_to_the_byte(call, tmp_path):
    for name in ("one", "two"):
        call("options", EXAMPLE, "--question", "close-one", "--out", tmp_path / name)
    for file in (*OPTION_FILES, "options.html"):
        one, two = ((tmp_path / name / file).read_bytes() for name in ("one", "two"))
        assert one == two


def test_json_is_for_another_program(call):
    code, out, _ = call(
        "options", EXAMPLE, "--question", "three-chosen", "--question", "close-one",
        "--json",
    )  # fmt: skip
    answer = json.loads(out)
    assert code == 0
    assert list(answer["how"]) == ["close-one", "three-chosen"]
    assert len(answer["options"]) == 27


def test_an_unknown_question_is_refused_with_those_there_are(call):
    code, _, error = call("options", EXAMPLE, "--question", "four")
    assert code == 2
    assert "three-nearest" in error


def test_a_folder_that_asks_nothing_says_what_to_add(call, tmp_path):
    shutil.copy(EXAMPLE / "sources.yaml", tmp_path)
    code, _, error = call("options", tmp_path)
    assert code == 2
    assert "asks nothing about sites: add options/questions.csv" in error


def test_a_score_that_nobody_knows_is_a_dash(call, tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "plan")
    sites = tmp_path / "plan/options/sites.csv"
    text = sites.read_text(encoding="utf-8").replace(",no,2,900,", ",no,2,,")
    sites.write_text(text, encoding="utf-8")
    questions = tmp_path / "plan/options/questions.csv"
    text = questions.read_text(encoding="utf-8")
    questions.write_text(text.replace(",3,3,nearest", ",1,1,nearest"), encoding="utf-8")
    code, out, _ = call("options", tmp_path / "plan", "--question", "three-nearest")
    assert code == 0
    (elm,) = [line for line in out.splitlines() if line.endswith("  elm")]
    assert elm.split()[3] == "-"


def test_rows_may_stand_in_any_order(call, tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "turned")
    for file in (tmp_path / "turned/options").iterdir():
        head, *rows = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join([head, *rows[::-1], ""]), encoding="utf-8")
    answers = []
    for folder in (EXAMPLE, tmp_path / "turned"):
        call("options", folder, "--out", tmp_path / "answer")
        answers.append([(tmp_path / "answer" / f).read_bytes() for f in OPTION_FILES])
    assert answers[0] == answers[1]
