"""What was sound is not asked again; what was not, each time."""

from factories.plan_folder import write_plan_folder
from placeplan.errors import Fault
from placeplan.plan import asked_once, check, check_folder
from placeplan.plan.asked_once import ask_once

FAULT = Fault("beds.csv", "row 2", "a site", "none", "Name one.")


def ask_of(asked, name, faults=()):
    def ask():
        asked.append(name)
        return faults

    return ask_once({"beds.csv": name}, ask)


def test_faults_are_found_each_time():
    asked = []

    assert [ask_of(asked, "bad", [FAULT]) for _ in range(2)] == [[FAULT], [FAULT]]
    assert asked == ["bad", "bad"]


def test_other_bytes_are_asked_and_the_oldest_folder_is_forgotten(monkeypatch):
    monkeypatch.setattr(asked_once, "MOST_FOLDERS", 2)
    asked = []

    for name in ("first", "second", "first", "third", "first", "second"):
        ask_of(asked, name)

    assert asked == ["first", "second", "third", "second"]


def test_a_copy_of_a_sound_folder_is_read_and_not_asked_again(tmp_path, monkeypatch):
    first = check_folder(write_plan_folder(tmp_path / "first"))
    monkeypatch.setattr(check, "check_demand", None)  # would fail if it were asked

    again = check_folder(write_plan_folder(tmp_path / "again"))

    assert again.hashes == first.hashes
    assert all(again.tables[name].equals(first.tables[name]) for name in first.tables)
