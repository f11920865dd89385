"""A change is shared among its factors in no order, and adds up."""

import numpy as np
import pytest

from placeplan.money import split_change


def test_one_factor_takes_the_whole_change():
    (part,) = split_change([np.array([4.0])], [np.array([7.0])])

    assert part.tolist() == [3.0]


def test_three_factors_by_hand():
    # 2*3*5 = 30 becomes 4*3*10 = 120. The second does not move. Of the first and third:
    # first alone +30, third alone +30, together +90: 45 each.
    parts = split_change(
        [np.array(2.0), np.array(3.0), np.array(5.0)],
        [np.array(4.0), np.array(3.0), np.array(10.0)],
    )

    assert [float(part) for part in parts] == pytest.approx([45.0, 0.0, 45.0])


def test_each_factor_moves_only_its_own_part():
    before = [np.array(2.0), np.array(3.0), np.array(5.0), np.array(7.0)]
    for moved in range(4):
        after = [value + (at == moved) for at, value in enumerate(before)]

        parts = split_change(before, after)

        others = [float(part) for at, part in enumerate(parts) if at != moved]
        assert others == [0.0, 0.0, 0.0]
        assert float(parts[moved]) == pytest.approx(210.0 / float(before[moved]))


def test_something_out_of_nothing_belongs_to_what_appeared_and_what_it_costs():
    volume, price = split_change(
        [np.array(0.0), np.array(10.0)], [np.array(6.0), np.array(12.0)]
    )

    assert (float(volume), float(price)) == (66.0, 6.0)
