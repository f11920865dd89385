"""A run of a plan that asks about sites has the answers beside its results."""

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from factories.plan_folder import write_plan_folder
from placeplan.errors import InputError
from placeplan.plan import Plan, Results
from placeplan.plan.option_answer import OPTION_FILES, OptionAnswer

ASKED = Path(__file__).parents[3] / "examples" / "small-geography"


@pytest.fixture(scope="module")
def asking_plan(tmp_path_factory):
    folder = write_plan_folder(tmp_path_factory.mktemp("plans") / "asking")
    (folder / "options").mkdir()
    for file in (ASKED / "options").iterdir():
        (folder / "options" / file.name).write_bytes(file.read_bytes())
    entry = (ASKED / "sources.yaml").read_text(encoding="utf-8").partition("sources:\n")
    with (folder / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(entry[2])
    return folder


@pytest.fixture(scope="module")
def written(asking_plan, tmp_path_factory):
    results = Plan.from_folder(asking_plan).run()
    out = tmp_path_factory.mktemp("runs") / "asking"
    return results, results.write(out, with_report=False), out


def test_a_run_writes_options_beside_its_results(written):
    results, record, out = written
    assert {*OPTION_FILES} <= {*record.files}
    assert results.options.options["question"].n_unique() == 3
    assert all((out / name).exists() for name in OPTION_FILES)


def test_what_was_written_reads_back(written):
    results, _, out = written
    back = Results.from_folder(out).options
    for name in ("options", "sites", "flows"):
        frame = getattr(results.options, name)
        assert_frame_equal(getattr(back, name), frame)


def test_flows_of_every_option_of_the_front_are_there(written):
    answer = written[0].options
    front = answer.options.filter(pl.col("front") | pl.col("is_now"))
    keys = ["question", "option"]
    assert_frame_equal(
        answer.flows.select(keys).unique(),
        front.select(keys),
        check_row_order=False,
    )


def test_a_plan_that_asks_nothing_has_no_answers(tmp_path):
    folder = write_plan_folder(tmp_path / "silent")
    results = Plan.from_folder(folder).run()
    results.write(tmp_path / "run", with_report=False)
    assert results.options is None
    assert Results.from_folder(tmp_path / "run").options is None
    assert not (tmp_path / "run" / OPTION_FILES[0]).exists()


def test_a_missing_table_of_the_answers_is_a_fault(written, tmp_path):
    written[0].options.write(tmp_path)
    (tmp_path / OPTION_FILES[2]).unlink()
    with pytest.raises(InputError, match=OPTION_FILES[2]):
        OptionAnswer.from_folder(tmp_path)
