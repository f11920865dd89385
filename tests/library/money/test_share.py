"""An amount is shared out in whole pence, and nothing of it is lost."""

from decimal import Decimal
from fractions import Fraction

import pytest

from placeplan.errors import InputError
from placeplan.money.pence import Pence
from placeplan.money.share import share_out, to_fraction


def test_parts_are_the_whole():
    assert share_out(Pence(1000), {"a": 3, "b": 3, "c": 1}) == {
        "a": 429,  # 428.571…
        "b": 428,  # 428.571…, the same remainder: the name decides
        "c": 143,  # 142.857…
    }


def test_the_order_in_which_parts_are_named_never_matters():
    assert share_out(Pence(100), {"c": 1, "b": 1, "a": 1}) == {
        "a": 34,
        "b": 33,
        "c": 33,
    }


def test_of_equal_remainders_the_larger_weight_comes_first():
    # 2.5 and 7.5: a penny is left, and both want half of it.
    assert share_out(Pence(10), {"a": 1, "b": 3}) == {"a": 2, "b": 8}


def test_a_weight_of_nothing_gets_nothing():
    assert share_out(Pence(7), {"a": 0, "b": 0.1, "c": Decimal("0.2")}) == {
        "a": 0,
        "b": 2,
        "c": 5,
    }


def test_an_amount_below_zero_is_shared_as_one_above():
    assert share_out(Pence(-100), {"a": 1, "b": 2}) == {"a": -33, "b": -67}


def test_nothing_is_shared_among_nobody():
    assert share_out(Pence(0), {}) == {}
    assert share_out(Pence(0), {"a": 0}) == {"a": 0}


def test_money_that_nobody_may_have_is_refused():
    with pytest.raises(InputError) as caught:
        share_out(Pence(1), {"a": 0})

    [fault] = caught.value.faults
    assert str(fault) == (
        "weights: expected a weight above 0, as there is money to share out, found "
        "none. Give one a weight."
    )


def test_every_weight_below_zero_is_named():
    with pytest.raises(InputError) as caught:
        share_out(Pence(1), {"a": -1, "b": 2, "c": Fraction(-1, 2)})

    assert [(fault.where, fault.found) for fault in caught.value.faults] == [
        ("a", "-1.0"),
        ("c", "-0.5"),
    ]


def test_a_number_is_taken_as_it_is_written():
    assert to_fraction(0.1) == to_fraction(Decimal("0.1")) == Fraction(1, 10)
