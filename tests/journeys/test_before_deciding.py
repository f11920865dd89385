"""What comes before a decision: who hears a risk, and who has read an assessment."""

import pytest

from factories.journey_room import open_item, open_meeting, say_finding

pytestmark = pytest.mark.journey
RISK = "/programme/system-transformation-2019/risks/RSK-13/"


def test_clerk_leaves_a_risk_before_one_of_four_like_groups(page, sign_in, is_sound):
    # given a risk that came to 12, and is before four groups that are alike
    sign_in(page, "clerk-risk")
    page.goto(RISK)
    page.get_by_role("link", name="Score this risk").click()
    page.get_by_label("Impact").select_option("3")
    page.get_by_label("Likelihood").select_option("4")
    page.get_by_label("Why is it scored so?").fill("It came closer.")
    page.get_by_role("button", name="Keep this score").click()
    page.goto("/governance/escalations/")
    row = page.get_by_role("row").filter(has_text="RSK-13 ")
    mine = row.filter(has_text="System Transformation Executive Board").first
    mine.locator('a[href*="/governance/escalations/"]').click()
    story = page.url
    is_sound(page)

    # when they say that it concerns one of the four, and why
    page.get_by_role("link", name="Choose which groups hear it").click()
    is_sound(page)
    boxes = page.get_by_role("checkbox")
    assert boxes.count() == 4
    for number in range(1, 4):
        boxes.nth(number).uncheck()
    page.get_by_label("Why?").fill("It concerns one place.")
    page.get_by_role("button", name="Keep these groups").click()

    # then the others owe no talk, and the history says why
    page.goto(story)
    rows = page.get_by_role("row").filter(has_text="Stood down: It concerns one place.")
    assert rows.count() == 3
    is_sound(page)


def test_members_read_the_assessment_before_they_vote(page, sign_in, is_sound):
    # given an item with an impact assessment, in a meeting that is under way
    sign_in(page, "clerk-reading")
    open_meeting(page, "clerk-reading", there=3)
    open_item(page, 5)
    item = page.url
    page.get_by_role("link", name="Publish a paper").click()
    page.get_by_label("Title of a new paper").fill("Impact on travel")
    page.get_by_label("Kind of a new paper").select_option("assessment")
    page.get_by_label("Its words, in Markdown").fill("# Travel\n\nIt is longer.")
    page.get_by_role("checkbox", name="It is supplementary").check()
    page.get_by_label("why does it come late?").fill("It was asked for today.")
    page.get_by_role("button", name="Publish it now").click()

    # when a seat says, from the paper itself, that it was read
    page.goto(item)
    page.get_by_role("link", name="Impact on travel, version 1").click()
    is_sound(page)
    page.get_by_role("link", name="Say that you have read a paper").click()
    is_sound(page)
    page.get_by_label("Who has read it").select_option("Councillor 1")
    page.get_by_role("button", name="It has been read").click()

    # then the item says who has read it, and that nobody has voted yet
    page.goto(item)
    words = page.locator("section", has=page.locator("#regard")).inner_text()
    assert "1 of 6 has read version 1, the newest. No vote yet." in words
    assert "inquorate" not in say_finding(page)
    is_sound(page)
