"""A figure's way: found by its number, doubted, corrected, and all that it moves."""

import pytest

pytestmark = pytest.mark.journey
FACT = "/evidence/facts/F146/"


def test_board_member_asks_which_figure_is_right(page):
    # given a number that somebody quoted
    page.goto("/")
    page.get_by_label("Search by name, code or number").fill("245")
    page.get_by_role("button", name="Search").click()

    # when they open the fact behind it
    page.get_by_role("link", name="More full-time GPs needed").first.click()
    assert page.locator(".pp-finding").inner_text().startswith("245 GPs")

    # then the conflict says who states what, and what to do until it is settled
    page.get_by_role("link", name="GPs short of the national average").first.click()
    assert page.locator("#C01").inner_text() == "245 or 175 GPs?"


def test_staff_correct_a_fact_and_see_what_rests_on_it(
    page, sign_in, axe_finds_nothing, complaints
):
    # given somebody of staff
    sign_in(page, "keeper-of-facts")
    page.goto("/evidence/case-for-change/")
    assert page.get_by_role("link", name="245 GPs").is_visible()

    # when the shortfall is corrected from 245 to 175
    page.goto(FACT)
    page.get_by_role("link", name="Correct this fact").click()
    page.get_by_label("What it should be").fill("175")
    page.get_by_role("button", name="Correct the fact").click()
    assert page.get_by_text("Say in a sentence why").first.is_visible()
    axe_finds_nothing(page)
    complaints.clear()  # the browser tells that the form was refused
    page.get_by_label("Known since").fill("2019-08-05")
    _name_paper(page)
    page.get_by_label("Why is it corrected?").fill("The booklet of 2019 says 175.")
    page.get_by_role("button", name="Correct the fact").click()

    # then every page, fact and assumption that rests on it is told
    rests = page.locator("section", has=page.locator("#rests")).inner_text()
    for words in ("Case for change", "F297", "Full-time GPs of 2016"):
        assert words in rests
    axe_finds_nothing(page)

    # and the page says the new figure today, and the old one on the day of the old
    page.goto("/evidence/case-for-change/")
    assert page.get_by_role("link", name="175 GPs").is_visible()
    page.goto(f"{FACT}?as_at=2018-01-01")
    assert page.locator(".pp-finding").inner_text().startswith("245 GPs")

    # and it can be set right again, for whoever reads next
    _correct(page, "245", since="2019-08-06", why="The initiation document says 245.")
    assert page.locator(".pp-finding").inner_text().startswith("245 GPs")


def _correct(page, value, *, since, why):
    page.goto(FACT)
    page.get_by_role("link", name="Correct this fact").click()
    page.get_by_label("What it should be").fill(value)
    page.get_by_label("Known since").fill(since)
    _name_paper(page)
    page.get_by_label("Why is it corrected?").fill(why)
    page.get_by_role("button", name="Correct the fact").click()
    page.locator(".pp-finding").wait_for()


def _name_paper(page):
    page.get_by_label("Paper that says so").select_option("thanet-pack-2019")
    page.get_by_label("Heading or paragraph").fill("Why do things need to change?")


def test_board_member_goes_from_a_failed_standard_to_its_signal(page):
    # given the table that boards know
    page.goto("/performance/")
    assert "failed six of seven standards" in page.locator(".pp-finding").inner_text()

    # when they ask what is signal and what is chance
    page.get_by_role("link", name="Signals").click()
    page.get_by_role("link", name="Medway NHS Foundation Trust").first.click()

    # then the chart says so in words, with its table beside it
    chart = page.locator("figure#chart-mft")
    assert "cannot be expected to meet the standard" in chart.inner_text()
    chart.get_by_text("Show as table").click()
    assert chart.get_by_role("cell", name="worse, low").first.is_visible()
