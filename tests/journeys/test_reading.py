"""A reader's way: from one sentence to the papers behind it, on any device."""

import pytest

pytestmark = pytest.mark.journey

OPEN_PAGES = (
    "/",
    "/places/",
    "/places/ccg-swale/?as_at=2016-06-01",
    "/places/lp-north-east/?as_at=2016-06-01",
    "/places/planning/levels/",
    "/places/planning/care/?as_at=2019-07-15",
    "/people/",
    "/people/?place=swale",
    "/demand/",
    "/capacity/",
    "/capacity/?place=ekhuft",
    "/money/",
    "/money/?place=swale",
    "/money/?as_at=2019-07-12",
    "/evidence/runs/",
    "/evidence/runs/?q=nothing",
    "/evidence/plans/",
    "/evidence/sources/",
    "/evidence/sources/stp-initiation-2016/",
    "/performance/",
    "/performance/systems/",
    "/performance/must-dos/",
    "/performance/signals/",
    "/performance/indicators/ae-4h-monthly/?place=mft",
    "/performance/indicators/acute-cancer-2ww/",
    "/evidence/facts/?q=245",
    "/evidence/facts/F146/",
    "/evidence/conflicts/",
    "/evidence/checks/",
    "/evidence/inequalities/",
    "/evidence/case-for-change/",
    "/search/?q=swale",
    "/accounts/sign-in/",
    "/accessibility/",
    "/privacy/",
    "/cookies/",
)
PHONE = {"width": 375, "height": 740}


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_page_has_no_fault_and_fits_a_narrow_screen(page, path, is_sound):
    page.goto(path)

    is_sound(page)


def test_missing_page_says_so_without_a_fault(page, is_sound, complaints):
    assert page.goto("/nowhere/").status == 404
    assert page.get_by_role("heading", name="There is no such page").is_visible()
    is_sound(page)
    assert [text for text in complaints if "404" not in text] == []
    complaints.clear()


def test_board_member_follows_the_gap_to_its_paper(page, is_sound):
    # given the front page
    page.goto("/")
    sentence = page.locator(".pp-finding").inner_text()
    assert "£486 million short in 2020/21 (calibrated)" in sentence
    assert "illustrative" in sentence

    # when they follow the number of the sentence
    page.get_by_role("link", name="£78 million short").click()
    bridge = page.locator("figure#bridge")
    assert page.url.endswith("#bridge")
    assert "−£110 million becomes −£486 million" in bridge.inner_text().replace(
        "\u2060", ""
    )

    # then its table and its sources open in place
    bridge.get_by_text("Show as table").click()
    assert bridge.get_by_role("rowheader", name="Left after solutions").is_visible()
    bridge.get_by_text("Where these numbers come from").click()
    assert bridge.get_by_text("Gap: made of people/base.csv").is_visible()
    is_sound(page)

    # and the paper stands one click further, with what rests on it
    bridge.get_by_role("link", name="Update on the Kent and Medway STP").first.click()
    assert page.locator("h1").inner_text().endswith("Overview and Scrutiny Committee")
    assert page.get_by_text("money/gap_published.csv").is_visible()


def test_analyst_takes_the_numbers_of_a_picture_along(page):
    # given a picture
    page.goto("/money/")
    outturn = page.locator("figure#outturn")

    # when its files are saved
    with page.expect_download() as csv:
        outturn.get_by_role("link", name="CSV").click()
    with page.expect_download() as excel:
        outturn.get_by_role("link", name="Excel").click()

    # then they hold its numbers, under its name
    assert csv.value.suggested_filename == "outturn.csv"
    rows = csv.value.path().read_text().splitlines()
    assert rows[1].startswith("Medway NHS Foundation Trust,-52.1,published")
    assert len(rows) == 16
    assert excel.value.suggested_filename == "outturn.xlsx"
    assert excel.value.path().read_bytes().startswith(b"PK")


def test_secretary_sees_who_stood_on_each_day(page):
    # given 2016: eight commissioning groups, Swale in two local plans
    page.goto("/places/?kind=ccg&as_at=2016-06-01")
    assert page.locator("tbody tr").count() == 8
    page.goto("/places/ccg-swale/?as_at=2016-06-01")
    assert "counts it once" in page.locator(".pp-finding").inner_text()

    # when the day moves to 2019, place alliances are proposed
    page.goto("/places/?kind=icp_place_alliance&as_at=2019-07-15")
    assert page.locator("tbody tr").count() == 4
    assert page.get_by_text("proposed", exact=True).count() == 4

    # then on 2 April 2020 one group stands, and names its eight predecessors
    page.goto("/places/?kind=ccg&as_at=2020-04-02")
    assert page.locator("tbody tr").count() == 1
    page.goto("/places/ccg-kent-medway/?as_at=2020-04-02")
    predecessors = {"Ashford", "Canterbury", "Dartford", "Medway", "Swale", "Thanet"}
    shown = page.locator("main").inner_text()
    assert [name for name in predecessors if f"NHS {name}" not in shown] == []


def test_reader_chooses_a_place_and_a_day_and_both_stay(page):
    # given a page about every place, today
    page.goto("/people/")

    # when a place and a day are chosen
    page.get_by_text("Change", exact=True).click()
    page.get_by_label("Place").select_option("swale")
    page.get_by_label("As at").fill("2100-01-01")
    page.get_by_role("button", name="Show").click()

    # then the page is about them, and so is the next one
    assert "As at 1 January 2100." in page.locator(".pp-settings").inner_text()
    assert "Swale" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Demand", exact=True).click()
    assert page.url.endswith("/demand/?place=swale&as_at=2100-01-01")
    page.get_by_role("link", name="Show today").click()
    assert page.url.endswith("/demand/?place=swale")


def test_past_day_shows_papers_of_the_time_and_no_later_run(page):
    # given the day of the first paper
    page.goto("/evidence/sources/?as_at=2016-06-01")
    shown = page.locator("tbody").inner_text()
    assert "2016" in shown
    assert "2019" not in shown

    # when the reader goes on to money, nothing had been worked out yet
    page.get_by_role("link", name="Money", exact=True).click()
    main = page.locator("main")
    assert "No such run had been released by 1 June 2016." in main.inner_text()

    # then one click leads back to today
    main.get_by_role("link", name="Show today").click()
    assert page.locator("figure#bridge").is_visible()


def test_keyboard_reaches_the_content_first(page):
    page.goto("/money/")
    page.keyboard.press("Tab")
    assert page.get_by_role("link", name="Skip to main content").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "maincontent"


def test_keyboard_alone_opens_a_table(page):
    page.goto("/capacity/")
    beds = page.locator("figure#beds")
    beds.locator("summary", has_text="Show as table").focus()
    page.keyboard.press("Enter")
    assert beds.get_by_role("rowheader", name="William Harvey").first.is_visible()


def test_phone_shows_pictures_of_its_own_width_and_the_whole_menu(page):
    # given a phone
    page.set_viewport_size(PHONE)
    page.goto("/people/")

    # then the drawing is made for it, and not wider than the screen
    drawing = page.locator("figure#people-by-place img")
    drawing.scroll_into_view_if_needed()
    drawing.evaluate("image => image.decode()")
    assert "for=phone" in drawing.evaluate("image => image.currentSrc")
    box = drawing.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]

    # and the room that did not fit the menu is one tap away
    page.get_by_role("button", name="More").click()
    page.get_by_role("link", name="Money", exact=True).click()
    page.wait_for_url("**/money/")
    assert "Money" in page.locator("h1").inner_text()


@pytest.mark.parametrize("path", ["/", "/people/", "/places/", "/evidence/runs/"])
def test_page_has_no_fault_on_a_phone_either(page, path, axe_finds_nothing):
    page.set_viewport_size(PHONE)
    page.goto(path)

    axe_finds_nothing(page)


def test_everything_can_be_read_without_a_script(browser, site):
    reader = browser.new_context(java_script_enabled=False, base_url=site.address)
    page = reader.new_page()
    page.goto("/capacity/")
    page.locator("figure#beds summary", has_text="Show as table").click()
    assert page.get_by_role(
        "rowheader", name="William Harvey Hospital"
    ).first.is_visible()
    drawing = reader.request.get(page.locator("figure#beds img").get_attribute("src"))
    assert drawing.headers["content-type"].startswith("image/svg+xml")
    reader.close()
