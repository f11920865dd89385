"""A finance lead's way through the fair shares of places and networks."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_finance_lead_sees_who_is_off_their_share_and_what_the_pace_gives(
    page, is_sound
):
    # given the page of money, which leads to fair shares
    page.goto("/money/")
    link = page.get_by_role("link", name="Fair shares", exact=True)
    with page.expect_navigation():
        link.click()
    expect(page.locator("figure#share-distance")).to_contain_text(
        "Medway and Swale has 4.3\u00a0% less than its fair share of £888.2 million"
    )
    is_sound(page)

    # when they choose districts
    page.get_by_label("Shared out among", exact=True).select_option("Districts")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()

    # then Thanet is furthest under, on the map too, and its floor decides
    expect(page.locator("figure#share-map")).to_contain_text(
        "Under the fair share, furthest first: Thanet;"
    )
    thanet = page.get_by_role("row", name="Thanet").filter(has_text="its floor")
    expect(thanet).to_be_visible()
    is_sound(page)

    # and in networks of 2016/17 the policy that is used says how it was read
    page.get_by_label("Budget", exact=True).select_option("2016/17: Core services")
    page.get_by_label("Shared out among", exact=True).select_option(
        "Primary care networks"
    )
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Recalled, not read in the source").first).to_be_visible()
    expect(page.locator("figure#share-per-head")).to_contain_text("Margate")
    is_sound(page)
