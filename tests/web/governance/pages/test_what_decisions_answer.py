"""What every decision page answers to whoever reads it, its authority before all."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.fact_factory import write_facts
from factories.meeting_factory import give_post, make_clerk, make_meeting, make_thanet
from factories.page_words import find_finding, list_rows, read_page, say, strip_marks
from factories.run_factory import add_dataset, add_released_run
from placeplan.evidence import FactValue
from placeplan_web.evidence.fact_correction import correct_fact
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.governance.models import Decision, DelegatingBody, GroupKind

pytestmark = pytest.mark.django_db
WORDS = "Three sites for stroke from April."
READERS = ("guest", "member", "officer")
EVIDENCE = "What it rested on, and what changed since"
PROVIDERS_AND_BUYERS = ("commissioner", "provider", "local_authority")


def do(client, url, **typed):
    response = client.post(url, typed)
    assert response.status_code == 302, say(response)


def link(meeting, rest=""):
    return f"/governance/meetings/{meeting.public_id}/items/4/{rest}"


def read_as(client, group, reader, address):
    """Read a page as somebody without, with a seat in, or in the office of a group."""
    client.logout()
    if reader == "member":
        member = UserFactory(username="a-member")
        give_post(group.seats.all()[1], member)
        client.force_login(member)
    if reader == "officer":
        client.force_login(make_clerk(group, "an-officer"))
    return read_page(client, address)


@pytest.fixture
def joint(db):
    """Give a committee of three kinds of bodies, with an instrument of July 2022."""
    group = make_thanet(substitutes_allowed=True)
    group.kind = GroupKind.DELEGATED
    group.save()
    terms = group.terms.get()
    terms.starts_on = date(2016, 1, 1)
    terms.save()
    bodies = [make.BodyFactory(kind=kind) for kind in PROVIDERS_AND_BUYERS]
    instrument = make.InstrumentFactory(
        group=group,
        reference="DEL-65Z5",
        name="Joint working agreement",
        section="section 65Z5",
        subjects=["Stroke"],
        starts_on=date(2022, 7, 1),
        is_for_all_members=False,
    )
    for body in bodies:
        make.GroupMemberFactory(group=group, body=body, kind=body.kind)
        DelegatingBody.objects.create(instrument=instrument, body=body)
    for holding in [seat.holdings.get() for seat in group.seats.all()]:
        holding.starts_on = date(2016, 1, 1)
        holding.save()
    return group


def settle(client, group, moment, kind):
    """Settle stroke in a meeting of a group, as its officer does."""
    meeting = make.OpenMeetingFactory(
        group=group, held_on=moment.date(), starts_at=moment
    )
    make.AgendaItemFactory(meeting=meeting, number="4", subject="Stroke")
    for seat in group.seats.all()[:4]:
        make.AttendanceFactory(meeting=meeting, seat=seat, joined_at=moment)
    do(client, link(meeting, "do/open/"))
    form = strip_marks(read_page(client, link(meeting, "do/settle/")))
    typed = {"title": "Stroke", "text": WORDS, "subject": "Stroke", "kind": kind}
    answer = client.post(link(meeting, "do/settle/"), typed)
    return meeting, form, answer


@pytest.mark.parametrize("reader", READERS)
def test_committee_with_providers_recommends_in_2016_and_decides_in_2023(
    client, joint, reader
):
    client.force_login(make_clerk(joint))
    in_2016, in_2023 = (datetime(y, 6, 1, 11, 0, tzinfo=UTC) for y in (2016, 2023))

    meeting, form, refused = settle(client, joint, in_2016, "decision")
    recommended = {"title": "Stroke", "text": WORDS, "subject": "Stroke"}
    do(client, link(meeting, "do/settle/"), kind="recommendation", **recommended)
    _, later, decided = settle(client, joint, in_2023, "decision")

    assert (refused.status_code, decided.status_code) == (422, 302)
    assert "may only recommend Stroke" in form
    assert "may decide Stroke" in later
    first, second = Decision.objects.order_by("decided_on")
    before = read_as(
        *(client, joint, reader), f"/governance/decisions/{first.reference}/"
    )
    after = read_page(client, f"/governance/decisions/{second.reference}/")
    assert "On that day the group could only recommend it." in strip_marks(before)
    why = (
        "No law of 1 June 2016 lets a joint committee decide for members of these "
        "kinds: commissioner, local authority, provider."
    )
    assert why in strip_marks(before)
    assert list_rows(before, "Instruments by which it was taken") == []
    assert "On that day the group could decide it." in strip_marks(after)
    statute = (
        "Integrated care boards, trusts, NHS England and councils may exercise "
        "functions jointly and form joint committees (section 65Z5)."
    )
    assert statute in strip_marks(after)
    assert list_rows(after, "Instruments by which it was taken") == [
        ["DEL-65Z5", "Joint working agreement", "section 65Z5"]
    ]


@pytest.fixture
def settled(client, tmp_path):
    """Give a decision that rests on a fact and a run, and that a board has refused."""
    load_facts(folder=write_facts(tmp_path / "facts"), by="command")
    dataset = add_dataset()
    run = add_released_run(dataset, released_at=timezone.now())
    group = make_thanet()
    meeting = make_meeting(group, "4")
    for seat in group.seats.all()[:4]:
        make.AttendanceFactory(meeting=meeting, seat=seat)
    client.force_login(make_clerk(group))
    owns = {"seat": group.seats.all()[3].public_id, "nature": "Owns the site."}
    do(client, link(meeting, "do/declare/"), kind="dpi", **owns)
    do(client, link(meeting, "do/open/"))
    do(
        *(client, link(meeting, "do/settle/")),
        kind="recommendation",
        title="Stroke",
        text=WORDS,
        subject="Stroke",
        facts="F146",
        run=str(run.public_id),
        ratification_rule="all",
    )
    decision = Decision.objects.get()
    board = make.BodyFactory(name="Board of Thanet", slug="board")
    page = f"/governance/decisions/{decision.reference}/"
    do(client, f"{page}do/ask/", bodies=[board.slug], asked_on="2019-08-15")
    said = {"outcome": "refused", "answered_on": "2019-08-20", "reason": "Distance."}
    do(client, f"{page}do/answer/", ratification="board", **said)
    return group, page, dataset


@pytest.mark.parametrize("reader", READERS)
def test_decision_page_answers_the_six_questions_to_everybody(client, settled, reader):
    group, address, _ = settled

    page = read_as(client, group, reader, address)

    words = strip_marks(page)
    assert find_finding(page) == (
        "Thanet Wellbeing Board recommended this on 14 August 2019; 0 of 1 body agrees "
        "to these words, not in effect: it failed."
    )
    assert "On that day the group could only recommend it." in words
    rests = list_rows(page, EVIDENCE)
    assert [row[1] for row in rests] == ["Fact", "Run of a plan"]
    assert [row[3] for row in rests] == ["as it was cited", "as it was cited"]
    declared = list_rows(page, "Who declared what")
    assert [row[:2] for row in declared] == [["Councillor 4", "Owns the site. dpi"]]
    room = list_rows(page, "Who was in the room when it was settled")
    assert [row[0] for row in room] == [f"Councillor {n}" for n in range(1, 5)]
    boards = list_rows(page, "What the boards said")
    assert [[row[0], row[2], row[4]] for row in boards] == [
        ["Board of Thanet", "Refused", "Distance."]
    ]


@pytest.mark.parametrize("reader", READERS)
def test_decision_says_that_its_fact_and_its_run_changed_since(client, settled, reader):
    group, address, dataset = settled
    later = timezone.now() + timedelta(minutes=1)
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
        at=later,
    )
    add_released_run(dataset, released_at=later)

    page = read_as(client, group, reader, address)

    since = [row[3] for row in list_rows(page, EVIDENCE)]
    assert [each.endswith("evidence changed since") for each in since] == [True, True]
    assert find_finding(page).endswith("2 pieces of its evidence have changed since.")
