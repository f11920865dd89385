"""An output folder is whole or not there, and never takes other work with it."""

import pytest

from placeplan.errors import InputError
from placeplan.tables.output_folder import write_whole_folder

NAMES = ("a.txt", "b.txt")


def _write(out, text="new"):
    with write_whole_folder(out, names=NAMES) as folder:
        for name in NAMES:
            (folder / name).write_text(text)


def _write_half(out, happens):
    with write_whole_folder(out, names=NAMES) as folder:
        (folder / "a.txt").write_text("half")
        happens()
        (folder / "b.txt").write_text("half")


def _divide():
    return 1 / 0


def _read(out):
    return {path.name: path.read_text() for path in out.iterdir()}


def test_a_folder_appears_with_all_its_files(tmp_path):
    _write(tmp_path / "deep" / "out")

    assert _read(tmp_path / "deep" / "out") == {"a.txt": "new", "b.txt": "new"}
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]


def test_a_folder_is_not_there_before_it_is_whole(tmp_path):
    with write_whole_folder(tmp_path / "out", names=NAMES) as folder:
        (folder / "a.txt").write_text("half")
        assert not (tmp_path / "out").exists()

    assert _read(tmp_path / "out") == {"a.txt": "half"}


def test_an_exception_leaves_an_earlier_folder_as_it_was(tmp_path):
    _write(tmp_path / "out", "old")

    with pytest.raises(ZeroDivisionError):
        _write_half(tmp_path / "out", _divide)

    assert _read(tmp_path / "out") == {"a.txt": "old", "b.txt": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_earlier_folder_is_replaced(tmp_path):
    _write(tmp_path / "out", "old")
    _write(tmp_path / "out", "new")

    assert _read(tmp_path / "out") == {"a.txt": "new", "b.txt": "new"}


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "out").mkdir()
    _write(tmp_path / "out")

    assert _read(tmp_path / "out") == {"a.txt": "new", "b.txt": "new"}


def test_other_work_is_named_and_kept(tmp_path):
    for name in ("a.txt", "w", "x", "y", "z"):
        (tmp_path / name).write_text("mine")

    with pytest.raises(InputError) as refusal:
        _write(tmp_path)

    assert [fault.found for fault in refusal.value.faults] == ["w, x, y …"]
    assert (tmp_path / "a.txt").read_text() == "mine"


def test_a_file_of_that_name_is_refused(tmp_path):
    (tmp_path / "out").write_text("mine")

    with pytest.raises(InputError) as refusal:
        _write(tmp_path / "out")

    assert [fault.expected for fault in refusal.value.faults] == ["a folder"]


def test_what_a_killed_program_left_half_written_is_removed(tmp_path):
    (tmp_path / ".out.partial-0011aabb").mkdir()
    (tmp_path / ".out.partial-0011aabb" / "a.txt").write_text("half")

    _write(tmp_path / "out")

    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_program_had_moved_aside_comes_back(tmp_path):
    _write(tmp_path / "out", "old")
    (tmp_path / "out").rename(tmp_path / ".out.earlier-0011aabb")

    with (
        pytest.raises(ZeroDivisionError),
        write_whole_folder(tmp_path / "out", names=NAMES),
    ):
        raise ZeroDivisionError

    assert _read(tmp_path / "out") == {"a.txt": "old", "b.txt": "old"}


def test_what_was_moved_aside_goes_when_its_successor_stands(tmp_path):
    _write(tmp_path / "out", "old")
    (tmp_path / ".out.earlier-0011aabb").mkdir()

    _write(tmp_path / "out")

    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_of_two_writers_the_later_wins_and_the_earlier_is_told(tmp_path):
    with pytest.raises(InputError) as refusal:
        _write_half(tmp_path / "out", lambda: _write(tmp_path / "out", "second"))

    (fault,) = refusal.value.faults
    assert fault.expected == "a folder to write to"
    assert _read(tmp_path / "out") == {"a.txt": "second", "b.txt": "second"}


def test_a_folder_swept_away_and_made_again_is_not_taken_for_whole(tmp_path):
    def sweep_and_make_again():
        (partial,) = tmp_path.glob(".out.partial-*")
        for path in partial.iterdir():
            path.unlink()

    with pytest.raises(InputError):
        _write_half(tmp_path / "out", sweep_and_make_again)

    assert list(tmp_path.iterdir()) == []


def test_a_place_below_a_file_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("mine")

    with pytest.raises(InputError) as refusal:
        _write(tmp_path / "file" / "out")

    assert [fault.found for fault in refusal.value.faults] == ["file exists"]


def test_a_folder_that_cannot_take_its_place_leaves_the_earlier(tmp_path, monkeypatch):
    from pathlib import Path

    _write(tmp_path / "out", "old")
    rename = Path.rename

    def refuse(path, target):
        if ".partial-" in path.name:
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(InputError) as refusal:
        _write(tmp_path / "out")

    assert [fault.found for fault in refusal.value.faults] == ["permission denied"]
    assert _read(tmp_path / "out") == {"a.txt": "old", "b.txt": "old"}
