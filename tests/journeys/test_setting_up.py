"""An officer fills a seat, gives a group new terms, plans a series and calls it."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

pytestmark = pytest.mark.journey
OFFICER = "clerk-planning"
TODAY = datetime.now(ZoneInfo("Europe/London")).date()


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).click()


def send(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def read_rows(page, caption):
    table = page.get_by_role("table", name=caption)
    return table.get_by_role("row").all_inner_texts()


def add_seat(page, is_sound):
    """Add a clinical seat, and give it to a post."""
    follow(page, "Add a seat")
    is_sound(page)
    page.get_by_label("Seat", exact=True).fill("Clinical lead")
    page.get_by_label("Vote").select_option("Voting")
    page.get_by_label("Constituency").fill("Clinical")
    send(page, "Add the seat")
    follow(page, "Clinical lead")
    is_sound(page)
    follow(page, "Give it to a post")
    is_sound(page)
    page.get_by_label("Post", exact=True).select_option(
        label=f"{OFFICER} member 2, km-stp"
    )
    page.get_by_label("From").fill("2020-01-06")
    send(page, "Give it")
    assert f"Voting; {OFFICER} member 2 has it." in page.content()


def adopt_terms(page, is_sound):
    """Let terms hold from tomorrow on, by which an agenda is out three days before."""
    follow(page, "Give it new terms of reference")
    is_sound(page)
    tomorrow = TODAY + timedelta(days=1)  # a meeting of today was called by the old
    page.get_by_label("In force from").fill(tomorrow.isoformat())
    page.get_by_label("Quorum", exact=True).select_option(
        "So many of each constituency"
    )
    page.get_by_label("If by constituency").fill("Clinical: 1")
    page.get_by_label("Majority", exact=True).select_option(
        "Consensus, with dissent on record"
    )
    page.get_by_label("Whose rules on notice hold?").select_option("nhs_body")
    send(page, "Let them hold")


def test_officer_fills_a_seat_plans_a_series_and_calls_its_first_meeting(
    page, sign_in, is_sound, complaints
):
    # given the officer of a group, on the page that shows how it is set up
    sign_in(page, OFFICER)
    page.goto(f"/governance/groups/{OFFICER}/")
    page.get_by_role("link", name=re.compile("How it is set up")).click()
    is_sound(page)

    # when a seat is added and given to a post, and new terms are adopted
    add_seat(page, is_sound)
    page.get_by_role("link", name="How it is set up").first.click()
    adopt_terms(page, is_sound)
    assert any("at least 1 Clinical" in row for row in read_rows(page, "Versions"))

    # and a series is planned of which a first day is missing, and then given
    follow(page, "Plan a series of meetings")
    is_sound(page)
    page.get_by_label("How often").select_option("Every two weeks")
    page.get_by_label("No meeting after").fill((TODAY + timedelta(days=77)).isoformat())
    send(page, "Plan them")
    assert page.get_by_role("alert").count() == 1
    complaints.clear()  # the browser tells of the refusal, as it should
    is_sound(page)
    first = TODAY + timedelta(days=28)
    page.get_by_label("Day of the first meeting").fill(first.isoformat())
    page.get_by_label("Starts at").fill("10:00")
    page.get_by_label("Where").fill("Council chamber")
    send(page, "Plan them")

    # then each meeting ahead says by when its agenda has to be out
    ahead = [row for row in read_rows(page, "Meetings ahead") if "Council" in row]
    assert len(ahead) == 4
    assert all("publish by" in row and "3 clear working days" in row for row in ahead)
    is_sound(page)

    # and the first of them can be moved to another room, and called
    page.get_by_role("table", name="Meetings ahead").get_by_role("link").nth(1).click()
    is_sound(page)
    follow(page, "Change the meeting")
    page.get_by_label("Where").fill("Committee room")
    page.get_by_label("Why is it changed?").fill("The chamber is taken.")
    is_sound(page)
    send(page, "Change it")
    follow(page, "Call the meeting")
    send(page, "Give notice now")
    assert "The meeting is called" in page.content()
    assert "Committee room" in page.content()
