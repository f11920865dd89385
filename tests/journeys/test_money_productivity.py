"""A finance lead looks for productivity, and at what options are worth."""

from playwright.sync_api import expect


def test_finance_lead_finds_where_the_productivity_is(page, is_sound):
    # given they look at money
    page.goto("/money/")
    link = page.get_by_role("link", name="Where the productivity is", exact=True)
    with page.expect_navigation():
        link.click()

    # then they read what five years save, and how far that is from what was published
    finding = page.locator(".pp-finding")
    expect(finding).to_contain_text("can be saved from 2016/17 to 2020/21")
    expect(finding).to_contain_text("the £190 million that was published")
    is_sound(page)

    # when they choose a trust and the nearest peer
    page.get_by_label("Trust in the tables below").select_option(
        label="Medway NHS Foundation Trust"
    )
    page.get_by_label("Each cost centre is held against").select_option("nearest")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()

    # then its peers stand with the reasons, and its specialties beside
    heading = page.get_by_role("heading", name="Peers of Medway NHS Foundation Trust")
    expect(heading).to_be_visible()
    expect(page.locator("main")).to_contain_text("Fails the safety filter")
    expect(page.locator("main")).to_contain_text("are never added")


def test_planner_sees_which_weight_would_change_the_winner(page, is_sound):
    # given they look at what options are worth
    page.goto("/money/options/")
    expect(page.locator(".pp-finding")).to_contain_text("Worth most is")
    is_sound(page)

    # when they choose the other question
    page.get_by_label("Question").select_option("local-care-estate")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()

    # then money and scores speak for different options, and the page says what of it
    expect(page.locator(".pp-finding")).to_contain_text("‘New local care hubs’")
    expect(page.locator("main")).to_contain_text(
        "By score ‘Teams together on existing sites’ leads."
    )
    expect(page.locator("main")).to_contain_text("1 of 8 bodies have cut")
