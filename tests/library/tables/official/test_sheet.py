"""Comma and tab separated official files, as text cells."""

import pytest

from factories.official_factory import list_faults
from placeplan.tables.official.sheet import read_csv_sheet


@pytest.fixture
def path(tmp_path):
    return tmp_path / "etr.csv"


@pytest.mark.parametrize(
    "content",
    [
        b'a,"b, c"\n1, 2 \n',
        b'\xef\xbb\xbfa,"b, c"\r\n1, 2 \r\n',
        b"a\tb, c\n1\t2\n",
    ],
    ids=["plain", "byte-order mark and CRLF", "tabs"],
)
def test_marks_line_ends_and_spaces_do_not_matter(path, content):
    path.write_bytes(content)

    assert read_csv_sheet(path).rows == (("a", "b, c"), ("1", "2"))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", ("", "a file with content", "an empty file")),
        (
            b"a\nCaf\xe9\n",
            ("line 2", "text in UTF-8", "the byte 0xE9 after 'Caf'"),
        ),
        (b"\xff\xfea\x00", ("", "text in UTF-8", "text in UTF-16")),
        (b"a\n\x00\n", ("line 2", "text", "a zero byte (NUL)")),
        (
            b'a\n"b\n',
            ("line 2", "cells that can be split", "unexpected end of data"),
        ),
        (
            b"a\n1234",
            (
                "row 2",
                "a line break at the end",
                "a last line without one: the file was cut short",
            ),
        ),
    ],
    ids=["empty", "latin-1", "UTF-16", "NUL", "open quotation mark", "cut short"],
)
def test_a_file_that_is_no_table_is_refused(path, content, fault):
    path.write_bytes(content)

    assert list_faults(read_csv_sheet, path) == [fault]


def test_a_file_that_is_not_there_is_refused(path):
    assert list_faults(read_csv_sheet, path) == [("", "a file", "nothing")]


def test_a_file_is_named_without_its_folders(path):
    path.write_text("a\n1")

    with pytest.raises(
        Exception, match=r"^1 fault found; nothing was changed\.\n  etr"
    ):
        read_csv_sheet(path)
