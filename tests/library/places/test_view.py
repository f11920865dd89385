"""The registry on one day."""

from datetime import date

import pytest

from factories.places_factory import make_registry, make_tables
from placeplan.errors import UnknownNameError
from placeplan.places import (
    Registry,
    Seat,
    Standing,
    count_over_footprints,
)

BEFORE, PROPOSED, AFTER = date(2016, 6, 1), date(2019, 7, 15), date(2020, 4, 2)


def view_on(day):
    return make_registry().as_at(day)


def list_ids(entries):
    return [entry.id for entry in entries]


def test_groups_before_the_merger():
    assert list_ids(view_on(BEFORE).list_entries("ccg")) == [
        "ccg-hill",
        "ccg-mill",
        "ccg-quay",
    ]


def test_group_that_a_paper_proposed_stands_beside_them_as_proposed():
    standings = {
        entry.id: entry.standing for entry in view_on(PROPOSED).list_entries("ccg")
    }
    assert standings == {
        "ccg-all": Standing.PROPOSED,
        "ccg-hill": Standing.IN_FORCE,
        "ccg-mill": Standing.IN_FORCE,
        "ccg-quay": Standing.IN_FORCE,
    }


def test_group_after_the_merger_names_its_predecessors():
    (entry,) = view_on(AFTER).list_entries("ccg")
    assert entry.as_row() == {
        "id": "ccg-all",
        "name": "NHS All CCG",
        "kind": "ccg",
        "set": None,
        "members": ["pcn-one"],
        "status": "in_force",
        "starts_on": "2020-04-01",
        "ends_on": None,
        "predecessors": ["ccg-hill", "ccg-mill", "ccg-quay"],
    }


def test_proposed_group_has_taken_over_from_nobody_yet():
    assert view_on(PROPOSED).get_entry("ccg-all").predecessors == ()


def test_ended_body_is_not_found_but_its_successor_is():
    view = view_on(AFTER)
    assert view.find_entry("ccg-mill") is None
    assert view.list_successors("ccg-mill") == ("ccg-all",)
    assert view_on(BEFORE).list_successors("ccg-mill") == ()


def test_ended_body_is_refused_with_the_day():
    with pytest.raises(UnknownNameError) as caught:
        view_on(AFTER).get_entry("ccg-mill")
    assert caught.value.noun == "body as at 2 April 2020 called"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 3, 31), "Hill Infirmary Trust"),
        (date(2018, 4, 1), "Hill & Quay Trust"),
    ],
)
def test_body_has_the_name_of_the_day(day, name):
    assert view_on(day).get_entry("trust").body.name == name


def test_unknown_kind_is_refused():
    with pytest.raises(UnknownNameError) as caught:
        view_on(BEFORE).list_entries("icp")
    assert caught.value.name == "icp"


def test_members_hold_while_both_stand():
    assert list_ids(view_on(BEFORE).get_entry("ccg-mill").members) == []
    assert list_ids(view_on(PROPOSED).get_entry("ccg-mill").members) == ["pcn-one"]
    assert list_ids(view_on(AFTER).get_entry("alliance").members) == []


def test_group_sits_in_two_footprints_of_a_set():
    view = view_on(BEFORE)
    assert view.find_overlaps("ccg-mill") == {
        "council": ("c-north", "c-south"),
        "plans": ("north", "south"),
    }
    assert view.find_overlaps("ccg-hill") == {}


def test_seats_say_whether_wholly_or_in_part():
    assert view_on(BEFORE).list_seats("ccg-mill") == (
        Seat("c-north", "part"),
        Seat("c-south", "part"),
        Seat("north", "whole"),
        Seat("south", "whole"),
    )


def test_containers_reach_through_footprints():
    assert view_on(BEFORE).list_containers("ccg-hill") == ("c-north", "north", "system")


def test_leaves_of_the_system_hold_the_overlapping_group_once():
    view = view_on(PROPOSED)
    assert view.list_leaves("system") == ("ccg-hill", "ccg-mill", "ccg-quay")
    assert view.list_leaves("ccg-mill") == ("ccg-mill",)


def test_counting_over_the_footprints_of_a_day():
    plans = next(each for each in view_on(BEFORE).list_sets() if each.id == "plans")
    values = {"ccg-hill": 500, "ccg-mill": 119, "ccg-quay": 268}
    count = count_over_footprints(values, plans.footprints)
    assert (count.total, count.counted_once) == (887, ("ccg-mill",))


def test_sets_that_stood():
    assert list_ids(view_on(BEFORE).list_sets()) == ["council", "plans", "whole"]
    assert list_ids(view_on(AFTER).list_sets()) == ["alliances", "whole"]


def test_sites_of_an_organisation():
    assert list_ids(view_on(BEFORE).list_sites("trust")) == ["infirmary"]
    assert view_on(BEFORE).list_sites("ccg-mill") == ()


def test_levels_hold_from_the_paper_on():
    assert view_on(date(2016, 3, 8)).list_levels() == ()
    levels = view_on(BEFORE).list_levels()
    assert [(level.level, len(level.services)) for level in levels] == [(1, 2), (5, 1)]
    assert [level.footprint_sets for level in levels] == [("plans",), ()]


def test_level_that_a_whole_set_or_one_footprint_plans():
    view = view_on(BEFORE)
    out_of_hospital, specialist = view.list_levels()
    assert list_ids(view.list_operational(out_of_hospital)) == ["north", "south"]
    assert list_ids(view.list_operational(specialist)) == []


def test_who_plans_what():
    view = view_on(BEFORE)
    planning = [
        (level.level, entry.id) for level, entry in view.list_planning("ccg-mill")
    ]
    assert planning == [(1, "north"), (1, "south")]
    assert [entry.id for _, entry in view.list_planning("north")] == ["north"]
    assert view.list_planning("mill") == ()


def test_service_with_an_end_is_no_longer_planned_so():
    service = (2, "Acute", "maternity", "trusts", "plans", None, None, date(2017, 1, 1))
    registry = Registry.from_tables(make_tables(levels=[service]))
    assert [level.level for level in registry.as_at(BEFORE).list_levels()] == [2]
    assert registry.as_at(AFTER).list_levels() == ()


@pytest.mark.parametrize(
    ("day", "bodies"),
    [
        (BEFORE, {}),
        (
            PROPOSED,
            {
                "pcn": ["pcn-one"],
                "icp_place_alliance": ["alliance"],
                "ccg-all": ["ccg-all"],
            },
        ),
    ],
)
def test_care_parts_are_those_with_a_body_on_the_day(day, bodies):
    found = view_on(day).list_care_parts()
    assert {part.body: list_ids(entries) for part, entries in found} == bodies
