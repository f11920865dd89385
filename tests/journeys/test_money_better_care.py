"""A commissioner's way through pooled budgets and the metrics that belong to them."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_commissioner_follows_a_pool_and_its_metrics(page, is_sound):
    # given the page of the Better Care Fund
    page.goto("/money/better-care/")
    expect(page.locator("figure#pool")).to_contain_text("to the penny")
    expect(page.locator("figure#metric")).to_contain_text("The plan was missed in")
    is_sound(page)

    # when they look at Kent's pool of the year before
    page.get_by_label("Year", exact=True).select_option("2015/16")
    page.get_by_label("Pool", exact=True).select_option("Kent County Council")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()

    # then they read what was pooled, and that no metric of that year is known
    expect(page.locator("figure#pool")).to_contain_text("£101.4 million is paid into")
    expect(page.locator("figure#metric")).to_have_count(0)
    is_sound(page)
