"""Milestones that push each other, and the chain that sets the end."""

from datetime import date
from pathlib import Path

import pytest

from placeplan.errors import InputError
from placeplan.programme import (
    DateInterval,
    MilestoneDependency,
    MilestonePlan,
    find_milestone_path,
    read_programme,
)

TODAY = date(2019, 8, 14)


def plans(**printed):
    return {
        name: MilestonePlan(DateInterval.parse(when)) for name, when in printed.items()
    }


def find(given, *waits, as_at=TODAY):
    return find_milestone_path(
        given, [MilestoneDependency(*each) for each in waits], as_at
    )


def test_milestones_in_time_push_nobody():
    path = find(
        plans(apply="September 2019", decide="30 November 2019", open="April 2020"),
        ("decide", "apply"),
        ("open", "decide"),
    )

    assert path.ends_on == date(2020, 4, 30)
    # From 30 September and 30 November to 30 April 2020: 213 and 152 days.
    assert [
        (t.reference, t.pushed_days, t.float_days) for t in path.times.values()
    ] == [
        ("apply", 0, 213),
        ("decide", 0, 152),
        ("open", 0, 0),
    ]
    assert path.longest == ("open",)


def test_a_slip_pushes_what_waits_for_it():
    given = plans(decide="30 November 2019", open="April 2020", close="May 2019")
    given["decide"] = MilestonePlan(
        given["decide"].baseline, DateInterval.parse("10 May 2020")
    )

    path = find(given, ("open", "decide", 5))

    assert path.times["open"].ends_on == date(2020, 5, 15)
    assert path.times["open"].pushed_days == 15
    assert path.longest == ("decide", "open")
    assert path.times["close"].ends_on == TODAY  # overdue: today at the earliest


def test_what_is_reached_waits_for_nothing():
    given = plans(decide="30 November 2019", open="April 2020")
    given["open"] = MilestonePlan(given["open"].baseline, None, date(2019, 8, 1))

    path = find(given, ("open", "decide", 30))

    assert path.times["open"].ends_on == date(2019, 8, 1)
    assert path.times["open"].pushed_days == 0


def test_the_longest_time_between_two_counts():
    given = plans(first="1 October 2019", second="2 October 2019")

    path = find(given, ("second", "first", 3), ("second", "first", 9))

    assert path.times["second"].ends_on == date(2019, 10, 10)


def test_without_milestones_there_is_no_end():
    path = find({})

    assert (path.ends_on, path.longest, path.times) == (None, (), {})


@pytest.mark.parametrize(
    ("waits", "words"),
    [
        ([("b", "a", 2), ("a", "b", 2)], "waits for"),
        ([("a", "c")], "something that is listed, found c"),
        ([("c", "a")], "a milestone that is listed, found c"),
    ],
)
def test_what_cannot_be_put_in_order_is_refused(waits, words):
    with pytest.raises(InputError, match=words) as caught:
        find(plans(a="May 2019", b="June 2019"), *waits)

    assert "\x1f" not in str(caught.value)


def test_nothing_comes_before_what_it_waits_for():
    with pytest.raises(ValueError, match="open cannot come before decide"):
        MilestoneDependency("open", "decide", -1)


def test_the_single_commissioner_of_kent_and_medway_hangs_on_one_decision():
    folder = Path(__file__).parents[3] / "examples/kent-medway"
    tables = read_programme(folder).tables
    given = {
        row["id"]: MilestonePlan(DateInterval(row["starts_on"], row["ends_on"]))
        for row in tables["milestones"].iter_rows(named=True)
    }
    given["MS-14"] = MilestonePlan(
        given["MS-14"].baseline, DateInterval.parse("May 2020")
    )
    waits = [
        (row["milestone"], row["depends_on"], row["lag_days"] or 0)
        for row in tables["milestone_dependencies"].iter_rows(named=True)
    ]

    path = find(given, *waits)

    assert path.longest == ("MS-14", "MS-15", "MS-16")
    assert path.times["MS-16"].pushed_days == 31  # 31 May against 30 April 2020
