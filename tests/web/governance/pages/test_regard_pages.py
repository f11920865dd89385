"""Pages say who had read an impact assessment, and whether results are in the pack."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import give_post, make_clerk, make_meeting, make_thanet
from factories.page_words import find_rows, say
from factories.programme_factory import (
    BY,
    ImpactAssessmentFactory,
    ImpactMitigationFactory,
)
from placeplan_web.governance.models import Decision, PaperReading
from placeplan_web.programme.models import EqualityFinding

pytestmark = pytest.mark.django_db
CALLED_AT = datetime(2019, 8, 5, 9, 0, tzinfo=UTC)
TITLE = "Equality impact of three sites"


@pytest.fixture
def committee(db):
    """Give a committee of six that may decide on stroke."""
    group = make_thanet()
    make.GroupMemberFactory(group=group, body=make.BodyFactory())
    make.InstrumentFactory(group=group, subjects=["stroke"])
    return group


@pytest.fixture
def meeting(committee):
    """Give its meeting, with three of the six in the room."""
    meeting = make_meeting(committee, "4")
    for seat in committee.seats.all()[:3]:
        make.AttendanceFactory(meeting=meeting, seat=seat)
    return meeting


@pytest.fixture
def item(meeting):
    return f"/governance/meetings/{meeting.public_id}/items/4/"


def make_version(meeting, **fields):
    """Give a version of an impact assessment that was published with the agenda."""
    return make.PaperVersionFactory(
        paper__item=meeting.items.get(),
        paper__kind="assessment",
        paper__title=TITLE,
        at=CALLED_AT,
        **fields,
    )


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200, say(response)
    return response.content.decode()


def record(client, item, version, seat):
    """Say on the form of an item that a seat has read a version."""
    typed = {
        "paper_version": f"{version.paper.reference}/{version.number}",
        "seat": str(seat.public_id),
    }
    return client.post(f"{item}do/read/", typed)


def vote(client, item, seats):
    """Have these seats vote in favour."""
    choices = {f"seat-{seat.public_id}": "for" for seat in seats}
    response = client.post(f"{item}do/vote/", {"motion": "So be it.", **choices})
    assert response.status_code == 302, say(response)


def settle(client, item, **more):
    typed = {"kind": "decision", "title": "Stroke", "text": "Three.", **more}
    return client.post(f"{item}do/settle/", {"subject": "stroke", **typed})


def test_member_says_so_for_their_own_seat_alone(client, committee, meeting, item):
    version = make_version(meeting)
    other, own = committee.seats.all()[:2]  # the first is in the chair
    member = UserFactory(username="member")
    give_post(own, member)
    client.force_login(member)

    form = read(client, f"{item}do/read/")
    record(client, item, version, other)
    answer = record(client, item, version, own)

    assert str(own.public_id) in form
    assert str(other.public_id) not in form
    assert answer.status_code == 302
    (reading,) = PaperReading.objects.all()
    assert (reading.seat, reading.by) == (own, str(member.public_id))


def test_paper_leads_its_member_to_say_that_they_have_read_it(
    client, committee, meeting, item
):
    first = make_version(meeting)
    second = make.PaperVersionFactory(paper=first.paper, number=2)
    pages = [
        f"/governance/papers/{each.paper.public_id}/versions/{each.number}/"
        for each in (first, second)
    ]
    guest = read(client, pages[1])
    member = UserFactory(username="member")
    give_post(committee.seats.first(), member)
    client.force_login(member)

    old, new = (read(client, page) for page in pages)

    way = f'href="{item}do/read/"'
    assert [way in page for page in (guest, old, new)] == [False, False, True]


def test_vote_warns_and_decision_waits_until_those_who_vote_have_read_it(
    client, committee, meeting, item
):
    version = make_version(meeting)
    one, two, three = committee.seats.all()[:3]
    client.force_login(make_clerk(committee))
    client.post(f"{item}do/open/")
    record(client, item, version, one)
    record(client, item, version, two)

    warned = say(client.get(f"{item}do/vote/"))
    vote(client, item, [one, two, three])
    refused = settle(client, item, vote=str(meeting.items.get().votes.get().public_id))
    record(client, item, version, three)
    vote(client, item, [one, two, three])
    second = meeting.items.get().votes.last()
    answer = settle(client, item, vote=str(second.public_id))

    unread = f"{TITLE}: Councillor 3 has not recorded that they read version 1."
    assert unread in warned
    assert (refused.status_code, answer.status_code) == (422, 302)
    assert unread in say(refused)
    page = read(client, f"/governance/decisions/{Decision.objects.get().reference}/")
    rows = find_rows(page, f"Who had read {TITLE}")
    assert [row[:2] for row in rows] == [
        [f"Councillor {number}", "had read version 1"] for number in (1, 2, 3)
    ]
    assert "3 of 3 had read version 1, which stood, before the vote." in page


def test_decision_page_tells_what_the_assessment_says_and_that_it_was_opened_again(
    client, committee, meeting
):
    assessment = ImpactAssessmentFactory(
        edition=2, reference="IA-07", programme__is_open=True
    )
    EqualityFinding.objects.create(
        by=BY,
        at=CALLED_AT,
        assessment=assessment,
        edition=1,
        characteristic="age",
        aim="ii",
        direction="worse",
        evidence="Older people travel further.",
    )
    ImpactMitigationFactory(
        assessment=assessment,
        characteristic="age",
        title="A shuttle bus",
        owner_words="Director of travel",
    )
    make_version(meeting, paper__assessment=assessment, edition=1)
    decision = make.DecisionFactory(item=meeting.items.get(), at=timezone.now())

    page = read(client, f"/governance/decisions/{decision.reference}/")

    (row,) = find_rows(page, f"Characteristics considered in {TITLE}")
    assert row == [
        "Age",
        "Advance equality of opportunity",
        "Worse",
        "Older people travel further.",
        "A shuttle bus, Director of travel",
    ]
    assert "The assessment was opened again since: edition 2." in page


def test_private_assessment_is_named_to_those_alone_who_are_served_it(
    client, committee, meeting, item
):
    version = make_version(meeting, is_exempt=True)
    member = UserFactory(username="member")
    seat = committee.seats.first()
    give_post(seat, member)
    make.PaperReadingFactory(version=version, seat=seat, post=seat.holdings.get().post)

    shut = read(client, item)
    client.force_login(member)
    served = read(client, item)

    assert TITLE not in shut
    assert "An impact assessment that is kept private" in shut
    assert f"Who has read {TITLE}" in served
    assert "1 of 6 has read version 1, the newest. No vote yet." in served


def test_item_page_of_a_past_day_knows_no_later_reading(client, meeting, item):
    version = make_version(meeting)
    seat = meeting.group.seats.first()
    make.PaperReadingFactory(
        version=version,
        seat=seat,
        post=seat.holdings.get().post,
        at=datetime(2019, 8, 9, 9, 0, tzinfo=UTC),
    )
    caption = f"Who has read {TITLE}"

    before = find_rows(read(client, item, as_at="2019-08-08"), caption)
    after = find_rows(read(client, item, as_at="2019-08-09"), caption)

    assert [row[1] for row in before] == ["not recorded"] * 6
    assert [row[1] for row in after] == ["has read version 1", *["not recorded"] * 5]


def test_decision_without_the_results_of_its_consultation_is_explained_on_its_page(
    client, committee, meeting, item
):
    held = meeting.items.get()
    held.consultation = "the stroke consultation of 2018"
    held.save()
    client.force_login(make_clerk(committee))
    client.post(f"{item}do/open/")

    warned = say(client.get(f"{item}do/vote/"))
    refused = settle(client, item)
    settle(client, item, results_reason="It closes on Friday.")

    missing = (
        "No report on the results of the stroke consultation of 2018 is in the pack."
    )
    assert missing in warned
    assert (refused.status_code, missing in say(refused)) == (422, True)
    page = read(client, f"/governance/decisions/{Decision.objects.get().reference}/")
    assert "It closes on Friday." in page
