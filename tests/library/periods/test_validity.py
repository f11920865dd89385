"""A fact holds from its first day to its last, both counted."""

from datetime import date

import pytest

from placeplan.errors import PeriodError
from placeplan.periods import Validity

CCGS = Validity(date(2013, 4, 1), date(2020, 3, 31))


@pytest.mark.parametrize(
    ("validity", "day", "holds"),
    [
        (CCGS, date(2013, 3, 31), False),
        (CCGS, date(2013, 4, 1), True),
        (CCGS, date(2020, 3, 31), True),
        (CCGS, date(2020, 4, 1), False),
        (Validity(None, date(2020, 3, 31)), date(1066, 10, 14), True),
        (Validity(date(2020, 4, 1), None), date(2999, 1, 1), True),
        (Validity(), date(2020, 4, 1), True),
    ],
)
def test_ends_are_inside(validity, day, holds):
    assert validity.contains(day) is holds


@pytest.mark.parametrize(
    ("other", "shares_a_day"),
    [
        (Validity(date(2020, 4, 1)), False),
        (Validity(date(2020, 3, 31)), True),
        (Validity(None, date(2013, 3, 31)), False),
        (Validity(None, date(2013, 4, 1)), True),
        (Validity(date(2015, 1, 1), date(2015, 1, 1)), True),
    ],
)
def test_overlap_is_a_shared_day(other, shares_a_day):
    assert CCGS.overlaps(other) is shares_a_day
    assert other.overlaps(CCGS) is shares_a_day


@pytest.mark.parametrize(
    ("validity", "words"),
    [
        (CCGS, "1 April 2013 to 31 March 2020"),
        (Validity(date(2022, 7, 1)), "from 1 July 2022"),
        (Validity(None, date(2022, 6, 30)), "until 30 June 2022"),
        (Validity(), "always"),
    ],
)
def test_words(validity, words):
    assert str(validity) == words


def test_end_before_start_is_refused():
    with pytest.raises(PeriodError) as caught:
        Validity(date(2020, 4, 1), date(2020, 3, 31))

    assert str(caught.value) == (
        "A period cannot end on 2020-03-31, before it starts on 2020-04-01. Correct "
        "one of the two."
    )
