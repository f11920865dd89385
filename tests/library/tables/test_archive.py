"""An archive is unpacked whole into its folder, or refused and nothing is left."""

import io
import stat
import struct
import zipfile

import pytest

from placeplan.errors import ArchiveError, Fault
from placeplan.tables import ArchiveLimits, unpack_archive

AGAIN = "Compress the folder anew, as a ZIP archive, and send that."
LESS = "Leave out what the plan does not use."
PLAIN = "Put the files that it holds in its place, as CSV or YAML."


def _zip(path, entries, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as opened:
        for name, content in entries:
            opened.writestr(name, content)
    return path


def _unpack(tmp_path, entries, **limits):
    archive = _zip(tmp_path / "plan.zip", entries)
    given = ArchiveLimits(**limits) if limits else None
    return unpack_archive(archive, tmp_path / "in" / "plan", limits=given)


def _refuse(tmp_path, entries, **limits):
    with pytest.raises(ArchiveError) as caught:
        _unpack(tmp_path, entries, **limits)
    _nothing_is_left(tmp_path)
    return list(caught.value.faults)


def _nothing_is_left(tmp_path):
    assert [path.name for path in tmp_path.rglob("*") if path.name != "in"] == [
        "plan.zip"
    ]


def _entry(name, mode=stat.S_IFREG | 0o644):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    return entry


@pytest.mark.parametrize("top", ["", "kent-medway/"])
def test_files_are_unpacked_without_the_folder_around_them(tmp_path, top):
    entries = [
        (f"{top}plan.yaml", "schema: 1\n"),
        (f"{top}people/", ""),
        (f"{top}people/base.csv", "year\n2016\n"),
        (f"{top}.DS_Store", "x"),
        ("__MACOSX/._plan.yaml", "x"),
    ]

    names = _unpack(tmp_path, entries)

    folder = tmp_path / "in" / "plan"
    assert names == ("people/base.csv", "plan.yaml")
    assert (folder / "people" / "base.csv").read_text() == "year\n2016\n"
    assert sorted(path.name for path in folder.rglob("*")) == [
        "base.csv",
        "people",
        "plan.yaml",
    ]


def test_one_file_on_top_keeps_its_name(tmp_path):
    assert _unpack(tmp_path, [("plan.yaml", "a: 1")]) == ("plan.yaml",)


CLIMBS = ("a path inside the folder", "a path that may climb out of it", AGAIN)
FROM_TOP = ("a path inside the folder", "a path from the top of a disk", AGAIN)
ODD = ("a plain path", "a part that is empty, a dot or has a space", AGAIN)
HIDDEN = ("a plain path", "invisible characters or a very long name", AGAIN)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("../evil.csv", CLIMBS),
        ("people/../../evil.csv", CLIMBS),
        ("..\\evil.csv", CLIMBS),
        ("people\\base.csv", CLIMBS),
        ("/etc/passwd", FROM_TOP),
        ("\\\\server\\share.csv", FROM_TOP),
        ("C:/evil.csv", FROM_TOP),
        ("people//base.csv", ODD),
        ("./base.csv", ODD),
        ("people /base.csv", ODD),
        ("ba\u202ese.csv", HIDDEN),
        ("ba\nse.csv", HIDDEN),
        ("b" * 256 + ".csv", HIDDEN),
    ],
)
def test_path_that_is_not_plain_is_refused(tmp_path, name, fault):
    assert _refuse(tmp_path, [("plan.yaml", "a: 1"), (name, "x")]) == [
        Fault("plan.zip", name, *fault)
    ]


@pytest.mark.parametrize("name", ["../evil.csv", "/evil.csv"])
def test_path_that_climbs_out_is_refused_when_it_is_alone(tmp_path, name):
    # a folder around all files is taken off, but not before the path was looked at
    assert [fault.where for fault in _refuse(tmp_path, [(name, "x")])] == [name]


def test_name_that_hides_its_end_behind_a_zero_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("a.csvXzip", "x")])
    archive.write_bytes(archive.read_bytes().replace(b"a.csvXzip", b"a.csv\0zip"))

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan")

    assert [fault.found for fault in caught.value.faults] == [HIDDEN[1]]


@pytest.mark.parametrize(
    ("mode", "found"),
    [
        (stat.S_IFLNK | 0o777, "a link"),
        (stat.S_IFIFO | 0o644, "a device or a pipe"),
        (stat.S_IFBLK | 0o644, "a device or a pipe"),
    ],
)
def test_what_is_no_plain_file_is_refused(tmp_path, mode, found):
    remedy = "Put the file itself into the folder."

    assert _refuse(tmp_path, [(_entry("plan.yaml", mode), "/etc/passwd")]) == [
        Fault("plan.zip", "plan.yaml", "a plain file", found, remedy)
    ]


@pytest.mark.parametrize("name", ["more.zip", "people/base.csv.gz", "book.XLSX"])
def test_archive_in_the_archive_is_refused_by_its_name(tmp_path, name):
    assert _refuse(tmp_path, [(name, "x")]) == [
        Fault("plan.zip", name, "plain files alone", "an archive or a workbook", PLAIN)
    ]


@pytest.mark.parametrize("name", ["run.exe", "a/b/Macro.XLSM", "page.html", "a.csv.js"])
def test_what_is_no_table_and_no_text_is_refused(tmp_path, name):
    (fault,) = _refuse(tmp_path, [("plan.yaml", "schema: 1\n"), (name, "MZ")])
    assert (fault.where, fault.expected) == (name, "tables and texts alone")
    assert fault.found == f"a file that ends in .{name.lower().rsplit('.', 1)[1]}"


def test_archive_in_the_archive_is_refused_by_its_content(tmp_path):
    inner = io.BytesIO()
    _zip(inner, [("a.csv", "x")])

    assert _refuse(tmp_path, [("plan.yaml", "a: 1"), ("a.csv", inner.getvalue())]) == [
        Fault(
            "plan.zip", "a.csv", "plain files alone", "an archive or a workbook", PLAIN
        )
    ]


def test_unusual_compression_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", "x" * 99)], zipfile.ZIP_LZMA)

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan")

    assert caught.value.faults == (
        Fault("plan.zip", "a.csv", "the usual way of compressing", "another", AGAIN),
    )


def test_password_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", "x")])
    content = bytearray(archive.read_bytes())
    content[content.index(b"PK\x03\x04") + 6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(content)

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan")

    remedy = "Compress it without password."
    assert caught.value.faults == (
        Fault("plan.zip", "a.csv", "a file without a password", "one with", remedy),
    )


def test_zip_bomb_is_refused_by_how_it_would_grow(tmp_path):
    expected = "a file that grows at most 200 times"

    (fault,) = _refuse(tmp_path, [("a.csv", bytes(20_000_000))])

    assert (fault.where, fault.expected, fault.remedy) == ("a.csv", expected, LESS)


def test_small_file_may_grow_as_it_likes(tmp_path):
    assert _unpack(tmp_path, [("a.csv", "1\n" * 400_000)]) == ("a.csv",)


def test_archive_larger_than_allowed_is_refused(tmp_path):
    entries = [("a.csv", "a" * 900), ("b.csv", "b" * 800)]

    assert _refuse(tmp_path, entries, total_bytes=1_600, file_bytes=850) == [
        Fault("plan.zip", "a.csv", "at most 0.0 MB unpacked", "0.0 MB", LESS),
        Fault("plan.zip", "", "at most 0.0 MB unpacked", "0.0 MB", LESS),
    ]
    (tmp_path / "plan.zip").unlink()
    (fault,) = _refuse(tmp_path, entries, archive_bytes=100)
    assert fault.expected == "an archive of at most 0.0 MB"


def test_too_many_files_are_refused_unread(tmp_path):
    entries = [(f"{n}.csv", "x") for n in range(12)]

    assert _refuse(tmp_path, entries, members=11) == [
        Fault("plan.zip", "", "at most 11 files", "more", LESS)
    ]


def test_table_of_contents_that_tells_of_fewer_files_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [(f"{n:0200}.csv", "x") for n in range(50)])
    content = bytearray(archive.read_bytes())
    struct.pack_into("<HH", content, content.rindex(b"PK\x05\x06") + 8, 1, 1)
    archive.write_bytes(content)

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan", limits=ArchiveLimits(members=10))

    assert [fault.expected for fault in caught.value.faults] == ["at most 10 files"]


def test_second_table_of_contents_for_very_large_archives_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", "x")])
    content = archive.read_bytes()
    at = content.rindex(b"PK\x05\x06")
    locator = b"PK\x06\x07" + bytes(16)
    archive.write_bytes(content[:at] + locator + content[at:])

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan")

    assert [fault.found for fault in caught.value.faults] == ["more"]


def test_file_that_is_larger_than_it_says_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", b"x" * 5_000)])
    content = bytearray(archive.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.index(mark) + offset, 10)
    archive.write_bytes(content)

    with pytest.raises(ArchiveError):
        unpack_archive(archive, tmp_path / "plan")

    _nothing_is_left(tmp_path)


def test_sizes_are_counted_while_unpacking(tmp_path, monkeypatch):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", b"x" * 5_000)])
    monkeypatch.setattr("placeplan.tables.archive.check_members", lambda *_: [])

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(
            archive, tmp_path / "plan", limits=ArchiveLimits(total_bytes=4_000)
        )

    expected = "4,000 bytes, as the archive says"
    assert caught.value.faults == (Fault("plan.zip", "a.csv", expected, "more", AGAIN),)
    _nothing_is_left(tmp_path)


def test_damaged_archive_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", "year\n2016\n" * 50)])
    content = bytearray(archive.read_bytes())
    content[40] ^= 0xFF
    archive.write_bytes(content)

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan")

    assert [fault.expected for fault in caught.value.faults] == [
        "a ZIP archive that is whole"
    ]
    _nothing_is_left(tmp_path)


@pytest.mark.parametrize("content", [b"", b"year\n2016\n", b"PK\x05\x06"])
def test_what_is_no_archive_is_refused(tmp_path, content):
    (tmp_path / "plan.zip").write_bytes(content)

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(tmp_path / "plan.zip", tmp_path / "plan")

    assert caught.value.faults == (
        Fault("plan.zip", "", "a ZIP archive", "something else", AGAIN),
    )


def test_name_that_is_marked_as_utf_8_and_is_not_is_refused(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("caf\u00e9.csv", "a")])
    content = archive.read_bytes()
    archive.write_bytes(content.replace("caf\u00e9".encode(), b"caf\xe9\xe9"))

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "in" / "plan")

    found = "one that is marked as UTF-8 and is not"
    assert caught.value.faults == (
        Fault("plan.zip", "", "names of files in UTF-8", found, AGAIN),
    )
    _nothing_is_left(tmp_path)


def test_missing_archive_is_refused(tmp_path):
    with pytest.raises(ArchiveError) as caught:
        unpack_archive(tmp_path / "plan.zip", tmp_path / "plan")

    assert [fault.found for fault in caught.value.faults] == [
        "no such file or directory"
    ]


@pytest.mark.parametrize("entries", [[], [("people/", ""), (".DS_Store", "x")]])
def test_archive_without_files_is_refused(tmp_path, entries):
    remedy = "Compress the folder that holds plan.yaml."

    assert _refuse(tmp_path, entries) == [
        Fault("plan.zip", "", "files", "none", remedy)
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_would_fall_together_are_refused(tmp_path):
    entries = [("a.csv", "1"), ("a.csv", "2"), ("B.csv", "3"), ("b.CSV", "4")]

    assert _refuse(tmp_path, entries) == [
        Fault("plan.zip", "a.csv", "each file once", "2 of that name", AGAIN),
        Fault("plan.zip", "b.csv", "each file once", "2 of that name", AGAIN),
    ]


def test_file_that_is_also_a_folder_is_refused(tmp_path):
    assert _refuse(tmp_path, [("a", "1"), ("a/b.csv", "2"), ("c.csv", "3")]) == [
        Fault("plan.zip", "a", "a file", "a folder of that name too", AGAIN)
    ]


def test_every_fault_is_told(tmp_path):
    entries = [
        ("../a.csv", "x"),
        (_entry("b", stat.S_IFLNK), "x"),
        ("c.zip", "x"),
    ]

    assert [fault.where for fault in _refuse(tmp_path, entries)] == [
        "../a.csv",
        "b",
        "c.zip",
    ]


def test_folder_that_is_there_is_never_written_over(tmp_path):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", "x")])
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "mine.csv").write_text("mine")

    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan")

    assert [fault.found for fault in caught.value.faults] == ["one"]
    assert (tmp_path / "plan" / "mine.csv").read_text() == "mine"


def test_full_disk_is_told_and_nothing_is_left(tmp_path, monkeypatch):
    archive = _zip(tmp_path / "plan.zip", [("a.csv", "x")])

    def refuse(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("placeplan.tables.archive._unpack", refuse)
    with pytest.raises(ArchiveError) as caught:
        unpack_archive(archive, tmp_path / "plan")

    assert [fault.found for fault in caught.value.faults] == ["no space left on device"]
    _nothing_is_left(tmp_path)
