"""Control totals: the plain sum of the members, flexed only where it nets to zero."""

from datetime import date

import pytest

from factories.small_ledger import make_ledger
from placeplan.errors import InputError
from placeplan.money.ledger import check_changes, flex_control_totals

JULY, OCTOBER = date(2016, 7, 29), date(2016, 10, 31)
TOTALS = [
    (2016, "east", 100.0),
    (2016, "west", -300.5),
    (2016, "north", 0.0),
    (2017, "east", 50.0),
    (2017, "west", 60.0),
]


def _flex(*changes, as_at=None):
    ledger = make_ledger(totals=TOTALS, changes=changes)
    return flex_control_totals(ledger.control_totals, ledger.changes, as_at=as_at)


def test_a_change_that_nets_to_zero_moves_members_and_not_the_system():
    found = _flex(
        ("one", JULY, 2016, "east", -20.25),
        ("one", JULY, 2016, "west", 20.0),
        ("one", JULY, 2016, "north", 0.25),
        ("two", OCTOBER, 2016, "east", 7.0),
        ("two", OCTOBER, 2016, "west", -7.0),
    )

    assert found.drop("status").rows() == [
        (2016, "east", 10000, -1325, 8675),
        (2016, "north", 0, 25, 25),
        (2016, "west", -30050, 1300, -28750),
        (2017, "east", 5000, 0, 5000),
        (2017, "west", 6000, 0, 6000),
    ]
    assert found.filter(year=2016)["value_pence"].sum() == -20050


def test_changes_agreed_later_are_not_made_yet():
    changes = [("one", JULY, 2016, "east", -1.0), ("one", JULY, 2016, "west", 1.0)]

    day_before = _flex(*changes, as_at=date(2016, 7, 28))
    same_day = _flex(*changes, as_at=JULY)

    assert day_before["change_pence"].to_list() == [0, 0, 0, 0, 0]
    assert same_day["change_pence"].to_list() == [-100, 0, 100, 0, 0]


def test_changes_that_do_not_net_to_zero_are_refused_all_at_once():
    with pytest.raises(InputError) as refused:
        _flex(
            ("one", JULY, 2016, "east", -1_000_000.01),
            ("one", JULY, 2016, "west", 1_000_000.0),
            ("two", JULY, 2016, "east", 20.5),
            ("two", JULY, 2017, "east", -20.5),
            ("ten", JULY, 2016, "east", 3.0),
            ("ten", OCTOBER, 2016, "south", -3.0),
        )

    assert [str(each) for each in refused.value.faults] == [
        (
            "money/control_total_changes.csv, change one, 2016: expected amounts that "
            "net to zero, found £0.01 less. Add £0.01 to east or west, or another "
            "member."
        ),
        (
            "money/control_total_changes.csv, change two, 2016: expected amounts that "
            "net to zero, found £20.50 more. Take £20.50 off the control total of "
            "another member in the same change."
        ),
        (
            "money/control_total_changes.csv, change two, 2017: expected amounts that "
            "net to zero, found £20.50 less. Add £20.50 to the control total of "
            "another member in the same change."
        ),
        (
            "money/control_total_changes.csv, change ten: expected the same day of "
            "agreement in all its rows, found 2016-07-29, 2016-10-31. Give each row "
            "the day on which the whole change was agreed."
        ),
        (
            "money/control_total_changes.csv, change ten, 2016: expected bodies that "
            "have a control total in that year, found south. Add a row for it to "
            "money/control_totals.csv, or leave it out."
        ),
    ]


def test_a_change_agreed_later_is_refused_today():
    with pytest.raises(InputError):
        _flex(("one", OCTOBER, 2016, "east", 1.0), as_at=JULY)


def test_no_changes_leave_control_totals_as_they_are():
    ledger = make_ledger(totals=TOTALS)

    found = flex_control_totals(ledger.control_totals, ledger.changes)

    assert found["value_pence"].equals(found["agreed_pence"])
    assert check_changes(ledger.control_totals, ledger.changes) == []
