"""What keeps places from sharing is refused in words, all of it at once."""

from fractions import Fraction

import pytest

from placeplan.errors import InputError
from placeplan.money import Pence
from placeplan.money.fair_share import (
    Formula,
    Pace,
    SharePlace,
    find_distance,
    find_fair_shares,
    pace_allocations,
    share_among_members,
)


def list_words(refused, *args, **kwargs):
    with pytest.raises(InputError) as caught:
        refused(*args, **kwargs)
    return [
        f"{fault.where}: expected {fault.expected}, found {fault.found}"
        for fault in caught.value.faults
    ]


def test_shares_of_a_formula():
    streams = {"acute": 0.7, "mental": 1.2, "inequalities": 0}

    assert list_words(Formula, streams, 1) == [
        "streams, mental: expected a share from 0 to 1, found 1.2",
        "streams, inequalities: expected streams of care alone, found inequalities",
        "inequalities_share: expected a share from 0 to less than 1, found 1",
    ]


def test_streams_that_are_not_the_whole():
    assert list_words(Formula, {"acute": 0.7, "mental": 0.2}) == [
        "streams: expected shares that sum to 1, found 0.9"
    ]


def test_streams_written_with_few_digits_are_the_whole():
    third = 0.3333333

    shares = Formula({"a": third, "b": third, "c": third}, 0.1).shares

    assert shares == {
        "a": Fraction(3, 10),
        "b": Fraction(3, 10),
        "c": Fraction(3, 10),
        "inequalities": Fraction(1, 10),
    }


def test_a_place():
    place = {"people": -1, "need": {"acute": -2}, "cost_factor": 0}

    assert list_words(SharePlace, "north", **place, allocation=Pence(-3)) == [
        "people: expected 0 or more, found -1",
        "allocation: expected 0 or more, found -3",
        "need, acute: expected 0 or more, found -2",
        "cost_factor: expected a number above 0, found 0",
    ]


def test_places_named_twice_or_without_a_need():
    places = [
        SharePlace("north", 1, {"acute": 1}),
        SharePlace("north", 2, {"acute": 1}),
        SharePlace("south", 3, {"mental": 1}),
    ]

    assert list_words(find_fair_shares, places, Formula({"acute": 1}), Pence(9)) == [
        "north: expected each place once, found 2 times",
        "south, need: expected a need for the stream acute, found none",
    ]


def test_nobody_to_share_among():
    places = [SharePlace("north", 0), SharePlace("south", 0)]

    assert list_words(find_fair_shares, places, Formula({"need": 1}), Pence(9)) == [
        ": expected people in at least one place, found none"
    ]


def test_a_stream_that_nobody_needs():
    places = [
        SharePlace("north", 10, {"acute": 0}),
        SharePlace("south", 0, {"acute": 5}),
    ]

    assert list_words(find_fair_shares, places, Formula({"acute": 1}), Pence(9)) == [
        "need, acute: expected a need above 0 where there are people, found none"
    ]


def test_a_pace_that_cannot_be():
    assert list_words(
        Pace,
        minimum_growth_share=0.02,
        minimum_growth_per_head_share=0.03,
        least_growth_share=0.05,
        fades_from_share=0.1,
        fades_to_share=0.05,
        most_under_share=1.5,
        pull_share=-0.5,
        tolerance_share=-0.1,
        most_growth_share=0.01,
    ) == [
        "pull_share: expected 0 or more, found -0.5",
        "tolerance_share: expected 0 or more, found -0.1",
        "most_under_share: expected a share from 0 to 1, found 1.5",
        "fades_to_share: expected at least 0.1, found 0.05",
        "least_growth_share: expected at most 0.02, found 0.05",
        "most_growth_share: expected at least 0.03, found 0.01",
    ]


def test_a_pace_that_takes_more_than_there_is_and_fades_nowhere():
    assert list_words(Pace, minimum_growth_share=-2, fades_from_share=0.1) == [
        "minimum_growth_share: expected -1 or more, found -2",
        "fades_from_share, fades_to_share: expected both or neither, found one",
    ]


def test_a_pace_without_what_places_have_now():
    places = [SharePlace("north", 1), SharePlace("south", 1, allocation=Pence(5))]
    targets = {"north": Pence(5), "south": Pence(5)}

    assert list_words(pace_allocations, places, targets, Pence(10), Pace()) == [
        "north: expected what it is allocated now, found nothing"
    ]


def test_places_that_all_have_nothing_get_their_floors_alone():
    places = [SharePlace("north", 1, allocation=Pence(0))]
    targets, pace = {"north": Pence(10)}, Pace(most_under_share=0.2)

    assert list_words(pace_allocations, places, targets, Pence(10), pace) == [
        (
            "budget: expected a budget of at most £0.08, the sum of all ceilings, "
            "found £0.10"
        )
    ]
    reached = pace_allocations(places, targets, Pence(10), Pace(most_under_share=0))
    assert reached.places["north"].allocation == 10
    assert reached.places["north"].wanted_growth is None


def test_a_place_that_needs_nothing_keeps_its_floor_until_it_fades():
    places = [
        SharePlace("north", 0, allocation=Pence(100)),
        SharePlace("south", 9, allocation=Pence(100)),
    ]
    targets = {"north": Pence(0), "south": Pence(210)}

    kept = pace_allocations(places, targets, Pence(210), Pace(0.05)).places["north"]
    fading = Pace(
        0.04, least_growth_share=-1, fades_from_share=0.05, fades_to_share=0.1,
        most_under_share=0.02,
    )  # fmt: skip
    gone = pace_allocations(places, targets, Pence(210), fading).places["north"]

    assert (kept.allocation, kept.opening_distance) == (105, None)
    # South gets 98 % of £2.10 at least, which is £2.06; north the rest.
    assert (gone.least, gone.allocation) == (0, 4)


def test_floors_that_end_at_once():
    pace = Pace(fades_from_share=0.05, fades_to_share=0.05)

    assert [pace.find_fade(Fraction(each, 100)) for each in (5, 6)] == [1, 0]


def test_a_target_of_nothing_has_no_distance():
    assert find_distance(Pence(5), Pence(0)) is None


def test_a_member_of_a_place_that_got_nothing_gets_nothing():
    weighted = {"one": {"acute": Fraction(2)}, "two": {"acute": Fraction(3)}}
    parents = {"two": "south", "one": "north"}

    found = share_among_members({"north": Pence(7)}, parents, weighted)

    assert found == {"two": 0, "one": 7}
