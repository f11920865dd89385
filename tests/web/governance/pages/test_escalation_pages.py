"""The page of an escalated risk: where it stands before each group, and its history."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import make_clerk
from factories.page_words import find_rows, say
from factories.post_factory import make_holding
from factories.programme_factory import BY, RiskFactory
from placeplan_web.governance.models import Escalation, LinkKind, PartKind
from placeplan_web.governance.operations.escalation import (
    discuss_escalation,
    raise_escalations,
)
from placeplan_web.programme.operations.risk import add_score

pytestmark = pytest.mark.django_db
AT = datetime(2019, 8, 5, 9, 0, tzinfo=UTC)
HELD_ON = date(2019, 8, 14)
STANDS, HAPPENED = "Where the risk stands before each group", "What happened to it"


@pytest.fixture
def groups(db):
    """Give two parts of a group that escalates to the Programme Board."""
    whole = make.GroupFactory(name="ICP Steering Groups")
    board = make.GroupFactory(name="Programme Board", slug="board")
    make.GroupLinkFactory(group=whole, other=board, kind=LinkKind.ESCALATES_TO)
    return [
        make.GroupFactory(name=f"{name} Steering Group", slug=name, part_of=whole)
        for name in ("east", "west")
    ]


@pytest.fixture
def escalations(groups):
    """Give a risk of 2 by 4 before both, the first of which meets on 14 August."""
    make.MeetingFactory(group=groups[0], held_on=HELD_ON)
    risk = RiskFactory(reference="RSK-07", title="Staff leave")
    add_score(
        by=BY,
        risk=risk,
        kind="current",
        impact=2,
        likelihood=4,
        reason="review",
        scored_on=date(2019, 8, 1),
        at=AT,
    )
    raise_escalations(by=BY, at=AT, groups=groups)
    return list(Escalation.objects.order_by("group__slug"))


def read(client, escalation, **query):
    response = client.get(f"/governance/escalations/{escalation.reference}/", query)
    assert response.status_code == 200, say(response)
    return response.content.decode()


def test_page_says_how_long_each_group_has_waited_on_a_day(client, escalations):
    page = read(client, escalations[0], as_at="2019-08-31")

    rows = find_rows(page, STANDS)

    waited = "RSK-07 has waited 30 days for {} Steering Group to discuss it."
    assert rows == [
        [f"{name} Steering Group", "1 August 2019", waited.format(name)]
        for name in ("east", "west")
    ]


def test_discussion_ends_the_age_and_stands_in_the_history(client, groups, escalations):
    meeting = make.OpenMeetingFactory(group=groups[1], held_on=HELD_ON)
    waiting = escalations[1]
    waiting.item = make.AgendaItemFactory(meeting=meeting, number="7")
    waiting.save()
    discuss_escalation(
        by=BY, escalation=waiting, discussion="Hire by May.", at=make.NOW
    )

    page = read(client, waiting, as_at="2019-12-31")

    stands = dict(row[::2] for row in find_rows(page, STANDS))
    assert stands["west Steering Group"] == (
        "west Steering Group discussed RSK-07 on 14 August 2019, after 13 days. "
        "Hire by May."
    )
    assert stands["east Steering Group"].startswith("RSK-07 has waited 152 days")
    events = [row for row in find_rows(page, HAPPENED) if "west" in row[1]]
    assert [event[2] for event in events] == [
        "Laid before it, at 2 times 4",
        "Put on the agenda item 7, 14 August 2019",
        "Discussed: Hire by May. item 7, 14 August 2019",
    ]


@pytest.mark.parametrize("private", ["item", "part"])
def test_what_was_said_on_a_private_item_stays_on_the_page_of_the_item(
    client, groups, escalations, private
):
    part = make.GroupPartFactory(group=groups[1], kind=PartKind.PRIVATE)
    meeting = make.OpenMeetingFactory(
        group=groups[1], held_on=HELD_ON, part=part if private == "part" else None
    )
    kept = {
        "classification": "exempt",
        "exempt_reason": "schedule_12a_3",
        "balance_words": "Prices are in it.",
    }
    waiting = escalations[1]
    waiting.item = make.AgendaItemFactory(
        meeting=meeting, number="7", **(kept if private == "item" else {})
    )
    waiting.save()
    discuss_escalation(
        by=BY, escalation=waiting, discussion="Hire by May.", at=make.NOW
    )

    page = read(client, waiting)
    listed = client.get("/governance/escalations/").content.decode()

    assert ("Hire by May" in page, "Hire by May" in listed) == (False, False)
    assert "What was said is kept private." in page
    assert "What was said is kept private." in listed
    events = [row[2] for row in find_rows(page, HAPPENED) if "west" in row[1]]
    assert events[-1] == "Discussed in private item 7, 14 August 2019"


def test_clerk_leaves_a_group_out_and_escalates_further(client, groups, escalations):
    body = make.BodyFactory(name="Thanet District Council", slug="thanet")
    client.force_login(make_clerk(groups[0]))
    address = f"/governance/escalations/{escalations[0].reference}/do/"

    bare = client.post(f"{address}narrow/", {"group-east": "on", "reason": ""})
    narrowed = client.post(
        f"{address}narrow/", {"group-east": "on", "reason": "East alone."}
    )
    gone = client.post(
        f"{address}further/",
        {"group-board": "on", "bodies": [body.slug], "reason": "Staff are short."},
    )

    assert (bare.status_code, narrowed.status_code, gone.status_code) == (
        422,
        302,
        302,
    )
    page = read(client, escalations[0])
    events = [row[1:] for row in find_rows(page, HAPPENED)]
    assert ["west Steering Group", "Stood down: East alone."] in events
    told = "Escalated to Thanet District Council: Staff are short."
    assert ["east Steering Group", told] in events
    assert ["Programme Board", "Laid before it, at 2 times 4"] in events


def test_owner_of_the_risk_directs_it_and_a_stranger_does_not(client, escalations):
    risk, owner = escalations[0].risk, UserFactory(username="owner")
    post = make.PostFactory()
    risk.owner_post = post
    risk.save()
    make_holding(post, owner)
    address = f"/governance/escalations/{escalations[0].reference}/do/narrow/"
    client.force_login(UserFactory(username="stranger"))
    stranger = client.get(address)

    client.force_login(owner)

    assert (stranger.status_code, client.get(address).status_code) == (403, 200)


def test_list_leads_to_the_page(client, escalations):
    page = client.get("/governance/escalations/").content.decode()

    for each in escalations:
        assert f'href="/governance/escalations/{each.reference}/"' in page


def test_page_of_a_private_group_is_shut_and_not_named_beside_others(
    client, groups, escalations
):
    groups[1].is_public = False
    groups[1].save()

    shut = client.get(f"/governance/escalations/{escalations[1].reference}/")

    assert shut.status_code in (302, 403)
    assert "west" not in read(client, escalations[0])


def test_page_asks_as_much_for_many_groups_as_for_two(client, escalations):
    def count():
        read(client, escalations[0])
        with CaptureQueriesContext(connection) as caught:
            read(client, escalations[0])
        return len(caught)

    make.ToldBodyFactory(escalation=escalations[0])
    two = count()
    crossing = escalations[0].crossing
    for number in (50, 51, 52):
        make.EscalationFactory(crossing=crossing, reference=f"ESC-{number}")
    for each in Escalation.objects.all():
        make.ToldBodyFactory(escalation=each)

    assert count() == two
