"""Calendars of meetings, read back as another program reads them."""

import re
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from django.utils import timezone

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import give_post, make_meeting, make_thanet
from placeplan_web.governance.models import PartKind
from placeplan_web.programme.operations.reminder import close_feed, open_feed

pytestmark = pytest.mark.django_db
PUBLIC = "/governance/meetings.ics"
SOON = timezone.localdate() + timedelta(days=10)


def read(client, address=PUBLIC):
    """Give the events of a calendar by what they are called."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(each["SUMMARY"]): each for each in events}


def make_soon(**more):
    return make.MeetingFactory(held_on=SOON, starts_at=None, **more)


def test_meeting_stands_in_the_calendar_with_its_hours_and_place(client):
    begins = datetime(SOON.year, SOON.month, SOON.day, 12, 0, tzinfo=UTC)
    meeting = make.MeetingFactory(
        group__name="Thanet Board",
        held_on=SOON,
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place_words="Council offices, Cecil Street; Margate",
        version=4,
    )

    event = read(client)["Thanet Board"]

    assert event.start == begins
    assert event.end == begins + timedelta(hours=2)
    assert str(event["LOCATION"]) == "Council offices, Cecil Street; Margate"
    assert str(event["UID"]) == f"{meeting.public_id}@placeplan"
    assert (event["SEQUENCE"], str(event["STATUS"])) == (3, "TENTATIVE")
    assert event["DTSTAMP"].dt == meeting.changed_at
    assert str(event["URL"]).endswith(f"/governance/meetings/{meeting.public_id}/")


def test_meeting_without_hours_takes_its_day(client):
    make_soon(group__name="Thanet Board")

    event = read(client)["Thanet Board"]

    assert (event.start, event.end) == (SOON, SOON + timedelta(days=1))


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"state": "cancelled", "cancelled_reason": "Snow."}, "CANCELLED"),
        (
            {
                "state": "called",
                "notice_state": "enough",
                "notice_published_at": make.NOW,
            },
            "CONFIRMED",
        ),
    ],
)
def test_state_of_a_meeting_stands_in_the_calendar(client, fields, status):
    make_soon(group__name="Thanet Board", **fields)

    assert str(read(client)["Thanet Board"]["STATUS"]) == status


def test_same_records_give_the_same_bytes_and_a_change_its_own_stamp(client):
    meeting = make_soon(group__name="Thanet Board")
    first = client.get(PUBLIC).content
    assert client.get(PUBLIC).content == first

    meeting.place_words, meeting.version = "Margate", 2
    meeting.changed_at = make.NOW + timedelta(days=3)
    meeting.save()
    event = read(client)["Thanet Board"]

    assert str(event["UID"]) == f"{meeting.public_id}@placeplan"
    assert event["DTSTAMP"].dt == make.NOW + timedelta(days=3)
    assert event["SEQUENCE"] == 1


def test_lines_are_folded_at_75_octets(client):
    make_soon(group__name="Gesundheits- und Pflegeausschuß " * 6)

    lines = client.get(PUBLIC).content.split(b"\r\n")

    assert max(len(line) for line in lines) <= 75
    assert len([line for line in lines if line.startswith(b" ")]) >= 2


def test_public_calendar_has_meetings_in_public_of_three_months_back(client):
    today = timezone.localdate()
    make_soon(group__name="In public")
    make_soon(group__name="In private", group__is_public=False)
    private = make.GroupPartFactory(kind=PartKind.PRIVATE, group__name="Private part")
    make_soon(group=private.group, part=private)
    joint = make.GroupPartFactory(kind=PartKind.JOINT, group__name="Joint part")
    make_soon(group=joint.group, part=joint)
    make_soon(group__name="Withdrawn", withdrawn_at=make.NOW, withdrawn_reason="Twice.")
    for name, days in (("Of 92 days ago", 92), ("Of 93 days ago", 93)):
        day = today - timedelta(days=days)
        make.MeetingFactory(group__name=name, held_on=day, starts_at=None)

    assert set(read(client)) == {"In public", "Joint part", "Of 92 days ago"}


def test_calendar_says_nothing_of_items_or_papers(client):
    meeting = make_soon()
    make.PaperVersionFactory(
        paper__item__meeting=meeting, paper__title="A report", text="What it says"
    )

    text = client.get(PUBLIC).content.decode()

    assert [word for word in ("Terms of reference", "A report") if word in text] == []


@pytest.fixture
def member(db):
    """Give somebody with a seat in Thanet's group, which meets in private."""
    group = make_thanet()
    user = UserFactory(username="member")
    give_post(group.seats.all()[1], user)
    make_meeting(group, state="planned")
    for meeting in group.meetings.all():
        meeting.held_on, meeting.starts_at = SOON, None
        meeting.save()
    group.is_public = False
    group.save()
    return user


def test_own_calendar_has_the_meetings_of_ones_own_groups_by_its_link(client, member):
    make_soon(group__name="Of others")
    token = open_feed(user=member, at=make.NOW)

    assert set(read(client, f"/my-meetings/{token}.ics")) == {"Thanet Wellbeing Board"}
    assert set(read(client)) == {"Of others"}


@pytest.mark.parametrize("how", ["renewed", "closed", "left", "wrong"])
def test_own_calendar_is_shut_once_its_link_works_no_more(client, member, how):
    token = open_feed(user=member, at=make.NOW)
    if how == "renewed":
        open_feed(user=member, at=make.NOW)
    if how == "closed":
        close_feed(user=member, at=make.NOW)
    if how == "left":
        member.is_active = False
        member.save()
    if how == "wrong":
        token = "another-word"

    assert client.get(f"/my-meetings/{token}.ics").status_code == 404


def test_links_are_made_on_my_meetings_and_shown_once(client, member):
    client.force_login(member)
    before = client.get("/my-meetings/").content.decode()

    made = client.post("/my-meetings/calendar/")
    again = client.get("/my-meetings/").content.decode()

    found = re.findall(r"<code>http://testserver(.*?)</code>", made.content.decode())
    assert [address.rpartition("/")[0] for address in found] == [
        "/my-meetings",
        "/my-work/calendar",
    ]
    assert [client.get(address).status_code for address in found] == [200, 200]
    assert made.headers["Cache-Control"] == "no-store, private"
    assert ("Make links" in before, "Make new links" in again) == (True, True)
    assert "<code>" not in again


def test_calendars_are_linked_from_the_room(client):
    page = client.get("/governance/").content.decode()

    assert f'href="{PUBLIC}"' in page
    assert 'href="/governance/oparl/"' in page
