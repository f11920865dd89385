"""A finance lead's way from the position of the system to a line and its source."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_finance_lead_follows_a_figure_to_its_line_and_source(page, is_sound):
    # given the page of money, which says where the system stands
    page.goto("/money/")
    section = page.locator("section", has_text="Each organisation and the system")
    expect(section).to_contain_text("million short by the end of September 2016")
    section.get_by_role("link", name="Position", exact=True).click()
    expect(page.locator(".pp-finding")).to_contain_text("against a control total of")
    is_sound(page)

    # when they ask how it stood in June, by the run rate
    page.get_by_label("To the end of").select_option("June 2016")
    page.get_by_label("Forecast").select_option("Straight line")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h1")).to_contain_text("Position to June 2016")

    # and open one organisation
    members = page.get_by_role("table", name="Position by organisation")
    members.get_by_role("link", name="Medway NHS Foundation Trust").click()
    expect(page.locator("h1")).to_contain_text("Medway NHS Foundation Trust")
    expect(page.locator("h1")).to_contain_text("Position to June 2016")
    is_sound(page)

    # then each line names its activity and its source
    lines = page.get_by_role("table", name="Lines of the ledger to date")
    row = lines.get_by_role("row", name="Emergency admissions")
    expect(row).to_contain_text("Emergency hospital spells")
    expect(row).to_contain_text("illustrative")
    row.get_by_role("link", name=re.compile("^money-")).click()
    expect(page.locator("h1")).to_be_visible()


def test_finance_lead_sees_that_savings_are_back_loaded(page, is_sound):
    # given the position of the system
    page.goto("/money/position/")

    # when they go on to how the year may end
    page.get_by_role("link", name="Forecast", exact=True).first.click()
    expect(page.locator(".pp-finding")).to_contain_text("Savings are back-loaded.")

    # then a sentence says what it would take, and three methods stand side by side
    savings = page.locator("figure#savings")
    expect(savings).to_contain_text("To meet the plan the system must save £")
    methods = page.get_by_role("table", name="How the year ends by each method")
    for method in ("Straight line", "Seasonal", "Probabilistic"):
        expect(methods.get_by_role("row", name=method)).to_be_visible()
    expect(page.locator("figure#forecast img")).to_have_js_property("complete", True)
    is_sound(page)


def test_anybody_reads_who_changed_the_ledger(page, is_sound):
    # given the history of the ledger
    page.goto("/money/changes/")
    is_sound(page)

    # when somebody opens the first change
    page.get_by_role("link", name="Change 1", exact=True).click()

    # then its cells stand there, and nobody offers to take a plan folder back
    expect(page.locator(".pp-finding")).to_have_text("Loaded from a plan folder")
    expect(page.get_by_role("table", name="Cells that it wrote")).to_be_visible()
    expect(page.get_by_role("button", name="Take this change back")).to_have_count(0)
    is_sound(page)
