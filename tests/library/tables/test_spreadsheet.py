"""Workbooks are looked through before a reader may open them."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placeplan.errors import Fault, InputError
from placeplan.tables.file import LoadedFile
from placeplan.tables.spreadsheet import WorkbookLimits, load_cells, open_workbook

AGAIN = "Download the file again from its publisher, or save it anew as .xlsx."
SHEET = "xl/worksheets/sheet1.xml"


def _book(**sheets):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _repack(content, change):
    """Write a workbook anew with each part as ``change(name, bytes)`` gives it."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            part = change(entry.filename, old.read(entry))
            if part is not None:
                new.writestr(entry.filename, part)
    return buffer.getvalue()


def _refuse(content, **limits):
    given = WorkbookLimits(**limits) if limits else None
    with pytest.raises(InputError) as caught:
        open_workbook(LoadedFile("beds.xlsx", content), limits=given)
    (fault,) = caught.value.faults
    return fault


PLAIN = _book(Beds=[["site", "beds"], ["qeqm", 319], [None, 2.5]], Notes=[["x"]])


def test_cells_are_texts_from_the_first_row_on():
    book = open_workbook(LoadedFile("beds.xlsx", PLAIN))

    cells = load_cells(book, "Beds", file="beds.xlsx")

    assert cells.rows() == [("site", "beds"), ("qeqm", "319"), (None, "2.5")]


def test_missing_sheet_names_those_there_are():
    book = open_workbook(LoadedFile("beds.xlsx", PLAIN))

    with pytest.raises(InputError) as caught:
        load_cells(book, "Bed", file="beds.xlsx")

    remedy = "Give the sheet the name that is expected."
    assert caught.value.faults == (
        Fault("beds.xlsx", "sheet 'Bed'", "such a sheet", "Beds, Notes", remedy),
    )


def test_empty_sheet_is_refused_unless_it_may_be():
    book = open_workbook(LoadedFile("beds.xlsx", _book(Beds=[])))

    assert load_cells(book, "Beds", file="beds.xlsx", may_be_empty=True).is_empty()

    with pytest.raises(InputError) as caught:
        load_cells(book, "Beds", file="beds.xlsx")

    remedy = "Fill in the sheet, or take the file away."
    assert caught.value.faults == (
        Fault("beds.xlsx", "sheet 'Beds'", "rows", "an empty sheet", remedy),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", SHEET])
def test_entities_are_refused_in_every_part(part, encoding):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'.encode(encoding)

    content = _repack(PLAIN, lambda name, text: bomb + text if name == part else text)

    expected, found = "XML without declarations", "a DOCTYPE or an ENTITY"
    assert _refuse(content) == Fault(
        "beds.xlsx", f"part {part}", expected, found, AGAIN
    )


def test_zip_bomb_is_refused_while_it_is_counted():
    content = _repack(
        PLAIN,
        lambda name, text: text + bytes(5_000_000) if name == SHEET else text,
    )

    assert len(content) < 20_000
    assert _refuse(content, total_bytes=4_000_000) == Fault(
        "beds.xlsx",
        f"part {SHEET}",
        "at most 4 MB unpacked",
        "more",
        "Keep the sheets that are needed and delete the others.",
    )


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (b"XFD1048576", "1,048,576 rows of 16,384 cells"),
        (b"xfd1048576", "1,048,576 rows of 16,384 cells"),
        (b"&#88;FD1048576", "1,048,576 rows of 16,384 cells"),
        (b"AA900000", "900,000 rows of 27 cells"),
    ],
)
def test_one_far_cell_is_refused(place, found):
    content = _repack(
        PLAIN, lambda _, text: text.replace(b'r="B2"', b'r="' + place + b'"')
    )

    assert _refuse(content) == Fault(
        "beds.xlsx",
        f"part {SHEET}",
        "at most 20,000,000 cells",
        found,
        "Delete what lies outside the table.",
    )


@pytest.mark.parametrize(
    "place",
    [
        b' r="ZZZZZ9"',
        b' r="ZZZZZ1"',
        b' r="XFE1"',
        b' r="A1048577"',
        b' r="A4294967297"',
        b' r="A0"',
        b' r="7"',
        b' r="B 2"',
        b' r=""',
        b"",
        b' r="' + b"A" * 50 + b'1"',
        b' r="A' + b"9" * 5000 + b'"',
    ],
)
def test_a_cell_must_say_where_it_stands(place):
    content = _repack(PLAIN, lambda _, text: text.replace(b' r="B2"', place))

    assert _refuse(content) == Fault(
        "beds.xlsx",
        f"part {SHEET}",
        "cells that name a place from A1 to XFD1048576",
        "one that does not",
        AGAIN,
    )


def test_a_far_row_that_is_not_named_by_its_cells_is_refused():
    content = _repack(
        PLAIN,
        lambda _, text: (
            text.replace(b'<row r="2"', b'<row r="4294967295"')
            .replace(b' r="A2"', b"")
            .replace(b' r="B2"', b"")
        ),
    )

    assert _refuse(content).found == "one that does not"


@pytest.mark.parametrize(
    "change",
    [b'<c x="1"r="XFD1048576"', b'<c/r="XFD1048576"', b'<c r=XFD1048576 s="1"'],
)
def test_a_far_cell_behind_unsound_xml_is_refused(change):
    content = _repack(PLAIN, lambda _, text: text.replace(b'<c r="B2"', change))

    fault = _refuse(content)
    assert (fault.where, fault.expected) == (f"part {SHEET}", "a sheet")


def test_a_new_workbook_behind_an_old_one_is_never_read():
    far = _repack(PLAIN, lambda _, text: text.replace(b'r="B2"', b'r="XFD1048576"'))

    fault = _refuse(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + far)

    assert fault.expected == "an Excel workbook"


@pytest.mark.parametrize(
    "name", ["content.xml", "xl/workbook.bin", "XL\\Workbook.bin", "xl/Workbook.xml"]
)
def test_a_workbook_with_two_main_parts_is_refused(name):
    buffer = io.BytesIO(PLAIN)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, b"x")

    expected = "an Excel workbook, .xlsx or .xls"
    assert _refuse(buffer.getvalue()) == Fault(
        "beds.xlsx", "", expected, "something else", AGAIN
    )


def test_too_many_parts_are_refused():
    assert _refuse(PLAIN, parts=3).expected == "at most 3 files"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"year,beds\n2016,319\n",
        _repack(PLAIN, lambda name, t: None if name == "xl/workbook.xml" else t),
    ],
    ids=["empty", "csv", "another archive"],
)
def test_what_is_no_workbook_is_refused(content):
    expected = "an Excel workbook, .xlsx or .xls"

    assert _refuse(content) == Fault("beds.xlsx", "", expected, "something else", AGAIN)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN[:60] + bytes(20) + PLAIN[80:],
        _repack(PLAIN, lambda n, t: b"<x" if n == "xl/workbook.xml" else t),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    ],
    ids=["damaged part", "broken XML", "broken old file"],
)
def test_broken_workbook_is_refused(content):
    assert _refuse(content).expected == "an Excel workbook"


def test_archive_that_is_cut_short_is_refused():
    assert _refuse(PLAIN[:-40]) == Fault(
        "beds.xlsx", "", "a ZIP archive", "something else", AGAIN
    )


def test_table_that_says_it_is_huge_costs_nothing():
    content = _repack(PLAIN, lambda _, text: text.replace(b"A1:B3", b"A1:XFD1048576"))

    book = open_workbook(LoadedFile("beds.xlsx", content))

    assert load_cells(book, "Beds", file="beds.xlsx").height == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda _, text: text.replace(b"<v>2.5", b"<v>abc"),
        lambda _, text: text.replace(b't="n"', b't="zz"'),
        lambda name, text: None if name == SHEET else text,
    ],
    ids=["no number", "no kind of cell", "no such part"],
)
def test_broken_sheet_is_refused_when_it_is_loaded(change):
    book = open_workbook(LoadedFile("beds.xlsx", _repack(PLAIN, change)))

    with pytest.raises(InputError) as caught:
        load_cells(book, "Beds", file="beds.xlsx")

    assert [fault.expected for fault in caught.value.faults] == ["a sheet"]


def _read_beds(content):
    """Rows of the sheet, or no more than the names of the files at fault."""
    try:
        book = open_workbook(LoadedFile("beds.xlsx", content))
        return load_cells(book, "Beds", file="beds.xlsx").rows()
    except InputError as error:
        return {fault.file for fault in error.faults}


@given(places=st.lists(st.integers(0, len(PLAIN) - 1), min_size=1, max_size=4))
def test_a_damaged_workbook_is_refused_in_words_or_read_whole(places):
    damaged = bytearray(PLAIN)
    for at in places:
        damaged[at] ^= 0x55

    assert _read_beds(bytes(damaged)) in ({"beds.xlsx"}, _read_beds(PLAIN))
