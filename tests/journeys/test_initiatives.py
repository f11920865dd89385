"""A planner's way: change a size, make a new plan, run it, see the ledger change."""

import io
import re

import openpyxl
import pytest

pytestmark = pytest.mark.journey

RUN_MILLISECONDS = 90_000
INITIATIVE = "Same-day emergency care"


def _open_draft(page):
    """Open a draft of the example; give its address."""
    page.goto("/initiatives/")
    page.get_by_label("Plan folder").select_option(label="Kent and Medway")
    page.get_by_role("button", name="Open a draft").click()
    page.get_by_text("The draft is open").wait_for()
    return page.url


def _open_part(page, draft, part):
    page.goto(draft)
    page.get_by_role("link", name="All initiatives").click()
    page.get_by_label("Words").fill(INITIATIVE)
    page.get_by_role("button", name="Show").click()
    row = page.get_by_role("row", name=INITIATIVE)
    row.get_by_role("link").click()
    page.get_by_role("link", name=f"Change its {part}").click()


def _read_ledger(page, query=""):
    """Give the numbers of the ledger of a run, as its page shows them."""
    page.goto(f"/plan/ledger/{query}")
    page.locator("main details summary").first.click()
    return page.locator("main table").first.inner_text()


def test_planner_changes_a_size_and_sees_the_ledger_change(
    page, sign_in, is_sound, complaints
):
    # given a draft of the example
    sign_in(page, "planning-planner")
    before = _read_ledger(page)
    draft = _open_draft(page)
    is_sound(page)

    # when a size is beyond all sense, the page says so beside the box
    _open_part(page, draft, "effects")
    lows = page.get_by_label("Remaining low")
    lows.first.fill("1.82")
    page.get_by_role("button", name="Save the effects").click()
    assert page.get_by_role("link", name=re.compile("^Row 1, remaining low")).count()
    is_sound(page)
    complaints.clear()  # the browser notes that the answer was a refusal

    # and when much less remains, it is stored as a version of the record
    for box in lows.all():
        if box.input_value():
            box.fill("0.4")
    page.get_by_label("Why is it changed?").fill("What the pilot found.")
    page.get_by_role("button", name="Save the effects").click()
    page.get_by_text(re.compile(r"The effects of INI-\d+ were changed")).wait_for()
    is_sound(page)

    # then the draft shows what differs, and a new plan folder is made of it
    page.goto(draft)
    assert re.search(r"\d+ rows? changed\.", page.locator("main").inner_text())
    page.get_by_label("Why is it made?").fill("To see what the pilot would mean.")
    is_sound(page)
    page.get_by_role("button", name="Check and store the new version").click()
    page.get_by_role("heading", name="Kent and Medway, version 2").wait_for()
    is_sound(page)

    # and run, and the ledger is another one
    page.get_by_role("button", name="Run this plan").click()
    came_out = page.get_by_role("heading", name="What came out")
    came_out.wait_for(timeout=RUN_MILLISECONDS)
    run = page.url.rstrip("/").rpartition("/")[2]
    assert _read_ledger(page, f"?run={run}") != before
    is_sound(page)


def test_planner_works_on_initiatives_in_a_spreadsheet(
    page, sign_in, is_sound, tmp_path
):
    # given the workbook of a draft
    sign_in(page, "counting-planner")
    draft = _open_draft(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Workbook of every table").click()
    file = tmp_path / "initiatives.xlsx"
    waiting.value.save_as(file)

    # when it is sent as it came, nothing would change
    page.get_by_role("link", name="send it back changed").click()
    is_sound(page)
    page.get_by_label("Excel workbook").set_input_files(file)
    page.get_by_role("button", name="Check the workbook").click()
    assert "there is nothing to do" in page.locator("main").inner_text()
    page.get_by_role("button", name="Drop the workbook").click()

    # and when an owner is changed, it is shown first and then written
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    for cells in book["initiatives"].iter_rows():
        for cell in cells:
            if cell.value == "Director of public health":
                cell.value = "Chief nurse"
    book.save(file)
    page.get_by_role("link", name="send it back changed").click()
    page.get_by_label("Excel workbook").set_input_files(file)
    page.get_by_role("button", name="Check the workbook").click()
    words = page.locator("main").inner_text()
    assert "Director of public health" in words
    assert "Chief nurse" in words
    is_sound(page)
    page.get_by_role("button", name="Do all of it").click()
    page.get_by_text("The workbook was applied to").wait_for()
    assert re.search(r"\d rows? changed\.", page.locator("main").inner_text())
    assert page.url == draft
