"""Pounds in a question keep their pennies, as numbers and as texts."""

import json
from decimal import Decimal

import pytest

from placeplan.money.asked_pounds import read_asked_pounds, write_pounds
from placeplan.money.pence import Pence


@pytest.mark.parametrize(
    ("asked", "pence"),
    [
        (0, 0),
        (-0.0, 0),
        (-103_000_000, -10_300_000_000),
        (18.2, 1_820),
        ("18.20", 1_820),
        ("-0.01", -1),
        (999_999_999_999.99, 99_999_999_999_999),
        ("999999999999.99", 99_999_999_999_999),
        (Decimal("0.29"), 29),
    ],
)
def test_pounds_are_read_to_the_penny(asked, pence):
    assert read_asked_pounds(asked) == pence


@pytest.mark.parametrize(
    "asked",
    [
        *(0.001, 0.1 + 0.2, "0.005", 10**12, "1000000000000", float("nan")),
        *(float("inf"), True, None, "", "ten", "1,000", "£5", "1e3", "+5", " 5", "٥"),
        *([5], {"pounds": 5}),
    ],
)
def test_anything_else_is_refused_in_words(asked):
    with pytest.raises(ValueError, match="with at most two decimals"):
        read_asked_pounds(asked)


def test_what_was_found_is_told_but_not_all_of_it():
    with pytest.raises(ValueError, match=r'and not "1,000"$'):
        read_asked_pounds("1,000")
    with pytest.raises(ValueError, match=r'and not "5{59}$'):
        read_asked_pounds("5" * 1000)


@pytest.mark.parametrize(
    ("pence", "words"),
    [
        (0, "0"),
        (-10_300_000_000, "-103000000"),
        (29, "0.29"),
        (-1, "-0.01"),
        (10**18 + 1, '"10000000000000000.01"'),
    ],
)
def test_pence_are_written_as_json_can_tell_them(pence, words):
    assert json.dumps(write_pounds(Pence(pence))) == words
