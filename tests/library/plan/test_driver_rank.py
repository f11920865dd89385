"""Drivers of spread: known by formula, and by moving one input at a time."""

import numpy as np
import polars as pl
import pytest

from factories.initiative_factory import YEARS, make_people_of, make_plan
from placeplan.demand import CodedDemand, DrawnInputs, InputName
from placeplan.plan.drawn_totals import DrawnInputTable, DrawnTotals
from placeplan.plan.driver_rank import (
    has_draws_to_rank,
    rank_drivers,
    share_variance,
)

DRAWS = 2000


def _draw(draws=DRAWS, inputs=4, seed=3):
    return np.random.default_rng(seed).standard_normal((draws, inputs))


def _name(count, kind="size"):
    return tuple(InputName(kind, f"i{number}") for number in range(count))


def _total(values, pod="ae_type_1"):
    axes = pl.DataFrame(
        {"year": [2019], "pod": [pod], "staff_group": [None], "measure": ["activity"]},
        {"year": pl.Int32, "pod": str, "staff_group": str, "measure": str},
    )
    return DrawnTotals(axes, values[:, None])


def test_a_sum_of_independent_inputs_has_the_shares_of_its_variances():
    # 6x + 3y - 2z + chance of variance 51: 36, 9, 4 and 51 in a hundred.
    x = _draw(inputs=4)
    chance = np.sqrt(51) * np.random.default_rng(8).standard_normal(DRAWS)
    total = x @ np.array([6.0, 3.0, -2.0, 0.0]) + chance

    found = share_variance(x, total[:, None])
    off = found.share[:, 0] - np.array([0.36, 0.09, 0.04, 0.0])
    assert (np.abs(off) < 3 * found.share_error[:, 0] + 1e-3).all()
    assert abs(found.chance[0] - 0.51) < 3 * found.chance_error[0]
    assert found.share.sum() + found.chance[0] == pytest.approx(1, abs=1e-12)


def test_few_draws_favour_no_input():
    """Over many small samples the shares come out right in the mean."""
    shares = []
    for seed in range(300):
        x = _draw(draws=40, inputs=10, seed=seed)
        rest = np.random.default_rng(10_000 + seed).standard_normal(40)
        shares.append(share_variance(x, (x[:, 0] + rest)[:, None]).share[:, 0])

    means = np.mean(shares, axis=0)
    assert means[0] == pytest.approx(0.5, abs=0.03)
    assert np.abs(means[1:]).max() < 0.01


def test_the_error_of_a_share_is_that_of_many_samples():
    shares, errors = [], []
    for seed in range(200):
        x = _draw(draws=256, inputs=3, seed=seed)
        rest = np.random.default_rng(10_000 + seed).standard_normal(256)
        found = share_variance(x, (x[:, 0] + rest)[:, None])
        shares.append(found.share[0, 0])
        errors.append(found.share_error[0, 0])

    assert np.mean(errors) == pytest.approx(np.std(shares), rel=0.2)


def test_inputs_that_go_together_share_what_they_explain_together():
    # y = a + b with cov(a, b) = 0.5 and no chance: each has (1 + 0.5) / 3.
    x = _draw(inputs=2) @ np.linalg.cholesky([[1, 0.5], [0.5, 1]]).T

    found = share_variance(x, x.sum(axis=1, keepdims=True))
    assert found.share[:, 0] == pytest.approx([0.5, 0.5], abs=0.02)
    assert found.share.sum() == pytest.approx(1)


def test_drivers_are_ranked_and_small_ones_taken_together():
    x = _draw(inputs=5)
    chance = _draw(inputs=1, seed=9)[:, 0] / 2
    total = x @ np.array([1.0, -3.0, 0.01, 0.02, 0.0]) + chance

    rows = rank_drivers(_total(total), DrawnInputTable(_name(5), x))
    assert rows.select("rank", "input", "kind", "direction").rows() == [
        (1, "i1", "size", -1),
        (2, "i0", "size", 1),
        (3, "chance", "chance", None),
        (4, "others", "others", None),
    ]
    assert rows["spread_share"].sum() == pytest.approx(1)


def test_too_few_draws_rank_nothing():
    x = _draw(draws=20, inputs=15)

    assert rank_drivers(_total(x[:, 0]), DrawnInputTable(_name(15), x)).is_empty()
    assert not has_draws_to_rank(20, 15)
    with pytest.raises(ValueError, match="20 draws cannot rank 15 inputs"):
        share_variance(x, x[:, :1])


def test_inputs_that_never_vary_are_left_out():
    values = np.array([[1.0, 5.0], [1.0, 6.0]])

    found = DrawnInputTable.from_rows(_name(2), values)
    assert [name.id for name in found.names] == ["i1"]


def test_shares_are_those_of_moving_one_input_at_a_time():
    """Slow twin: only one input is drawn, chance and all others stand still."""
    every = (None, None, None, None)
    tables = make_plan(
        [
            ("a", "avoidance", "emergency_spell", *every, None, 0.4, 0.8),
            (
                "b",
                "avoidance",
                "emergency_spell",
                None,
                None,
                None,
                "65+",
                None,
                0.8,
                1.0,
            ),
        ],
        delivery={"a": 0.7},
        base=[("emergency_spell", *cell) for cell in _BIG],
        growth=[("emergency_spell", 2017, 2018, 0.0, -0.06, 0.06)],
    )
    coded = CodedDemand.from_tables(
        tables, make_people_of(), base_year=2016, years=YEARS
    )
    seeds = np.random.SeedSequence(4).spawn(1500)
    drawn = [coded.draw_inputs(seed) for seed in seeds]
    rows = np.array([one.to_row() for one in drawn])
    whole = _sum_units(coded, drawn, seeds)

    middle = DrawnInputs(np.zeros(2), coded.initiatives.delivery, np.zeros(1))
    alone = {}
    for at, name in enumerate(coded.input_names):
        moved = [_move(middle, row, at) for row in rows]
        alone[name] = _sum_units(coded, moved, [seeds[0]] * len(seeds)).var()
    total = sum(alone.values())

    inputs = DrawnInputTable.from_rows(coded.input_names, rows)
    found = share_variance(inputs.values, whole[:, None])
    for name, share, error in zip(
        inputs.names, found.share[:, 0], found.share_error[:, 0], strict=True
    ):
        assert abs(share - alone[name] / whole.var()) < 4 * error + 0.01
    assert total / whole.var() + found.chance[0] == pytest.approx(1, abs=0.06)


_BIG = (
    ("dover", "ekhuft", "qeqm", "female", "65+", 30_000.0, 0.0),
    ("swale", "mft", "medway", "male", "0-64", 20_000.0, 0.0),
)


def _move(middle, row, at):
    values = middle.to_row()
    values[at] = row[at]
    return DrawnInputs(-values[:2], values[2:4], values[4:])


def _sum_units(coded, inputs, seeds):
    futures = [coded.play(*each) for each in zip(inputs, seeds, strict=True)]
    return np.array([one.with_initiatives()[0][:, 2].sum() for one in futures])
