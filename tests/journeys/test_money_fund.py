"""A finance lead's way through what the fund paid, and what would earn it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_finance_lead_sees_what_a_missed_month_cost(page, is_sound):
    # given the page of money, which leads to the fund
    page.goto("/money/")
    link = page.get_by_role("link", name="What would earn the fund", exact=True)
    with page.expect_navigation():
        link.click()
    expect(page.locator(".pp-finding").first).to_contain_text("could earn in 2017/18")
    is_sound(page)

    # when they choose one provider and the year that is still running
    page.get_by_label("Year", exact=True).select_option("2016/17")
    provider = "Dartford and Gravesham NHS Trust"
    page.get_by_label("Provider", exact=True).select_option(provider)
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()

    # then they read what is earned, at risk and lost, and on what
    expect(page.locator("figure#fund")).to_contain_text(
        "Lost: £212,500 to A&E within four hours."
    )
    expect(page.locator("figure#missed-months")).to_contain_text("July 2016 cost most")
    expect(page.get_by_text("short of 90%").first).to_be_visible()
    is_sound(page)
