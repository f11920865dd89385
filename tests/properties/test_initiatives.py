"""Laws of initiatives that hold for any plan, and the engine's slow twin."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.initiative_factory import BASE, YEARS, make_people_of, make_plan
from placeplan.demand import CodedDemand, list_ledger, list_pods
from placeplan.demand.change import KINDS
from placeplan.plan.shapley import split_by_shapley
from properties.initiative_twin import draw_slowly, expect_slowly

UNHURRIED = settings(
    max_examples=max(settings.default.max_examples // 3, 5), deadline=None
)
COHORTS = (
    ("emergency_spell", None, None, None, "65+"),
    ("emergency_spell", "dover", None, None, None),
    ("emergency_spell", None, None, "female", None),
    ("emergency_spell", None, "mft", None, "0-64"),
    ("elective_spell", None, None, None, None),
)
MECHANISMS = [name for name in KINDS if name != "pre_operative_stay"]
"""Days before theatre need a mix of stays: test_mix.py has them."""

shares = st.integers(0, 100).map(lambda percent: percent / 100)


@st.composite
def effects(draw):
    found = []
    for number in range(draw(st.integers(1, 5))):
        mechanism = draw(st.sampled_from(MECHANISMS))
        due = draw(shares) if mechanism == "attributable_share" else None
        low, high = sorted((draw(shares), draw(shares)))
        ends = (low, high) if draw(st.booleans()) else (low, low)
        cohort = draw(st.sampled_from(COHORTS))
        found.append((f"i{number}", mechanism, *cohort, due, *ends))
    return found


@st.composite
def plans(draw):
    found = draw(effects())
    moved = [e for e in found if KINDS[e[1]] == "moved"]
    arrivals = [
        (
            e[0],
            e[2],
            "community_contact",
            "kchft",
            None,
            1.0 if e[1] == "change_of_setting" else draw(st.integers(0, 9)) / 2,
            0.0,
            draw(st.integers(0, 3)),
        )
        for e in moved
    ]
    phasing = []
    for e in found:
        first, last = sorted((draw(shares), draw(shares)))
        phasing += [(e[0], 2016, first), (e[0], 2018, last)]
    delivery = {e[0]: draw(shares) for e in found}
    return make_plan(found, arrivals=arrivals, phasing=phasing, delivery=delivery)


def _code(tables):
    people = make_people_of(growth=1.1)
    return CodedDemand.from_tables(tables, people, base_year=2016, years=YEARS)


def _left(coded, future):
    activity, nights = future.with_initiatives()
    return {
        (pod, place): (activity[at, 0], nights[at, 0])
        for at, (place, _, _, pod) in enumerate(coded.lines.iter_rows())
    }


@UNHURRIED
@given(plans(), st.integers(0, 2**40))
def test_the_ledger_balances_to_the_last_contact(tables, seed):
    coded = _code(tables)

    for future in (coded.expect(), coded.draw(np.random.SeedSequence(seed))):
        for arrays in ("units", "bed_days"):
            name = "activity" if arrays == "units" else "bed_days"
            before = getattr(future, name)
            after = future.with_initiatives()[0 if arrays == "units" else 1]
            moved = np.zeros_like(before)
            for entry in future.entries:
                sign = 1 if entry.kind == "arrived" else -1
                moved[entry.lines] += sign * getattr(entry, arrays)
            assert (before + moved == pytest.approx(after, abs=1e-9)) is True
            assert after.min() >= -1e-9
        _check_arrivals(coded, future)


def _check_arrivals(coded, future):
    """Everything moved arrives, in its year, but what comes after the horizon."""
    left = {e.effect: e for e in future.entries if e.kind != "arrived"}
    landings = [one for one in coded.work.landings if one.effect in left]
    arrived = [e for e in future.entries if e.kind == "arrived"]
    for landing, entry in zip(landings, arrived, strict=True):
        gone = left[landing.effect].units.sum(axis=0) * landing.units_each
        lag = landing.lag_years
        expected = np.concatenate([np.zeros(min(lag, 3)), gone[: max(3 - lag, 0)]])
        assert entry.units.sum(axis=0) == pytest.approx(expected)


@UNHURRIED
@given(effects())
def test_the_exact_mean_is_that_of_the_slow_twin(found):
    fixed = [(*effect[:9], effect[8]) for effect in found]
    arrivals = [
        (e[0], e[2], "community_contact", "kchft", None, 1.0, 0.0, 0)
        for e in fixed
        if KINDS[e[1]] == "moved"
    ]
    coded = _code(make_plan(fixed, arrivals=arrivals))

    slow = expect_slowly(BASE, fixed)
    fast = _left(coded, coded.expect())
    assert {key: fast[key] for key in slow} == {
        key: pytest.approx(each, abs=1e-9) for key, each in slow.items()
    }


def test_draws_have_the_distribution_of_single_spells():
    found = [
        ("a", "avoidance", "emergency_spell", None, None, None, "65+", None, 0.7, 0.7),
        ("b", "attributable_share", *COHORTS[1], 0.4, 0.25, 0.25),
        ("c", "shorter_stay", *COHORTS[2], None, 0.5, 0.5),
        ("d", "shorter_stay", *COHORTS[0], None, 0.9, 0.9),
    ]
    coded = _code(make_plan(found))
    rng = np.random.default_rng(7)
    keys = [("emergency_spell", "dover"), ("emergency_spell", "swale")]

    draws = 800
    seeds = np.random.SeedSequence(5).spawn(draws)
    futures = [_left(coded, coded.draw(seed)) for seed in seeds]
    fast = np.array([[future[key] for key in keys] for future in futures])
    slow = np.array(
        [[draw_slowly(rng, BASE, found)[key] for key in keys] for _ in range(draws)]
    )

    error = np.sqrt((fast.var(axis=0) + slow.var(axis=0)) / draws)
    assert np.abs(fast.mean(axis=0) - slow.mean(axis=0)).max() < 4 * error.max()
    assert fast.std(axis=0) == pytest.approx(slow.std(axis=0), rel=0.1)
    quantiles = [np.percentile(each, [10, 50, 90], axis=0) for each in (fast, slow)]
    assert quantiles[0] == pytest.approx(quantiles[1], rel=0.03)


@UNHURRIED
@given(st.integers(0, 13), st.integers(0, 2**32))
def test_shapley_shares_sum_to_the_difference(factors, seed):
    rng = np.random.default_rng(seed)
    left = rng.random((factors, 2))

    split = split_by_shapley(
        lambda s: 100 * np.prod(left[sorted(s)], axis=0), factors, seed=seed, orders=5
    )

    assert split.share.sum(axis=0) == pytest.approx(split.total, abs=1e-9)
    assert split.simple.sum(axis=0) + split.interaction == pytest.approx(split.total)


@UNHURRIED
@given(plans())
def test_nothing_in_the_ledger_is_negative(tables):
    coded = _code(tables)

    ledger = list_ledger(coded, coded.expect(), YEARS, dict(list_pods(tables)))
    assert ledger.filter(ledger["value"] <= 0).is_empty()
