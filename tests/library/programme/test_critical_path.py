"""Who waits for whom: the order, the float, and the chain that sets the end."""

import pytest

from placeplan.errors import InputError
from placeplan.programme import Activity, find_critical_path, find_order

# The network with which the method is taught: activities A to G of 3, 4, 6, 2, 5, 4
# and 3 days; worked on paper from the definitions of earliest and latest times.
TAUGHT = [
    Activity("A", 3),
    Activity("B", 4, ("A",)),
    Activity("C", 6, ("A",)),
    Activity("D", 2, ("B",)),
    Activity("E", 5, ("B", "C")),
    Activity("F", 4, ("C",)),
    Activity("G", 3, ("D", "E", "F")),
]


def test_times_of_a_network_worked_on_paper():
    path = find_critical_path(TAUGHT)

    rows = {
        name: (
            *(each.earliest_start_day, each.earliest_finish_day),
            *(each.latest_start_day, each.latest_finish_day, each.float_days),
        )
        for name, each in path.times.items()
    }
    assert rows == {
        "A": (0, 3, 0, 3, 0),
        "B": (3, 7, 5, 9, 2),
        "C": (3, 9, 3, 9, 0),
        "D": (7, 9, 12, 14, 5),
        "E": (9, 14, 9, 14, 0),
        "F": (9, 13, 10, 14, 1),
        "G": (14, 17, 14, 17, 0),
    }
    assert path.length_days == 17
    assert path.longest == ("A", "C", "E", "G")
    assert path.critical == ("A", "C", "E", "G")


def test_the_order_of_the_rows_does_not_matter():
    assert find_critical_path(TAUGHT[::-1]) == find_critical_path(TAUGHT)


def test_a_slip_within_the_float_moves_nothing_and_one_beyond_moves_the_end():
    def slip_f(days):
        changed = [*TAUGHT[:5], Activity("F", 4 + days, ("C",)), TAUGHT[6]]
        return find_critical_path(changed)

    assert slip_f(1).length_days == 17
    assert slip_f(2).length_days == 18
    assert slip_f(2).longest == ("A", "C", "F", "G")


def test_what_cannot_start_before_a_day_waits_for_it():
    path = find_critical_path(
        [Activity("first", 2), Activity("second", 1, ("first",), earliest_day=10)]
    )

    assert path.length_days == 11
    assert path.times["first"].float_days == 8
    assert path.longest == ("second",)  # the day sets the end, not what is before


def test_milestones_take_no_days_and_still_follow_each_other():
    path = find_critical_path(
        [Activity("MS-15", 0, ("MS-14",), 30), Activity("MS-14", 0, (), 30)]
    )

    assert path.longest == ("MS-14", "MS-15")
    assert path.length_days == 30


def test_nothing_to_do_takes_no_time():
    path = find_critical_path([])

    assert (path.length_days, path.longest, path.critical) == (0, (), ())


@pytest.mark.parametrize(
    ("activities", "expected", "found"),
    [
        (
            [Activity("a", depends_on=("a",))],
            "no circle",
            "a waits for a",
        ),
        (
            [
                Activity("a", depends_on=("c",)),
                Activity("b", depends_on=("a",)),
                Activity("c", depends_on=("b",)),
            ],
            "no circle",
            "a waits for c, which waits for b, which waits for a",
        ),
        ([Activity("a"), Activity("a")], "one activity of that id", "2"),
        ([Activity("a", depends_on=("b",))], "something that is listed", "b"),
    ],
)
def test_what_cannot_be_put_in_order_is_refused_in_words(activities, expected, found):
    with pytest.raises(InputError) as caught:
        find_order(activities)

    ((said, came),) = {(each.expected, each.found) for each in caught.value.faults}
    assert (said, len(came)) == (expected, len(found))
    assert set(came.split()) == set(found.split())


def test_every_repeated_and_missing_reference_is_told_at_once():
    with pytest.raises(InputError) as caught:
        find_order([Activity("a", depends_on=("x", "y")), Activity("b"), Activity("b")])

    assert len(caught.value.faults) == 3


def test_no_activity_takes_less_than_no_time():
    with pytest.raises(ValueError, match="days of a must be 0 or more"):
        Activity("a", -1)


def test_a_long_circle_is_told_in_short():
    chain = [Activity(f"M{at:03}", 0, (f"M{(at - 1) % 500:03}",)) for at in range(500)]

    with pytest.raises(InputError) as caught:
        find_order(chain)

    ((found),) = [each.found for each in caught.value.faults]
    assert "492 others in turn" in found
    assert len(found) < 250
