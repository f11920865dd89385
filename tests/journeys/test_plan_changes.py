"""A planner's way through what the plan changes, and how sure that is."""

import pytest

pytestmark = pytest.mark.journey


def test_planner_follows_what_the_plan_changes(page, is_sound):
    # given the front page, which leads to what the plan changes
    page.goto("/")
    page.get_by_role("link", name="What the plan changes, and how sure").click()
    is_sound(page)

    # when they look at what leaves and arrives, of local care alone
    page.get_by_role("link", name="What leaves and what arrives", exact=True).click()
    page.get_by_label("Count", exact=True).select_option("Beds needed")
    page.get_by_role("button", name="Show").click()
    ledger = page.locator("figure#ledger-by-initiative")
    assert "what leaves is" in ledger.inner_text()
    assert "is what the plan has, to the last unit" in page.content()
    is_sound(page)

    # then they see how much of the claims would be counted twice
    page.get_by_role("link", name="What was double-counted", exact=True).click()
    assert "would be counted twice" in page.locator(".pp-finding").inner_text()
    is_sound(page)

    # and what each adds, whatever their order
    page.get_by_role("link", name="From doing nothing to the plan").click()
    assert "adds up to" in page.locator(".pp-finding").inner_text()
    is_sound(page)


def test_planner_asks_how_sure_a_figure_is_and_why(page, is_sound):
    # given the spread of beds
    page.goto("/plan/spread/")
    assert "in eight futures of ten" in page.locator(".pp-finding").inner_text()

    # when they choose another figure and year
    page.get_by_label("Figure", exact=True).select_option("Cost")
    page.get_by_label("Year", exact=True).select_option("2020/21")
    page.get_by_role("button", name="Show").click()
    assert page.get_by_role(
        "heading", name="Enough draws? Cost in 2020/21"
    ).is_visible()
    is_sound(page)

    # then they see what drives it
    page.get_by_role("link", name="What drives the spread").click()
    assert "is uncertain most of all for" in page.locator(".pp-finding").inner_text()
    is_sound(page)


@pytest.mark.parametrize("slug", ["scenarios", "runs", "flows", "options"])
def test_other_pages_have_no_fault_and_fit_a_narrow_screen(slug, page, is_sound):
    page.goto(f"/plan/{slug}/")

    is_sound(page)
