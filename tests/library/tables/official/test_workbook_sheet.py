"""Workbooks as text cells; what is unsafe or damaged never gets that far."""

import io
import zipfile

import pytest

from factories.official_factory import list_faults, write_book
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official.workbook_sheet import get_sheets, read_workbook_sheets

OLD = SHARED / "population" / "ukmidyearestimates20192020ladcodes.xls"
KIND = "an Excel workbook, .xlsx or .xls"
SHEET = "xl/worksheets/sheet1.xml"


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


@pytest.mark.parametrize("content", [b"Code,Name\n", b""])
def test_a_file_that_is_no_workbook_is_refused(path, content):
    path.write_bytes(content)

    assert list_faults(read_workbook_sheets, path) == [("", KIND, "something else")]


def test_an_old_workbook_that_is_broken_is_refused(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    ((where, expected, _),) = list_faults(read_workbook_sheets, path)
    assert (where, expected) == ("", "an Excel workbook")


def test_another_kind_of_archive_is_refused(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("content.xml", "<office/>")

    assert list_faults(read_workbook_sheets, path) == [("", KIND, "something else")]


def test_a_workbook_that_is_also_another_kind_is_refused(book):
    repack(book, **{"xl__workbook.bin": b"x"})

    assert list_faults(read_workbook_sheets, book) == [("", KIND, "something else")]


def test_a_workbook_cut_short_is_refused(book):
    book.write_bytes(book.read_bytes()[:-40])

    assert list_faults(read_workbook_sheets, book) == [
        ("", "a ZIP archive", "something else")
    ]


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


def test_a_workbook_that_unpacks_too_large_is_refused(book):
    repack(book, **{"xl__media__zeros.bin": bytes(300_000_001)})

    assert book.stat().st_size < 500_000
    assert list_faults(read_workbook_sheets, book) == [
        ("part xl/media/zeros.bin", "at most 300 MB unpacked", "more")
    ]


@pytest.mark.parametrize(
    ("place", "expected", "found"),
    [
        (
            "XFD1048576",
            "at most 20,000,000 cells",
            "1,048,576 rows of 16,384 cells",
        ),
        (
            "&#88;FD1048576",
            "at most 20,000,000 cells",
            "1,048,576 rows of 16,384 cells",
        ),
        (
            "ZZZZZ9",
            "cells that name a place from A1 to XFD1048576",
            "one that does not",
        ),
    ],
)
def test_one_cell_in_a_far_corner_is_refused(book, place, expected, found):
    text = read_part(book, SHEET).replace('r="B1"', f'r="{place}"')
    repack(book, **{SHEET.replace("/", "__"): text})

    assert list_faults(read_workbook_sheets, book) == [
        (f"part {SHEET}", expected, found)
    ]


def test_one_long_text_in_many_cells_is_refused(book):
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 302)
    )
    head, tail = read_part(book, SHEET).split("<sheetData>")
    sheet = f"{head}<sheetData>{cells}</sheetData>{tail.split('</sheetData>')[1]}"
    strings = read_part(book, "xl/sharedStrings.xml").replace(
        ">a<", f">{'x' * 1_000_000}<"
    )
    repack(book, **{SHEET.replace("/", "__"): sheet, "xl__sharedStrings.xml": strings})

    assert book.stat().st_size < 20_000
    assert list_faults(read_workbook_sheets, book) == [
        (
            "",
            "texts of at most 300,000,000 characters in all cells",
            "302 cells of text, the longest of 1,000,000 characters",
        )
    ]


def test_shared_texts_that_are_no_xml_are_refused(book):
    repack(book, **{"xl__sharedStrings.xml": "<sst><si><t>a</si></sst>"})

    ((where, expected, _),) = list_faults(read_workbook_sheets, book)
    assert (where, expected) == ("part xl/sharedStrings.xml", "texts")


def test_a_picture_is_no_text(book):
    repack(book, **{"xl__media__image1.png": b"\x89PNG sst \x00"})

    assert list_faults(read_workbook_sheets, book) == []


def test_entities_are_refused(book):
    name = "xl/sharedStrings.xml"
    head, body = read_part(book, name).split("?>", 1)
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    text = f"{head}?>{entity}" + body.replace(">a<", ">&e;<")
    repack(book, **{name.replace("/", "__"): text})

    assert list_faults(read_workbook_sheets, book) == [
        (f"part {name}", "XML without declarations", "a DOCTYPE or an ENTITY")
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not OLD.exists(), reason=NOT_HERE)
def test_names_of_official_sheets_lose_their_stray_spaces():
    _, sheets = read_workbook_sheets(OLD, wanted=["MYE4", "Contents"])

    assert sorted(sheets) == ["Contents", "MYE4"]
    assert sheets["MYE4"].rows[6][:2] == ("Mid-2019", "66796800")
