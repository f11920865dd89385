"""The pages of both meetings say that an item goes on, and take it off again."""

from datetime import timedelta

import pytest

from factories import governance_factory as make
from factories.committee import NOON, make_committee
from factories.meeting_factory import make_clerk
from factories.page_words import list_rows, read_page
from factories.programme_factory import BY
from placeplan_web.governance.operations.meeting import close_meeting
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
SEPTEMBER = NOON.date().replace(month=9, day=4)


def link(meeting, rest=""):
    return f"/governance/meetings/{meeting.public_id}/{rest}"


@pytest.fixture
def committee(db):
    """Give a meeting that closed over its first item, and the next that was planned."""
    committee = make_committee(items=1)
    title = {"title": "Theatres"}
    save_record(by=BY, record=committee.items[0], changes=title, at=NOON)
    committee.begin()
    committee.open()
    committee.next = make.MeetingFactory(
        group=committee.group, held_on=SEPTEMBER, starts_at=None
    )
    later = NOON + timedelta(hours=2)
    committee.meeting = close_meeting(by=BY, meeting=committee.meeting, at=later)
    return committee


def test_item_says_that_it_was_not_finished_and_where_it_goes_on(client, committee):
    page = read_page(client, link(committee.meeting, "items/4/"))

    assert (
        "Put off. Not finished when the meeting closed. "
        "It goes on at the meeting of 4 September 2019." in page
    )
    assert f'<a href="{link(committee.next, "items/1/")}">' in page
    assert "Item 1 of 4 September 2019" in page


def test_next_agenda_says_from_which_meeting_it_was_carried(client, committee):
    ((item, *_),) = list_rows(read_page(client, link(committee.next)), "Agenda")
    page = read_page(client, link(committee.next, "items/1/"))

    assert item == "1. Theatres carried from 14 August 2019"
    assert "Item 4 of 14 August 2019" in page


def test_past_day_does_not_know_yet_where_it_went(client, committee):
    before = {"as_at": "2019-08-13"}

    page = read_page(client, link(committee.meeting, "items/4/"), **before)

    assert "Goes on as" not in page
    assert client.get(link(committee.next, "items/1/"), before).status_code == 404


def test_clerk_takes_it_off_and_it_is_not_carried_again(client, committee):
    client.force_login(make_clerk(committee.group))
    act = link(committee.next, "items/1/do/take-off/")

    shown = read_page(client, act)
    done = client.post(act, {"reason": "The chair settled it.", "version": 1})

    assert "It was carried from an earlier meeting, and is not carried again." in shown
    assert (done.status_code, done["Location"]) == (302, link(committee.next))
    assert committee.next.items.get().withdrawn_reason == "The chair settled it."
    page = read_page(client, link(committee.meeting, "items/4/"))
    assert "Goes on as" not in page
