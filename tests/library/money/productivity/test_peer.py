"""Peers are chosen by stated criteria, and every candidate hears why."""

from dataclasses import replace
from fractions import Fraction
from math import isclose, sqrt

import pytest

from placeplan.money.pence import Pence
from placeplan.money.productivity import PeerCriteria, TrustProfile, select_peers

OWN = TrustProfile(
    *("own", "Own Trust", Pence(50_000_000_000), 3, 2, False),
    *(Fraction(5, 100), "requires_improvement"),
)
CRITERIA = PeerCriteria(
    {
        "turnover": 0.25,
        "sites": 1,
        "ae_sites": 1,
        "teaching": 0,
        "premises_share": 0.02,
    },
    "requires_improvement",
)


def make(name, **changes):
    return replace(OWN, id=name, name=name.title(), **changes)


def judge(**changes):
    (verdict,) = select_peers(OWN, [make("other", **changes)], CRITERIA)
    return verdict


def test_a_twin_is_a_peer_and_hears_every_criterion():
    verdict = judge()

    assert (verdict.chosen, verdict.distance) == (True, 0.0)
    assert verdict.reasons == (
        "Near enough by turnover: £500 million.",
        "Near enough by sites: 3.",
        "Near enough by A&E sites: 2.",
        "Near enough by teaching: no teaching trust.",
        "Near enough by premises share of cost: 5.0 %.",
        "Passes the safety filter: rated requires improvement.",
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"turnover": Pence(62_500_000_001)},
            (
                "Out by turnover: £625 million against £500 million, 25.0 % apart; the "
                "tolerance is 25.0 %."
            ),
        ),
        (
            {"sites": 5},
            "Out by sites: 5 against 3, 2 apart; the tolerance is 1.",
        ),
        (
            {"ae_sites": 0},
            "Out by A&E sites: 0 against 2, 2 apart; the tolerance is 1.",
        ),
        (
            {"teaching": True},
            "Out by teaching: a teaching trust against no teaching trust.",
        ),
        (
            {"premises_share": Fraction(8, 100)},
            (
                "Out by premises share of cost: 8.0 % against 5.0 %, 3.0 percentage "
                "points apart; the tolerance is 2.0 percentage points."
            ),
        ),
        ({"safety": None}, "Fails the safety filter: no rating is known."),
        (
            {"safety": "inadequate"},
            (
                "Fails the safety filter: rated inadequate, needs requires improvement "
                "or better."
            ),
        ),
    ],
)
def test_one_criterion_is_enough_to_be_out_and_stands_first(changes, reason):
    verdict = judge(**changes)

    assert not verdict.chosen
    assert verdict.reasons[0] == reason
    assert len(verdict.reasons) == 6


@pytest.mark.parametrize(
    "changes",
    [
        {"turnover": Pence(62_500_000_000)},
        {"turnover": Pence(37_500_000_000)},
        {"sites": 4},
        {"premises_share": Fraction(7, 100)},
        {"safety": "outstanding"},
    ],
)
def test_the_tolerance_itself_is_within(changes):
    assert judge(**changes).chosen


def test_everything_against_a_candidate_is_told_at_once():
    verdict = judge(sites=9, teaching=True, safety="inadequate")

    assert [reason.split(":")[0] for reason in verdict.reasons[:3]] == [
        "Out by sites",
        "Out by teaching",
        "Fails the safety filter",
    ]


def test_distance_is_over_the_spread_among_all_that_are_compared():
    # Turnover 500, 600, 400: spread sqrt(20000/3); sites 3, 3, 4: spread sqrt(2)/3.
    near = make("near", turnover=Pence(60_000_000_000))
    far = make("far", turnover=Pence(40_000_000_000), sites=4)
    criteria = PeerCriteria({"turnover": 1, "sites": 1})

    first, second = select_peers(OWN, [far, near], criteria)

    turnover = 100 / sqrt(20_000 / 3)
    sites = 1 / (sqrt(2) / 3)
    assert (first.id, second.id) == ("near", "far")
    assert isclose(first.distance, sqrt(turnover**2 / 2))
    assert isclose(second.distance, sqrt((turnover**2 + sites**2) / 2))


def test_peers_come_before_others_however_near_these_are():
    near_and_unsafe = make("a-unsafe", safety="inadequate")
    far = make("z-far", sites=4)

    verdicts = select_peers(OWN, [near_and_unsafe, far], CRITERIA)

    assert [(each.id, each.chosen) for each in verdicts] == [
        ("z-far", True),
        ("a-unsafe", False),
    ]


def test_a_criterion_that_is_left_out_does_not_count():
    other = make("other", sites=30, safety="inadequate")

    (verdict,) = select_peers(OWN, [other], PeerCriteria({"teaching": 0}))

    assert (verdict.chosen, verdict.reasons) == (
        True,
        ("Near enough by teaching: no teaching trust.",),
    )


def test_without_any_criterion_everybody_is_a_peer():
    (verdict,) = select_peers(OWN, [make("other", sites=30)], PeerCriteria({}))

    assert (verdict.chosen, verdict.distance, verdict.reasons) == (True, 0.0, ())
