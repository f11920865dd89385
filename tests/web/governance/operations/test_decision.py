"""Decisions and recommendations: by what authority, on what evidence, who agreed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import governance_factory as make
from factories.committee import NOON, make_committee
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance import models
from placeplan_web.governance.operations import decision as operations
from placeplan_web.governance.operations.decision import (
    DecisionWords,
    Evidence,
    record_decision,
)
from placeplan_web.governance.operations.paper import publish_version
from placeplan_web.governance.operations.ratification import ask_bodies, record_answer
from placeplan_web.governance.operations.vote import hold_vote
from placeplan_web.governance.queries.authority import find_group_authority
from placeplan_web.governance.queries.evidence_changed import (
    list_changed_decisions,
    list_evidence,
)
from placeplan_web.governance.queries.ratification import find_state, list_lines

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=10)
TEXT = "Stroke care on three sites from April 2020."


def _words(kind="recommendation", **fields):
    given = {"title": "Stroke care", "text": TEXT, "subject": "Stroke", **fields}
    return DecisionWords(kind=kind, **given)


def _begin(**terms):
    committee = make_committee(**terms)
    committee.begin()
    return committee, committee.open()


def _record(item, words, **fields):
    return record_decision(by=BY, item=item, words=words, at=LATER, **fields)


def _delegate(group, *, kinds=("commissioner",), **fields):
    for kind in kinds:
        make.GroupMemberFactory(
            group=group, kind=kind, body=make.BodyFactory(kind=kind)
        )
    return make.InstrumentFactory(group=group, **fields)


def test_group_without_delegation_recommends_and_may_not_decide():
    committee, item = _begin()
    make.GroupMemberFactory(group=committee.group)

    with pytest.raises(ValidationError) as refused:
        _record(item, _words("decision"))
    assert list(refused.value.error_dict) == ["kind"]
    assert AuditEntry.objects.filter(kind="governance.decision").count() == 0
    made = _record(item, _words())

    assert (made.reference, made.verb) == ("DN-2019-01", "recommend")
    assert made.authority_ask == ["the governing body or board of each commissioner"]


def test_commissioners_that_delegated_let_their_committee_decide():
    committee, item = _begin()
    instrument = _delegate(committee.group, subjects=["Stroke", "Cancer"])

    made = _record(item, _words("decision"))

    assert (made.kind, made.verb) == ("decision", "decide")
    assert [link.instrument for link in made.instrument_links.all()] == [instrument]
    assert made.authority_source != ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"subjects": ["Cancer"]}, {}),
        ({"state": "intended"}, {}),
        ({"ends_on": date(2019, 8, 13)}, {}),
        ({"limit_pounds": "1000.00"}, {"value_pounds": 1001}),
    ],
)
def test_delegation_that_does_not_cover_the_matter_lets_nobody_decide(fields, words):
    committee, item = _begin()
    _delegate(committee.group, **fields)

    with pytest.raises(ValidationError):
        _record(item, _words("decision", **words))


def test_group_with_providers_recommends_in_2016_and_decides_in_2023():
    group = make.GroupFactory()
    _delegate(group, kinds=("commissioner", "provider"), section="65Z5")

    verbs = [
        find_group_authority(group, "Stroke", date(year, 3, 9)).verb
        for year in (2016, 2023)
    ]

    assert verbs == ["recommend", "decide"]


def test_note_needs_no_authority():
    _, item = _begin()

    made = _record(item, _words("note", subject=""))

    assert (made.kind, made.verb) == ("note", "")


def test_motion_that_fell_is_recorded_as_nothing():
    committee, item = _begin()
    make.GroupMemberFactory(group=committee.group)
    vote = hold_vote(
        by=BY,
        item=item,
        motion=TEXT,
        choices={committee.seats[0]: "against"},
        at=LATER,
    )

    with pytest.raises(ValidationError, match="not carried"):
        _record(item, _words(), vote=vote)


def test_dissent_is_kept_in_its_words():
    committee, item = _begin()

    made = _record(item, _words(), dissents={committee.seats[2]: "too far away"})

    dissent = made.dissents.get()
    assert (dissent.seat, dissent.post) == (committee.seats[2], committee.posts[2])
    assert dissent.reason == "too far away"


def test_evidence_changed_since_is_told():
    _, item = _begin()
    paper = make.PaperFactory(item=item)
    publish = {"by": BY, "paper": paper, "is_supplementary": True, "reason": "late"}
    publish_version(text="175 doctors short", at=NOON, **publish)
    made = _record(
        item,
        _words(),
        evidence=[Evidence("paper", str(paper.public_id), "Workforce")],
    )
    assert [each.has_changed for each in list_evidence(made)] == [False]

    publish_version(text="245 doctors short", at=LATER, **publish)

    (changed,) = list_changed_decisions()[made.pk]
    assert (changed.cited.evidence_version, changed.version_now) == ("1", "2")


def test_evidence_that_is_not_there_is_refused_and_leaves_nothing():
    _, item = _begin()
    entries = AuditEntry.objects.count()

    with pytest.raises(ValidationError, match="not there to cite"):
        _record(item, _words(), evidence=[Evidence("fact", "F999", "Nothing")])

    assert models.Decision.objects.count() == 0
    assert AuditEntry.objects.count() == entries


def test_decision_that_fails_half_way_is_undone_whole(monkeypatch):
    _, item = _begin()
    entries = AuditEntry.objects.count()

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "_note_dissents", fail)
    with pytest.raises(RuntimeError):
        _record(item, _words())

    assert models.Decision.objects.count() == 0
    assert AuditEntry.objects.count() == entries


def _ask_eight():
    _, item = _begin()
    made = _record(item, _words(ratification_rule="all"))
    asked = ask_bodies(
        by=BY,
        decision=made,
        bodies=make.BodyFactory.create_batch(8),
        asked_on=make.DAY,
        at=LATER,
    )
    return made, asked


def _answer(asked, outcome="agreed", **fields):
    return record_answer(
        by=BY,
        ratification=asked,
        outcome=outcome,
        answered_on=make.DAY,
        at=LATER,
        **fields,
    )


def test_recommendation_is_effective_once_all_eight_agree():
    made, asked = _ask_eight()
    for each in asked[:7]:
        _answer(each)
    assert find_state(made).state == "pending"

    _answer(asked[7], text=TEXT)

    state = find_state(made)
    assert (state.state, state.effective_on) == ("effective", make.DAY)


def test_one_of_eight_that_changes_the_words_keeps_it_from_effect():
    made, asked = _ask_eight()
    for each in asked[:7]:
        _answer(each)

    answer = _answer(asked[7], text="Stroke care on two sites from April 2020.")

    assert answer.outcome == "agreed_with_changes"
    assert find_state(made).state == "pending"
    lines = [line for line in list_lines(made) if line.difference]
    assert [line.difference for line in lines] == [("- three", "+ two")]


def test_no_body_is_asked_twice():
    made, asked = _ask_eight()

    again = ask_bodies(
        by=BY,
        decision=made,
        bodies=[each.body for each in asked],
        asked_on=make.DAY,
        at=LATER,
    )

    assert again == []
    assert made.ratifications.count() == 8


def test_what_is_in_effect_is_answered_no_more():
    made, asked = _ask_eight()
    for each in asked:
        _answer(each)

    with pytest.raises(ValidationError, match="It is effective"):
        _answer(asked[0], "refused")
    assert find_state(made).state == "effective"
