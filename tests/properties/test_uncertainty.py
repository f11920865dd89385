"""Laws of draws that hold for any plan: seeds, shares, and the slow twin."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.initiative_factory import BASE, YEARS, make_people_of, make_plan
from placeplan.demand import CodedDemand
from placeplan.plan.driver_rank import share_variance
from placeplan.plan.shapley import split_by_shapley
from properties.initiative_twin import draw_slowly

FEW = settings(max_examples=5, deadline=None, derandomize=True)
UNHURRIED = settings(max_examples=20, deadline=None)
DRAWS = 300
SIGMAS = 5
KEYS = (("emergency_spell", "dover"), ("emergency_spell", "swale"))
COHORTS = (
    ("emergency_spell", None, None, None, "65+"),
    ("emergency_spell", "dover", None, None, None),
    ("emergency_spell", None, None, "female", None),
)
MECHANISMS = ("attributable_share", "avoidance", "shorter_stay")
shares = st.integers(10, 90).map(lambda percent: percent / 100)


@st.composite
def fixed_effects(draw):
    """Effects of one size, so that the twin needs no ranges."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        mechanism = draw(st.sampled_from(MECHANISMS))
        due = draw(shares) if mechanism == "attributable_share" else None
        cohort, left = draw(st.sampled_from(COHORTS)), draw(shares)
        found.append((f"i{number}", mechanism, *cohort, due, left, left))
    return found


def _code(tables):
    return CodedDemand.from_tables(
        tables, make_people_of(), base_year=2016, years=YEARS
    )


def _left(coded, future):
    units, nights = future.with_initiatives()
    return {
        (pod, place): (units[at, 0], nights[at, 0])
        for at, (place, _, _, pod) in enumerate(coded.lines.iter_rows())
    }


@FEW
@given(fixed_effects())
def test_coded_draws_have_the_distribution_of_single_spells(found):
    coded = _code(make_plan(found))
    rng = np.random.default_rng(7)
    seeds = np.random.SeedSequence(5).spawn(DRAWS)

    futures = [_left(coded, coded.draw(seed)) for seed in seeds]
    twins = [draw_slowly(rng, BASE, found) for _ in range(DRAWS)]
    fast, slow = (
        np.array([[one.get(key, (0.0, 0.0)) for key in KEYS] for one in side])
        for side in (futures, twins)
    )
    error = np.sqrt((fast.var(axis=0) + slow.var(axis=0)) / DRAWS) + 1e-9
    assert (np.abs(fast.mean(axis=0) - slow.mean(axis=0)) < SIGMAS * error).all()
    # A sampled sd is off by 1 / sqrt(2 n) of itself, a difference by 1.4 of that.
    sds = [side.std(axis=0) for side in (fast, slow)]
    assert sds[0] == pytest.approx(sds[1], rel=SIGMAS * np.sqrt(1 / DRAWS))


@FEW
@given(fixed_effects(), shares)
def test_the_exact_mean_is_that_of_endless_draws(found, chance):
    """With ranges and delivery by chance, which the exact mean works out by formula."""
    ranged = [(*e[:8], e[8] / 2, e[9]) for e in found]
    coded = _code(make_plan(ranged, delivery={"i0": chance}))
    seeds = np.random.SeedSequence(6).spawn(3 * DRAWS)

    drawn = np.array(
        [coded.draw(seed).with_initiatives()[0].sum(axis=0)[0] for seed in seeds]
    )
    exact = coded.expect().with_initiatives()[0].sum(axis=0)[0]
    error = drawn.std() / np.sqrt(len(seeds))
    assert abs(drawn.mean() - exact) < SIGMAS * error + 1e-9


@UNHURRIED
@given(st.integers(0, 2**31), st.sampled_from([32, 48, 63, 64, 96]))
def test_seeds_that_differ_in_one_high_bit_draw_other_futures(seed, bit):
    coded = _code(make_plan([("a", "avoidance", *COHORTS[0], None, 0.2, 0.8)]))
    rows = [
        coded.draw_inputs(np.random.SeedSequence(number, spawn_key=(0,))).to_row()
        for number in (seed, seed + 2**bit)
    ]

    assert (rows[0] != rows[1]).any()


@UNHURRIED
@given(st.integers(1, 5), st.integers(0, 2**32))
def test_shapley_shares_are_the_mean_over_all_orders(factors, seed):
    rng = np.random.default_rng(seed)
    known = {}

    def value(chosen):
        return known.setdefault(chosen, rng.standard_normal(2))

    split = split_by_shapley(value, factors)
    orders = list(permutations(range(factors)))
    slow = np.zeros((factors, 2))
    for order in orders:
        for at, factor in enumerate(order):
            before = frozenset(order[:at])
            slow[factor] += value(before | {factor}) - value(before)

    assert split.share == pytest.approx(slow / len(orders), abs=1e-9)
    assert split.error.max() == 0


@UNHURRIED
@given(st.integers(1, 8), st.integers(0, 2**32))
def test_shares_of_variance_and_chance_sum_to_one(inputs, seed):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((60, inputs))
    y = x @ rng.standard_normal((inputs, 3)) + rng.standard_normal((60, 3))

    found = share_variance(x, y)
    assert found.share.sum(axis=0) + found.chance == pytest.approx(1, abs=1e-9)
    assert found.chance.min() >= 0
