"""The acceptance checks of the specification, by their numbers, on the pages.

Expected words and numbers are those of the papers and of the specification. Number 10,
the survey, comes with engagement; what people do in a browser stands in tests/journeys.
"""

import re
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import make_clerk, make_meeting, make_thanet
from factories.page_words import find_finding, list_rows, read_page, say, strip_marks
from factories.post_factory import make_holding, make_post
from placeplan_web.governance.models import (
    Body,
    Decision,
    DelegatingBody,
    Group,
    Meeting,
    SignOffBlock,
    Vote,
)
from placeplan_web.programme.models import Risk, RiskScore, RoleKind
from placeplan_web.programme.operations.role import give_role

pytestmark = pytest.mark.django_db
KENT = "/programme/system-transformation-2019"
PAPERS = date(2019, 8, 14)
NOON = datetime(2019, 9, 11, 11, 0, tzinfo=UTC)
EIGHT_CCGS = {
    *("org-ashford-ccg", "org-cc-ccg", "org-skc-ccg", "org-thanet-ccg"),
    *("org-dgs-ccg", "org-swale-ccg", "org-medway-ccg", "org-wk-ccg"),
}


def get_group(slug):
    return Group.objects.get(slug=slug)


def convene(group, *numbers, there=3, subject="Stroke", at=NOON):
    """Give a meeting of a loaded group under way, with posts in seats that vote."""
    meeting = make.OpenMeetingFactory(group=group, held_on=at.date(), starts_at=at)
    for position, number in enumerate(numbers, 1):
        make.AgendaItemFactory(
            meeting=meeting,
            number=number,
            position=position,
            title=f"Matter {number}",
            subject=subject,
        )
    seats = [seat for seat in group.seats.all() if seat.votes][:there]
    for seat in seats:
        make.SeatHoldingFactory(seat=seat)
        make.AttendanceFactory(meeting=meeting, seat=seat)
    return meeting, seats


def link(meeting, rest=""):
    return f"/governance/meetings/{meeting.public_id}/{rest}"


def do(client, url, **typed):
    response = client.post(url, typed)
    assert response.status_code == 302, say(response)


def offer_kinds(client, group, subject, at=NOON):
    """Open an item on a subject; give what the form offers to record of it."""
    meeting, _ = convene(group, "4", there=0, subject=subject, at=at)
    item = link(meeting, "items/4/")
    do(client, f"{item}do/open/")
    form = read_page(client, f"{item}do/settle/")
    kinds = re.search(r'<select name="kind".*?</select>', form, re.S).group()
    return re.findall(r'value="(\w+)"', kinds)


def test_1_all_six_councillors_are_no_more_than_six(client, loaded):
    group = get_group("grp-thanet-cag")
    meeting, seats = convene(group, "4", there=8)
    client.force_login(make_clerk(group))

    do(client, link(meeting, "items/4/do/open/"))

    page = read_page(client, link(meeting, "items/4/"))
    quorate = "Under discussion, quorate with 6, where 3 are needed; the group may only"
    assert len(seats) == 6
    assert find_finding(page).startswith(quorate)


def test_1_one_of_three_has_a_dpi_and_item_5_alone_is_inquorate(client, loaded):
    group = get_group("grp-thanet-cag")
    meeting, seats = convene(group, "4", "5", "6")
    client.force_login(make_clerk(group))
    dpi = {"seat": seats[1].public_id, "kind": "dpi", "nature": "The lease."}
    do(client, link(meeting, "items/5/do/declare/"), **dpi)
    found = {}

    for number in ("4", "5", "6"):
        item = link(meeting, f"items/{number}/")
        do(client, f"{item}do/open/")
        found[number] = find_finding(read_page(client, item))
        if number == "5":
            way = {"way": "defer", "reason": "Two of us are left."}
            do(client, f"{item}do/exit/", **way)
        else:
            do(client, f"{item}do/finish/", outcome="Noted.")

    quorate = "Under discussion, quorate with 3, where 3 are needed; the group may only"
    assert found["4"].startswith(quorate)
    assert found["5"].startswith("Inquorate through interests: ")
    assert found["6"].startswith(quorate)
    page = read_page(client, link(meeting))
    assert "Quorum 3 of 6" in strip_marks(page)
    terms = read_page(client, "/governance/groups/grp-thanet-cag/", as_at="2019-08-14")
    assert list_rows(terms, "Versions of the terms of reference")[0][2:4] == [
        "3 of 6",
        "no",
    ]
    assert not Vote.objects.exists()


@pytest.mark.parametrize(
    ("heard", "effect"),
    [
        (True, "may speak, may not vote, leaves after speaking"),
        (False, "may not speak, may not vote, leaves the room"),
    ],
)
def test_2_significant_interest_speaks_only_where_the_public_may(client, heard, effect):
    group = make_thanet(public_may_speak=heard)
    meeting = make_meeting(group, "5")
    client.force_login(make_clerk(group))
    item = link(meeting, "items/5/")
    seat = group.seats.all()[1]

    significant = {"kind": "significant", "nature": "A neighbour."}
    do(client, f"{item}do/declare/", seat=seat.public_id, **significant)

    page = read_page(client, item)
    declared = list_rows(page, "Interests declared on this item")
    assert [(row[0], row[3]) for row in declared] == [("Councillor 2", effect)]


@pytest.mark.parametrize(
    ("worth", "said"),
    [
        (["24.99"], "It reaches no threshold, and need not be declared."),
        (["25.00"], "It has to be declared."),
        (["10.00", "10.00"], "It reaches no threshold, and need not be declared."),
        (["10.00", "10.00", "10.00"], "It has to be declared."),
    ],
)
def test_3_gifts_of_one_donor_reach_25_pounds_together(client, worth, said):
    user = UserFactory()
    post = make_holding(make_post("Councillor for the harbour"), user).post
    client.force_login(user)
    for number, pounds in enumerate(worth, 1):
        sent = {
            "post": f"{post.title}, {post.organisation.slug}",
            "regime": "localism_act",
            "kind": "gift",
            "donor": "Example Brewery",
            "value_pounds": pounds,
            "given_on": "2019-07-01",
            "declared_on": "2019-07-02",
            "nature": f"hamper {number}",
            "status": "recorded",
        }
        answer = client.post("/governance/gifts/add/", sent)
        assert answer.url == f"/governance/gifts/GIFT-0{number}/", say(answer)

    pages = [
        strip_marks(read_page(client, f"/governance/gifts/GIFT-0{number}/"))
        for number in range(1, len(worth) + 1)
    ]

    assert [said in page for page in pages] == [True] * len(worth)


def test_4_agenda_of_5_august_is_in_time_for_the_meeting_of_14_august(client, loaded):
    meeting = Meeting.objects.get(reference="MTG-CAG-2019-08-14")

    page = read_page(client, link(meeting))

    assert timezone.localdate(meeting.notice_published_at) == date(2019, 8, 5)
    said = "6 clear days of notice, of 5 needed: enough"
    assert said in strip_marks(page)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("principal_council", "3 clear days of notice, of 5 needed: short"),
        ("nhs_body", "3 clear days of notice, of 3 needed: enough"),
    ],
)
def test_4_agenda_of_8_august_fails_five_clear_days_and_passes_three(
    client, body, said
):
    group = make_thanet(notice_body=body)
    morning = datetime(2019, 8, 8, 9, 0, tzinfo=UTC)
    meeting = make_meeting(group, "4", notice_published_at=morning)

    assert said in strip_marks(read_page(client, link(meeting)))


def test_5_risk_of_8_is_escalated_and_of_6_not_and_no_score_is_7(client, loaded):
    risk = Risk.objects.get(reference="RSK-12")
    office = _make_office(risk.programme)
    client.force_login(office)
    score = f"{KENT}/risks/RSK-12/do/score/"
    sent = {
        "kind": "current",
        "impact": "2",
        "reason": "It came closer.",
        "scored_on": "2019-09-02",
    }
    laid = {}

    for likelihood in ("3", "4"):
        do(client, score, **sent, likelihood=likelihood)
        page = read_page(client, "/governance/escalations/")
        rows = list_rows(page, "Risks laid before groups")
        laid[likelihood] = [row[1] for row in rows if row[0].startswith("RSK-12 ")]

    assert laid["3"] == []
    assert sorted(laid["4"]) == [
        "Dartford, Gravesham and Swanley ICP Steering Group",
        "East Kent ICP Steering Group",
        "Medway and Swale ICP Steering Group",
        "System Commissioner Steering Group",
        "System Transformation Executive Board",
        "West Kent ICP Steering Group",
    ]
    form = read_page(client, score)
    assert re.findall(r'<(?:input|select)[^>]*name="(grade|score)"', form) == []
    newest = RiskScore.objects.order_by("-pk").first()
    assert {each.impact * each.likelihood for each in RiskScore.objects.all()} == {6, 8}
    newest.pk, newest.impact, newest.likelihood = None, 7, 1
    with pytest.raises(IntegrityError), transaction.atomic():
        newest.save(force_insert=True)


def _make_office(programme):
    """Give somebody who works in the office of a programme."""
    user = UserFactory(username="office")
    post = make_holding(make_post("Programme officer"), user).post
    give_role(
        programme=programme,
        post=post,
        role=RoleKind.OFFICE,
        starts_on=date(2019, 4, 1),
        by="tests",
        at=timezone.now(),
    )
    return user


def test_6_nineteen_blocks_show_18_organisations_and_one_duplicate(client, loaded):
    sheets = read_page(client, "/governance/sign-off/")
    (sheet,) = set(re.findall(r'href="(/governance/sign-off/SGN-[^"]+)"', sheets))
    block = SignOffBlock.objects.get(body__slug="org-ekhuft")
    user = UserFactory()
    make_holding(make_post("Chief executive", organisation=block.body.place.slug), user)
    client.force_login(user)

    page = read_page(client, sheet)
    before = strip_marks(read_page(client, f"{sheet}{block.position}/"))

    assert find_finding(page) == (
        "19 blocks for 18 organisations, Kent Community Health NHS Foundation Trust "
        "being printed twice; none have signed."
    )
    assert "commitment to proceed only" in before
    assert before.index("commitment to proceed only") < before.rindex("Sign ")


def test_7_leadership_group_of_2016_is_offered_no_decision(client, loaded):
    group = get_group("grp-stp-leadership-2016")
    client.force_login(make_clerk(group))

    page = read_page(client, f"/governance/groups/{group.slug}/", as_at="2016-05-25")

    assert find_finding(page).endswith("on 25 May 2016 it may only recommend.")
    in_2016 = datetime(2016, 5, 25, 11, 0, tzinfo=UTC)
    for subject in ("Stroke", ""):
        offered = offer_kinds(client, group, subject, at=in_2016)
        assert offered == ["recommendation", "note"]


def test_7_joint_committee_decides_stroke_and_cancer_and_children_once_delegated(
    client, loaded
):
    group = get_group("grp-ccg-joint")
    client.force_login(make_clerk(group))
    matters = ("Stroke", "Cancer", "children's services")

    before = {each: offer_kinds(client, group, each) for each in matters}
    delegated = make.InstrumentFactory(
        group=group, subjects=["children's services"], is_for_all_members=False
    )
    for body in Body.objects.filter(slug__in=EIGHT_CCGS):
        DelegatingBody.objects.create(instrument=delegated, body=body)

    assert before == {
        "Stroke": ["decision", "recommendation", "note"],
        "Cancer": ["decision", "recommendation", "note"],
        "children's services": ["recommendation", "note"],
    }
    after = offer_kinds(client, group, "children's services")
    assert after == ["decision", "recommendation", "note"]


def test_8_seven_of_eight_ccgs_agree_and_one_changes_the_words(client, loaded):
    group = get_group("grp-sc-steering")
    client.force_login(make_clerk(group))
    meeting, _ = convene(group, "4", there=0)
    item = link(meeting, "items/4/")
    do(client, f"{item}do/open/")
    recommended = "Three sites for stroke from April."
    words = {"title": "Stroke", "text": recommended, "subject": "Stroke"}
    rule = {"kind": "recommendation", "ratification_rule": "all"}
    do(client, f"{item}do/settle/", **words, **rule)
    decision = Decision.objects.get()
    address = f"/governance/decisions/{decision.reference}/"
    do(client, f"{address}do/ask/", bodies=sorted(EIGHT_CCGS), asked_on="2019-09-12")
    for slug in sorted(EIGHT_CCGS):
        text = recommended
        if slug == "org-swale-ccg":
            text = "Two sites for stroke from April."
        answer = {"ratification": slug, "outcome": "agreed", "text": text}
        do(client, f"{address}do/answer/", **answer, answered_on="2019-09-25")

    page = read_page(client, address)

    assert find_finding(page).endswith(
        "; 7 of 8 bodies agree to these words, not in effect: it waits."
    )
    assert "Swale CCG agreed to other words" in strip_marks(page)
    difference = re.search(r'<p class="pp-difference">(.*?)</p>', page, re.S).group(1)
    assert strip_marks(difference) == (
        "taken out: Three put in: Two sites for stroke from April."
    )


def test_9_september_or_october_2019_is_late_on_1_november(client, loaded):
    said = {}

    for day in ("2019-10-15", "2019-11-01"):
        page = read_page(client, f"{KENT}/timeline/", as_at=day)
        rows = list_rows(page, "Milestones in order of their agreed dates")
        (said[day],) = [row for row in rows if row[0].startswith("MS-13 ")]

    assert {row[1] for row in said.values()} == {"September / October 2019"}
    assert (said["2019-10-15"][3], said["2019-11-01"][3]) == ("On time", "Late")


def test_11_programme_board_goes_by_its_name_and_is_found_by_its_alias(client, loaded):
    day, words = {"as_at": "2019-06-01"}, {"q": "STP Partnership Board"}
    address = "/governance/groups/grp-stp-programme-board/"

    page = read_page(client, address, **day)
    listed = read_page(client, "/governance/groups/", **day, **words)
    searched = read_page(client, "/search/", **day, **words)

    title = re.search(r"<h1.*?</h1>", page, re.S).group()
    assert strip_marks(title) == "Group STP Programme Board"
    for found in (listed, searched):
        links = re.findall(
            r'<a [^>]*href="(/governance/groups/[^"]+/[^"]*)"[^>]*>([^<]+)', found
        )
        assert links == [(f"{address}?as_at=2019-06-01", "STP Programme Board")]


def test_12_checker_finds_what_is_known_and_says_why_not_of_the_rest(client, loaded):
    page = read_page(client, "/governance/checker/")

    known = {
        row[0]: row[2]
        for row in list_rows(
            page, "Known contradictions, and whether a check finds them"
        )
    }
    assert len(known) == 21
    found = {name for name, said in known.items() if said.startswith("Found: ")}
    told = {n for n, said in known.items() if said.startswith("Cannot be found: ")}
    assert (found | told, found & told) == (set(known), set())
    assert found == {
        *(f"INC-G{number}" for number in (1, 2, 3, 4, 5, 6, 7, 11, 12)),
        *("INC-P4", "INC-P5", "INC-P7", "INC-P9", "INC-P10", "INC-E2", "INC-E3"),
    }
