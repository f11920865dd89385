"""A register as a file, with three faults and without; two people at one record."""

import csv
import io

import pytest

pytestmark = pytest.mark.journey
RISKS = "/programme/system-transformation-2019/risks/"


def test_programme_office_imports_a_register_with_three_faults_and_mends_them(
    page, sign_in, is_sound, complaints, tmp_path
):
    # given the register of risks as a file, changed in a spreadsheet
    sign_in(page, "office-importer")
    page.goto(RISKS)
    is_sound(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8"))))
    at = {name: number for number, name in enumerate(rows[0])}
    rows[1][at["review_on"]] = "31 September 2019"
    rows[2][at["current_score"]] = "7"
    rows[3][at["status"]] = "splendid"

    # when it is sent, then every fault is told at once, by row and column
    page.get_by_role("link", name="Import risks").click()
    is_sound(page)
    _send(page, _write(rows, tmp_path))
    assert page.get_by_text("There are 3 faults in what you sent").is_visible()
    shown = page.get_by_role("table").inner_text()
    for words in (
        "row 2, column review_on",
        "row 3, column current_score",
        "row 4, column status",
        "Published, Derived, Calibrated, Illustrative, Recorded here",
    ):
        assert words in shown
    is_sound(page)
    complaints.clear()  # the browser tells that the file was refused

    # when the three are mended, then the differences are shown and nothing is written
    rows[1][at["review_on"]] = "30 September 2019"
    rows[2][at["current_score"]] = ""
    rows[3][at["status"]] = "Published"
    _send(page, _write(rows, tmp_path))
    assert page.get_by_text("1 row would be changed").is_visible()
    assert page.get_by_text("Review on: nothing → 30 September 2019").is_visible()
    is_sound(page)

    # when they are confirmed, then a worker writes them and the page says so
    page.get_by_role("button", name="Do all of it").click()
    page.get_by_text("It is done, all of it.").wait_for(timeout=30_000)
    is_sound(page)
    page.goto(f"{RISKS}{rows[1][0]}/")
    assert page.get_by_text("30 September 2019").first.is_visible()


def _write(rows, folder):
    path = folder / "risks.csv"
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    path.write_text(file.getvalue(), encoding="utf-8")
    return path


def _send(page, path):
    page.get_by_label("Excel workbook or CSV file").set_input_files(path)
    page.get_by_role("button", name="Check the file").click()


def test_two_people_edit_one_risk_and_nothing_is_lost(
    page, browser, site, sign_in, is_sound, complaints
):
    # given two people with the same form open
    sign_in(page, "office-first")
    page.goto(RISKS)
    page.locator("tbody tr").nth(4).get_by_role("link").first.click()
    address = page.url
    page.get_by_role("link", name="Change this risk").click()
    is_sound(page)
    context = browser.new_context(base_url=site.address, locale="en-GB")
    other = context.new_page()
    sign_in(other, "office-second")
    other.goto(address)
    other.get_by_role("link", name="Change this risk").click()

    # when the other is quicker
    other.get_by_label("Cause").fill("The other's cause")
    other.get_by_label("Effect").fill("The other's effect")
    other.get_by_role("button", name="Save the risk").click()
    other.get_by_text("was changed.").first.wait_for()
    context.close()

    # then the first is told, sees both versions, and has lost nothing
    page.get_by_label("Cause").fill("My own cause")
    page.get_by_role("button", name="Save the risk").click()
    assert "was changed while you were at it" in page.locator("h1").inner_text()
    cause = page.locator(".pp-clash", has_text="Cause")
    for words in ("The other's cause", "My own cause"):
        assert words in cause.inner_text()
    assert "Theirs is kept" in page.locator(".pp-clash", has_text="Effect").inner_text()
    is_sound(page)
    complaints.clear()  # the browser tells of the clash

    # and chooses, field by field
    cause.get_by_label("Yours").check()
    page.get_by_role("button", name="Save what is kept").click()
    facts = page.locator(".pp-facts").inner_text()
    assert "My own cause" in facts
    assert "The other's effect" in facts
    page.get_by_text("History: who changed what").click()
    assert page.get_by_text("The other's cause → My own cause").is_visible()
    is_sound(page)
