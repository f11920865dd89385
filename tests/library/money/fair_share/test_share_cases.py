"""Tables of a plan folder become cases, and cases answers."""

from fractions import Fraction

from factories.fair_share_tables import add_rows, drop_row, make_tables
from placeplan.money import Pence
from placeplan.money.fair_share import answer_cases
from placeplan.money.fair_share.inputs import (
    ALLOCATIONS,
    BUDGETS,
    COSTS,
    NEED,
    PACE,
    STREAMS,
)
from placeplan.money.fair_share.share_case import list_keys, read_case


def test_there_is_a_case_for_each_budget_and_level_of_a_year():
    tables = add_rows(
        BUDGETS.name, (2016, "other", "Other", 1, 0), (2017, "x", "X", 1, 0)
    )

    assert list_keys(tables) == [
        (2016, "core", "alliance"),
        (2016, "core", "network"),
        (2016, "other", "alliance"),
        (2016, "other", "network"),
    ]
    assert list_keys({}) == []


def test_a_case_holds_what_its_rows_say():
    tables = add_rows(
        COSTS.name,
        ("alliance", "coast", "market_forces", 1.1, 1),
        ("alliance", "coast", "emergency_ambulance", 1.5, 0.1),
    )

    case = read_case(tables, 2016, "core", "alliance")

    coast, weald = case.places
    assert (case.name, case.amount, case.status) == (
        *("Core services", Pence(1000_00), "illustrative"),
    )
    assert (coast.cost_factor, weald.cost_factor) == (Fraction("1.155"), 1)
    assert (coast.people_before, weald.people_before) == (80, None)
    assert (coast.allocation, case.names["coast"]) == (Pence(500_00), "The Coast")
    assert case.parents == {}


def test_places_move_at_the_pace_and_networks_share_what_their_place_got():
    # Shares are £750 and £250. The coast must not be more than 4 % under; the weald,
    # 50 % over, has no minimum left and may fall by 10 %: it has the £280 that remain.
    rules = {
        "least_growth_share": -0.1,
        "fades_from_share": 0.05,
        "fades_to_share": 0.1,
        "most_under_share": 0.04,
    }
    tables = make_tables(
        **{PACE.name: [(2016, "core", *each) for each in rules.items()]}
    )

    alliances, networks = answer_cases(tables)

    assert alliances.allocations == {"coast": Pence(720_00), "weald": Pence(280_00)}
    assert networks.allocations == {
        "harbour": Pence(540_00),
        "pier": Pence(180_00),
        "forest": Pence(280_00),
    }
    assert (alliances.is_placed, networks.is_placed) == (False, True)
    assert networks.distances == {
        "harbour": Fraction(-1, 25),
        "pier": Fraction(-1, 25),
        "forest": Fraction(3, 25),
    }


def test_places_that_belong_to_none_get_their_targets():
    rows = [(2016, "core", "acute", 1)]
    tables = make_tables(**{ALLOCATIONS.name: [], STREAMS.name: rows})
    orphans = drop_row("capitation_places", 1)

    alliances, networks = answer_cases(tables)

    assert alliances.case.pace is None
    assert alliances.allocations == {"coast": Pence(750_00), "weald": Pence(250_00)}
    assert networks.allocations["harbour"] == Pence(562_50)
    assert (
        answer_cases({**tables, "capitation_places": orphans["capitation_places"]})[
            1
        ].placed
        is None
    )


def test_what_the_plan_leaves_open_is_that_of_national_policy():
    open_share = [(2016, "core", "Core services", 1000.0, None)]
    more = [
        (2016, level, place, "inequalities", 1)
        for level, place in (
            *(("alliance", "coast"), ("alliance", "weald")),
            *(("network", "harbour"), ("network", "pier"), ("network", "forest")),
        )
    ]
    needs = add_rows(NEED.name, *more)[NEED.name]
    stated = [(2016, "core", "most_under_share", 0.9)]
    tables = make_tables(**{BUDGETS.name: open_share, PACE.name: stated})

    case = read_case({**tables, NEED.name: needs}, 2016, "core", "alliance")

    assert case.formula.shares == {
        "acute": Fraction(9, 10),
        "inequalities": Fraction(1, 10),
    }
    assert (case.pace.most_under_share, case.pace.fades_to_share) == (
        0.9,
        Fraction(1, 10),
    )
    assert {name: float(each.share) for name, each in case.policies.items()} == {
        "inequalities_share": 0.1,
        "fades_from_share": 0.05,
        "fades_to_share": 0.1,
    }


def test_allocations_without_any_rule_of_pace_wait_for_one():
    tables = make_tables(**{PACE.name: []})

    assert read_case(tables, 2016, "core", "alliance").pace is None
