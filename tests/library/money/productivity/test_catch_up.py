"""Catch-up by cost centre, against one peer each."""

from dataclasses import replace
from fractions import Fraction

import pytest

from placeplan.errors import QuestionError
from placeplan.money.pence import Pence
from placeplan.money.productivity import (
    CostCentre,
    Opportunity,
    find_catch_up,
    sum_opportunities,
)


def make(body, id_, units, cost):
    about = (id_.title(), "pay", "weighted activity units")
    return CostCentre(body, id_, *about, Fraction(units), Pence(cost), "illustrative")


OWN = [make("own", "nursing", 300, 1000_00), make("own", "estates", 50, 400_00)]
NEAR = [make("near", "nursing", 100, 320_00), make("near", "estates", 10, 90_00)]
FAR = [make("far", "nursing", 200, 600_00)]
PEERS = {"near": NEAR, "far": FAR}


def list_found(found):
    return [
        (each.own.id, each.peer and each.peer.body, each.opportunity.pence)
        for each in found
    ]


def test_the_lowest_peer_counts_for_each_cost_centre():
    # Nursing: 1000/300 less 600/200 = 0.3333 on 300 units; estates: 8 is below 9.
    assert list_found(find_catch_up(OWN, PEERS)) == [
        ("nursing", "far", 100_00),
        ("estates", "near", 0),
    ]


def test_the_nearest_peer_can_count_instead():
    # Nursing: 1000/300 less 3.20 = 0.1333 on 300 units.
    assert list_found(find_catch_up(OWN, PEERS, "nearest")) == [
        ("nursing", "near", 40_00),
        ("estates", "near", 0),
    ]


def test_of_equals_the_nearer_peer_counts():
    twin = [make("far", "nursing", 200, 640_00)]

    (found, _) = find_catch_up(OWN, {"near": NEAR, "far": twin})

    assert found.peer.body == "near"


def test_nobody_catches_up_with_cheaper_places():
    # 1000 where prices are a quarter above the average is 800 at average prices.
    dear = replace(OWN[0], market_forces_factor=Fraction(5, 4))
    cheap = replace(FAR[0], market_forces_factor=Fraction(9, 10))

    (against_average,) = find_catch_up([dear], {"far": [FAR[0]]})
    (against_cheap,) = find_catch_up([dear], {"far": [cheap]})

    assert against_average.opportunity.pence == 0
    assert dear.metric_pounds == Fraction(8, 3)
    assert cheap.metric_pounds == Fraction(10, 3)
    assert against_cheap.opportunity.pence == 0


def test_without_a_peer_there_is_nothing_to_catch_up():
    assert list_found(find_catch_up(OWN, {})) == [
        ("nursing", None, 0),
        ("estates", None, 0),
    ]


def test_specialties_are_never_added_to_cost_centres():
    by_centre = Opportunity("cost_centre", Pence(500))
    by_specialty = Opportunity("specialty", Pence(700))

    with pytest.raises(QuestionError, match="two views of the same cost"):
        sum_opportunities("cost_centre", [by_centre, by_specialty])
    with pytest.raises(TypeError):
        sum([by_centre, by_specialty])
