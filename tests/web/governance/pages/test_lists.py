"""My meetings, actions and escalated risks: what is before somebody, and since when."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories import governance_factory as make
from factories.meeting_factory import make_clerk, make_meeting, make_thanet
from factories.page_words import say
from factories.post_factory import make_holding
from factories.programme_factory import RiskFactory
from placeplan_web.governance.models import Action, CarriedAction, Escalation
from placeplan_web.programme.models import ScoreKind
from placeplan_web.programme.operations.risk import add_score

pytestmark = pytest.mark.django_db
HEARD_BY = ("grp-steb", "grp-sc-steering", "grp-icp-steering")


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200, say(response)
    return response.content.decode()


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return " ".join(found.group(1).split()) if found else ""


def score(risk, impact, likelihood):
    today = timezone.localdate()
    return add_score(
        by="tests",
        risk=risk,
        kind=ScoreKind.CURRENT,
        impact=impact,
        likelihood=likelihood,
        reason="It came closer.",
        scored_on=today,
        at=timezone.now(),
    )


@pytest.fixture
def meetings(db):
    """Give the next meeting of each of the groups that hear risks."""
    soon = timezone.localdate() + timedelta(days=7)
    groups = [make.GroupFactory(slug=slug, name=slug) for slug in HEARD_BY]
    return [
        make.MeetingFactory(group=group, held_on=soon, starts_at=None)
        for group in groups
    ]


def test_risk_of_2_times_4_stands_on_the_next_agenda_of_three_groups(client, meetings):
    risk = RiskFactory(title="Too few stroke doctors")

    score(risk, 2, 4)

    for meeting in meetings:
        page = read(client, f"/governance/meetings/{meeting.public_id}/")
        assert "Risks at the threshold" in page
        assert f"{risk.reference} Too few stroke doctors" in page
    page = read(client, "/governance/escalations/")
    assert find_finding(page) == (
        "1 risk laid before groups; 3 talks are still owed, the oldest for 0 days."
    )


def test_risk_of_2_times_3_stands_on_no_agenda(client, meetings):
    score(RiskFactory(), 2, 3)

    assert not Escalation.objects.exists()
    assert find_finding(read(client, "/governance/escalations/")) == (
        "No risk has been laid before a group."
    )


def test_risk_that_nobody_discusses_ages_until_it_is_discussed(client):
    group = make_thanet()
    meeting = make_meeting(group, "7")
    escalation = make.EscalationFactory(
        group=group, item=meeting.items.get(), raised_on=date(2019, 7, 1)
    )
    client.force_login(make_clerk(group))
    page = read(client, "/governance/escalations/", as_at="2019-08-10")
    assert find_finding(page).endswith("1 talk is still owed, the oldest for 40 days.")

    discuss = f"/governance/meetings/{meeting.public_id}/items/7/do/discuss/"
    client.post(discuss, {"discussion": "Two doctors were found."})

    later = read(client, "/governance/escalations/", as_at="2019-09-10")
    assert find_finding(later).endswith("none waits to be discussed.")
    assert "Two doctors were found." in later
    escalation.refresh_from_db()
    assert escalation.discussed_on == date(2019, 8, 14)


def test_action_is_carried_to_the_next_agenda_and_closed_by_its_owner(client):
    group = make_thanet()
    owner = make_clerk(make.GroupFactory(), "owner")
    post = group.seats.all()[1].holdings.get().post
    make_holding(post, owner)
    action = make.ActionFactory(
        group=group, owner_post=post, text="Count the beds", due_on=date(2019, 9, 1)
    )
    soon = timezone.localdate() + timedelta(days=30)
    meeting = make.MeetingFactory(group=group, held_on=soon, starts_at=None)
    client.force_login(make_clerk(group))
    address = f"/governance/meetings/{meeting.public_id}/"

    assert client.post(f"{address}do/call/").status_code == 302
    called = read(client, address)
    client.force_login(owner)
    work = read(client, "/my-work/")
    close = f"/governance/actions/{action.reference}/do/close/"
    done = {"state": "done", "closed_on": "2019-09-01", "closed_reason": "412 beds."}
    assert client.post(close, done).status_code == 302

    assert CarriedAction.objects.get().meeting == meeting
    assert f"{action.reference} Count the beds" in called
    assert f"Do the action {action.reference}" in " ".join(work.split())
    page = read(client, f"/governance/actions/{action.reference}/")
    assert "Done on 1 September 2019: 412 beds." in page
    assert Action.objects.get().state == "done"
    assert action.reference not in read(client, "/my-work/")


def test_actions_stand_in_a_register(client):
    make.ActionFactory(owner_words="All", text="Read the plan")
    make.ActionFactory(due_on=date(2019, 9, 1))

    page = read(client, "/governance/actions/")

    assert find_finding(page) == (
        "2 actions, 2 open: 1 past the day set for it, 1 without an owner."
    )


def test_somebody_sees_their_meetings_and_items_that_an_interest_touches(client):
    group = make_thanet()
    seat = group.seats.all()[1]
    user = make_clerk(make.GroupFactory(), "member")
    make_holding(seat.holdings.get().post, user)
    meeting = make.MeetingFactory(
        group=group, held_on=timezone.localdate() + timedelta(days=3), starts_at=None
    )
    make.AgendaItemFactory(meeting=meeting, number="2", title="Hall", tags=["lease"])
    make.InterestFactory(post=seat.holdings.get().post, tags=["Lease"])
    client.force_login(user)

    page = read(client, "/my-meetings/")

    assert find_finding(page).startswith("1 seat; 1 meeting ahead, the next on ")
    assert "owns the lease of the hall (lease)" in page
    assert ">2. Hall</a>" in page


def test_lists_ask_as_much_for_three_as_for_one(client):
    group = make_thanet()
    seat = group.seats.all()[1]
    user = make_clerk(make.GroupFactory(), "member")
    post = seat.holdings.get().post
    make_holding(post, user)
    client.force_login(user)
    ahead = timezone.localdate() + timedelta(days=3)

    def fill():
        meeting = make.MeetingFactory(group=group, held_on=ahead, starts_at=None)
        item = make.AgendaItemFactory(meeting=meeting, tags=["lease"])
        make.InterestFactory(post=post, tags=["lease"])
        make.ActionFactory(group=group, owner_post=post)
        make.EscalationFactory(group=group, item=item)

    def count(url):
        read(client, url)
        with CaptureQueriesContext(connection) as caught:
            read(client, url)
        return len(caught)

    urls = ("/my-meetings/", "/governance/escalations/", "/governance/actions/")
    fill()
    one = [count(url) for url in urls]
    fill()
    fill()

    assert [count(url) for url in urls] == one
