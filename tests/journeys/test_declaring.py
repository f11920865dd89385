"""A member declares an interest and sees what it does, before anybody meets."""

import pytest

pytestmark = pytest.mark.journey
POST = "Councillor declaring-member, km-stp"


def test_member_declares_an_interest_and_sees_its_effect(
    page, sign_in, is_sound, complaints
):
    # given a member of a group that meets next week
    sign_in(page, "declaring-member")
    page.goto("/governance/groups/")
    assert page.get_by_text("Advisory group of declaring-member").first.is_visible()
    is_sound(page)
    page.get_by_role("link", name="Interests", exact=True).click()
    is_sound(page)

    # when what is declared is of no kind that the rules know, then the form says so
    page.get_by_role("link", name="Add an interest").first.click()
    page.get_by_label("Post", exact=True).select_option(POST)
    page.get_by_label("Whose rules").select_option("Localism Act 2011")
    page.get_by_label("Kind", exact=True).select_option("Financial interest")
    page.get_by_label("What it is").fill("Leases the cafe of the winter gardens")
    page.get_by_label("Subjects it touches").fill("Winter gardens; cafes")
    page.get_by_role("button", name="Add the interest").click()
    assert page.get_by_text("There is a problem").is_visible()
    assert page.get_by_label("What it is").input_value().startswith("Leases the cafe")
    is_sound(page)
    complaints.clear()  # the browser tells that the form was refused

    # when the kind is mended, then the member reads what they must and may not do
    kind = page.get_by_label("Kind", exact=True)
    kind.select_option("Disclosable pecuniary interest")
    page.get_by_role("button", name="Add the interest").click()
    effect = page.get_by_role("table").filter(has_text="On any item it touches")
    words = " ".join(effect.inner_text().split())
    assert "you must you may not you may not Leave you do not get them" in words
    is_sound(page)

    # and which item of the meeting ahead it touches, and that its quorum goes
    items = page.get_by_role("table").filter(has_text="5. The winter gardens")
    assert "inquorate through interests" in items.inner_text()

    # when they say that it is sensitive, then the public copy is without it
    page.get_by_role("link", name="Change this interest").click()
    page.get_by_label("Sensitive").select_option("Yes")
    page.get_by_role("button", name="Save the interest").click()
    address = page.url
    assert page.get_by_text("sensitive", exact=True).first.is_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/governance/interests/")
    assert page.get_by_text("Leases the cafe").count() == 0
    assert page.goto(address).status == 404
    complaints.clear()  # the browser tells of the page that is not shown
