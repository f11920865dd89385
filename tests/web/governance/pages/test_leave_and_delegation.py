"""Leave in spite of an interest, dissent beside consensus, and who delegates what."""

import pytest

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import give_post, make_clerk, make_meeting, make_thanet
from factories.page_words import read_page, say
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import (
    DelegatingBody,
    Dispensation,
    Dissent,
    Seat,
)
from placeplan_web.governance.operations.declaration import declare_interest

pytestmark = pytest.mark.django_db
REGISTER = "/governance/dispensations/"


def find_post(number):
    return Seat.objects.get(reference=f"SEAT-{number:02}").holdings.get().post


def write_post(post):
    return f"{post.title}, {post.organisation.slug}"


@pytest.fixture
def meeting(client):
    """A meeting whose item touches an interest of the second member."""
    group = make_thanet(seats=3)
    client.force_login(make_clerk(group))
    meeting = make_meeting(group, "5")
    item = meeting.items.get()
    make.InterestFactory(
        reference="INT-07", post=find_post(2), nature="Lease of the hall", tags=["hall"]
    )
    item.tags = ["hall"]
    item.save()
    return meeting


@pytest.fixture
def wanted(meeting):
    """A dispensation to speak and vote, as somebody types it."""
    return {
        "scope": "The lease of the hall",
        "post": write_post(find_post(2)),
        "interest": "INT-07",
        "granted_by": "Standards Committee",
        "granted_on": "2019-08-01",
        "expires_on": "2019-12-31",
        "may_speak": "yes",
        "may_vote": "yes",
        "stay": "yes",
        "status": "recorded",
    }


def item_link(meeting):
    return f"/governance/meetings/{meeting.public_id}/items/5/"


def test_dispensation_gives_back_the_quorum_of_the_item_it_is_for(
    client, meeting, wanted
):
    before = say(client.get(item_link(meeting)))
    assert "Lease of the hall (hall); may not speak, may not vote" in before
    assert "inquorate" in before.partition("Interests and quorum")[2][:80]

    answer = client.post(REGISTER + "add/", wanted)

    assert answer.status_code == 302, say(answer)
    given = Dispensation.objects.get()
    page = say(client.get(item_link(meeting)))
    assert (
        "Lease of the hall (hall); may speak, may vote, may stay, by dispensation "
        f"{given.reference}"
    ) in page
    assert "quorate" in page.partition("Interests and quorum")[2][:60]
    assert "inquorate" not in page.partition("Interests and quorum")[2][:60]


@pytest.mark.parametrize(
    "changed", [{"granted_on": "2019-08-15"}, {"expires_on": "2019-08-13"}]
)
def test_dispensation_of_other_days_changes_nothing(client, meeting, wanted, changed):
    client.post(REGISTER + "add/", {**wanted, **changed})

    page = say(client.get(item_link(meeting)))

    assert Dispensation.objects.count() == 1
    assert "Lease of the hall (hall); may not speak, may not vote" in page


def test_declaration_tells_the_dispensation_by_which_somebody_takes_part(
    client, meeting, wanted
):
    client.post(REGISTER + "add/", wanted)
    given = Dispensation.objects.get()

    declaration = declare_interest(
        by=BY,
        item=meeting.items.get(),
        kind="dpi",
        nature="Lease of the hall",
        seat=Seat.objects.get(reference="SEAT-02"),
        interest=given.interest,
        dispensation=given,
        at=make.NOW,
    )

    assert (declaration.may_speak, declaration.may_vote) == (True, True)
    words = "A dispensation, granted before the meeting, allows what it names."
    assert words in say(client.get(item_link(meeting)))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"stay": "no"}, "Whoever votes stays: choose Stay."),
        (
            {"may_speak": "no", "may_vote": "no", "stay": "no"},
            "It allows nothing. Say what it allows",
        ),
        ({"granted_by": ""}, "Granted by"),
        ({"expires_on": "2019-07-01"}, "Last day"),
    ],
)
def test_dispensation_that_cannot_be_is_refused_in_words(
    client, wanted, changed, words
):
    answer = client.post(REGISTER + "add/", {**wanted, **changed})

    assert answer.status_code == 422
    assert words in say(answer)
    assert Dispensation.objects.count() == 0


def test_dispensation_for_an_interest_of_another_or_of_the_nhs_is_refused(
    client, wanted
):
    other = make.InterestFactory(reference="INT-08", post=find_post(3))
    nhs = make.InterestFactory(
        reference="INT-09", post=find_post(2), regime="nhs", kind="indirect"
    )
    for interest, words in (
        (other, "This is an interest of another post."),
        (nhs, "The NHS rules know no dispensation"),
    ):
        sent = {**wanted, "interest": interest.reference}
        assert words in say(client.post(REGISTER + "add/", sent))
    assert Dispensation.objects.count() == 0


def test_nobody_records_leave_for_a_post_of_their_own(client, meeting, wanted):
    member = make_clerk(meeting.group, "member-clerk")
    give_post(Seat.objects.get(reference="SEAT-02"), member)
    client.post(REGISTER + "add/", wanted)
    given = Dispensation.objects.get()
    client.force_login(member)

    assert client.post(REGISTER + "add/", wanted).status_code == 422
    change = f"{REGISTER}{given.reference}/edit/"
    assert client.post(change, {**wanted, "version": "1"}).status_code == 403
    client.force_login(UserFactory(username="nobody"))
    assert client.post(REGISTER + "add/", wanted).status_code == 403


def test_dispensation_for_a_sensitive_interest_is_kept_back(client, meeting, wanted):
    secret = make.InterestFactory(
        reference="INT-10", post=find_post(3), is_sensitive=True
    )
    make.DispensationFactory(
        post=find_post(3), interest=secret, scope="The safe house", stay="yes"
    )
    client.post(REGISTER + "add/", wanted)
    client.logout()

    page = say(client.get(REGISTER))

    assert "The lease of the hall" in page
    assert "safe house" not in page


@pytest.fixture
def decision(client):
    group = make_thanet(majority="consensus")
    client.force_login(make_clerk(group))
    meeting = make_meeting(group, "5")
    make.AttendanceFactory(
        meeting=meeting, seat=Seat.objects.get(reference="SEAT-03"), post=find_post(3)
    )
    return make.DecisionFactory(item=meeting.items.get(), reference="DN-2019-04")


def dissent(client, seat, words="It came too late."):
    seat = Seat.objects.get(reference=seat)
    sent = {"seat": str(seat.public_id), "words": words}
    return client.post("/governance/decisions/DN-2019-04/do/dissent/", sent)


def test_dissent_stands_beside_what_was_settled_by_consensus(client, decision):
    assert dissent(client, "SEAT-03").status_code == 302

    page = read_page(client, "/governance/decisions/DN-2019-04/")
    made = Dissent.objects.get()
    assert "Councillor 3 Dissent It came too late." in say(
        client.get("/governance/decisions/DN-2019-04/")
    )
    assert (made.post, made.reason) == (find_post(3), "It came too late.")
    assert AuditEntry.objects.filter(verb="dissent").count() == 1
    assert "do/dissent/" in page


@pytest.mark.parametrize(
    ("seat", "words"), [("SEAT-02", "It came too late."), ("SEAT-03", " ")]
)
def test_dissent_of_nobody_there_or_without_words_is_refused(
    client, decision, seat, words
):
    assert dissent(client, seat, words).status_code == 422
    assert Dissent.objects.count() == 0


def test_dissent_is_recorded_once_and_only_by_whoever_runs_the_meeting(
    client, decision
):
    dissent(client, "SEAT-03")
    assert dissent(client, "SEAT-03", "And once more.").status_code == 422
    client.force_login(UserFactory(username="nobody"))
    assert dissent(client, "SEAT-03").status_code == 403
    assert Dissent.objects.count() == 1


def test_dissent_has_no_place_where_a_group_votes(client):
    group = make_thanet(majority="simple")
    client.force_login(make_clerk(group))
    item = make_meeting(group, "5").items.get()
    make.DecisionFactory(item=item, reference="DN-2019-04")

    answer = dissent(client, "SEAT-03")

    assert answer.status_code == 302
    assert Dissent.objects.count() == 0


@pytest.fixture
def instrument(client):
    """A delegation to a joint committee of two commissioners, one of whom made it."""
    group = make_thanet()
    client.force_login(make_clerk(group))
    for name in ("ashford", "medway"):
        body = make.BodyFactory(slug=name, name=f"{name.title()} CCG")
        make.GroupMemberFactory(group=group, body=body)
    made = make.InstrumentFactory(
        group=group,
        reference="DEL-07",
        name="Delegation of 2019",
        is_for_all_members=False,
        subjects=["Stroke"],
        starts_on=make.FIRST_DAY,
    )
    make_body_delegate(made, "ashford")
    return made


def make_body_delegate(instrument, slug):
    body = instrument.group.members.get(body__slug=slug).body
    DelegatingBody.objects.create(instrument=instrument, body=body)


BODIES = "/governance/instruments/DEL-07/do/bodies/"
RECORD = "/governance/instruments/DEL-07/"


def test_bodies_that_delegate_are_chosen_and_the_page_says_what_it_changes(
    client, instrument
):
    page = say(client.get(RECORD))
    assert "Thanet Wellbeing Board may only recommend" in page

    sent = {
        "bodies": ["ashford", "medway"],
        "reason": "Both boards resolved it.",
        "version": instrument.version,
    }
    answer = client.post(BODIES, sent, follow=True)

    words = (
        "2 bodies delegate by Delegation of 2019. Thanet Wellbeing Board may decide "
        "Stroke; without it, it may only recommend that."
    )
    assert words in say(answer)
    assert "Thanet Wellbeing Board may decide" in say(client.get(RECORD))
    assert client.post(BODIES, sent).status_code == 409


def test_body_is_taken_out_again_and_the_group_may_only_recommend(client, instrument):
    make_body_delegate(instrument, "medway")
    sent = {"bodies": ["medway"], "reason": "Ashford took it back."}

    answer = client.post(BODIES, sent, follow=True)

    words = "may only recommend Stroke, with it or without."
    assert words in say(answer)
    assert AuditEntry.objects.filter(verb="set-bodies").count() == 1


def test_body_stays_in_an_instrument_on_which_a_decision_rests(client, instrument):
    decision = make.DecisionFactory(item__meeting__group=instrument.group)
    decision.instruments.through.objects.create(
        decision=decision, instrument=instrument, by=BY, at=make.NOW
    )

    answer = client.post(BODIES, {"bodies": [], "reason": "Ashford took it back."})

    assert answer.status_code == 422
    assert "A decision rests on this instrument as it is. End it" in say(answer)
    assert instrument.bodies.count() == 1


def test_only_the_officer_of_the_group_chooses_who_delegates(client, instrument):
    client.force_login(make_clerk(make.GroupFactory(), "clerk-elsewhere"))

    assert client.post(BODIES, {"bodies": []}).status_code == 403
    assert "Choose who delegates" not in say(client.get(RECORD))
