"""Who is there at a vote, what is carried, what is private, and what escalates."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.governance import (
    Attendance,
    BodyAnswer,
    Dispensation,
    EscalationItem,
    Gift,
    Instrument,
    Matter,
    Member,
    Presence,
    QuorumRule,
    Votes,
    check_notice,
    check_quorum,
    choose_groups,
    count_present,
    count_vote,
    escalate,
    exclude_public,
    find_ages,
    find_authority,
    find_consensus,
    find_ratification,
    list_exempt_reasons,
    list_joint_powers,
)
from placeplan.programme import ThresholdCrossing


def at(hour, minute=0):
    return datetime(2019, 8, 14, hour, minute)  # noqa: DTZ001 - local, as minuted


FOUR_IN_5 = Fraction(4, 5)
STAYS = [
    Presence("a", at(12)),
    Presence("b", at(12), at(12, 40)),
    Presence("b", at(13)),
    Presence("c", at(12, 10), by_video=True),
    Presence("d", at(12), substitute=True),
]


# Quorum three: whoever stands in does not count, and b is away for twenty minutes.
@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (at(11, 59), "inquorate"),
        (at(12), "inquorate"),
        (at(12, 10), "quorate"),
        (at(12, 40), "inquorate"),
        (at(13), "quorate"),
    ],
)
def test_quorum_holds_at_each_vote_or_not(moment, state):
    assert check_quorum(QuorumRule(3), count_present(STAYS, moment)).state == state


def test_what_terms_allow_counts():
    both = {"substitutes_permitted": True, "video_counts": False}

    there = count_present(STAYS, at(12, 20), withdrawn={"a", "z"}, **both)

    assert there == Attendance({"members": 3}, {"members": 1}, {})


def test_a_stay_cannot_end_before_it_begins():
    with pytest.raises(InputError, match="left_at"):
        Presence("a", at(12), at(11))


@pytest.mark.parametrize(
    ("votes", "majority", "more", "carried"),
    [
        (Votes(3, 2), "simple", {}, True),
        (Votes(0, 0), "simple", {}, False),
        (Votes(1, 0, 5), "simple", {}, True),
        (Votes(3, 3, casting="against"), "simple", {}, False),
        (Votes(3, 2, casting="against"), "simple", {}, True),
        (Votes(3, 2, 2), "simple", {"of": "present"}, False),
        (Votes(3, 2, 0, present=5), "simple", {"of": "present"}, True),
        (Votes(3, 0, members=6), "absolute", {}, False),
        (Votes(4, 0, members=6), "absolute", {}, True),
        (Votes(4, 1), "qualified", {"share": FOUR_IN_5}, True),
        (Votes(4, 1, 1), "qualified", {"share": FOUR_IN_5, "of": "present"}, False),
    ],
)  # fmt: skip
def test_majorities(votes, majority, more, carried):
    assert count_vote(votes, majority, **more).carried is carried


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Votes(-1, 0), "in_favour"),
        (lambda: Votes(3, 2, present=4), "present"),
        (lambda: Votes(3, 2, members=4), "members"),
        (lambda: Votes(3, 2, casting="twice"), "casting"),
        (lambda: count_vote(Votes(3, 2), "relative"), "majority"),
        (lambda: count_vote(Votes(3, 2), "absolute"), "how many may vote"),
        (lambda: count_vote(Votes(3, 2), "qualified"), "share"),
        (lambda: count_vote(Votes(3, 2), share=Fraction(2, 3)), "share"),
        (lambda: count_vote(Votes(3, 2), "qualified", share=Fraction(1, 2)), "share"),
    ],
)
def test_votes_that_cannot_be(make, words):
    with pytest.raises(InputError, match=words):
        make()


def test_consensus_with_dissent_and_without():
    assert find_consensus([]).state == "consensus"
    assert find_consensus(["a", "a"]).reasons == ("Agreed, with dissent on record: a.",)


@pytest.mark.parametrize(
    ("weighed", "private"),
    [
        ({}, False),
        ({"outweighs": False, "resolved": True}, False),
        ({"outweighs": True}, False),
        ({"outweighs": True, "resolved": True}, True),
    ],
)
def test_exempt_is_private_only_when_weighed_and_resolved(weighed, private):
    reasons = {e.reason: e for e in list_exempt_reasons("local_government")}

    assert exclude_public(reasons["paragraph_3"], **weighed).private is private
    assert exclude_public(reasons["prohibited"], **weighed).private


def test_reasons_of_the_nhs_are_others():
    (nature, _) = list_exempt_reasons("nhs", date(2023, 6, 1))
    assert (nature.reason, nature.must) == ("confidential_nature", False)
    with pytest.raises(UnknownNameError):
        list_exempt_reasons("parish")
    with pytest.raises(InputError, match="a day on or after 1 March 2006"):
        list_exempt_reasons("local_government", date(2006, 2, 28))


def make_crossing(way, month, risk="RSK-09"):
    return ThresholdCrossing(risk, way, date(2019, month, 1), 6, 8, 8, "papers_2019")


def test_a_risk_is_placed_once_for_each_crossing():
    groups = ["grp-steb", "grp-sc-steering"]
    up, down, again = (make_crossing(*e) for e in [("up", 7), ("down", 8), ("up", 9)])
    first = escalate([up], groups)

    assert [each.group for each in first] == groups
    assert escalate([up, down], groups, first) == ()
    second = escalate([up, down, again], groups, first)
    assert {each.crossed_on for each in second} == {date(2019, 9, 1)}


def test_fewer_groups_only_with_a_reason():
    four = ["east", "west", "dgs", "ms"]
    assert choose_groups(four) == tuple(four)
    assert choose_groups(four, four) == tuple(four)
    with pytest.raises(InputError, match="a reason for leaving groups out"):
        choose_groups(four, ["east"])
    with pytest.raises(InputError, match="found north"):
        choose_groups(four, ["north"], "Only north")
    with pytest.raises(InputError, match="one group or more"):
        choose_groups(four, [], "None at all")


def test_unattended_escalations_age_and_come_first():
    early, late, done = (
        EscalationItem("R", group, date(2019, month, 1))
        for group, month in [("a", 7), ("b", 8), ("c", 7)]
    )
    future = EscalationItem("R", "d", date(2019, 12, 1))

    ages = find_ages(
        [late, early, done, future],
        {done: date(2019, 7, 11), late: date(2019, 9, 2)},
        date(2019, 8, 31),
    )

    assert [(age.item.group, age.days) for age in ages] == [
        ("a", 61),
        ("b", 30),
        ("c", 10),
    ]
    assert ages[2].words == "c discussed R on 11 July 2019, after 10 days."


def test_a_recommendation_is_effective_from_the_day_its_rule_was_met():
    said = [
        BodyAnswer("a", "agreed", date(2019, 9, 3)),
        BodyAnswer("b", "agreed", date(2019, 9, 1)),
    ]

    found = find_ratification("all", said)

    assert found.effective_on == date(2019, 9, 3)
    early = find_ratification("all", said, as_at=date(2019, 9, 2))
    assert (early.state, early.waiting) == ("pending", ("a",))
    undated = find_ratification("all", [*said, BodyAnswer("c", "agreed")])
    assert undated.effective_on is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: Gift("A", Decimal(-1), date(2019, 6, 1)),
        lambda: Gift(" ", Decimal(1), date(2019, 6, 1)),
        lambda: Dispensation(granted_on=date(2019, 6, 2), expires_on=date(2019, 6, 1)),
        lambda: Gift("A", Decimal("NaN"), date(2019, 6, 1)),
        lambda: Gift("A", Decimal(1), date(2019, 6, 1), "bribe"),
        lambda: Instrument(limit_pounds=Decimal(-1)),
        lambda: Matter("Stroke", date(2019, 8, 14), Decimal(-1)),
        lambda: Matter(" ", date(2019, 8, 14)),
        lambda: find_authority([], [], Matter("Stroke", date(2019, 8, 14))),
        lambda: find_authority([Member("x")], [], Matter("Stroke", date(2019, 8, 14))),
        lambda: QuorumRule(0),
        lambda: QuorumRule(1, Fraction(1, 2)),
        lambda: QuorumRule(share=Fraction(3, 2)),
        lambda: QuorumRule(least={"lay": -1, "clinical": 1}),
        lambda: Attendance({"members": -1}),
    ],
)
def test_what_cannot_be_is_refused(make):
    with pytest.raises(InputError):
        make()


def test_notice_before_its_law_is_unknown():
    with pytest.raises(UnknownNameError, match="executive"):
        check_notice("executive", date(2012, 2, 1), date(2012, 3, 1))


def test_every_power_is_listed_without_a_day():
    assert len(list_joint_powers()) == 4
