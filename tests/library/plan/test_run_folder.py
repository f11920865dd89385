"""The folder of a run: the same bytes twice, whole or not there, and readable."""

import json
from datetime import UTC, datetime

import openpyxl
import polars as pl
import pytest

from factories.results import list_rows, make_record, make_results, make_row
from placeplan.errors import InputError, RunCancelledError
from placeplan.plan.licence import OPEN_GOVERNMENT
from placeplan.plan.report import list_figures
from placeplan.plan.results import Results
from placeplan.plan.run_folder import RUN_FILES


class SteppingClock:
    """A clock that moves on by a second whenever it is asked."""

    def __init__(self):
        self.asked = 0

    def now(self):
        return datetime(2016, 3, 9, 12, 0, self.asked, tzinfo=UTC)

    def seconds(self):
        self.asked += 1
        return float(self.asked)

    def peak_bytes(self):
        return 1000


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_run_folder_holds_its_files_and_no_others(tmp_path):
    make_results().write(tmp_path / "out")

    assert _names(tmp_path / "out") == sorted(RUN_FILES)
    assert _names(tmp_path) == ["out"]


def test_without_a_report_all_else_is_there(tmp_path):
    make_results().write(tmp_path / "out", with_report=False)

    assert _names(tmp_path / "out") == sorted({*RUN_FILES} - {"report.html"})


def test_the_same_results_make_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        make_results().write(tmp_path / name, clock=SteppingClock())

    for name in RUN_FILES:
        one, two = (tmp_path / run / name for run in ("one", "two"))
        assert one.read_bytes() == two.read_bytes(), name


def test_times_stand_in_the_record_alone(tmp_path):
    started = make_results(started_at="2016-03-09T11:59:58+00:00")
    started.write(tmp_path / "timed", clock=SteppingClock())
    make_results().write(tmp_path / "untimed")

    timed, untimed = tmp_path / "timed", tmp_path / "untimed"
    differ = [
        name
        for name in RUN_FILES
        if (timed / name).read_bytes() != (untimed / name).read_bytes()
    ]
    assert differ == ["run.json"]
    record = json.loads((timed / "run.json").read_text())
    assert record["started_at"] == "2016-03-09T11:59:58+00:00"
    assert record["finished_at"] == "2016-03-09T12:00:06+00:00"
    assert [step["step"] for step in record["steps"]] == [
        "results table",
        "workbook",
        "report",
    ]
    assert record["seconds"] == 3.0
    assert record["peak_bytes"] == 1000


def test_results_come_back_as_they_were(tmp_path):
    results = make_results()
    record = results.write(tmp_path / "out")

    again = Results.from_folder(tmp_path / "out")

    assert again.table.equals(results.table)
    assert again.table.schema == results.table.schema
    assert again.record == record


def test_csv_and_parquet_hold_the_same_numbers(tmp_path):
    make_results().write(tmp_path / "out")

    csv = pl.read_csv(tmp_path / "out/results.csv", infer_schema_length=None)
    parquet = pl.read_parquet(tmp_path / "out/results.parquet")
    assert csv["value"].to_list() == parquet["value"].to_list()
    assert csv.columns == parquet.columns


def test_an_earlier_run_is_replaced(tmp_path):
    make_results().write(tmp_path / "out")
    make_results([make_row("births", 5)]).write(tmp_path / "out", with_report=False)

    assert "report.html" not in _names(tmp_path / "out")
    assert Results.from_folder(tmp_path / "out").table["measure"].item() == "births"
    assert _names(tmp_path) == ["out"]


def test_a_run_that_is_stopped_leaves_the_earlier_one(tmp_path):
    make_results([make_row("births", 5)]).write(tmp_path / "out")

    def stop(step, done, total):
        if step == "report":
            raise RunCancelledError(step)

    with pytest.raises(RunCancelledError):
        make_results().write(tmp_path / "out", progress=stop)

    assert Results.from_folder(tmp_path / "out").table["measure"].item() == "births"
    assert _names(tmp_path) == ["out"]


def test_progress_tells_each_file_and_the_end(tmp_path):
    told = []
    make_results().write(tmp_path / "out", progress=lambda *step: told.append(step))

    assert list(dict.fromkeys(told)) == [
        ("results table", 0, 3),
        ("workbook", 1, 3),
        ("report", 2, 3),
        ("finished", 3, 3),
    ]


def test_a_report_can_be_stopped_before_each_of_its_figures(tmp_path):
    figures = list_figures(make_results(), make_results().record)
    told = []
    make_results().write(tmp_path / "out", progress=lambda *step: told.append(step))

    assert told.count(("report", 2, 3)) == 1 + len(figures)


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(InputError) as refusal:
        Results.from_folder(tmp_path)

    (fault,) = refusal.value.faults
    assert str(fault) == (
        f"{tmp_path / 'run.json'}: expected a text file, found nothing. "
        "Check the name of the file and of its folder."
    )


@pytest.mark.parametrize("text", ["{}", "no json", '{"plan": 3}'])
def test_a_record_that_is_none_is_refused(tmp_path, text):
    (tmp_path / "run.json").write_text(text)

    with pytest.raises(InputError) as refusal:
        Results.from_folder(tmp_path)

    assert [fault.expected for fault in refusal.value.faults] == [
        "the record of a finished run"
    ]


def test_a_record_of_an_earlier_version_is_read(tmp_path):
    results = make_results()
    results.write(tmp_path / "run")
    file = tmp_path / "run" / "run.json"
    fields = json.loads(file.read_text(encoding="utf-8"))
    del fields["statements"], fields["cautions"]
    file.write_text(json.dumps(fields), encoding="utf-8")

    assert Results.from_folder(tmp_path / "run").table.equals(results.table)


def test_the_digest_is_that_of_the_csv(tmp_path):
    import hashlib

    record = make_results().write(tmp_path / "out")

    csv = (tmp_path / "out/results.csv").read_bytes()
    assert record.results_sha256 == hashlib.sha256(csv).hexdigest()


def test_the_workbook_reads_as_a_person_would(tmp_path):
    make_results().write(tmp_path / "out")

    book = openpyxl.load_workbook(tmp_path / "out/summary.xlsx")
    assert book.sheetnames == [
        "Totals",
        "Gap bridge",
        "People by place",
        "Activity by pod",
        "Beds needed by site",
        "Beds headroom by site",
        "Sources",
    ]
    people = list(book["People by place"].iter_rows(values_only=True))
    assert people[4:] == [
        ("Place", "Unit", "2016", "2017", "2018"),
        ("ashford", "people", 124, 128, 132),
        ("dover", "people", 248, 252, 256),
    ]
    headers = list(book["Activity by pod"].iter_rows(values_only=True))[4]
    assert headers == ("Pod", "Unit", "2016/17", "2017/18", "2018/19")


def test_a_plan_without_money_has_no_bridge_in_its_workbook(tmp_path):
    make_results([make_row("births", 5)]).write(tmp_path / "out")

    book = openpyxl.load_workbook(tmp_path / "out/summary.xlsx")
    assert book.sheetnames == ["Totals", "Sources"]


def test_a_bridge_without_the_plan_ends_where_nothing_changes(tmp_path):
    rows = [make_row("gap_pounds", -5e6, unit="pounds", organisation="km-stp")]
    make_results(rows).write(tmp_path / "out")

    book = openpyxl.load_workbook(tmp_path / "out/summary.xlsx")
    steps = list(book["Gap bridge"].iter_rows(min_row=5, max_col=3, values_only=True))
    assert steps == [
        ("Gap in 2016/17", "total", -5000000),
        ("2016/17 if nothing changes", "total", -5000000),
        ("Left after solutions", "total", -5000000),
    ]


def test_the_report_holds_everything_it_shows(tmp_path):
    make_results().write(tmp_path / "out")

    html = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert html.count("<svg ") == 6
    assert html.count("<details>") == 7
    assert "<h1>Tiny &lt;plan&gt;</h1>" in html
    outside = [part for part in html.split('"') if part.startswith("http")]
    assert {part for part in outside if "www.w3.org" not in part} == set()
    assert "Contains National Statistics data © Crown copyright" in html


def test_a_number_that_is_not_there_is_an_empty_cell(tmp_path):
    rows = list_rows()
    lonely = {"site": "tent", "provider": "mft", "year": 2018, "unit": "beds"}
    make_results([*rows, make_row("beds_needed", 7, **lonely)]).write(tmp_path / "out")

    html = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    empty = '<td class="number"></td>'
    row = f'<tr><td>tent</td><td class="number">7</td>{empty}{empty}</tr>'
    assert row in html


def test_a_report_of_nothing_says_so(tmp_path):
    make_results([make_row("births", 5)], sources=()).write(tmp_path / "out")

    html = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert "This run holds no numbers to draw." in html
    assert "<svg" not in html


CAUTIONS = (
    {"measure": "gap_pounds", "organisation": None, "words": "A <wider> scope."},
    {"measure": "solution_pounds", "organisation": None, "words": "Our own amounts."},
    {"measure": "population", "organisation": None, "words": "Counted by others."},
)


def test_cautions_stand_beside_the_figures_that_they_are_about(tmp_path):
    make_results(cautions=CAUTIONS).write(tmp_path / "out")

    html = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    beside = "<ul><li>A &lt;wider&gt; scope.</li><li>Our own amounts.</li></ul>"
    assert html.count(beside) == 2  # the bridge and the gap
    assert "Counted by others." not in html


def test_cautions_stand_in_the_workbook(tmp_path):
    make_results(cautions=CAUTIONS).write(tmp_path / "out")

    book = openpyxl.load_workbook(tmp_path / "out/summary.xlsx")
    totals, bridge = (
        [row[0] for row in book[name].iter_rows(max_col=1, values_only=True)]
        for name in ("Totals", "Gap bridge")
    )
    assert totals[4:7] == [
        "Gap: A <wider> scope.",
        "People: Counted by others.",
        "Planned solutions: Our own amounts.",
    ]
    assert bridge[2:4] == ["A <wider> scope.", "Our own amounts."]


def test_the_record_carries_what_its_sources_ask_to_be_said(tmp_path):
    make_results(cautions=CAUTIONS).write(tmp_path / "out")

    written = json.loads((tmp_path / "out/run.json").read_text(encoding="utf-8"))
    assert written["statements"] == [
        OPEN_GOVERNMENT,
        "Contains National Statistics data © Crown copyright and database right 2016.",
    ]
    assert Results.from_folder(tmp_path / "out").record.cautions == CAUTIONS


def test_a_record_says_its_seed():
    assert make_record().seed == 20160309
