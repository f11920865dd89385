"""A bad plan: every fault at once, in words, and nothing changed."""

from hashlib import sha256

import pytest

from factories.plan_folder import MANIFEST, SOURCES, make_tables, write_plan_folder
from placeplan.errors import InputError
from placeplan.plan import check_folder
from placeplan.plan.boundary import BOUNDARIES_FILE


def _find_faults(folder):
    try:
        check_folder(folder)
    except InputError as error:
        return [str(fault) for fault in error.faults]
    return []


def _edit(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_plan_has_no_fault(tmp_path):
    assert _find_faults(write_plan_folder(tmp_path)) == []


def test_a_folder_that_is_not_there_is_one_fault(tmp_path):
    (fault,) = _find_faults(tmp_path / "nowhere")

    assert fault == (
        f"{tmp_path / 'nowhere'}: expected a plan folder, found none there. Give the "
        "folder that holds plan.yaml."
    )


def test_an_empty_folder_lacks_every_file_that_is_required(tmp_path):
    faults = _find_faults(tmp_path)

    assert len(faults) == len(set(faults))
    assert faults[:2] == [
        "plan.yaml: expected a file, found nothing. Add the file to the folder.",
        "sources.yaml: expected a file, found nothing. Add the file to the folder.",
    ]
    assert {fault.split(": ", 1)[1] for fault in faults} == {
        "expected a file, found nothing. Add the file to the folder."
    }


def test_outlines_that_cannot_be_drawn_are_told_before_anyone_draws_them(tmp_path):
    folder = write_plan_folder(tmp_path)
    (folder / BOUNDARIES_FILE).write_text('{"features": "none"}', encoding="utf-8")

    (fault,) = _find_faults(folder)
    assert fault == (
        f"{BOUNDARIES_FILE}: expected outlines of places, found others. Write GeoJSON "
        "features with a property place, or take the file away."
    )


def test_the_folder_of_a_room_told_later_is_left_to_that_room(tmp_path):
    folder = write_plan_folder(tmp_path)
    before = check_folder(folder).hashes
    for name in ("programme", "programm"):
        (folder / name).mkdir()
        (folder / name / "risks.csv").write_text("id\n", encoding="utf-8")

    (fault,) = _find_faults(folder)
    assert fault.startswith("programm/risks.csv: expected only files that a plan knows")
    (folder / "programm/risks.csv").unlink()
    assert check_folder(folder).hashes == before


def test_outlines_are_among_the_files_that_a_run_rests_on(tmp_path):
    folder = write_plan_folder(tmp_path)
    before = set(check_folder(folder).hashes)
    (folder / BOUNDARIES_FILE).write_bytes(b'{"features": []}')

    after = check_folder(folder).hashes

    assert set(after) - before == {BOUNDARIES_FILE}
    assert after[BOUNDARIES_FILE] == sha256(b'{"features": []}').hexdigest()


def test_a_source_that_is_cited_and_missing_is_told_for_each_file(tmp_path):
    tables = make_tables()
    tables["prices"][0]["source"] = "hearsay"

    faults = _find_faults(write_plan_folder(tmp_path, tables=tables))

    assert len(faults) == 1
    assert faults[0].startswith("money/prices.csv, row")
    assert "hearsay" in faults[0]


def test_a_broken_list_of_sources_does_not_make_every_citation_a_fault(tmp_path):
    folder = write_plan_folder(
        tmp_path, sources=SOURCES.replace("grade: D", "grade: Z")
    )

    assert len(_find_faults(folder)) == 1


def test_people_before_the_first_count_are_refused(tmp_path):
    manifest = MANIFEST.replace("people_from: 2015", "people_from: 2011")

    (fault,) = _find_faults(write_plan_folder(tmp_path, manifest=manifest))

    assert fault == (
        "plan.yaml, people_from: expected 2015 or later, the year of people/base.csv, "
        "found 2011. Start in the year of the first count, or give an earlier count."
    )


def test_a_cell_at_fault_does_not_hide_what_other_files_contradict(tmp_path):
    tables = make_tables()
    tables["prices"][0]["price_pounds"] = "dear"
    tables["growth"][0]["low"] = 0.5

    faults = _find_faults(write_plan_folder(tmp_path, tables=tables))

    assert [fault.split(",")[0] for fault in faults] == [
        "growth/non_demographic.csv",
        "money/prices.csv",
    ]


def test_a_bad_plan_in_twenty_ways_lists_every_fault(tmp_path):
    folder = write_plan_folder(tmp_path)
    _break_in_twenty_ways(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    faults = _find_faults(folder)

    missing = [
        words
        for words in _EXPECTED
        if not any(
            fault.startswith(words[0]) and all(part in fault for part in words[1:])
            for fault in faults
        )
    ]
    assert missing == []
    assert {path: path.read_bytes() for path in before} == before


def _break_in_twenty_ways(folder):
    _edit(folder, "plan.yaml", "horizon_year: 2019", "horizon_year: never")
    _edit(folder, "plan.yaml", "people_to: 2020", "people_to: 3020")
    _edit(folder, "plan.yaml", "schema: 1", "schema: 1\nmood: good\ndraws: 0")
    _edit(folder, "sources.yaml", "dated: 2016-03-09", "dated: last spring")
    _edit(
        folder,
        "people/base.csv",
        "2015,ashford,female,0,140",
        "2015,ashford,female,0,-4",
    )
    _edit(folder, "people/base.csv", "2015,dover,", "2015,duver,")
    _edit(folder, "people/fertility.csv", "births_per_woman", "births_per_person")
    _edit(folder, "people/mortality.csv", "2015,male,90,0.1468", "2015,male,90,1.4")
    _edit(folder, "people/migration.csv", "2016,", "1066,")
    _edit(folder, "people/migration_schedule.csv", "female,20,0.05", "female,20,0.95")
    _edit(folder, "places/areas.csv", "ashford,Ashford", "ashford,=cmd()")
    _edit(folder, "places/lookups.csv", "ashford,km-stp,1", "ashford,km-stp,0.4")
    _edit(folder, "places/organisations.csv", "acute_trust", "cute_trust")
    _edit(folder, "activity/base.csv", "ae_type_1,ashford", "ae_typo_1,ashford")
    _edit(
        folder, "activity/base.csv", "west-site,persons,0-64", "west-site,persons,0-94"
    )
    _edit(folder, "growth/non_demographic.csv", "0.02,0.01,0.03", "0.02,0.04,0.03")
    _edit(folder, "capacity/staff.csv", "consultant", "wizard")
    (folder / "capacity/bed_standards.csv").unlink()
    _edit(folder, "money/solutions.csv", "illustrative", "certain")
    path = folder / "money/prices.csv"
    path.write_bytes(path.read_bytes() + path.read_bytes().splitlines(True)[1])
    (folder / "money/income.csv").write_bytes(
        "year,organisation\nMöhre".encode("latin-1")
    )
    (folder / "money/beds.csv").write_text("a,b\n1,2\n")


_EXPECTED = [
    ("plan.yaml, line 7, horizon_year: expected a whole number", "never"),
    ("plan.yaml, line 9, people_to: ", "3020"),
    ("plan.yaml, line 2, mood: expected no such entry",),
    ("plan.yaml, line 3, draws: expected a whole number from 1", "found 0"),
    ("sources.yaml, line 5, source 1, dated: expected a date", "last spring"),
    ("people/base.csv, row 2, column value: ", "found -4"),
    ("people/base.csv, row ", "duver"),
    ("people/fertility.csv, row 1: expected a column births_per_woman",),
    ("people/mortality.csv, row ", "found 1.4"),
    ("people/migration.csv, row 2, column year: ", "found 1066"),
    ("people/migration_schedule.csv", "1.9"),
    ("places/areas.csv, row 2, column name: ", "=cmd()"),
    ("places/lookups.csv", "0.4"),
    ("places/organisations.csv, row 2, column kind: ", "cute_trust"),
    ("activity/base.csv, row 4, pod ae_typo_1: ",),
    ("activity/base.csv, row 2, age_band 0-94: ",),
    ("growth/non_demographic.csv, row 2, pod emergency_spell, from_year 2017", "0.04"),
    ("capacity/staff.csv", "wizard"),
    ("capacity/bed_standards.csv: expected a file, found nothing",),
    ("money/solutions.csv, row 2, column status: ", "certain"),
    ("money/prices.csv, rows 2, 4: expected one row for each pod",),
    ("money/income.csv", "UTF-8"),
    ("money/beds.csv: expected only files that a plan knows",),
]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plan.yml", "Move or rename it to plan.yaml, or take it away."),
        ("people/beds.csv", "Move or rename it to capacity/beds.csv, or take it away."),
        (
            "extra/table.xlsx",
            "Take it away, or rename it to one of the files in the manual.",
        ),
    ],
)
def test_a_file_that_nobody_would_read_is_a_fault(tmp_path, name, words):
    folder = write_plan_folder(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("a,b\n")

    assert _find_faults(folder) == [
        f"{name}: expected only files that a plan knows, found {name}. {words}"
    ]


@pytest.mark.parametrize(
    "name", ["notes.md", ".git/x.csv", "places/.~lock.csv", "out/deep/er/x.csv"]
)
def test_notes_hidden_files_and_deep_folders_are_left_alone(tmp_path, name):
    folder = write_plan_folder(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text("a,b\n")

    assert _find_faults(folder) == []


def test_results_of_an_earlier_run_beside_the_plan_are_left_alone(tmp_path):
    folder = write_plan_folder(tmp_path)
    (folder / "results").mkdir()
    for name in ("run.json", "results.csv"):
        (folder / "results" / name).write_text("{}")

    assert _find_faults(folder) == []


def test_a_wrong_folder_full_of_tables_is_told_shortly(tmp_path):
    folder = write_plan_folder(tmp_path)
    for number in range(50):
        (folder / f"table-{number:02d}.csv").write_text("a,b\n")

    faults = _find_faults(folder)

    assert len(faults) == 21
    assert faults[-1] == (
        "table-20.csv: expected only files that a plan knows, found 30 more. Check "
        "that this is the folder of the plan."
    )
