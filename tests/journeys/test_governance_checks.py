"""What the papers ask of the governance room, done by people: who may, and who must."""

import re

import pytest

from factories.journey_room import declare, open_item, open_meeting, say_finding

pytestmark = pytest.mark.journey
GROUPS = "/governance/groups"


def show_day(page, day):
    """Show the pages as at a day, by the bar at the head of each."""
    page.locator("summary", has_text="as at").click()
    page.get_by_label(re.compile("^As at")).fill(day)
    page.locator("details").get_by_role("button", name="Show", exact=True).click()


def test_chair_of_an_nhs_meeting_rules_and_the_effect_is_shown(page, sign_in, is_sound):
    # given an NHS group, in whose meeting a member declares an indirect interest
    sign_in(page, "clerk-nhs")
    open_meeting(page, "clerk-nhs", there=3)
    open_item(page, 5)
    declare(page, "indirect", "A cousin works for the firm.")

    # then the strictest counts until the chair has ruled
    row = page.get_by_role("row").filter(has_text="A cousin works for the firm.")
    assert "may not speak, may not vote, leaves the room" in row.inner_text()
    is_sound(page)

    # when the chair rules that the member may stay without a vote
    page.get_by_role("link", name="Record the chair's ruling").click()
    is_sound(page)
    page.get_by_label("Ruling", exact=True).select_option("Stay, without a vote")
    page.get_by_label("Why?").fill("The firm does not bid.")
    page.get_by_role("button", name="Record the ruling").click()

    # then the ruling and what it lets the member do stand beside the interest
    words = row.inner_text()
    assert "may speak, may not vote, may stay" in words
    assert "the chair ruled: stay, without a vote" in words
    is_sound(page)


def test_member_registers_gifts_and_three_of_10_pounds_have_to_be_declared(
    page, sign_in, is_sound
):
    # given a member who was given things by two donors
    sign_in(page, "gift-member")
    found = []
    for donor, pounds in (
        *(("A brewery", "24.99"), ("A bakery", "25.00")),
        *(("A florist", "10.00"), ("A florist", "10.00"), ("A florist", "10.00")),
    ):
        # when each is added to the register
        page.goto("/governance/gifts/")
        page.get_by_role("link", name="Add a gift").first.click()
        page.get_by_label("Post", exact=True).select_option(
            "Councillor gift-member, km-stp"
        )
        page.get_by_label("Whose rules").select_option("Localism Act 2011")
        page.get_by_label("Kind", exact=True).select_option("Gift")
        page.get_by_label("Who gave it").fill(donor)
        page.get_by_label("Worth in pounds").fill(pounds)
        page.get_by_label("Given on").fill("2019-07-01")
        page.get_by_label("What it was").fill("A hamper")
        page.get_by_role("button", name="Add the gift").click()
        said = page.locator("main").inner_text()
        found.append("It has to be declared." in said)

    # then 24.99 is free, 25 is not, and those of one donor count together
    assert found == [False, True, False, False, True]
    is_sound(page)


def test_reader_sees_that_the_thanet_agenda_was_out_six_clear_days_before(
    page, is_sound
):
    # given the advisory group of Thanet
    page.goto(f"{GROUPS}/grp-thanet-cag/")
    assert "quorum 3 of 6" in say_finding(page)

    # when somebody opens its meeting of 14 August 2019
    page.get_by_role("link", name=re.compile("14 August 2019")).first.click()

    # then the notice, and each day that was not counted, are told
    words = page.locator("main").inner_text()
    assert "6 clear days of notice, of 5 needed: enough" in words
    assert (
        "From 5 August 2019 to 14 August 2019 there are 6 clear working days" in words
    )
    is_sound(page)


def test_chief_executive_reads_what_a_signature_means_and_then_signs(
    page, sign_in, is_sound, complaints
):
    # given the initiation document, with 19 blocks
    sign_in(page, "signing-chief")
    page.goto("/governance/sign-off/")
    page.get_by_role("main").get_by_role(
        "link", name=re.compile("nitiation")
    ).first.click()
    assert say_finding(page).startswith("19 blocks for 18 organisations, ")
    is_sound(page)

    # when one of the 18 comes to sign, then its meaning stands above the button
    page.get_by_role("link", name="Sign for it").click()
    meaning = page.get_by_text("commitment to proceed only")
    button = page.get_by_role("button", name="Sign", exact=True)
    assert meaning.bounding_box()["y"] < button.bounding_box()["y"]
    is_sound(page)

    # when it was not read, then nobody signs
    button.click()
    assert page.get_by_text("There is a problem").is_visible()
    is_sound(page)
    complaints.clear()  # the browser tells that the form was refused

    # when it was read, then the signature stands in its block
    page.get_by_label("I have read what a signature means").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    assert say_finding(page).endswith("1 has signed.")
    is_sound(page)


def test_reader_asks_who_may_decide_in_2016_and_in_2019(page, is_sound):
    # given the leadership group of 2016, then it decides nothing
    page.goto(f"{GROUPS}/grp-stp-leadership-2016/?as_at=2016-05-25")
    assert say_finding(page).endswith("on 25 May 2016 it may only recommend.")
    is_sound(page)

    # when the joint committee of 2019 is asked about three matters
    said = {}
    for matter in ("Stroke", "Cancer", "children's services"):
        page.goto(f"{GROUPS}/grp-ccg-joint/?as_at=2019-08-14")
        page.get_by_label("Ask about another matter").fill(matter)
        page.get_by_role("button", name="Ask").click()
        said[matter] = say_finding(page).rpartition(" it may ")[2]

    # then it decides the two that were delegated to it
    assert said == {
        "Stroke": "decide Stroke.",
        "Cancer": "decide Cancer.",
        "children's services": "only recommend.",
    }
    is_sound(page)


def test_reader_finds_the_programme_board_of_june_2019_by_another_name(page, is_sound):
    # given the site as at 1 June 2019
    page.goto(f"{GROUPS}/")
    show_day(page, "2019-06-01")

    # when somebody looks for the name that one paper gives it
    page.get_by_label("Search by name, code or number").fill("STP Partnership Board")
    page.get_by_role("button", name="Search").click()
    is_sound(page)
    page.get_by_role("link", name="STP Programme Board", exact=True).click()

    # then its page has the name of that day, and tells the other
    assert (
        page.get_by_role("heading", level=1)
        .inner_text()
        .endswith("STP Programme Board")
    )
    assert "STP Partnership Board" in page.locator("main").inner_text()
    assert "as_at=2019-06-01" in page.url
    is_sound(page)
