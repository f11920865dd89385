"""The folder ``programme/`` of a plan: every fault of it at once."""

import shutil
from pathlib import Path

import pytest

from placeplan.errors import InputError
from placeplan.programme import has_programme, read_programme

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"


@pytest.fixture
def folder(tmp_path):
    for name in ("programme", "money", "performance"):
        shutil.copytree(EXAMPLE / name, tmp_path / name)
    shutil.copy(EXAMPLE / "sources.yaml", tmp_path)
    return tmp_path


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def list_faults(folder):
    with pytest.raises(InputError) as caught:
        read_programme(folder)
    return [(each.file, each.where, each.found) for each in caught.value.faults]


def test_a_sound_folder_is_read_whole(folder):
    found = read_programme(folder)

    assert has_programme(folder)
    assert found.tables["milestones"].height == 17
    assert len(found.hashes) == len(found.tables) == 23
    assert "programme-links-assumed" in {each.id for each in found.sources}


def test_a_plan_without_a_programme_has_empty_tables(folder):
    shutil.rmtree(folder / "programme")

    assert not has_programme(folder)
    assert {frame.height for frame in read_programme(folder).tables.values()} == {0}


def test_faults_of_several_tables_are_told_together(folder):
    programme = folder / "programme"
    change(programme / "milestones.csv", "2019-05-31", "2019-05-32")
    change(programme / "risks.csv", "RSK-02", "RSK-01")
    change(programme / "project_solutions.csv", "local-care", "local-cafe")

    found = [file.removeprefix("programme/") for file, *_ in list_faults(folder)]
    assert found == [
        "milestones.csv",
        "risks.csv",
        "project_solutions.csv",
        "mitigations.csv",
        "risk_projects.csv",
        "assumption_risks.csv",
    ]


def test_a_source_that_is_not_listed_is_told(folder):
    change(folder / "programme/risks.csv", "thanet-pack-2019", "thanet-pack-2020")

    assert list_faults(folder) == [
        ("programme/risks.csv", "row 2, column source", "thanet-pack-2020")
    ]


def test_a_file_that_nobody_would_read_is_told(folder):
    (folder / "programme/riskz.csv").write_text("id\n", encoding="utf-8")

    assert list_faults(folder) == [("programme/riskz.csv", "", "programme/riskz.csv")]


def test_a_plan_folder_without_sources_is_told(folder):
    (folder / "sources.yaml").unlink()

    assert "sources.yaml" in {file for file, *_ in list_faults(folder)}


@pytest.mark.parametrize(
    ("table", "old", "new", "fault"),
    [
        (
            "milestones",
            "2019-09-01,2019-10-31,,,",
            "2019-09-01,2019-08-31,,,",
            ("milestones.csv", "row 14, column ends_on", "2019-08-31"),
        ),
        (
            "milestones",
            "2019-09-01,2019-10-31,,,",
            "2019-09-01,2019-10-31,2019-12-01,,",
            ("milestones.csv", "row 14, column forecast_ends_on", ""),
        ),
        (
            "dates",
            "2019-08-16,2019-08-16,2019-08-16",
            "2019-08-16,,2019-08-16",
            ("dates.csv", "row 3, column starts_on", ""),
        ),
        (
            "project_solutions",
            "local-care,0.4",
            "local-care,0.5",
            ("project_solutions.csv", "column share", "1.1"),
        ),
        (
            "assumption_tests",
            "milestone,MS-16",
            "date,MS-16",
            ("assumption_tests.csv", "row 2, column id", "MS-16"),
        ),
    ],
)
def test_tables_that_contradict_themselves_are_told(folder, table, old, new, fault):
    change(folder / f"programme/{table}.csv", old, new)

    file, *rest = fault
    assert list_faults(folder) == [(f"programme/{file}", *rest)]


def test_milestones_that_wait_for_each_other_are_told(folder):
    change(
        folder / "programme/milestone_dependencies.csv", "MS-12,MS-06", "MS-14,MS-15"
    )

    ((file, _, found),) = list_faults(folder)
    assert file == "programme/milestone_dependencies.csv"
    assert found in (
        "MS-14 waits for MS-15, which waits for MS-14",
        "MS-15 waits for MS-14, which waits for MS-15",
    )
