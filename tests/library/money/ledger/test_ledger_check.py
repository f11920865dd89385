"""Every fault of a ledger is told at once, with its rows and the remedy."""

from datetime import date

import pytest

from factories.small_ledger import APRIL, LINES, VALUES, make_tables
from placeplan.money.ledger import check_ledger
from placeplan.money.room_check import check_rooms


def test_a_sound_ledger_has_no_faults():
    assert check_ledger(make_tables()) == []
    assert check_rooms(make_tables()) == []


def _add(*rows, lines=LINES, **others):
    """Put rows behind the 18 of the example: they stand from row 20."""
    return [
        str(each)
        for each in check_ledger(make_tables([*VALUES, *rows], lines, **others))
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            ("trust", "unheard-of", APRIL, "plan", True, None, 1.0),
            (
                "row 20, column line: expected a line that is listed, found "
                "unheard-of. Add the line to money/ledger_lines.csv, or correct its id."
            ),
        ),
        (
            ("trust", "nurses", date(2016, 4, 30), "plan", True, None, 1.0),
            (
                "row 20, column month: expected the first day of a month from "
                "1990-04-01 to 2150-03-01, found 2016-04-30. Write the month by its "
                "first day, such as 2016-04-01."
            ),
        ),
        (
            ("trust", "nurses", date(1900, 4, 1), "plan", True, None, 1.0),
            (
                "row 20, column month: expected the first day of a month from "
                "1990-04-01 to 2150-03-01, found 1900-04-01. Write the month by its "
                "first day, such as 2016-04-01."
            ),
        ),
        (
            ("trust", "nurses", APRIL, "plan", False, None, 0.125),
            (
                "row 20, column value_pounds: expected pounds and whole pence, found "
                "0.125. Round it yourself, so that your totals are those of the ledger."
            ),
        ),
        (
            ("trust", "nurses", APRIL, "plan", True, "elsewhere", 1.0),
            (
                "row 20, column counterparty: expected a member of the system that has "
                "a ledger of its own, found elsewhere. Add its values, or leave the "
                "cell empty for a body outside the system."
            ),
        ),
        (
            ("trust", "nurses", APRIL, "plan", True, "trust", 1.0),
            (
                "row 20, column counterparty: expected another member than the one "
                "whose row it is, found trust. Name the other one, or leave the cell "
                "empty for a body outside the system."
            ),
        ),
    ],
)
def test_a_value_that_does_not_fit_is_told(row, told):
    assert _add(row) == [f"money/ledger_values.csv, {told}"]


@pytest.mark.parametrize(
    "pounds", [98_765_432_109.87, -9_999_999_999_999.99, 0.29, -7.9, 1.1]
)
def test_amounts_to_the_penny_are_sound(pounds):
    row = ("trust", "nurses", APRIL, "plan", False, None, pounds)

    assert _add(row) == []


def test_cost_is_no_money_of_a_fund():
    lines = [*LINES, ("drugs", "Drugs", "non_pay", None, "stf", 5)]

    assert _add(lines=lines) == [
        (
            "money/ledger_lines.csv, row 6, column fund: expected money of a fund on "
            "lines of income alone, found stf. Empty the cell, or make it a line of "
            "income."
        )
    ]


def test_a_scheme_has_one_name():
    savings = [
        ("trust", "beds", "Beds", APRIL, "plan", True, 5.0),
        ("trust", "beds", "Fewer beds", APRIL, "actual", True, 4.0),
        ("group", "beds", "Beds bought", APRIL, "actual", True, 4.0),
    ]

    assert _add(savings=savings) == [
        (
            "money/ledger_savings.csv, scheme beds of trust: expected one name, found "
            "Beds; Fewer beds. Give it the same name in every row."
        )
    ]


def test_all_faults_are_told_at_once():
    told = check_ledger(
        make_tables(
            [
                *VALUES,
                ("trust", "unheard-of", date(2016, 4, 2), "plan", True, "trust", 0.001),
            ],
            totals=[(2016, "trust", 1.005)],
            changes=[("one", date(2016, 7, 1), 2016, "trust", 5.0)],
            savings=[("trust", "beds", "Beds", date(2016, 4, 2), "plan", True, 0.005)],
        )
    )

    assert [(each.file.removeprefix("money/"), each.where) for each in told] == [
        ("ledger_values.csv", "row 20, column line"),
        ("ledger_values.csv", "row 20, column month"),
        ("ledger_values.csv", "row 20, column value_pounds"),
        ("ledger_values.csv", "row 20, column counterparty"),
        ("ledger_savings.csv", "row 2, column month"),
        ("ledger_savings.csv", "row 2, column value_pounds"),
        ("control_totals.csv", "row 2, column value_pounds"),
        ("control_total_changes.csv", "change one, 2016"),
    ]
