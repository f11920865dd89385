"""A risk is added and scored; a milestone slips and the gap moves."""

import pytest

pytestmark = pytest.mark.journey
KENT = "/programme/system-transformation-2019/"


def _choose(page, label, value):
    page.get_by_label(label, exact=True).select_option(value)


def test_programme_office_adds_a_risk_and_scores_it(
    page, sign_in, is_sound, complaints
):
    # given somebody of the programme office
    sign_in(page, "office-scoring")
    page.goto(f"{KENT}risks/")

    # when they add a risk
    page.get_by_role("link", name="Add a risk").click()
    page.get_by_label("Risk", exact=True).fill("The lease of the hub may end")
    _choose(page, "Status", "recorded")
    page.get_by_role("button", name="Add the risk").click()
    assert page.get_by_text("Nobody has scored this risk yet.").is_visible()
    is_sound(page)

    # and score it, first without a reason
    page.get_by_role("link", name="Score this risk").click()
    is_sound(page)
    _choose(page, "Impact", "2")
    _choose(page, "Likelihood", "4")
    page.get_by_label("Scored on").fill("2019-09-02")
    page.get_by_role("button", name="Keep this score").click()
    assert page.get_by_role("heading", name="There is a problem").is_visible()
    is_sound(page)
    complaints.clear()  # the browser tells that the form was refused
    page.get_by_label("Why is it scored so?").fill("The owner wants to sell")
    page.get_by_role("button", name="Keep this score").click()

    # then score and grade follow, and the crossing is told
    said = page.get_by_role("alert").inner_text()
    assert "Minor (2) x Likely (4) = 8, High" in said
    assert "It reached the threshold of 8." in said
    is_sound(page)


def test_slipped_milestone_moves_the_pounds_at_stake(page, sign_in, is_sound):
    # given what was at stake before the papers' first milestone was due
    sign_in(page, "office-gap")
    page.goto(f"{KENT}at-stake/?as_at=2019-04-01")
    is_sound(page)
    page.goto(f"{KENT}at-stake/")
    before = _read_stake(page)

    # when a milestone of local care is expected three years later still
    page.goto(f"{KENT}milestones/MS-01/")
    page.get_by_role("link", name="Move what is expected").click()
    is_sound(page)
    page.get_by_label("Expected, first day").fill("2029-04-01")
    page.get_by_label("Expected, last day").fill("2029-04-30")
    page.get_by_label("Why is it expected then?").fill("Nobody applied.")
    page.get_by_role("button", name="Keep the new days").click()
    assert "waits for a decision" in page.get_by_role("alert").inner_text()

    # then more hangs on it, and the share of the gap by risk stands below
    page.goto(f"{KENT}at-stake/")
    assert _read_stake(page) != before
    assert page.get_by_role("heading", name="What hangs on each risk").is_visible()
    is_sound(page)

    # and the front page and that of money say what hangs on risks
    for address in ("/", "/money/"):
        page.goto(address)
        assert page.get_by_role("link", name="hangs on 2 risks").is_visible()

    # and a proposal is taken with a reason
    page.goto(f"{KENT}at-stake/")
    page.get_by_role("link", name="Local care").first.click()
    page.get_by_role("link", name="Decide on the proposal").click()
    is_sound(page)
    _choose(page, "What is decided?", "refuse")
    page.get_by_label("Why?", exact=True).fill("The board waits for the new date.")
    page.get_by_role("button", name="Keep the decision").click()
    assert "was refused" in page.get_by_role("alert").inner_text()


def _read_stake(page):
    return page.locator("section", has=page.locator("#by-solution")).inner_text()
