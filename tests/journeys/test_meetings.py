"""A clerk runs a meeting on a tablet; boards ratify; a risk reaches three agendas."""

import re

import pytest

from factories.journey_room import declare, open_item, open_meeting, say_finding

pytestmark = pytest.mark.journey


def test_item_5_is_inquorate_through_an_interest_while_4_and_6_are_quorate(
    page, sign_in, is_sound
):
    # given a group whose quorum is three of six, and three of them in the room
    sign_in(page, "clerk-thanet")
    open_meeting(page, "clerk-thanet", there=3)
    assert "3 members are there" in say_finding(page)
    is_sound(page)

    # when item 4 is opened, then it is quorate, and is taken
    page.get_by_role("button", name="Open the item").click()
    assert "item 4 is quorate with 3, where 3 are needed" in say_finding(page)
    page.get_by_role("link", name="Say what came of it").click()
    is_sound(page)
    page.get_by_label("What came of it").fill("Noted.")
    page.get_by_role("button", name="The item is taken").click()

    # when one of the three declares an interest on item 5
    page.get_by_role("link", name=re.compile("Group of clerk-thanet")).last.click()
    page.get_by_role("link", name=re.compile(r"\d{4}$")).first.click()
    open_item(page, 5)
    page.get_by_role("link", name="Declare an interest").click()
    is_sound(page)
    page.go_back()
    declare(page, "dpi", "The lease of the hall.")

    # then it has no quorum, nobody is offered a vote, and there are three ways out
    page.get_by_role("button", name="Open the item").click()
    assert say_finding(page).startswith("Inquorate through interests")
    assert page.get_by_role("link", name="Put it to the vote").count() == 0
    is_sound(page)
    page.get_by_role("link", name="Choose a way out").click()
    ways = page.get_by_label("Way out").locator("option").all_inner_texts()
    assert ways == ["Put it off", "Co-opt or invite members", "Refer it up"]
    is_sound(page)
    page.get_by_label("Way out").select_option("Put it off")
    page.get_by_label("Why this way?").fill("Two of us are left.")
    page.get_by_role("button", name="Take this way").click()
    assert say_finding(page).startswith("Put off.")

    # and item 6 is quorate again, and can be voted on
    page.get_by_role("link", name=re.compile(r"\d{4}$")).first.click()
    page.get_by_role("button", name="Open the item").click()
    assert "item 6 is quorate with 3, where 3 are needed" in say_finding(page)
    page.get_by_role("link", name="Put it to the vote").click()
    is_sound(page)
    page.get_by_label("Motion").fill("That the terms stand.")
    for number in (1, 2, 3):
        page.get_by_label(f"Councillor {number}", exact=True).select_option("For")
    page.get_by_role("button", name="Count the vote").click()
    assert "carried" in page.locator("table", has_text="Motion").inner_text()


@pytest.mark.parametrize(
    ("clerk", "effect"),
    [
        ("clerk-speaking", "may speak, may not vote, leaves after speaking"),
        ("clerk-silent", "may not speak, may not vote, leaves the room"),
    ],
)
def test_significant_interest_lets_speak_where_the_public_may(
    page, sign_in, axe_finds_nothing, clerk, effect
):
    # given a group before which the public may speak, or one before which it may not
    sign_in(page, clerk)
    open_meeting(page, clerk, there=3)
    open_item(page, 5)

    # when a member declares a significant interest
    declare(page, "significant", "A neighbour of the hall.")

    # then the page says what it lets the member do
    row = page.get_by_role("row").filter(has_text="A neighbour of the hall.")
    assert effect in row.inner_text()
    axe_finds_nothing(page)


def test_recommendation_to_eight_boards_waits_while_one_changes_its_words(
    page, sign_in, is_sound
):
    # given a recommendation that every one of eight boards has to agree
    words = "Three sites for stroke from April."
    sign_in(page, "clerk-boards")
    open_meeting(page, "clerk-boards", there=3)
    page.get_by_role("button", name="Open the item").click()
    page.get_by_role("link", name="Record what was settled").click()
    is_sound(page)
    kinds = page.get_by_label("What is it?", exact=True)
    assert kinds.locator("option").all_inner_texts() == ["", "Recommendation", "Note"]
    kinds.select_option("Recommendation")
    page.get_by_label("Its exact words").fill(words)
    page.get_by_label("when does it take effect?").select_option("Every body agrees")
    page.get_by_role("button", name="Record it").click()
    page.locator("table", has_text="What was settled").get_by_role("link").click()
    page.get_by_role("link", name="Ask bodies to ratify it").click()
    boards = [f"Board {number} of eight" for number in range(1, 9)]
    page.get_by_label("Bodies to ask").select_option(boards)
    is_sound(page)
    page.get_by_role("button", name="Ask them").click()

    # when seven agree, and one agrees to other words
    for board in boards:
        page.get_by_role("link", name="Record what a body said").click()
        page.get_by_label("Body", exact=True).select_option(board)
        page.get_by_label("What it said").select_option("Agreed")
        if board == boards[7]:
            said = "Two sites for stroke from April."
            page.get_by_label("The exact words to which it agreed").fill(said)
        page.get_by_role("button", name="Record the answer").click()

    # then it is not in effect, and the difference is shown
    assert say_finding(page).endswith(
        "7 of 8 bodies agree to these words, not in effect: it waits."
    )
    assert page.locator(".pp-difference del").inner_text().endswith("Three")
    assert page.locator(".pp-difference ins").inner_text().endswith("Two")
    is_sound(page)
    # and the board of all recommendations names who changed the words
    page.goto("/governance/ratifications/")
    assert boards[7] in page.locator("table").inner_text()
    is_sound(page)


def test_risk_of_2_times_4_stands_on_the_next_agenda_of_three_groups(
    page, sign_in, is_sound
):
    # given a risk whose score is 6, and three groups that hear risks
    sign_in(page, "clerk-risk")
    risk = "/programme/system-transformation-2019/risks/RSK-12/"
    for impact, likelihood, laid in ((2, 3, False), (2, 4, True)):
        # when it is scored
        page.goto(risk)
        page.get_by_role("link", name="Score this risk").click()
        page.get_by_label("Impact").select_option(str(impact))
        page.get_by_label("Likelihood").select_option(str(likelihood))
        page.get_by_label("Why is it scored so?").fill("It came closer.")
        page.get_by_role("button", name="Keep this score").click()

        # then it is laid before them at 8, and not at 6
        page.goto("/governance/escalations/")
        rows = page.get_by_role("row").filter(has_text="RSK-12 ")
        assert (rows.count() >= 3) is laid
    is_sound(page)
    agenda = (
        page.get_by_role("row")
        .filter(has_text="RSK-12 ")
        .get_by_role("link", name=re.compile("^item"))
    )
    assert agenda.count() >= 2
    agenda.first.click()
    assert "Risks at the threshold" in page.locator("main").inner_text()
    is_sound(page)
