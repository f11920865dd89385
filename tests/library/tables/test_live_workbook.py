"""Workbooks sent back: each cell with its formula at its place; none that acts."""

import io
import zipfile

import openpyxl
import pytest

from placeplan.errors import InputError
from placeplan.tables import LoadedFile
from placeplan.tables.calculated_workbook import (
    BookCell,
    BookSheet,
    write_calculated_workbook,
)
from placeplan.tables.live_workbook import read_live_workbook
from placeplan.tables.sheet_cell import (
    SheetCell,
    read_shared_texts,
    read_sheet_cells,
)
from placeplan.tables.spreadsheet import WorkbookLimits

LIMITS = WorkbookLimits(parts=50, total_bytes=1_000_000, cells=1_000)
CELLS = {
    (1, 1): BookCell("Nurses & midwives"),
    (1, 2): BookCell(1234567.89, look="input"),
    (2, 2): BookCell(1234567.89, "=SUM(C2:C2)", "sum"),
}
CONTENT = write_calculated_workbook([BookSheet("it's", CELLS)], title="Money")


def read(content, **limits):
    file = LoadedFile("mine.xlsx", content)
    return read_live_workbook(file, limits=LIMITS, most_sheets=3, **limits)


def change_parts(changed):
    """Write the workbook with parts changed or added; None leaves one out."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(CONTENT)) as opened,
        zipfile.ZipFile(packed, "w") as anew,
    ):
        parts = {name: opened.read(name) for name in opened.namelist()}
        for name, part in {**parts, **changed}.items():
            if part is not None:
                anew.writestr(name, part)
    return packed.getvalue()


def get_part(name):
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as opened:
        return opened.read(name)


def list_faults(content):
    with pytest.raises(InputError) as caught:
        read(content)
    return [(each.where, each.expected, each.found) for each in caught.value.faults]


def test_each_cell_comes_at_its_place_with_its_formula():
    (sheet,) = read(CONTENT)

    assert sheet.title == "it's"
    assert sheet.cells == {
        (1, 1): SheetCell("Nurses & midwives"),
        (1, 2): SheetCell("1234567.89", is_number=True),
        (2, 2): SheetCell("1234567.89", "SUM(C2:C2)", is_number=True),
    }


def test_workbook_saved_by_another_program_reads_the_same():
    book = openpyxl.load_workbook(io.BytesIO(CONTENT))
    saved = io.BytesIO()
    book.save(saved)

    (sheet,) = read(saved.getvalue())

    assert sheet.cells[1, 2] == SheetCell("1234567.89", is_number=True)
    assert sheet.cells[2, 2] == SheetCell("", "SUM(C2:C2)")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (b'<c r="A1" t="inlineStr"><is><t>Kent</t></is></c>', SheetCell("Kent")),
        (
            b'<c r="A1" t="inlineStr"><is><t>Kent</t><rPh><t>k</t></rPh></is></c>',
            SheetCell("Kent"),
        ),
        (b'<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', SheetCell("#DIV/0!", "1/0")),
        (b'<c r="A1" t="str"><f>A2</f><v>x</v></c>', SheetCell("x", "A2")),
        (b'<c r="A1" t="b"><v>1</v></c>', SheetCell("1")),
        (
            b'<c r="A1"><f t="shared" si="0"/><v>3</v></c>',
            SheetCell("3", "", is_number=True),
        ),
        (b'<c r="A1" t="s"><v>1</v></c>', SheetCell("second")),
        (b'<x:c xmlns:x="y" r="A1"><x:v>1</x:v></x:c>', SheetCell("1", None, True)),
    ],
)
def test_every_kind_of_cell_is_read(cell, expected):
    part = b"<sheetData><row>" + cell + b"</row></sheetData>"
    assert read_sheet_cells(part, ["first", "second"]) == {(0, 0): expected}


def test_shared_texts_are_read_without_the_space_between_them():
    part = b"<sst>\n <si>\n <t>A _x0026_ B</t></si><si><r><t>C</t></r></si></sst>"
    assert read_shared_texts(part) == ["A & B", "C"]


def test_cells_without_anything_or_without_a_place_are_left_out():
    part = b'<sheetData><row><c r="A1" s="3"/><c><v>1</v></c></row></sheetData>'
    assert read_sheet_cells(part, []) == {}


@pytest.mark.parametrize("number", [b"2", b"-1", b"x", b""])
def test_shared_text_that_is_not_there_is_refused(number):
    part = b'<sheetData><c r="A1" t="s"><v>' + number + b"</v></c></sheetData>"
    with pytest.raises(ValueError, match="which is not there"):
        read_sheet_cells(part, ["first", "second"])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("xl/vbaProject.bin", "a macro"),
        ("xl/externalLinks/externalLink1.xml", "a link to another workbook"),
        ("XL\\embeddings\\object.bin", "an embedded file"),
        ("xl/connections.xml", "a connection to a source of its own"),
    ],
)
def test_workbook_that_acts_is_refused(name, words):
    faults = list_faults(change_parts({name: b"x"}))
    assert faults == [(f"part {name}", "cells alone", words)]


def test_every_part_that_acts_is_told():
    parts = {"xl/vbaProject.bin": b"x", "xl/connections.xml": b"x"}
    assert len(list_faults(change_parts(parts))) == 2


def test_workbook_of_too_many_sheets_is_refused():
    sheets = [BookSheet(f"Sheet {at}", CELLS) for at in range(4)]
    content = write_calculated_workbook(sheets, title="Many")
    assert list_faults(content) == [("", "at most 3 sheets", "4")]


def test_sheet_that_stands_on_two_tabs_is_refused():
    main = get_part("xl/workbook.xml")
    twice = main.replace(b"</sheets>", b'<sheet name="b" r:id="rId1"/></sheets>')
    faults = list_faults(change_parts({"xl/workbook.xml": twice}))
    assert faults == [("", "a part for each sheet", "one that stands on two tabs")]


def test_sheet_larger_than_the_limit_is_refused():
    sheet = BookSheet("Far", {(600, 2): BookCell(1.0)})
    content = write_calculated_workbook([sheet], title="Far")
    faults = list_faults(content)
    assert faults == [
        ("part xl/worksheets/sheet1.xml", "at most 1,000 cells", "601 rows of 3 cells")
    ]


@pytest.mark.parametrize("content", [b"", b"line,value\n", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_what_is_no_xlsx_is_refused(content):
    assert list_faults(content) == [("", "an .xlsx workbook", "something else")]


@pytest.mark.parametrize(
    "changed",
    [
        {"xl/_rels/workbook.xml.rels": None},
        {"xl/_rels/workbook.xml.rels": b"<Relationships/>"},
        {"xl/workbook.xml": b'<workbook><sheet sheetId="1"/></workbook>'},
        {"xl/workbook.xml": b'<workbook><sheet name="a"/></workbook>'},
        {"xl/workbook.xml": b"<workbook>"},
        {"xl/sharedStrings.xml": b"<sst><si></sst>"},
    ],
)
def test_workbook_whose_parts_do_not_fit_is_refused(changed):
    ((where, expected, _),) = list_faults(change_parts(changed))
    assert expected in ("an Excel workbook", "texts")
    assert where in ("", "part xl/sharedStrings.xml")
