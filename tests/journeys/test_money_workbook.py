"""A finance lead's way: take the workbook, change two cells, apply them, undo."""

import io
import re

import openpyxl
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINE = "agency-staff"
OFF_POUNDS = 1_000_000


def _download(page):
    """Download the workbook that the page offers."""
    with page.expect_download() as waited:
        page.get_by_role("link", name=re.compile("^Download the workbook of")).click()
    return openpyxl.load_workbook(io.BytesIO(waited.value.path().read_bytes()))


def _find_row(sheet, basis):
    """Find the row of a line on the sheet of an organisation."""
    for row in range(7, sheet.max_row + 1):
        if (sheet.cell(row, 1).value, sheet.cell(row, 7).value) == (LINE, basis):
            return row
    raise AssertionError(sheet.title)


def _read_position(page):
    """Give the surplus or deficit to date of one trust, as the page says it."""
    page.goto("/money/position/mft/?year=2016")
    finding = page.locator(".pp-finding")
    expect(finding).to_be_visible()
    return finding.inner_text()


def test_finance_lead_changes_two_cells_in_excel_and_takes_them_back(
    page, sign_in, is_sound, complaints
):
    # given the workbook of the whole system, as anybody may download it
    sign_in(page, "finance-lead")
    before = _read_position(page)
    page.goto("/money/workbook/?year=2016")
    is_sound(page)
    book = _download(page)
    sheet = book["mft"]
    row = _find_row(sheet, "actual")

    # when a formula is typed over, the page names its cell
    sheet.cell(row, 20).value = 1
    _send(page, book)
    expect(page.get_by_role("table", name="Faults found")).to_contain_text(
        f"sheet 'mft', cell T{row}"
    )
    is_sound(page)
    complaints.clear()  # the browser notes that the answer was a refusal

    # and when two cells are changed, these two are shown, and nothing is written
    sheet.cell(row, 20).value = f"=SUM(H{row}:S{row})"
    for column in (8, 9):
        sheet.cell(row, column).value -= OFF_POUNDS
    page.goto("/money/workbook/?year=2016")
    _send(page, book)
    table = page.get_by_role("table", name="Cells that differ")
    expect(table.get_by_role("row")).to_have_count(3)
    expect(page.locator(".pp-finding")).to_contain_text("2 cells differ")
    is_sound(page)
    sent = page.url
    assert _read_position(page) == before

    # then they are applied as one change, and the position is another
    page.goto(sent)
    page.get_by_role("button", name="Apply all of it").click()
    expect(page.get_by_text("2 cells changed")).to_be_visible()
    is_sound(page)
    change = page.url
    assert _read_position(page) != before

    # and taken back, the position is what it was
    page.goto(change)
    page.get_by_label("Why it is taken back").fill("It was only tried.")
    page.get_by_role("button", name="Take this change back").click()
    expect(page.get_by_text("was taken back: 2 cells")).to_be_visible()
    assert _read_position(page) == before


def _send(page, book):
    saved = io.BytesIO()
    book.save(saved)
    page.get_by_label("Excel workbook").set_input_files(
        {"name": "mine.xlsx", "mimeType": XLSX, "buffer": saved.getvalue()}
    )
    page.get_by_label("Why", exact=True).fill("Late bills of agencies.")
    page.get_by_role("button", name="Check the workbook").click()
