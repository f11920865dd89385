"""A meeting and a group as they stood on a past day, whatever was changed since."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import make_clerk, make_meeting, make_thanet
from factories.page_words import find_finding, list_rows, read_page, say, strip_marks
from factories.post_factory import make_holding, make_post
from placeplan_web.governance.models import AgendaItem, AliasKind, Meeting
from placeplan_web.governance.operations.declaration import declare_interest, rule_on
from placeplan_web.registers.operations import save_record, withdraw_record

pytestmark = pytest.mark.django_db
BEFORE, AFTER = "2019-08-08", "2019-08-10"
CHANGED_AT = datetime(2019, 8, 9, 9, 0, tzinfo=UTC)
AGENDA = "Agenda"


def link(meeting, rest=""):
    return f"/governance/meetings/{meeting.public_id}/{rest}"


def change(record, **changes):
    return save_record(by="clerk", record=record, changes=changes, at=CHANGED_AT)


def list_agenda(client, meeting, day):
    page = read_page(client, link(meeting), as_at=day)
    return [row[0].removesuffix(" midday") for row in list_rows(page, AGENDA)]


@pytest.fixture
def meeting(db):
    return make_meeting(make_thanet(), "1", "2", "3", state="planned")


def test_agenda_stands_as_it_was_before_items_were_added_moved_and_taken_off(
    client, meeting
):
    first, second, third = meeting.items.all()

    withdraw_record(by="clerk", record=first, reason="It was late.", at=CHANGED_AT)
    change(second, number="1A", position=1, title="Matter 2, as it is now")
    change(AgendaItem(meeting=meeting), number="4", position=4, title="Matter 4")

    assert list_agenda(client, meeting, BEFORE) == [
        *("1. Matter 1", "2. Matter 2", "3. Matter 3")
    ]
    assert list_agenda(client, meeting, AFTER) == [
        *("1A. Matter 2, as it is now", "3. Matter 3", "4. Matter 4")
    ]
    now = strip_marks(read_page(client, link(meeting)))
    assert "1A. Matter 2, as it is now" in now
    assert third.number == "3"


def test_page_of_an_item_goes_by_the_number_that_it_had(client, meeting):
    item = meeting.items.get(number="2")

    change(item, number="7", recommendation="Three sites.")

    before = client.get(link(meeting, "items/2/"), {"as_at": BEFORE})
    after = client.get(link(meeting, "items/7/"), {"as_at": AFTER})
    assert (before.status_code, after.status_code) == (200, 200)
    assert ("Three sites." in say(before), "Three sites." in say(after)) == (
        False,
        True,
    )
    assert client.get(link(meeting, "items/7/"), {"as_at": BEFORE}).status_code == 404
    assert client.get(link(meeting, "items/2/"), {"as_at": AFTER}).status_code == 404


def test_papers_and_their_versions_stand_from_their_publication(client, meeting):
    item = meeting.items.get(number="1")
    paper = make.PaperFactory(item=item, title="Beds in Thanet")
    for number, day in ((1, 6), (2, 9)):
        published = datetime(2019, 8, day, 9, 0, tzinfo=UTC)
        make.PaperVersionFactory(
            *(), paper=paper, number=number, text=f"# {number}", at=published
        )
    caption = "Papers, and when they were published"

    before = read_page(client, link(meeting), as_at=BEFORE)
    after = read_page(client, link(meeting), as_at=AFTER)

    shown = [[row[1] for row in list_rows(each, caption)] for each in (before, after)]
    assert shown[0] == ["Beds in Thanet, version 1"]
    assert shown[1] == ["Beds in Thanet, version 1", "Beds in Thanet, version 2"]


def test_day_before_a_meeting_it_was_planned_and_nothing_was_settled(client):
    meeting = make_meeting(make_thanet(), "4")
    item = meeting.items.get()
    seat = meeting.group.seats.first()
    make.AttendanceFactory(meeting=meeting, seat=seat)
    make.VoteFactory(item=item, motion="That it be so.")
    make.DecisionFactory(item=item, reference="DN-77")
    drafted_at = datetime(2019, 8, 20, tzinfo=UTC)
    minutes = make.MinutesFactory(meeting=meeting, changed_at=drafted_at)
    for draft, text in ((1, "They met."), (2, "They met, and left late.")):
        at = drafted_at + timedelta(days=draft - 1)
        make.MinutesPartFactory(minutes=minutes, draft=draft, text=text, at=at)

    before = read_page(client, link(meeting, "items/4/"), as_at="2019-08-13")
    on_the_day = read_page(client, link(meeting, "items/4/"), as_at="2019-08-14")
    page = strip_marks(read_page(client, link(meeting), as_at="2019-08-13"))

    assert ("DN-77" in before, "That it be so." in before) == (False, False)
    assert ("DN-77" in on_the_day, "That it be so." in on_the_day) == (True, True)
    assert "State Planned" in page
    assert "Minutes" not in page
    later = strip_marks(read_page(client, link(meeting), as_at="2019-08-20"))
    assert "Minutes: minutes drafted, not agreed yet They met. " in later
    now = strip_marks(read_page(client, link(meeting)))
    assert "They met, and left late." in now


def test_meeting_that_nobody_had_planned_says_so_and_tells_nothing(client, meeting):
    change(meeting, place_words="Council offices")

    page = read_page(client, link(meeting), as_at="2019-07-31")

    assert find_finding(page) == "Nobody had planned this meeting yet on 31 July 2019."
    assert ("Matter 1" in page, "Council offices" in page) == (False, False)
    assert "State Planned" not in strip_marks(page)


def test_ruling_of_a_later_day_has_no_effect_yet(client):
    group = make_thanet(regime="nhs")
    meeting = make_meeting(group, "4", state="planned")
    item, seat = meeting.items.get(), group.seats.all()[1]
    made = declare_interest(
        by="clerk",
        item=item,
        kind="indirect",
        nature="A cousin's firm.",
        seat=seat,
        at=datetime(2019, 8, 7, 9, 0, tzinfo=UTC),
    )
    rule_on(
        by="clerk",
        declaration=made,
        ruling="note_and_stay",
        post=group.seats.first().holdings.get().post,
        at=CHANGED_AT,
    )
    caption = "Interests declared on this item"

    effects = [
        list_rows(read_page(client, link(meeting, "items/4/"), as_at=day), caption)
        for day in ("2019-08-06", BEFORE, AFTER)
    ]

    assert [[row[3] for row in rows] for rows in effects] == [
        [],
        ["may not speak, may not vote, leaves the room"],
        ["may speak, may vote, may stay; the chair ruled: note it, and stay"],
    ]


def test_item_that_became_private_is_kept_back_on_every_past_day(client, meeting):
    item = meeting.items.get(number="2")
    change(item, recommendation="Buy the site for 4 million.")
    save_record(
        by="clerk",
        record=item,
        changes={
            "title": "A site",
            "classification": "exempt",
            "exempt_reason": "schedule_12a_3",
            "balance_words": "Prices are in it.",
        },
        at=datetime(2019, 8, 12, 9, 0, tzinfo=UTC),
    )

    page = read_page(client, link(meeting, "items/2/"), as_at=AFTER)

    assert "4 million" not in page
    assert list_agenda(client, meeting, AFTER)[1] == "2. A site"


def test_seat_of_a_past_day_opens_nothing_private_today(client, meeting):
    item = meeting.items.get(number="2")
    change(
        item,
        recommendation="Buy the site for 4 million.",
        classification="exempt",
        exempt_reason="schedule_12a_3",
        balance_words="Prices are in it.",
    )
    member = UserFactory()
    post = make_holding(make_post("Councillor until August"), member).post
    seat = make.SeatFactory(group=meeting.group)
    until = date(2019, 8, 31)
    make.SeatHoldingFactory(seat=seat, post=post, ends_on=until)
    client.force_login(member)

    page = read_page(client, link(meeting, "items/2/"), as_at=AFTER)

    assert "4 million" not in page


def test_nothing_is_done_on_a_past_day(client, meeting):
    client.force_login(make_clerk(meeting.group))

    today = read_page(client, link(meeting))
    past = read_page(client, link(meeting), as_at=AFTER)

    assert ("do/call/" in today, "do/" in past) == (True, False)


@pytest.mark.parametrize("rest", ["", "items/1/"])
def test_past_day_asks_as_often_for_three_items_as_for_one(client, rest):
    group = make_thanet()

    def fill(*numbers):
        meeting = make_meeting(group, *numbers)
        for item in meeting.items.all():
            for _ in numbers:
                make.PaperVersionFactory(paper__item=item, at=CHANGED_AT)
                make.DeclarationFactory(
                    item=item, seat=group.seats.first(), declared_at=CHANGED_AT
                )
                make.ActionFactory(group=group, item=item)
                make.EscalationFactory(group=group, item=item)
                make.BallotFactory(vote__item=item, seat=group.seats.first())
        return link(meeting, rest)

    def count(url):
        read_page(client, url, as_at="2019-08-20")
        with CaptureQueriesContext(connection) as asked:
            read_page(client, url, as_at="2019-08-20")
        return len(asked)

    one, three = count(fill("1")), count(fill("1", "2", "3"))

    assert one == three
    assert Meeting.objects.count() == 2


@pytest.fixture
def renamed(db):
    """Give a group of two names, two versions of terms, and a seat with two holders."""
    group = make.GroupFactory(slug="told", name="Programme Board")
    make.GroupAliasFactory(
        group=group,
        name="Partnership Board",
        kind=AliasKind.PROPOSED,
        starts_on=date(2020, 4, 1),
    )
    until, since = date(2019, 6, 30), date(2019, 7, 1)
    make.TermsFactory(group=group, reference="TOR-A", quorum_number=3, ends_on=until)
    make.TermsFactory(group=group, reference="TOR-B", quorum_number=5, starts_on=since)
    seat = make.SeatFactory(group=group, title="Clinical chair")
    for post, starts_on, ends_on in (("A", None, until), ("B", since, None)):
        make.SeatHoldingFactory(
            seat=seat,
            post__title=f"Chair of {post}",
            starts_on=starts_on or date(2019, 1, 1),
            ends_on=ends_on,
        )
    return group


@pytest.mark.parametrize(
    ("day", "title", "terms", "seats"),
    [
        (
            *("2019-06-01", "Programme Board", "TOR-A"),
            [["Chair of A", "from 1 January 2019"]],
        ),
        (
            *("2020-05-01", "Partnership Board", "TOR-B"),
            [
                ["Chair of A", "1 January 2019 to 30 June 2019"],
                ["Chair of B", "from 1 July 2019"],
            ],
        ),
    ],
)
def test_group_tells_its_names_terms_and_seats_up_to_a_day(
    client, renamed, day, title, terms, seats
):
    page = read_page(client, "/governance/groups/told/", as_at=day)

    heading = page.split("<h1")[1].split("</h1>")[0]
    assert strip_marks(f"<h1{heading}") == f"Group {title}"
    assert [row[::2] for row in list_rows(page, "Names by which it went")] == [
        ["Programme Board", "days not stated"],
        ["Partnership Board", "from 1 April 2020"],
    ]
    versions = list_rows(page, "Versions of the terms of reference")
    assert [row[0] for row in versions if "in force" in row[0]] == [f"{terms} in force"]
    held = list_rows(page, "Who has had each seat, by this day")
    assert [row[2:] for row in held] == seats
