"""Interests and votes: who leaves, who is counted, and what is refused."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import governance_factory as make
from factories.committee import NOON, make_committee
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance import models
from placeplan_web.governance.operations import vote as operations
from placeplan_web.governance.operations.attendance import leave_meeting
from placeplan_web.governance.operations.declaration import declare_interest, rule_on
from placeplan_web.governance.operations.item import leave_inquorate
from placeplan_web.governance.queries.quorum import find_quorum

pytestmark = pytest.mark.django_db


def _later(minutes):
    return NOON + timedelta(minutes=minutes)


def _declare(item, seat, minutes=2, kind="dpi", **fields):
    return declare_interest(
        by=BY,
        item=item,
        seat=seat,
        kind=kind,
        nature="owns the lease",
        at=_later(minutes),
        **fields,
    )


def _vote(item, choices, minutes=10, **fields):
    return operations.hold_vote(
        by=BY,
        item=item,
        motion="That the terms stand.",
        choices=choices,
        at=_later(minutes),
        **fields,
    )


def test_one_of_three_with_an_interest_leaves_item_5_inquorate_and_no_other():
    committee = make_committee()
    committee.begin(present=3)
    four, five, six = committee.items
    committee.open(1)

    _declare(five, committee.seats[0])

    states = [find_quorum(item, _later(3)).state for item in (four, five, six)]
    assert states == ["quorate", "inquorate_through_interests", "quorate"]
    five.refresh_from_db()
    assert five.state == "inquorate_through_interests"


def test_vote_on_an_inquorate_item_is_refused_and_leaves_nothing():
    committee = make_committee()
    committee.begin(present=3)
    item = committee.open()
    _declare(item, committee.seats[0])
    entries = AuditEntry.objects.count()

    with pytest.raises(ValidationError) as refused:
        _vote(item, {committee.seats[1]: "for", committee.seats[2]: "for"})

    (problem,) = refused.value.error_dict["item"][:1]
    assert problem.message == "2 counted, 3 needed: too few."
    assert models.Vote.objects.count() == 0
    assert AuditEntry.objects.count() == entries


@pytest.mark.parametrize(
    ("way", "state"),
    [
        ("defer", "deferred"),
        ("invite", "inquorate_through_interests"),
        ("refer_up", "referred"),
    ],
)
def test_inquorate_item_has_three_ways_out(way, state):
    committee = make_committee()
    committee.begin(present=3)
    item = committee.open()
    _declare(item, committee.seats[0])
    item.refresh_from_db()
    above = make.GroupFactory() if way == "refer_up" else None

    left = leave_inquorate(
        by=BY,
        item=item,
        way=way,
        reason="too few",
        at=_later(4),
        referred_to=above,
    )

    assert (left.state, left.quorum_exit, left.referred_to) == (state, way, above)


def test_item_that_is_quorate_needs_no_way_out():
    committee = make_committee()
    committee.begin()
    item = committee.open()

    with pytest.raises(ValidationError, match="under discussion, not inquorate"):
        leave_inquorate(by=BY, item=item, way="defer", reason="late", at=_later(4))


def test_item_is_quorate_again_once_another_comes():
    committee = make_committee()
    committee.begin(present=3)
    item = committee.open()
    _declare(item, committee.seats[0])

    committee.join(committee.seats[3], minutes=5)

    item.refresh_from_db()
    assert item.state == "open"
    assert _vote(item, {committee.seats[1]: "for"}).is_carried is True


def test_whoever_left_is_neither_counted_nor_heard():
    committee = make_committee()
    stays = committee.begin(present=3)
    item = committee.open()
    leave_meeting(by=BY, stay=stays[2], at=_later(5))

    assert find_quorum(item, _later(4)).state == "quorate"
    assert find_quorum(item, _later(5)).state == "inquorate"
    with pytest.raises(ValidationError) as refused:
        _vote(item, {committee.seats[0]: "for"})
    assert list(refused.value.error_dict) == ["item"]


def test_member_with_an_interest_may_not_vote_while_others_do():
    committee = make_committee()
    committee.begin()
    item = committee.open()
    _declare(item, committee.seats[0])

    with pytest.raises(ValidationError) as refused:
        _vote(item, dict.fromkeys(committee.seats, "for"))
    assert list(refused.value.error_dict) == ["choices"]
    vote = _vote(item, dict.fromkeys(committee.seats[1:], "for"))

    assert (vote.in_favour, vote.present, vote.members) == (5, 5, 6)
    assert vote.quorum_counted == {"members": 5}


def test_interest_follows_whoever_has_two_seats():
    committee = make_committee()
    committee.begin()
    item = committee.open()
    declare_interest(
        by=BY,
        item=item,
        post=committee.posts[0],
        kind="dpi",
        nature="owns the lease",
        at=_later(2),
    )

    with pytest.raises(ValidationError, match="may not vote on this item"):
        _vote(item, {committee.seats[0]: "for"})


@pytest.mark.parametrize(
    ("heard", "effect"),
    [(True, (True, False, "until_spoken")), (False, (False, False, "no"))],
)
def test_significant_interest_lets_a_member_speak_where_the_public_may(heard, effect):
    committee = make_committee(public_may_speak=heard)
    committee.begin()

    made = _declare(committee.open(), committee.seats[0], kind="significant")

    assert (made.may_speak, made.may_vote, made.stay) == effect
    assert made.rule_as_at == make.DAY
    assert made.rule_version != ""
    assert made.rule_source != ""


def test_dispensation_lets_a_member_vote_while_it_holds():
    committee = make_committee()
    committee.begin()
    given = make.DispensationFactory(
        post=committee.posts[0], may_speak=True, may_vote=True, stay="yes"
    )
    item = committee.open()

    made = _declare(item, committee.seats[0], dispensation=given)

    assert (made.must_declare, made.may_vote, made.stay) == (True, True, "yes")
    assert _vote(item, {committee.seats[0]: "for"}).in_favour == 1


def test_dispensation_of_another_helps_nobody():
    committee = make_committee()
    committee.begin()
    given = make.DispensationFactory(post=committee.posts[1], may_vote=True, stay="yes")

    with pytest.raises(ValidationError, match="not for this interest"):
        _declare(committee.open(), committee.seats[0], dispensation=given)


def test_until_the_chair_has_ruled_the_strictest_counts():
    committee = make_committee(regime="nhs")
    committee.begin()
    item = committee.open()

    made = _declare(item, committee.seats[0], kind="financial")
    assert (made.may_speak, made.may_vote, made.stay) == (False, False, "no")
    ruled = rule_on(
        by=BY,
        declaration=made,
        ruling="stay_no_vote",
        post=committee.posts[1],
        at=_later(3),
    )

    assert (ruled.may_speak, ruled.may_vote, ruled.stay) == (True, False, "yes")
    assert (ruled.ruled_by_post, ruled.version) == (committee.posts[1], 2)


def test_chair_of_a_council_has_nothing_to_rule():
    committee = make_committee()
    committee.begin()
    made = _declare(committee.open(), committee.seats[0])

    with pytest.raises(ValidationError, match="the code decides"):
        rule_on(
            by=BY,
            declaration=made,
            ruling="leave",
            post=committee.posts[1],
            at=_later(3),
        )


def test_declaration_that_fails_half_way_is_undone_whole(monkeypatch):
    committee = make_committee()
    committee.begin(present=3)
    item = committee.open()
    entries = AuditEntry.objects.count()

    def fail(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(
        "placeplan_web.governance.operations.declaration.settle_quorum", fail
    )
    with pytest.raises(RuntimeError):
        _declare(item, committee.seats[0])

    assert models.Declaration.objects.count() == 0
    assert AuditEntry.objects.count() == entries


def test_tie_is_broken_by_the_chair_where_terms_let_it():
    committee = make_committee()
    committee.begin(present=4)
    item = committee.open()
    first, second, third, fourth = committee.seats[:4]
    split = {first: "for", second: "for", third: "against", fourth: "against"}

    tied = _vote(item, split)
    broken = _vote(item, split, casting="for")

    assert (tied.is_tied, tied.is_carried) == (True, False)
    assert (broken.is_tied, broken.is_carried) == (True, True)


@pytest.mark.parametrize(
    ("terms", "choices", "words"),
    [
        ({"has_casting_vote": None}, ("for", "against"), "no casting vote"),
        ({}, ("for", "for"), "It is no tie"),
    ],
)
def test_casting_vote_that_may_not_be_is_refused(terms, choices, words):
    committee = make_committee(**terms)
    committee.begin()
    item = committee.open()

    with pytest.raises(ValidationError, match=words):
        _vote(item, dict(zip(committee.seats[:2], choices, strict=True)), casting="for")


def test_two_thirds_of_those_present_are_counted_by_the_library():
    committee = make_committee(
        majority="qualified", majority_part=2, majority_whole=3, majority_of="present"
    )
    committee.begin()
    item = committee.open()
    choices = ["for", "for", "for", "against", "abstain", "abstain"]

    vote = _vote(item, dict(zip(committee.seats, choices, strict=True)))

    assert (vote.needed, vote.is_carried, vote.majority_share) == (4, False, "2/3")


def test_consensus_fails_with_one_against():
    committee = make_committee(majority="consensus")
    committee.begin()
    item = committee.open()
    choices = {committee.seats[0]: "for", committee.seats[1]: "against"}

    vote = _vote(item, choices)

    assert vote.is_carried is False
    assert vote.result_reasons[-1] == "First seek informal external facilitation."


def test_substitute_is_refused_where_terms_let_none_in():
    committee = make_committee()
    committee.begin(present=0)

    with pytest.raises(ValidationError, match="no substitutes"):
        committee.join(committee.seats[0], post=make.PostFactory())
    assert models.Attendance.objects.count() == 0


def test_substitute_counts_where_terms_let_one_in():
    committee = make_committee(substitutes_allowed=True)
    committee.begin(present=2)
    item = committee.open()
    committee.join(committee.seats[2], minutes=2, post=make.PostFactory())

    assert find_quorum(item, _later(3)).state == "quorate"


def test_seat_in_attendance_counts_not_and_votes_not():
    committee = make_committee()
    officer = make.SeatFactory(group=committee.group, kind="in_attendance")
    committee.begin(present=2)
    item = committee.open()
    committee.join(officer, minutes=2)

    assert find_quorum(item, _later(3)).counted == {"members": 2}
    committee.join(committee.seats[2], minutes=3)
    with pytest.raises(ValidationError, match="has no vote"):
        _vote(item, {officer: "for"})


def test_vote_that_fails_half_way_is_undone_whole(monkeypatch):
    committee = make_committee()
    committee.begin()
    item = committee.open()
    entries = AuditEntry.objects.count()

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "list_posts_there", fail)
    with pytest.raises(RuntimeError):
        _vote(item, {committee.seats[0]: "for"})

    assert models.Vote.objects.count() == 0
    assert AuditEntry.objects.count() == entries


def test_ballots_stay_with_the_seat_and_the_post():
    committee = make_committee()
    committee.begin()
    item = committee.open()

    _vote(item, {committee.seats[0]: "for", committee.seats[1]: "abstain"})

    ballots = models.Ballot.objects.values_list("seat", "post", "choice")
    assert list(ballots) == [
        (committee.seats[0].pk, committee.posts[0].pk, "for"),
        (committee.seats[1].pk, committee.posts[1].pk, "abstain"),
    ]
