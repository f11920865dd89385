"""The governance of Kent and Medway, whole, and nothing in it that no paper says."""

import shutil
from pathlib import Path

import polars as pl
import pytest

from placeplan.errors import InputError
from placeplan.governance import has_governance, list_instruments, read_governance

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"


@pytest.fixture(scope="module")
def tables():
    return read_governance(EXAMPLE).tables


@pytest.mark.parametrize(
    ("table", "count"),
    [
        *(("bodies", 34), ("groups", 50), ("actions", 17), ("decision_rules", 10)),
        *(("sign_offs", 19), ("papers", 10), ("meetings", 4), ("roles", 7)),
        *(("appointments", 23), ("inconsistencies", 21), ("group_workstreams", 10)),
    ],
)
def test_everything_that_the_papers_list_is_there(tables, table, count):
    assert tables[table].height == count


def test_forty_six_groups_of_which_one_stands_for_four(tables):
    parts = tables["groups"].filter(pl.col("part_of").is_not_null())

    assert tables["groups"].height - parts.height == 46
    assert parts["part_of"].unique().to_list() == ["grp-icp-steering"]


def test_only_the_advisory_group_has_a_quorum(tables):
    stated = tables["groups"].filter(pl.col("quorum_number").is_not_null())

    assert stated.select("id", "quorum_number").rows() == [("grp-thanet-cag", 3)]


def test_every_body_but_the_support_unit_is_a_place(tables):
    places = pl.read_csv(EXAMPLE / "places/organisations.csv")["id"].to_list()
    elsewhere = tables["bodies"].filter(~pl.col("place").is_in(places))

    assert tables["bodies"].filter(pl.col("place").is_null())["id"].to_list() == [
        "org-csu"
    ]
    assert elsewhere["place"].to_list() == []


def test_what_is_intended_delegates_nothing(tables):
    subjects = [each.subjects for each in list_instruments(tables, "grp-ccg-joint")]

    assert subjects == [("Stroke",), ("Cancer",)]
    assert list_instruments(tables, "grp-steb") == ()


def test_owners_and_days_that_are_not_stated_stay_empty(tables):
    assert tables["actions"]["owner"].null_count() == 7
    assert tables["actions"]["due_on"].null_count() == 13
    assert tables["sign_offs"]["signed_on"].null_count() == 19


def copy_example(folder):
    for name in ("sources.yaml", "plan.yaml"):
        shutil.copy(EXAMPLE / name, folder / name)
    for name in ("governance", "programme", "money", "performance"):
        shutil.copytree(EXAMPLE / name, folder / name)


def test_faults_are_told_together(tmp_path):
    copy_example(tmp_path)
    seats = tmp_path / "governance/seats.csv"
    words = seats.read_text(encoding="utf-8").replace("grp-steb", "grp-stab", 1)
    seats.write_text(words, encoding="utf-8")
    (tmp_path / "governance/notes.csv").write_text("a\n", encoding="utf-8")

    with pytest.raises(InputError) as raised:
        read_governance(tmp_path)

    files = [fault.file for fault in raised.value.faults]
    assert files == ["governance/seats.csv", "governance/notes.csv"]


def test_a_known_inconsistency_needs_a_check_or_a_reason(tmp_path):
    copy_example(tmp_path)
    path = tmp_path / "governance/inconsistencies.csv"
    words = path.read_text(encoding="utf-8").replace("dead_reference", "", 1)
    path.write_text(words, encoding="utf-8")

    with pytest.raises(InputError, match="INC-G2: expected a check with its record"):
        read_governance(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("groups", ",2019,", ",2019-2018,", "column era: expected the first year"),
        ("groups", ",6,3,", ",6,0,", "quorum_number: expected a whole number of 1 or"),
        ("meetings", "12:00", "25:00", "meets_at: expected a time such as 14:30"),
        ("meetings", "12:00", "1200", "meets_at: expected a time such as 14:30"),
    ],
)
def test_what_cannot_be_is_told_with_its_row(tmp_path, file, old, new, words):
    copy_example(tmp_path)
    path = tmp_path / f"governance/{file}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(InputError, match=words):
        read_governance(tmp_path)


def test_a_delegation_that_ends_before_it_starts_is_told_with_its_row(tmp_path):
    copy_example(tmp_path)
    path = tmp_path / "governance/delegations.csv"
    table = pl.read_csv(path, infer_schema=False)
    days = [pl.lit("2019-02-02").alias("starts_on"), pl.lit("2019-02-01").alias("last")]
    ends = pl.when(pl.int_range(pl.len()) == 1).then("last")
    table = table.with_columns(days).with_columns(ends_on=ends).drop("last")
    table.write_csv(path)

    with pytest.raises(InputError) as raised:
        read_governance(tmp_path)

    (fault,) = raised.value.faults
    assert (fault.file, fault.where) == (
        "governance/delegations.csv",
        "row 3, column ends_on",
    )
    assert (fault.expected, fault.found) == ("2019-02-02 or later", "2019-02-01")


def test_a_plan_runs_without_governance(tmp_path):
    shutil.copy(EXAMPLE / "sources.yaml", tmp_path / "sources.yaml")

    assert not has_governance(tmp_path)
    assert has_governance(EXAMPLE)
