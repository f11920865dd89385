"""Tables of fair shares add up over streams and budgets."""

import pytest

from factories.fair_share_tables import make_tables
from placeplan.money.fair_share import answer_cases
from placeplan.money.fair_share.inputs import ALLOCATIONS, BUDGETS, PACE, STREAMS
from placeplan.money.fair_share.share_table import lay_parts, lay_shares

PACES = {"most_under_share": 1, "minimum_growth_share": 0}
TWO = {
    BUDGETS.name: [(2016, "core", "Core", 1000.0, 0), (2016, "more", "More", 80.0, 0)],
    STREAMS.name: [(2016, "core", "acute", 1), (2016, "more", "acute", 1)],
    PACE.name: [
        (2016, each, *rule) for each in ("core", "more") for rule in PACES.items()
    ],
    ALLOCATIONS.name: [
        (2016, "core", "alliance", "coast", 500.0),
        (2016, "core", "alliance", "weald", 300.0),
        (2016, "more", "alliance", "coast", 60.0),
        (2016, "more", "alliance", "weald", 0.0),
    ],
}
FACTS = ("people", "weighted_people", "now_pence", "target_pence", "allocation_pence")
DISTANCES = ("opening_distance", "closing_distance", "growth_share")


def test_one_budget():
    alliances, _ = answer_cases(make_tables())

    table = lay_shares([alliances])

    # £800 grow to £1,000, both by a quarter: the coast keeps 5/8, and should have 3/4.
    assert table.select("place", "name", *FACTS, "bound").rows() == [
        ("coast", "The Coast", 100, 150, 500_00, 750_00, 625_00, ""),
        ("weald", "The Weald", 100, 50, 300_00, 250_00, 375_00, ""),
    ]
    coast, weald = table.select(DISTANCES).rows()
    assert coast == pytest.approx((-1 / 6, -1 / 6, 0.25))
    assert weald == pytest.approx((0.5, 0.5, 0.25))
    assert table["status"].to_list() == ["illustrative"] * 2


def test_networks_have_nothing_now():
    _, networks = answer_cases(make_tables())

    table = lay_shares([networks])

    assert table.select("place", "now_pence", "allocation_pence").rows() == [
        ("harbour", None, 468_75),
        ("pier", None, 156_25),
        ("forest", None, 375_00),
    ]
    assert table["opening_distance"].to_list() == [None] * 3
    assert table["growth_share"].to_list() == [None] * 3


def test_budgets_of_a_year_together():
    answers = answer_cases(make_tables(**TWO))

    table = lay_shares([each for each in answers if each.case.level == "alliance"])

    # The weald has nothing of the £60 and gets nothing: the coast has all of the £80.
    assert table.select(*FACTS[2:], "bound").rows() == [
        (560_00, 810_00, 705_00, ""),
        (300_00, 270_00, 375_00, ""),
    ]
    coast, _ = table.select(DISTANCES).rows()
    assert coast == pytest.approx((56 / 86 / 0.75 - 1, 705 / 810 - 1, 705 / 560 - 1))


def test_a_place_without_target_or_money_has_no_distance_or_growth():
    needs = [
        (2016, "alliance", "coast", "acute", 1),
        (2016, "alliance", "weald", "acute", 0),
    ]
    now = [
        (2016, "core", "alliance", "coast", 0.0),
        (2016, "core", "alliance", "weald", 300.0),
    ]
    places = [
        (2016, "alliance", "coast", "The Coast", None, 100, None),
        (2016, "alliance", "weald", "The Weald", None, 100, None),
    ]

    [answer] = answer_cases(
        make_tables(
            capitation_need=needs,
            capitation_allocations=now,
            capitation_places=places,
            capitation_pace=[],
        )
    )

    table = lay_shares([answer])
    assert table["opening_distance"].to_list() == [-1.0, None]
    assert table["growth_share"].to_list() == [None, -1.0]


def test_streams_of_each_target():
    alliances, _ = answer_cases(make_tables())

    assert lay_parts(alliances).drop("status").rows() == [
        ("coast", "acute", 750_00),
        ("weald", "acute", 250_00),
    ]
