"""Who may decide, who sits where and when they meet, on any day."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.page_words import list_rows, say
from factories.post_factory import make_holding, make_post
from placeplan_web.governance.models import (
    AliasKind,
    DelegatingBody,
    GroupKind,
    MemberKind,
)
from placeplan_web.governance.queries.group_list import list_groups
from placeplan_web.governance.queries.standing import find_name

pytestmark = pytest.mark.django_db
BOARD = "STP Programme Board"


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return " ".join(found.group(1).split()) if found else ""


@pytest.fixture
def board(db):
    """Give the board of 2019, which was to be renamed in 2020, and is misnamed once."""
    board = make.GroupFactory(slug="programme-board", name=BOARD, era="2019")
    make.GroupAliasFactory(group=board, name="STP Partnership Board")
    make.GroupAliasFactory(
        group=board,
        name="ICS Partnership Board",
        kind=AliasKind.PROPOSED,
        starts_on=date(2020, 4, 1),
    )
    return board


def make_members(group, *kinds):
    bodies = [make.BodyFactory(kind=kind) for kind in kinds]
    for body in bodies:
        make.GroupMemberFactory(group=group, body=body, kind=body.kind)
    return bodies


def delegate(group, bodies, **more):
    instrument = make.InstrumentFactory(group=group, is_for_all_members=False, **more)
    for body in bodies:
        DelegatingBody.objects.create(instrument=instrument, body=body)
    return instrument


@pytest.mark.parametrize(
    ("as_at", "name"),
    [("2019-06-01", BOARD), ("2020-04-01", "ICS Partnership Board")],
)
def test_group_goes_by_its_name_of_the_day(client, board, as_at, name):
    page = read(client, "/governance/groups/programme-board/", as_at=as_at)

    title = re.search(r"<h1.*?</span>(.*?)</h1>", page, re.S).group(1).strip()
    listed = list_groups(date.fromisoformat(as_at))
    assert title == name
    assert [each.name for each in listed] == [name]
    assert find_name(board, date.fromisoformat(as_at)) == name


def test_search_finds_a_group_by_the_name_that_one_paper_gives_it(client, board):
    make.GroupFactory(name="Finance Group", slug="finance-group")

    page = read(client, "/search/", q="STP Partnership Board", as_at="2019-06-01")

    assert re.findall(r'href="(/governance/groups/[^"]+)"', page) == [
        "/governance/groups/programme-board/?as_at=2019-06-01"
    ]
    assert f">{BOARD}</a>" in page


def test_group_of_commissioners_and_providers_may_only_recommend_in_2016(client):
    group = make.GroupFactory(slug="leadership", kind=GroupKind.RECOMMENDS)
    bodies = make_members(group, MemberKind.COMMISSIONER, MemberKind.PROVIDER)
    delegate(group, bodies, section="section 65Z5", subjects=["Stroke"])

    then = read(client, "/governance/groups/leadership/", as_at="2016-03-09")
    later = read(client, "/governance/groups/leadership/", as_at="2023-03-09")

    assert find_finding(then) == (
        "0 seats; no quorum is stated, and none is assumed; on 9 March 2016 it may "
        "only recommend."
    )
    assert find_finding(later) == (
        "0 seats; no quorum is stated, and none is assumed; on 9 March 2023 it may "
        "decide Stroke."
    )
    assert "lets a joint committee decide for members of these kinds" in then
    assert "(section 65Z5)" in later


def test_joint_committee_decides_what_was_delegated_and_no_more(client):
    group = make.GroupFactory(slug="joint", kind=GroupKind.DELEGATED)
    bodies = make_members(group, MemberKind.COMMISSIONER, MemberKind.COMMISSIONER)
    delegate(group, bodies, subjects=["Stroke", "Cancer"], starts_on=date(2018, 4, 1))
    delegate(
        *(group, bodies),
        subjects=["children's services"],
        state="intended",
        name="Plan",
    )

    page = read(client, "/governance/groups/joint/", as_at="2019-08-14")
    asked = read(
        *(client, "/governance/groups/joint/"),
        matter="children's services",
        as_at="2019-08-14",
    )

    assert find_finding(page).endswith(
        "it may decide Stroke, Cancer, but not children&#39;s services."
    )
    assert find_finding(asked).endswith("on 14 August 2019 it may only recommend.")


def test_law_that_two_matters_share_is_cited_once(client):
    group = make.GroupFactory(slug="joint", kind=GroupKind.DELEGATED)
    bodies = make_members(group, MemberKind.COMMISSIONER, MemberKind.COMMISSIONER)
    for subjects in (["Stroke"], ["Cancer"]):
        delegate(group, bodies, subjects=subjects, starts_on=date(2018, 4, 1))

    page = read(client, "/governance/groups/joint/", as_at="2019-08-14")

    (law,) = re.findall(r"The law of the day: (.*?)\. Check your", page, re.S)
    cited = law.split("; ")
    assert len(cited) == len(set(cited)) > 0


def test_quorum_is_told_as_stated_and_never_assumed(client):
    silent = make.GroupFactory(slug="silent")
    make.TermsFactory(group=make.GroupFactory(slug="told"), members_stated=6)

    told = say(client.get("/governance/groups/told/?as_at=2019-08-14"))
    nothing = say(client.get(f"/governance/groups/{silent.slug}/"))

    assert told.count("quorum 3 of 6") == 1
    assert nothing.count("no quorum is stated, and none is assumed") == 1


def test_seat_names_the_post_that_has_it_on_the_day(client):
    seat = make.SeatFactory(title="Clinical chair", group__slug="told", is_chair=True)
    held = make.SeatHoldingFactory(
        seat=seat, starts_on=date(2019, 4, 1), ends_on=date(2019, 9, 30)
    )

    during = read(client, "/governance/groups/told/", as_at="2019-09-30")
    after = read(client, "/governance/groups/told/", as_at="2019-10-01")

    caption = "Seats, and who has them"
    assert list_rows(during, caption)[0][3] == held.post.title
    assert list_rows(after, caption)[0][3] == "no post is recorded"


def test_private_group_shows_to_its_members_alone(client):
    group = make.GroupFactory(slug="quiet", name="Quiet group", is_public=False)
    user = UserFactory()
    post = make_holding(make_post(), user).post
    make.SeatHoldingFactory(seat__group=group, post=post)

    refused = client.get("/governance/groups/quiet/")
    hidden = read(client, "/governance/groups/")
    client.force_login(user)

    assert (refused.status_code, "Quiet group" in hidden) == (403, False)
    assert "Quiet group" in read(client, "/governance/groups/")
    assert client.get("/governance/groups/quiet/").status_code == 200


def test_list_is_narrowed_by_years_and_day(client, board):
    make.GroupFactory(name="Leadership group", era="2016")
    make.GroupFactory(name="Governing bodies", era="2016-2019")

    def list_names(**query):
        page = read(client, "/governance/groups/", **query)
        rows = page.split("<tbody")[1].split("</tbody>")[0]
        return re.findall(r'href="/governance/groups/[^"]+">([^<]+)</a>', rows)

    assert list_names(era="2016") == ["Leadership group"]
    assert list_names(as_at="2019-06-01") == ["Governing bodies", BOARD]
    assert list_names(q="partnership", as_at="2019-06-01") == [BOARD]


def test_first_page_says_what_waits_and_who_meets_next(client):
    meeting = make.MeetingFactory(group__name="Advisory group of Thanet")
    make.RatificationFactory(
        asked_on=date(2019, 7, 1), due_on=date(2019, 8, 1), body__name="Swale CCG"
    )

    page = read(client, "/governance/", as_at="2019-08-10")

    assert find_finding(page).endswith(
        "next, Advisory group of Thanet meets on 14 August 2019; 1 thing waits for "
        "somebody, 1 past the day set for it."
    )
    assert "Swale CCG" in page
    assert "1 August 2019, late" in page
    assert meeting.held_on == date(2019, 8, 14)


@pytest.mark.parametrize("url", ["/governance/", "/governance/groups/"])
def test_lists_ask_as_often_for_three_groups_as_for_one(client, url):
    def make_one():
        group = make.GroupFactory()
        make.GroupAliasFactory(group=group)
        make.TermsFactory(group=group)
        make.SeatFactory(group=group)
        make.MeetingFactory(group=group)
        make.RatificationFactory()
        make.ActionFactory(group=group)
        make.EscalationFactory(group=group)

    def count():
        client.get(url, {"as_at": "2019-08-10"})
        with CaptureQueriesContext(connection) as asked:
            client.get(url, {"as_at": "2019-08-10"})
        return len(asked)

    make_one()
    one = count()
    make_one()
    make_one()

    assert count() == one


def test_group_asks_as_often_for_thirty_seats_as_for_three(client):
    group = make.GroupFactory(slug="told")
    bodies = make_members(group, MemberKind.COMMISSIONER)

    def add():
        number = group.seats.count()
        make.SeatHoldingFactory(seat__group=group)
        make.MeetingFactory(group=group)
        make.GroupLinkFactory(group=group)
        make.GroupAliasFactory(group=group)
        delegate(group, bodies, subjects=[f"Subject {number}"])

    def count():
        with CaptureQueriesContext(connection) as asked:
            client.get("/governance/groups/told/", {"as_at": "2019-08-10"})
        return len(asked)

    def add_up_to(many):
        while group.seats.count() < many:
            add()

    add_up_to(3)
    count()
    three = count()
    add_up_to(30)

    assert count() == three
