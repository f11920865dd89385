"""A finance lead's way through the gap, what closes it, and what it hangs on."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_finance_lead_sees_what_counts_and_what_stays_open(page, is_sound):
    # given the page of money, which leads to the gap
    page.goto("/money/")
    page.get_by_role("link", name="The gap and the solutions", exact=True).click()
    finding = page.locator(".pp-finding")
    expect(finding).to_contain_text("Solutions state £408 million, of which")
    expect(finding).to_contain_text("would be counted twice")
    is_sound(page)

    # when they open the solutions, local care counts for less than it states
    table = page.locator("section", has_text="What solutions state, and what counts")
    row = table.get_by_role("row", name="Local care")
    expect(row.first).to_contain_text("40 initiatives")

    # then every way to count the heads stands beside the others
    heads = page.locator("section", has_text="Per head").last
    expect(heads).to_contain_text("−270.0")

    # and they ask what the gap of another year hangs on, by a point a year
    page.get_by_label("Year", exact=True).select_option("2019/20")
    page.get_by_label("Each driver faster or slower by").select_option("point")
    page.get_by_role("button", name="Show").click()
    tornado = page.locator("figure#tornado")
    expect(tornado).to_contain_text("faster by 1 percentage point a year")
    is_sound(page)

    # and go back to money
    page.get_by_role("link", name="Money", exact=True).last.click()
    expect(page.locator("figure#outturn")).to_be_visible()
