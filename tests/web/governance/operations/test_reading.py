"""Who decides has read the impact assessment first; results lie in the pack."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import governance_factory as make
from factories.committee import CALLED_AT, NOON, make_committee
from factories.programme_factory import BY, ImpactAssessmentFactory
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import PaperReading
from placeplan_web.governance.operations.decision import DecisionWords, record_decision
from placeplan_web.governance.operations.paper import publish_version
from placeplan_web.governance.operations.reading import list_deciders, record_reading
from placeplan_web.governance.operations.vote import hold_vote
from placeplan_web.governance.queries.reading import list_regards

pytestmark = pytest.mark.django_db
VOTED_AT = NOON + timedelta(minutes=10)
BEFORE = CALLED_AT - timedelta(days=1)
GIVEN = {"subject": "stroke care"}


@pytest.fixture
def committee():
    """Give a committee that may decide; four of its six members are there."""
    committee = make_committee()
    make.GroupMemberFactory(group=committee.group, body=make.BodyFactory())
    make.InstrumentFactory(group=committee.group, subjects=["stroke care"])
    return committee


def _publish(committee, at=BEFORE, **fields):
    paper = make.PaperFactory(item=committee.items[0], **fields)
    return publish_version(by=BY, paper=paper, text="# Who gains, who loses", at=at)


def _read(version, seat, at=BEFORE):
    return record_reading(by=BY, version=version, seat=seat, at=at)


def _vote(committee, voters=4, at=VOTED_AT):
    item = committee.items[0]
    choices = dict.fromkeys(committee.seats[:voters], "for")
    return hold_vote(by=BY, item=item, motion="That it be so.", choices=choices, at=at)


def _decide(committee, vote=None, kind="decision", **fields):
    words = DecisionWords(kind, "Two sites", "Two sites, not three.", **GIVEN, **fields)
    item, at = committee.items[0], VOTED_AT + timedelta(minutes=1)
    return record_decision(by=BY, item=item, words=words, vote=vote, at=at)


def test_decision_is_refused_until_each_who_voted_had_read_the_version_that_stood(
    committee,
):
    version = _publish(committee, kind="assessment", title="Equality")
    for seat in committee.seats[:3]:
        _read(version, seat)
    committee.begin(present=4)
    committee.open()
    last = committee.seats[3].title

    with pytest.raises(ValidationError) as refused:
        _decide(committee, _vote(committee))
    _read(version, committee.seats[3], VOTED_AT + timedelta(seconds=1))
    with pytest.raises(ValidationError) as too_late:
        _decide(committee, _vote(committee))
    again = _vote(committee, at=VOTED_AT + timedelta(seconds=2))

    unread = f"Equality: {last} has not recorded that they read version 1."
    assert refused.value.message_dict["vote"][:-1] == [unread]
    late = f"Equality: {last} recorded version 1 as read only after the vote."
    assert too_late.value.message_dict["vote"][:-1] == [late]
    assert _decide(committee, again).kind == "decision"


def test_member_who_does_not_vote_need_not_have_read_it(committee):
    version = _publish(committee, kind="assessment")
    for seat in committee.seats[:3]:
        _read(version, seat)
    committee.begin(present=4)
    committee.open()

    assert _decide(committee, _vote(committee, voters=3)).kind == "decision"


def test_without_a_vote_everybody_who_might_have_voted_has_to_have_read_it(committee):
    _publish(committee, kind="assessment")
    committee.begin(present=4)
    committee.open()

    with pytest.raises(ValidationError) as refused:
        _decide(committee)

    assert len(refused.value.message_dict["vote"]) == 4 + 1


def test_recommendation_and_note_are_recorded_unread(committee):
    _publish(committee, kind="assessment")
    committee.begin(present=4)
    committee.open()

    kinds = [_decide(committee, kind=kind).kind for kind in ("recommendation", "note")]

    assert kinds == ["recommendation", "note"]


def test_reading_of_an_older_version_is_told_apart(committee):
    version = _publish(committee, kind="assessment")
    _read(version, committee.seats[0])
    newer = publish_version(
        by=BY, paper=version.paper, text="# Who loses", at=BEFORE + timedelta(hours=1)
    )
    _read(newer, committee.seats[1], BEFORE + timedelta(hours=2))
    committee.begin(present=3)
    item = committee.open()

    (found,) = list_regards(item, list_deciders(item, None, VOTED_AT), VOTED_AT)

    assert found.version == newer
    states = [(each.state, each.version) for each in found.regard.members]
    assert states == [("older_version", 1), ("read", 2), ("unread", None)]


def test_deputy_of_a_post_has_not_read_what_its_holder_read(committee):
    version = _publish(committee, kind="assessment")
    _read(version, committee.seats[0])
    committee.call()
    other = make.PostFactory()

    (found,) = list_regards(committee.items[0], [(committee.seats[0], other)], VOTED_AT)

    assert [each.state for each in found.regard.members] == ["unread"]


def test_reading_is_recorded_once_with_its_moment_and_its_audit_row(committee):
    version = _publish(committee, kind="assessment")
    seat, stranger = committee.seats[0], make.SeatFactory()

    row = _read(version, seat)

    assert (row.version, row.post, row.at) == (version, committee.posts[0], BEFORE)
    entry = AuditEntry.objects.last()
    assert (entry.kind, entry.verb) == ("governance.paperreading", "read")
    with pytest.raises(ValidationError, match="has recorded version 1"):
        _read(version, seat)
    with pytest.raises(ValidationError, match="another group"):
        _read(version, stranger)
    with pytest.raises(ValidationError, match="Nobody has the seat"):
        _read(version, make.SeatFactory(group=committee.group))
    assert PaperReading.objects.count() == 1


def test_private_assessment_is_not_read_by_whoever_is_not_served_it(committee):
    version = _publish(committee, kind="assessment", is_exempt=True)
    item = committee.items[0]
    item.tags = ["stroke"]
    item.save()
    make.InterestFactory(post=committee.posts[0], tags=["stroke"])

    with pytest.raises(ValidationError, match="keeps this paper from them"):
        _read(version, committee.seats[0])
    assert _read(version, committee.seats[1]).seat == committee.seats[1]


def test_paper_of_a_meeting_that_is_over_is_read_too_late(committee):
    version = _publish(committee, kind="assessment")
    committee.meeting.state, committee.meeting.cancelled_reason = "cancelled", "snow"
    committee.meeting.save()

    with pytest.raises(ValidationError, match="its meeting is over"):
        _read(version, committee.seats[0])


def test_version_keeps_the_edition_of_the_assessment_that_it_sets_out():
    assessment = ImpactAssessmentFactory(edition=3)
    paper = make.PaperFactory(kind="assessment", assessment=assessment)

    assert publish_version(by=BY, paper=paper, text="# Three", at=NOON).edition == 3


def test_item_on_a_consultation_is_not_settled_without_its_results(committee):
    item = committee.items[0]
    item.consultation = "the stroke consultation of 2018"
    item.save()
    committee.begin(present=4)
    committee.open()

    with pytest.raises(ValidationError) as refused:
        _decide(committee, kind="recommendation")
    explained = _decide(committee, results_reason=" It closes on Friday. ")

    assert refused.value.message_dict["results_reason"][0] == (
        "No report on the results of the stroke consultation of 2018 is in the pack."
    )
    assert explained.results_reason == "It closes on Friday."
    assert _decide(committee, kind="note").results_reason == ""


def test_results_that_are_in_the_pack_let_a_decision_be_taken(committee):
    item = committee.items[0]
    item.consultation = "the stroke consultation of 2018"
    item.save()
    _publish(committee, kind="results", title="What people said")
    committee.begin(present=4)
    committee.open()

    assert _decide(committee).kind == "decision"
