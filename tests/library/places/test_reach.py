"""Whose people a body answers for."""

import pytest

from factories.places_factory import make_registry
from placeplan.errors import UnknownNameError
from placeplan.places import find_reach


def test_district_reaches_itself():
    assert find_reach(make_registry(), "mill") == {"mill": 1.0}


def test_commissioner_reaches_its_shares():
    cells = [
        ("hill", "ccg-hill", 1.0),
        ("mill", "ccg-hill", 0.25),
        ("mill", "ccg-mill", 0.75),
    ]
    reach = find_reach(make_registry(lookups=cells), "ccg-hill")
    assert reach == {"hill": 1.0, "mill": 0.25}


def test_member_of_two_footprints_is_reached_once():
    cells = [("hill", "ccg-hill", 1.0), ("mill", "ccg-mill", 1.0)]
    reach = find_reach(make_registry(lookups=cells), "system")
    assert reach == {"hill": 1.0, "mill": 1.0}


def test_successor_reaches_what_its_predecessors_did():
    cells = [
        ("hill", "ccg-hill", 1.0),
        ("mill", "ccg-mill", 0.5),
        ("mill", "ccg-quay", 0.5),
    ]
    reach = find_reach(make_registry(lookups=cells), "ccg-all")
    assert reach == {"hill": 1.0, "mill": 1.0}


def test_member_in_part_is_left_out():
    cells = [("hill", "ccg-hill", 1.0), ("mill", "ccg-mill", 1.0)]
    assert find_reach(make_registry(lookups=cells), "c-north") == {"hill": 1.0}


def test_trust_has_no_people_of_its_own():
    assert find_reach(make_registry(), "trust") == {}


def test_unknown_body_is_refused():
    with pytest.raises(UnknownNameError):
        find_reach(make_registry(), "dell")
