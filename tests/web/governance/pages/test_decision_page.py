"""A decision answers who, by what authority, on what evidence, and what followed."""

import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories import governance_factory as make
from factories.fact_factory import write_facts
from factories.meeting_factory import make_clerk, make_meeting, make_thanet
from factories.page_words import find_rows, say
from factories.post_factory import make_holding
from placeplan.evidence import FactValue
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence.fact_correction import correct_fact
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.governance.models import (
    Decision,
    DelegatingBody,
    MemberKind,
    RatificationAnswer,
)

pytestmark = pytest.mark.django_db
WORDS = "Three sites for stroke from April."
NEXT_DAY = {"answered_on": date(2019, 8, 15)}


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200, say(response)
    return response.content.decode()


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return " ".join(found.group(1).split()) if found else ""


@pytest.fixture
def committee(db):
    """Give a joint committee of two commissioners that may decide on stroke."""
    group = make_thanet(substitutes_allowed=True)
    bodies = [make.BodyFactory(kind=MemberKind.COMMISSIONER) for _ in range(2)]
    for body in bodies:
        make.GroupMemberFactory(group=group, body=body, kind=body.kind)
    instrument = make.InstrumentFactory(
        group=group,
        reference="DEL-01",
        name="Joint committee agreement",
        section="section 14Z3",
        subjects=["stroke"],
        is_for_all_members=False,
    )
    for body in bodies:
        DelegatingBody.objects.create(instrument=instrument, body=body)
    return group


@pytest.fixture
def meeting(committee):
    meeting = make_meeting(committee, "4")
    for seat in committee.seats.all()[:4]:
        make.AttendanceFactory(meeting=meeting, seat=seat)
    return meeting


def settle(client, meeting, **typed):
    """Open the item and record what was settled, as a clerk does."""
    item = f"/governance/meetings/{meeting.public_id}/items/4/"
    client.post(f"{item}do/open/")
    fields = {"title": "Stroke", "text": WORDS, "subject": "stroke", **typed}
    response = client.post(f"{item}do/settle/", fields)
    assert response.status_code == 302, say(response)
    return Decision.objects.get()


def ask_eight(decision):
    return [
        make.RatificationFactory(
            decision=decision, body__name=f"CCG {number}", body__slug=f"ccg-{number}"
        )
        for number in range(1, 9)
    ]


def test_page_answers_the_six_questions(client, committee, meeting):
    client.force_login(make_clerk(committee))
    seat = committee.seats.all()[3]
    item = f"/governance/meetings/{meeting.public_id}/items/4/"
    declared = {"seat": seat.public_id, "kind": "dpi", "nature": "Owns the site."}
    client.post(f"{item}do/declare/", declared)

    decision = settle(client, meeting, kind="decision")

    page = read(client, f"/governance/decisions/{decision.reference}/")
    assert find_finding(page) == (
        "Thanet Wellbeing Board decided this on 14 August 2019."
    )
    assert "On that day the group could decide it." in page
    assert find_rows(page, "Instruments by which it was taken") == [
        ["DEL-01", "Joint committee agreement", "section 14Z3"]
    ]
    assert "No evidence was cited." in page
    assert find_rows(page, "Who declared what")[0][:2] == [
        "Councillor 4",
        "Owns the site. dpi",
    ]
    there = find_rows(page, "Who was in the room when it was settled")
    assert [row[0] for row in there] == [f"Councillor {n}" for n in range(1, 5)]
    assert "No body was asked to ratify it." in page


def test_seven_of_eight_agree_and_one_changes_words_so_nothing_takes_effect(client):
    group = make_thanet()
    item = make_meeting(group, "4").items.get()
    decision = make.DecisionFactory(
        item=item, text=WORDS, title="Stroke", ratification_rule="all"
    )
    asked = ask_eight(decision)
    for each in asked[:7]:
        make.RatificationAnswerFactory(ratification=each, text=WORDS, **NEXT_DAY)
    client.force_login(make_clerk(group))
    changed = {
        "ratification": "ccg-8",
        "outcome": "agreed",
        "answered_on": "2019-08-20",
        "text": "Two sites for stroke from April.",
        "reason": "Distance.",
    }
    address = f"/governance/decisions/{decision.reference}/"

    assert client.post(f"{address}do/answer/", changed).status_code == 302

    page = read(client, address)
    newest = RatificationAnswer.objects.get(ratification=asked[7])
    assert newest.outcome == "agreed_with_changes"
    assert find_finding(page) == (
        "Thanet Wellbeing Board recommended this on 14 August 2019; 7 of 8 bodies "
        "agree to these words, not in effect: it waits."
    )
    difference = re.search(r'<p class="pp-difference">(.*?)</p>', page, re.S).group(1)
    words = " ".join(re.sub(r"<[^>]+>", " ", difference).split())
    assert words == "taken out: Three put in: Two sites for stroke from April."
    board = read(client, "/governance/ratifications/")
    assert find_finding(board) == "1 recommendation: none in effect, 1 waiting."
    row = find_rows(board, "Recommendations, and what bodies said of each")[0]
    assert row[2:] == ["7", "CCG 8", "0", "0", "waiting"]


def test_recommendation_takes_effect_on_the_day_of_the_last_of_eight(client):
    item = make_meeting(make_thanet(), "4").items.get()
    decision = make.DecisionFactory(item=item, text=WORDS, ratification_rule="all")
    for day, each in enumerate(ask_eight(decision), 15):
        make.RatificationAnswerFactory(
            ratification=each, text=WORDS, answered_on=date(2019, 8, day)
        )
    address = f"/governance/decisions/{decision.reference}/"

    before = find_finding(read(client, address, as_at="2019-08-21"))
    after = find_finding(read(client, address, as_at="2019-08-22"))

    said = "Thanet Wellbeing Board recommended this on 14 August 2019; "
    assert (
        before == f"{said}7 of 8 bodies agree to these words, not in effect: it waits."
    )
    assert after == (
        f"{said}8 of 8 bodies agree to these words, in effect from 22 August 2019."
    )


def test_decision_shows_that_its_evidence_changed_since(client, committee, meeting):
    version = make.PaperVersionFactory(paper__item=meeting.items.get())
    client.force_login(make_clerk(committee))
    decision = settle(
        client, meeting, kind="note", papers=[str(version.paper.public_id)]
    )
    address = f"/governance/decisions/{decision.reference}/"
    caption = "What it rested on, and what changed since"
    before = find_rows(read(client, address), caption)

    make.PaperVersionFactory(
        paper=version.paper,
        number=2,
        text="# Other",
        is_supplementary=True,
        reason="A table was wrong.",
        at=datetime(2019, 8, 16, tzinfo=UTC),
    )

    after = read(client, address)
    rows = find_rows(after, caption)
    assert before[0][2:] == ["version 1", "as it was cited"]
    assert rows[0][2:] == ["version 1", "now version 2 evidence changed since"]
    assert find_finding(after).endswith("1 piece of its evidence has changed since.")


def test_decision_names_the_value_of_a_fact_that_was_corrected_since(
    client, committee, meeting, tmp_path
):
    load_facts(folder=write_facts(tmp_path / "facts"), by="command")
    client.force_login(make_clerk(committee))
    decision = settle(client, meeting, kind="note", facts="F146")
    address = f"/governance/decisions/{decision.reference}/"
    caption = "What it rested on, and what changed since"
    before = find_rows(read(client, address), caption)[0]

    correct_fact(
        by="somebody",
        fact="F146",
        value=FactValue("number", "175"),
        reason="The booklet says so.",
        known_on=date(2019, 8, 15),
        source="second-paper",
        document="The booklet",
        heading="Why things need to change",
        seen_version=1,
        at=timezone.now(),
    )

    after = find_rows(read(client, address), caption)[0]
    assert before[2].startswith("version 1: 245 ")
    assert before[3] == "as it was cited"
    assert after[2] == before[2]
    assert after[3].startswith("now version 2: 175 ")
    assert after[3].endswith(" evidence changed since")


def test_decision_on_a_private_item_is_shown_to_members_alone(client):
    group = make_thanet()
    meeting = make_meeting(group)
    item = make.AgendaItemFactory(
        meeting=meeting,
        number="9",
        classification="exempt",
        exempt_reason="schedule_12a_3",
        balance_words="Prices are in it.",
    )
    decision = make.DecisionFactory(item=item, text=WORDS)
    address = f"/governance/decisions/{decision.reference}/"

    shut = client.get(address)
    client.force_login(make_clerk(group))

    assert shut.status_code == 302 or shut.status_code == 403
    assert WORDS in read(client, address)


def test_conflicted_member_is_not_served_the_exempt_paper_and_the_audit_tells(client):
    group = make_thanet()
    meeting = make_meeting(group)
    item = make.AgendaItemFactory(
        meeting=meeting,
        number="9",
        classification="exempt",
        tags=["stroke"],
        exempt_reason="schedule_12a_3",
        balance_words="Prices are in it.",
    )
    version = make.PaperVersionFactory(paper__item=item, paper__title="Prices of sites")
    seat = group.seats.all()[4]
    post = seat.holdings.get().post
    member, other = (make_clerk(make.GroupFactory(), name) for name in ("one", "two"))
    make_holding(post, member)
    make_holding(group.seats.all()[5].holdings.get().post, other)
    clerk = make_clerk(group)
    address = f"/governance/papers/{version.paper.public_id}/versions/1/"
    client.force_login(clerk)
    before = find_served(read(client, address))

    make.InterestFactory(post=post, tags=["stroke"])

    after = find_served(read(client, address))
    client.force_login(member)
    refused = client.get(address)
    agenda = read(client, f"/governance/meetings/{meeting.public_id}/")
    client.force_login(other)
    served = client.get(address)
    assert set(before) - set(after) == {"Councillor 5"}
    assert (refused.status_code, served.status_code) == (403, 200)
    assert "Prices of sites" not in agenda
    told = AuditEntry.objects.filter(kind="governance.paperversion").order_by("pk")
    assert [(each.by, each.verb) for each in told][-2:] == [
        (str(member.public_id), "withhold"),
        (str(other.public_id), "serve"),
    ]


def find_served(page):
    section = re.search(r'id="served">.*?</section>', page, re.S).group()
    return re.findall(r"<li>(.*?)</li>", section)


def test_pages_ask_as_much_for_thirty_as_for_three(client):
    item = make_meeting(make_thanet(), "4").items.get()

    def fill(number):
        decision = make.DecisionFactory(
            item=item, ratification_rule="all", subject=f"matter {number}"
        )
        for _ in range(number):
            make.RatificationAnswerFactory(ratification__decision=decision)
            make.DecisionEvidenceFactory(decision=decision)
            make.DissentFactory(decision=decision)
        return f"/governance/decisions/{decision.reference}/"

    def count(url):
        read(client, url)
        with CaptureQueriesContext(connection) as caught:
            read(client, url)
        return len(caught)

    board = "/governance/ratifications/"
    three, board_three = count(fill(3)), count(board)
    thirty, board_thirty = count(fill(30)), count(board)

    assert three == thirty
    assert board_three == board_thirty
