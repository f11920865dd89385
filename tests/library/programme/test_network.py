"""A slip of one milestone reaches those that wait for it, and no others."""

from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.programme import (
    DateInterval,
    LinkedMilestone,
    MilestonePlan,
    link_milestones,
)

DAY = date(2019, 9, 1)


def due(text, forecast=None, finished_on=None, work_starts_on=None):
    later = DateInterval.parse(forecast) if forecast else None
    return MilestonePlan(
        DateInterval.parse(text), later, finished_on, work_starts_on=work_starts_on
    )


def link(*rows, as_at=DAY):
    return link_milestones(
        [LinkedMilestone(name, plan, dict(waits)) for name, plan, waits in rows], as_at
    )


def test_plan_that_holds_is_reached_when_it_was_agreed():
    network = link(
        ("MS-12", due("September 2019"), {}),
        ("MS-14", due("November 2019"), {"MS-12": 0}),
        ("MS-15", due("January 2020"), {"MS-14": 0}),
        ("MS-13", due("October 2019"), {}),
    )

    assert network.ends == {
        "MS-12": date(2019, 9, 30),
        "MS-14": date(2019, 11, 30),
        "MS-15": date(2020, 1, 31),
        "MS-13": date(2019, 10, 31),
    }
    assert network.longest == ("MS-12", "MS-14", "MS-15")
    assert network.float_days == {"MS-12": 0, "MS-14": 0, "MS-15": 0, "MS-13": 92}
    assert network.critical == {"MS-12", "MS-14", "MS-15"}
    assert network.pushed_days == {}


def test_what_is_overdue_pushes_what_waits_for_it():
    network = link(
        ("A", due("August 2019"), {}),
        ("B", due("30 September 2019"), {"A": 0}),
        as_at=date(2019, 9, 10),
    )

    assert network.ends == {"A": date(2019, 9, 10), "B": date(2019, 10, 10)}
    assert network.pushed_days == {"B": 10}


def test_lag_has_to_pass_and_is_no_milestone_of_its_own():
    network = link(
        ("A", due("30 September 2019", "5 October 2019"), {}),
        ("B", due("31 October 2019"), {"A": 20}),
    )

    assert network.ends["B"] == date(2019, 11, 5)
    assert network.longest == ("A", "B")
    assert set(network.float_days) == {"A", "B"}


def test_work_that_starts_later_than_what_it_waits_for_leaves_room():
    work = due("31 October 2019", work_starts_on=date(2019, 10, 21))
    network = link(
        ("A", due("30 September 2019", "10 October 2019"), {}), ("B", work, {"A": 0})
    )

    assert network.pushed_days == {}
    assert network.float_days == {"A": 11, "B": 0}


def test_milestone_that_was_reached_waits_for_nothing_and_holds_up_nothing():
    network = link(
        ("A", due("July 2019", finished_on=date(2019, 8, 20)), {}),
        ("B", due("September 2019"), {"A": 0}),
        as_at=date(2019, 9, 1),
    )

    assert network.ends["A"] == date(2019, 8, 20)
    assert network.longest == ("B",)
    assert network.float_days == {"B": 0}
    assert network.pushed_days == {"B": 20}


def test_what_was_reached_later_is_not_known_on_the_day():
    plan = due("August 2019", finished_on=date(2019, 9, 20))

    assert link(("A", plan, {}), as_at=date(2019, 9, 5)).float_days == {"A": 0}


def test_nothing_is_linked_where_there_is_nothing():
    assert link().ends == {}
    assert link().longest == ()


def test_those_that_wait_for_each_other_are_refused():
    with pytest.raises(InputError, match="A waits for B, which waits for A"):
        link(("A", due("2019"), {"B": 0}), ("B", due("2019"), {"A": 0}))
