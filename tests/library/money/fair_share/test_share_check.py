"""Tables of fair shares that do not fit each other are told of, all at once."""

from factories.fair_share_tables import add_rows, drop_row, make_tables
from placeplan.money.fair_share import check_fair_share
from placeplan.money.fair_share.inputs import (
    ALLOCATIONS,
    BUDGETS,
    COSTS,
    NEED,
    PACE,
    PLACES,
    STREAMS,
)


def list_words(tables):
    """What is wrong, with names of files without what all of them begin with."""
    said = [
        f"{fault.file} {fault.where}: expected {fault.expected}, found {fault.found}"
        for fault in check_fair_share(tables)
    ]
    return [words.replace("money/capitation_", "") for words in said]


def test_tables_that_fit():
    assert list_words(make_tables()) == []


def test_rows_of_places_that_nobody_lists():
    needs = add_rows(NEED.name, (2016, "alliance", "downs", "acute", 1))
    costs = add_rows(COSTS.name, ("network", "downs", "market_forces", 1.1, 1))
    now = add_rows(ALLOCATIONS.name, (2016, "core", "network", "downs", 1))
    tables = {
        **needs,
        COSTS.name: costs[COSTS.name],
        ALLOCATIONS.name: now[ALLOCATIONS.name],
    }

    assert list_words(tables)[:3] == [
        (
            "need.csv 2016, alliance, downs: expected a place of "
            "places.csv, found another"
        ),
        ("costs.csv network, downs: expected a place of places.csv, found another"),
        (
            "allocations.csv 2016, network, downs: expected a place of "
            "places.csv, found another"
        ),
    ]


def test_parents():
    places = [
        (2016, "alliance", "coast", "The Coast", None, 100, None),
        (2016, "alliance", "weald", "The Weald", "county", 100, None),
    ]
    tables = make_tables(**{PLACES.name: places})
    tables = {**tables, NEED.name: make_tables()[NEED.name][:2]}

    assert list_words(tables) == [
        ("places.csv 2016, weald: expected a place of another level, found county"),
        (
            "places.csv 2016, alliance: expected a parent of each place, "
            "or of none, found 1 without"
        ),
    ]


def test_budgets_without_streams_and_rows_without_budgets():
    tables = make_tables(
        **{
            STREAMS.name: [(2017, "core", "acute", 1)],
            PACE.name: [
                (2016, "core", "pull_share", 0),
                (2016, "more", "pull_share", 0),
            ],
        }
    )

    assert list_words(tables) == [
        ("streams.csv 2016, core: expected streams of each budget, found none"),
        ("streams.csv 2017, core: expected a budget of budgets.csv, found another"),
        ("pace.csv 2016, more: expected a budget of budgets.csv, found another"),
    ]


def test_a_share_for_inequalities_that_nobody_states():
    budgets = [
        (2016, "other", "Other", 1000.0, None),
        (2016, "core", "C", 1000.0, None),
    ]
    streams = [(2016, "core", "acute", 1), (2016, "other", "acute", 1)]
    needs = add_rows(NEED.name, (2016, "alliance", "coast", "inequalities", 1))
    tables = make_tables(**{BUDGETS.name: budgets, STREAMS.name: streams})

    assert list_words({**tables, NEED.name: needs[NEED.name]}) == [
        (
            "budgets.csv 2016, other: expected a share that follows "
            "inequalities, as places state that need, found none, and no national "
            "policy is listed for that year"
        )
    ]


def test_allocations_of_some_places_and_without_a_pace():
    some = {**drop_row(ALLOCATIONS.name, 0), PACE.name: make_tables()[PACE.name][:0]}

    assert list_words(some) == [
        (
            "pace.csv 2016, core: expected a pace of change, as places "
            "have allocations, found none"
        ),
        (
            "allocations.csv 2016, core, alliance, coast: expected an "
            "allocation of each place of the level, or of none, found none"
        ),
    ]


def test_a_budget_that_cannot_pay_its_floors():
    rules = {"minimum_growth_share": 0.5, "most_under_share": 1}
    tables = make_tables(
        **{PACE.name: [(2016, "core", *rule) for rule in rules.items()]}
    )

    assert list_words(tables) == [
        (
            "pace.csv 2016, core, alliance, budget: expected a budget of "
            "at least £1,050, the sum of all floors, found £1,000"
        )
    ]


def test_a_place_that_cannot_be_and_a_need_that_is_missing():
    costs = add_rows(COSTS.name, ("alliance", "coast", "market_forces", 0, 1))
    needs = drop_row(NEED.name, 4)

    assert list_words({**costs, NEED.name: needs[NEED.name]}) == [
        (
            "places.csv 2016, core, alliance, place coast, cost_factor: "
            "expected a number above 0, found 0"
        ),
        (
            "need.csv 2016, core, network, forest, need: expected a need "
            "for the stream acute, found none"
        ),
    ]
