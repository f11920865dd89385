"""A meeting before, during and after it, by whoever reads or runs it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.meeting_factory import make_clerk, make_meeting, make_thanet
from factories.page_words import list_rows, say
from placeplan_web.governance.forms.voting import (
    DECLARED,
    UNDECLARED,
    warn_of_interests,
)
from placeplan_web.governance.models import (
    AgendaItem,
    Attendance,
    Declaration,
    ItemState,
    Vote,
)

pytestmark = pytest.mark.django_db


def link(meeting, rest=""):
    return f"/governance/meetings/{meeting.public_id}/{rest}"


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200, response.content.decode()[:2000]
    return response.content.decode()


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return " ".join(found.group(1).split()) if found else ""


def do(client, url, **typed):
    response = client.post(url, typed)
    assert response.status_code == 302, say(response)
    return response


@pytest.fixture
def thanet(db):
    return make_thanet()


@pytest.fixture
def meeting(thanet):
    """Give the group's meeting, under way, with three of its six members there."""
    meeting = make_meeting(thanet, "4", "5", "6")
    for seat in thanet.seats.all()[:3]:
        make.AttendanceFactory(meeting=meeting, seat=seat)
    return meeting


@pytest.fixture
def clerk(client, thanet):
    user = make_clerk(thanet)
    client.force_login(user)
    return user


def test_interest_makes_item_5_inquorate_while_items_4_and_6_are_quorate(
    client, thanet, meeting, clerk
):
    seat = thanet.seats.all()[2]
    found = {}
    for number in ("4", "5", "6"):
        item = link(meeting, f"items/{number}/")
        if number == "5":
            declared = {"seat": seat.public_id, "kind": "dpi", "nature": "The lease."}
            do(client, f"{item}do/declare/", **declared)
        do(client, f"{item}do/open/")
        found[number] = find_finding(read(client, item)).partition(":")[0]
        if number == "5":
            tried = {"motion": "That it be so.", f"seat-{seat.public_id}": "for"}
            refused = client.post(f"{item}do/vote/", tried)
            assert refused.status_code == 302  # it is not offered in this state
            way = {"way": "defer", "reason": "Two of us are left."}
            do(client, f"{item}do/exit/", **way)
        else:
            do(client, f"{item}do/finish/", outcome="Noted.")

    assert found == {
        "4": "Under discussion, quorate with 3, where 3 are needed; the group may "
        "only recommend.",
        "5": "Inquorate through interests",
        "6": "Under discussion, quorate with 3, where 3 are needed; the group may "
        "only recommend.",
    }
    assert not Vote.objects.exists()
    assert AgendaItem.objects.get(number="5").state == ItemState.DEFERRED


@pytest.mark.parametrize(
    ("heard", "effect"),
    [
        (True, "may speak, may not vote, leaves after speaking"),
        (False, "may not speak, may not vote, leaves the room"),
    ],
)
def test_significant_interest_lets_speak_whoever_the_public_may(client, heard, effect):
    group = make_thanet(public_may_speak=heard)
    meeting = make_meeting(group, "5")
    client.force_login(make_clerk(group))
    seat = group.seats.all()[1]

    do(
        *(client, link(meeting, "items/5/do/declare/")),
        seat=seat.public_id,
        kind="significant",
        nature="A neighbour.",
    )

    page = read(client, link(meeting, "items/5/"))
    assert f">{effect}<" in page
    assert Declaration.objects.get().may_vote is False


def test_seats_come_and_leave_by_buttons(client, thanet, meeting, clerk):
    seat = thanet.seats.all()[5]

    do(client, link(meeting, "do/join/"), seat=seat.public_id, by_video="on")
    there = read(client, link(meeting))
    do(client, link(meeting, "do/leave/"), seat=seat.public_id)

    assert find_finding(there) == "Under way: 4 members are there, and no item is open."
    stay = Attendance.objects.get(seat=seat)
    assert stay.by_video
    assert stay.left_at is not None


def test_only_those_who_may_vote_are_listed_and_their_vote_is_kept(
    client, thanet, meeting, clerk
):
    make.AttendanceFactory(meeting=meeting, seat=thanet.seats.all()[3])
    seats = list(thanet.seats.all())
    item = link(meeting, "items/4/")
    declared = {"seat": seats[0].public_id, "kind": "dpi", "nature": "The lease."}
    do(client, f"{item}do/declare/", **declared)
    do(client, f"{item}do/open/")

    form = read(client, f"{item}do/vote/")
    listed = re.findall(r'name="seat-([0-9a-f-]+)"', form)
    cast = {f"seat-{each.public_id}": "for" for each in seats[1:3]}
    cast[f"seat-{seats[3].public_id}"] = "against"
    do(client, f"{item}do/vote/", motion="That it be so.", **cast)

    assert listed == [str(each.public_id) for each in seats[1:4]]
    vote = Vote.objects.get()
    assert (vote.in_favour, vote.against, vote.is_carried) == (2, 1, True)
    assert "Councillor 4 against" in read(client, item)


def test_group_that_may_only_recommend_is_offered_no_decision(
    client, thanet, meeting, clerk
):
    item = link(meeting, "items/4/")
    do(client, f"{item}do/open/")

    form = read(client, f"{item}do/settle/")

    kinds = re.search(r'<select name="kind".*?</select>', form, re.S).group()
    assert re.findall(r'value="(\w+)"', kinds) == ["recommendation", "note"]
    assert "may only recommend stroke" in form


def test_minutes_are_drafted_corrected_and_then_agreed_and_locked(
    client, thanet, meeting, clerk
):
    do(client, link(meeting, "do/close/"))
    do(client, link(meeting, "do/draft-minutes/"))
    drafted = read(client, link(meeting))
    meeting.refresh_from_db()
    parts = {f"part-{e.position}": e.text for e in meeting.minutes.parts.all()}
    said = f"{parts['part-0']}\nCouncillor 6 sent apologies.\n"
    asked = {**parts, "part-0": said, "correction": "Apologies were missing."}
    do(client, link(meeting, "do/correct-minutes/"), **asked)
    early = client.post(link(meeting, "do/agree-minutes/"))
    later = make.OpenMeetingFactory(group=thanet, held_on="2019-09-18", starts_at=None)
    do(client, link(meeting, "do/agree-minutes/"), meeting=later.public_id)

    page = read(client, link(meeting))
    assert "Open a later meeting of the group, and choose it." in say(early)
    assert "Councillor 1: midday to" in drafted
    assert "Minutes: minutes agreed on 18 September 2019 and locked" in page
    assert "Apologies were missing." in page
    assert "Councillor 6 sent apologies." in page
    assert "Correct the minutes" not in page


def test_items_move_by_buttons_and_never_past_the_end(client, thanet, clerk):
    meeting = make_meeting(thanet, "1", "2", "3", state="planned")

    do(client, link(meeting, "items/3/do/up/"))
    refused = client.post(link(meeting, "items/1/do/up/"))

    order = list(meeting.items.values_list("number", flat=True))
    assert order == ["1", "3", "2"]
    assert refused.status_code == 422
    assert "Item 1 is the first." in say(refused)


def test_guest_reads_a_public_meeting_and_runs_nothing(client, meeting):
    page = read(client, link(meeting))

    assert "pp-room__ways" not in page
    assert "do/" not in page
    tried = client.post(link(meeting, "do/close/"))
    assert tried.status_code == 302
    assert tried.url.startswith("/accounts/sign-in/")


def test_notice_is_counted_in_clear_days_with_its_reason(client, thanet):
    make.MeetingFactory(group=thanet, reference="MTG-90", held_on="2019-09-11")
    meeting = make_meeting(thanet, "1")

    page = read(client, link(meeting))

    assert "From 5 August 2019 to 14 August 2019 there are 6 clear working days" in page
    assert "6 clear days of notice, of 5 needed: enough" in page


@pytest.mark.parametrize("rest", ["", "items/1/"])
def test_pages_ask_as_much_for_thirty_items_as_for_three(client, thanet, rest, clerk):
    def fill(many):
        meeting = make_meeting(thanet, *map(str, range(1, many + 1)))
        for item in meeting.items.all():
            for _ in range(many if item.number == "1" else 1):
                version = make.PaperVersionFactory(paper__item=item)
                make.DeclarationFactory(item=item, seat=thanet.seats.all()[0])
                make.BallotFactory(vote__item=item, seat=thanet.seats.all()[1])
                make.ActionFactory(group=thanet, item=item)
                make.EscalationFactory(group=thanet, item=item)
            assert version.paper.item == item
        return link(meeting, rest)

    def count(url):
        read(client, url)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            read(client, url)
        return len(caught)

    three, thirty = count(fill(3)), count(fill(30))

    assert three == thirty
    assert three < 60


def test_item_without_a_subject_says_that_nobody_was_asked(client, thanet):
    meeting = make_meeting(thanet, state="planned")
    make.AgendaItemFactory(meeting=meeting, number="4", subject="")

    page = read(client, link(meeting, "items/4/"))

    assert find_finding(page) == (
        "If everybody came it would be quorate with 6, where 3 are needed, with no "
        "likely conflicts of interest; no subject is stated to ask authority for."
    )


def test_vote_warns_beside_whoever_has_an_interest_in_it(client, thanet, clerk):
    meeting = make_meeting(thanet, "4")
    item = meeting.items.get()
    item.state, item.tags = "open", ["Stroke"]
    item.save()
    free, silent, declares = list(thanet.seats.order_by("reference"))[:3]
    found = {}
    for seat in (free, silent, declares):
        post = seat.holdings.get().post
        make.AttendanceFactory(meeting=meeting, seat=seat, post=post)
        if seat != free:
            found[seat] = make.InterestFactory(post=post, tags=["stroke"])
    make.DeclarationFactory(
        item=item,
        seat=declares,
        post=found[declares].post,
        interest=found[declares],
        may_vote=True,
        stay="yes",
    )

    warned = warn_of_interests(item)
    page = read(client, link(meeting, "items/4/do/vote/"))

    assert warned == {silent.pk: UNDECLARED, declares.pk: DECLARED}
    assert (page.count(UNDECLARED), page.count(DECLARED)) == (1, 1)


def test_item_that_a_meeting_did_not_reach_says_so_once_it_is_over(
    client, thanet, clerk
):
    meeting = make_meeting(thanet, "4", "5")
    taken = meeting.items.get(number="4")
    taken.state, taken.outcome_words = "taken", "Noted."
    taken.save()
    before = read(client, link(meeting, "items/5/"))
    meeting.state = "closed"
    meeting.save()

    rows = list_rows(read(client, link(meeting)), "Agenda")
    item = read(client, link(meeting, "items/5/"))

    assert find_finding(before).startswith("If everybody came it would be ")
    assert [row[-1] for row in rows] == ["Taken", "Not reached"]
    assert find_finding(item) == "Not reached."


@pytest.mark.parametrize("has_casting_vote", [True, False, None])
def test_casting_vote_is_asked_for_where_the_terms_give_one(client, has_casting_vote):
    group = make_thanet(has_casting_vote=has_casting_vote)
    meeting = make_meeting(group, "4")
    item = meeting.items.get()
    item.state = "open"
    item.save()
    client.force_login(make_clerk(group))

    page = read(client, link(meeting, "items/4/do/vote/"))

    assert ('name="casting"' in page) == (has_casting_vote is True)
