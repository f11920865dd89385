"""A reader's way: from one sentence to the papers behind it, on any device."""

import pytest

pytestmark = pytest.mark.journey

OPEN_PAGES = (
    "/",
    "/places/",
    "/places/ccg-swale/?as_at=2016-06-01",
    "/places/lp-north-east/?as_at=2016-06-01",
    "/people/",
    "/people/?place=swale",
    "/demand/",
    "/capacity/",
    "/capacity/?place=ekhuft",
    "/money/",
    "/money/?as_at=2019-07-12",
    "/evidence/runs/",
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
    "/nowhere/",
)
NARROW = {"width": 320, "height": 640}  # a phone, and a desktop at 400 % zoom


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_page_has_no_fault_and_fits_a_narrow_screen(page, path, axe_finds_nothing):
    page.goto(path)
    axe_finds_nothing(page)

    page.set_viewport_size(NARROW)

    axe_finds_nothing(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= NARROW["width"]


def test_board_member_follows_the_gap_to_its_paper(page):
    # given the front page
    page.goto("/")
    sentence = page.locator(".pp-finding").inner_text()
    assert "£486 million short in 2020/21 (calibrated)" in sentence
    assert "illustrative" in sentence

    # when they ask where the numbers of the bridge come from
    bridge = page.locator("figure#bridge")
    bridge.get_by_text("Where these numbers come from").click()
    bridge.get_by_role("link", name="Update on the Kent and Medway STP").first.click()

    # then the paper stands there, with what rests on it
    assert page.locator("h1").inner_text().endswith("Overview and Scrutiny Committee")
    assert page.get_by_text("money/gap_published.csv").is_visible()


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


def test_chosen_day_and_place_stay_with_the_reader(page):
    page.goto("/people/?place=swale&as_at=2030-01-01")
    page.get_by_role("link", name="Demand", exact=True).click()
    assert page.url.endswith("/demand/?place=swale&as_at=2030-01-01")


def test_keyboard_reaches_the_content_first(page):
    page.goto("/money/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "maincontent"


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
