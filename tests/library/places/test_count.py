"""Counting over footprints that overlap."""

import pytest

from factories.places_factory import make_footprint
from placeplan.errors import UnknownNameError
from placeplan.places import Count, count_over_footprints

VALUES = {"hill": 500.0, "mill": 119.0, "quay": 268.0}


def test_member_of_two_footprints_is_counted_once_and_named():
    north = make_footprint("north", "hill", "mill")
    south = make_footprint("south", "mill", "quay")

    count = count_over_footprints(VALUES, [north, south])

    assert count == Count(887.0, ("mill",), 1006.0)
    assert count.double_counted == 119.0
    assert count.most == 887.0


def test_footprints_that_do_not_overlap_add_up():
    footprints = [make_footprint("west", "hill"), make_footprint("east", "quay")]
    count = count_over_footprints(VALUES, footprints)
    assert count == Count(768.0, (), 768.0)


def test_parts_are_not_given_a_share_but_bound_the_total():
    north = make_footprint("north", "hill", part=["mill"])
    south = make_footprint("south", "quay", part=["mill"])

    count = count_over_footprints(VALUES, [north, south])

    assert count == Count(768.0, (), 768.0, ("mill",), 119.0)
    assert count.most == 887.0


def test_member_that_sits_wholly_somewhere_is_no_part():
    north = make_footprint("north", "mill")
    south = make_footprint("south", part=["mill"])
    assert count_over_footprints(VALUES, [north, south]) == Count(119.0, (), 119.0)


def test_no_footprints_hold_nothing():
    assert count_over_footprints(VALUES, []) == Count(0, (), 0)


def test_member_without_a_value_is_refused_not_taken_as_zero():
    with pytest.raises(UnknownNameError) as caught:
        count_over_footprints(VALUES, [make_footprint("north", "dell")])
    assert str(caught.value) == (
        "There is no value for member 'dell'. Use one of: hill, mill, quay."
    )
