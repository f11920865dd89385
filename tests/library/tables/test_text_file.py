"""Texts are written whole, in UTF-8, and read back as they were."""

import hashlib

import pytest

from placeplan.errors import InputError
from placeplan.tables import hash_file, read_text, replace_file, write_text


def test_text_comes_back_as_it_was(tmp_path):
    write_text("Dymchurch – £\n", tmp_path / "new" / "note.txt")

    assert (tmp_path / "new" / "note.txt").read_bytes() == (
        b"Dymchurch \xe2\x80\x93 \xc2\xa3\n"
    )
    assert read_text(tmp_path / "new" / "note.txt") == "Dymchurch – £\n"


@pytest.mark.parametrize(
    ("content", "found"), [(None, "nothing"), (b"\xe9", "something else")]
)
def test_what_is_no_text_is_refused(tmp_path, content, found):
    if content is not None:
        (tmp_path / "a.txt").write_bytes(content)

    with pytest.raises(InputError) as caught:
        read_text(tmp_path / "a.txt")

    assert [fault.found for fault in caught.value.faults] == [found]


def test_hash_is_that_of_the_bytes(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"year\n")

    assert hash_file(tmp_path / "a.csv") == hashlib.sha256(b"year\n").hexdigest()
    with pytest.raises(InputError):
        hash_file(tmp_path / "b.csv")


def test_half_a_file_is_never_seen(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def write_half():
        with replace_file(path) as partial:
            partial.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()

    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_file_is_replaced_in_one_step(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    with replace_file(path) as partial:
        partial.write_text("new")
        assert path.read_text() == "old"

    assert path.read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
