"""Who does the work, and what it costs as far as anybody has said."""

import pytest

from placeplan.programme import Resource, ResourceTotal, sum_resources


def test_the_programme_of_2019_states_6_1_whole_time_equivalents():
    # Posts RES-01 to RES-08 of the initiation document; no cost is printed.
    stated = [0.4, 1.0, 0.7, 2.0, 1.0, 1.0, None, None]

    total = sum_resources(Resource("post", wte) for wte in stated)

    assert total == ResourceTotal(8, 6.1, 0.0, 2, 8)


def test_cost_is_exact_to_the_penny():
    # 0.7 x 54,321.99 x 5 / 12 = 15,843.91375
    assert Resource("post", 0.7, None, 5, 54321.99).cost_pounds == 15843.91


@pytest.mark.parametrize("gap", ["wte", "months", "yearly_pounds"])
def test_what_nobody_has_stated_makes_no_cost(gap):
    stated = {"wte": 1.0, "months": 12.0, "yearly_pounds": 40000.0} | {gap: None}

    assert Resource("post", **stated).cost_pounds is None


@pytest.mark.parametrize("name", ["wte", "months", "yearly_pounds"])
def test_nothing_is_below_0(name):
    with pytest.raises(ValueError, match="must be 0 or more"):
        Resource("post", **{name: -0.1})
