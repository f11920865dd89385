"""A programme from the board's minute to one slipped milestone on the timeline."""

import re

import pytest

pytestmark = pytest.mark.journey
KENT = "/programme/system-transformation-2019/"
DAY = "?as_at=2019-11-01"


def test_board_member_reads_how_the_programme_stood_on_a_day(page, is_sound):
    # given the menu
    page.goto(f"/{DAY}")
    page.get_by_role("link", name="Programme", exact=True).click()
    is_sound(page)

    # when the programme of 2019 is opened, then a sentence says how it stands
    page.get_by_role("link", name="System Transformation Programme").click()
    finding = page.locator(".pp-finding").inner_text()
    assert finding.startswith("Of 17 milestones 13 are late")
    is_sound(page)

    # and each of its pages can be read
    for name, title in (
        ("Timeline", "Timeline of"),
        ("Risk heat map", "Risks of"),
        ("Highlight report", "Highlight report of"),
    ):
        page.get_by_role("navigation", name="Pages of this programme").get_by_role(
            "link", name=name
        ).click()
        assert title in page.locator("h1").inner_text()
        is_sound(page)
    page.goto(f"{KENT}risks/RSK-01/history/")
    is_sound(page)


def test_programme_office_slips_a_milestone_and_sees_it_on_the_timeline(
    page, sign_in, is_sound
):
    # given somebody of the programme office, and a milestone as it was agreed
    sign_in(page, "office-slipping")
    page.goto(f"{KENT}timeline/")
    assert _read_row(page)[2] == "as agreed"

    # when they follow its row in the picture with the keyboard, and move it
    row = page.locator("svg a", has_text="MS-17")
    row.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Move what is expected").click()
    page.get_by_label("Expected, first day").fill("2020-06-01")
    page.get_by_label("Expected, last day").fill("2020-06-30")
    page.get_by_label("Why is it expected then?").fill("The contract came late.")
    page.get_by_role("button", name="Keep the new days").click()

    # then the timeline shows it, in the picture and in words
    page.goto(f"{KENT}timeline/")
    assert _read_row(page)[2] == "June 2020"
    is_sound(page)
    # and the page of the programme tells that it changed, and why
    page.goto(KENT)
    recent = page.locator("section", has=page.locator("#recent")).inner_text()
    assert "The contract came late." in recent
    # and on the day of the papers nobody knew
    page.goto(f"{KENT}timeline/{DAY}")
    assert _read_row(page)[2] == "as agreed"


def test_somebody_takes_their_work_along_in_a_calendar(page, sign_in, is_sound):
    # given somebody with a post
    sign_in(page, "office-first")
    page.get_by_role("link", name="My work").click()
    is_sound(page)

    # when they ask for a link, then a calendar comes without signing in
    page.get_by_role("button", name="Make a link to your calendar").click()
    is_sound(page)
    address = page.locator(".pp-secret").inner_text()
    path = re.sub(r"^https?://[^/]+", "", address)
    calendar = page.request.get(path)
    assert calendar.text().startswith("BEGIN:VCALENDAR")

    # and it comes no more once it was taken back
    page.goto("/my-work/")
    page.get_by_role("button", name="Take the link back").click()
    assert page.request.get(path).status == 404


def _read_row(page):
    """Give the words of the row of MS-17 in the table."""
    row = page.get_by_role("row").filter(has_text="MS-17 ").first
    return [cell.strip() for cell in row.locator(".pp-cell").all_inner_texts()]
