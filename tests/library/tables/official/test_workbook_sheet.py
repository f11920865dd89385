"""Workbooks as text cells; what is unsafe or damaged never gets that far."""

import io
import zipfile

import pytest

from factories.official_factory import list_faults, write_book
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import workbook_sheet
from placeplan.tables.official.workbook_sheet import get_sheets, read_workbook_sheets

OLD = SHARED / "population" / "ukmidyearestimates20192020ladcodes.xls"
KIND = "an Excel workbook (.xls or .xlsx)"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.xlsx"


@pytest.fixture
def book(path):
    return write_book(path, {"One ": [["a", 1.5], [], [None, " b "]], "Two": [["c"]]})


def repack(path, **parts):
    """Write the workbook again with some parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
        content = {name: packed.read(name) for name in packed.namelist()}
    content |= {name.replace("__", "/"): text for name, text in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in content.items():
            packed.writestr(name, text)
    return path


def read_part(path, name):
    with zipfile.ZipFile(path) as packed:
        return packed.read(name).decode()


def test_cells_are_text_and_blank_rows_keep_their_place(book):
    file, sheets = read_workbook_sheets(book)

    assert file == "book.xlsx"
    assert sheets["One"].rows == (("a", "1.5"), ("", ""), ("", "b"))
    assert list(sheets) == ["One", "Two"]


def test_only_wanted_sheets_are_read(book):
    assert list(read_workbook_sheets(book, wanted=["Two"])[1]) == ["Two"]


def test_every_missing_sheet_is_named(book):
    assert list_faults(get_sheets, book, ["One", "Three", "Four"]) == [
        ("", "a sheet 'Three'", "none"),
        ("", "a sheet 'Four'", "none"),
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"Code,Name\n", "a broken file: File is not a zip file"),
        (b"", "a broken file: File is not a zip file"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(path, content, found):
    path.write_bytes(content)

    assert list_faults(read_workbook_sheets, path) == [("", "an Excel workbook", found)]


def test_an_old_workbook_that_is_broken_is_refused(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    ((where, expected, _),) = list_faults(read_workbook_sheets, path)
    assert (where, expected) == ("", "an Excel workbook")


def test_another_kind_of_archive_is_refused(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("content.xml", "<office/>")

    assert list_faults(read_workbook_sheets, path) == [("", KIND, "another kind")]


def test_a_workbook_that_is_also_another_kind_is_refused(book):
    repack(book, **{"xl__workbook.bin": b"x"})

    assert list_faults(read_workbook_sheets, book) == [("", KIND, "another kind")]


def test_a_workbook_cut_short_is_refused(book):
    book.write_bytes(book.read_bytes()[:-40])

    ((_, expected, found),) = list_faults(read_workbook_sheets, book)
    assert expected == "an Excel workbook"
    assert found.startswith("a broken file: ")


def test_a_workbook_damaged_inside_is_refused(book):
    content = bytearray(book.read_bytes())
    with zipfile.ZipFile(book) as packed:
        part = packed.getinfo("xl/worksheets/sheet1.xml")
    content[part.header_offset + 30 + len(part.filename) + 12] ^= 0x55
    book.write_bytes(content)

    ((_, expected, _),) = list_faults(read_workbook_sheets, book)
    assert expected == "an Excel workbook"


def test_a_workbook_behind_a_password_is_refused(book):
    content = book.read_bytes()
    at = content.index(b"PK\x01\x02") + 8  # flags of the first part in the directory
    book.write_bytes(content[:at] + b"\x01" + content[at + 1 :])

    ((_, expected, found),) = list_faults(read_workbook_sheets, book)
    assert expected == "an Excel workbook"
    assert "encrypted" in found


def test_a_workbook_that_unpacks_too_large_is_refused(book, monkeypatch):
    monkeypatch.setattr(workbook_sheet, "UNPACKED_LIMIT_BYTES", 2_000_000)
    repack(book, **{"xl__media__zeros.bin": bytes(5_000_000)})

    ((_, expected, found),) = list_faults(read_workbook_sheets, book)
    assert book.stat().st_size < 50_000
    assert (expected, found) == ("at most 2 MB unpacked", "5 MB")


@pytest.mark.parametrize("far", ["XFD1048576", "&#88;FD1"])
def test_one_cell_in_a_far_corner_is_refused(book, far):
    name = "xl/worksheets/sheet1.xml"
    text = read_part(book, name).replace('r="B1"', f'r="{far}"')
    repack(book, **{name.replace("/", "__"): text})

    expected, found = "sheets of at most 20,000,000 cells", "one that spans"
    assert list_faults(read_workbook_sheets, book) == [
        ("", expected, f"{found} 17,179,869,184")
    ]


def test_a_reference_across_two_chunks_is_seen(book, monkeypatch):
    monkeypatch.setattr(workbook_sheet, "_CHUNK_BYTES", 97)
    name = "xl/worksheets/sheet1.xml"
    text = read_part(book, name).replace('r="B1"', 'r="XFD1048576"')
    repack(book, **{name.replace("/", "__"): text})

    assert list_faults(read_workbook_sheets, book)[0][2] == (
        "one that spans 17,179,869,184"
    )


def test_entities_are_not_expanded(book):
    name = "xl/sharedStrings.xml"
    text = read_part(book, name)
    head, body = text.split("?>", 1)
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    repack(
        book,
        xl__sharedStrings=b"",
        **{"xl__sharedStrings.xml": f"{head}?>{entity}" + body.replace(">a<", ">&e;<")},
    )

    try:
        _, sheets = read_workbook_sheets(book)
    except Exception:
        return
    assert sheets["One"].rows[0][0] in {"", "&e;", "e"}


@pytest.mark.real_files
@pytest.mark.skipif(not OLD.exists(), reason=NOT_HERE)
def test_names_of_official_sheets_lose_their_stray_spaces():
    _, sheets = read_workbook_sheets(OLD, wanted=["MYE4", "Contents"])

    assert sorted(sheets) == ["Contents", "MYE4"]
    assert sheets["MYE4"].rows[6][:2] == ("Mid-2019", "66796800")
