"""Further factors and mixes of stays: any plan agrees with the slow twins."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.factor_factory import CELLS, PLACES, code, make_factors
from factories.initiative_factory import YEARS, make_people_of, make_plan
from placeplan.demand import CodedDemand, PercentileRange
from placeplan.demand.mix import split_cells, tilt_shares
from properties.factor_twin import find_mean, project_slowly, tilt_slowly

UNHURRIED = settings(
    max_examples=max(settings.default.max_examples // 3, 5), deadline=None
)
shares = st.integers(0, 100).map(lambda percent: percent / 100)
PROVIDERS = ("mft", "out", "third")


@st.composite
def moves(draw):
    found = {}
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.sampled_from([cell[:3] for cell in CELLS]))
        place = draw(st.sampled_from([None, at[1]]))
        target = draw(st.sampled_from([p for p in PROVIDERS if p != at[2]]))
        key = (at[0], place, at[2], target, None)
        found[key] = (*key, 2017, *sorted((draw(shares), draw(shares))))
    return [found[key] for key in sorted(found, key=str)]


lists = st.dictionaries(
    st.sampled_from([("day_case", "mft"), ("elective_spell", "out")]),
    st.integers(-20, 40).map(float),
)


def _order(rows):
    """Rows in the order in which they act: by key, empty first."""
    return sorted(
        rows, key=lambda row: tuple((x is not None, x or "") for x in row[:5])
    )


def _sum_lines(coded, values, year):
    found = {}
    for at, (place, provider, _, pod) in enumerate(coded.lines.iter_rows()):
        key = pod, place, provider
        found[key] = found.get(key, 0.0) + float(values[at, year])
    return found


@UNHURRIED
@given(moves(), lists)
def test_activity_is_that_of_the_slow_twin(rows, changes):
    fixed = [(*row[:6], row[6], row[6]) for row in rows]
    waiting = [(*key, change) for key, change in changes.items()]
    coded = code(make_factors(repatriation=fixed, waiting_list=waiting))

    growth = dict.fromkeys(PLACES, 1.0)
    for year, begun in ((0, False), (1, True)):
        slow = project_slowly(CELLS, _order(fixed), changes, growth, begun)
        fast = _sum_lines(coded, coded.expect().activity, year)
        assert {key: value for key, value in fast.items() if value} == {
            key: pytest.approx(value) for key, value in slow.items() if value
        }


@UNHURRIED
@given(moves(), st.integers(0, 2**40))
def test_nothing_is_lost_between_providers_in_any_draw(rows, seed):
    coded = code(make_factors(repatriation=rows))
    if coded.varied is None:
        return
    drawn = coded.varied.growth.draw(np.random.SeedSequence(seed))

    total = sum(cell[6] for cell in CELLS)
    assert coded.varied.at(drawn).sum(axis=0) == pytest.approx(np.full(3, total))
    assert coded.varied.at(drawn).min() >= 0


@UNHURRIED
@given(shares, shares)
def test_the_mean_of_a_clipped_share_is_that_of_many_sizes(first, second):
    low, high = sorted((first, second))

    assert PercentileRange(low, high).mean == pytest.approx(
        find_mean(low, high), abs=1e-4
    )


def test_draws_have_the_mean_and_spread_of_the_slow_twin():
    rows = [
        ("elective_spell", None, "out", "mft", None, 2017, 0.2, 0.6),
        ("elective_spell", None, "out", "third", None, 2017, 0.1, 0.5),
    ]
    coded = code(make_factors(repatriation=rows))
    rng = np.random.default_rng(3)
    key = ("elective_spell", "p2", "third")

    count = 2000
    seeds = np.random.SeedSequence(8).spawn(count)
    fast = [_sum_lines(coded, coded.draw(seed).activity, 1)[key] for seed in seeds]
    slow = []
    for _ in range(count):
        sizes = [
            float(PercentileRange(*row[6:]).at(rng.standard_normal())) for row in rows
        ]
        fixed = [(*row[:6], s) for row, s in zip(rows, sizes, strict=True)]
        expected = project_slowly(CELLS, fixed, {}, dict.fromkeys(PLACES, 1.0), True)
        slow.append(rng.poisson(expected[key]))

    error = np.sqrt((np.var(fast) + np.var(slow)) / count)
    assert abs(np.mean(fast) - np.mean(slow)) < 4 * error
    assert np.std(fast) == pytest.approx(np.std(slow), rel=0.1)
    ends = [np.percentile(each, [10, 50, 90]) for each in (fast, slow)]
    assert ends[0] == pytest.approx(ends[1], abs=1)


mixes = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 50)), min_size=1, max_size=7
)


@UNHURRIED
@given(mixes, st.lists(st.floats(0, 60), min_size=1, max_size=4))
def test_tilted_shares_are_those_of_the_slow_twin(mix, means):
    stays = sorted({stay for stay, _ in mix})
    weights = np.array([count for _, count in mix][: len(stays)], dtype=float)
    share = weights / weights.sum()
    inside = np.maximum(means, stays[0])

    fast = tilt_shares(share, np.array(stays, dtype=float), inside)
    for row, mean in zip(fast, inside, strict=True):
        slow = tilt_slowly(share, stays, mean)
        assert row == pytest.approx(slow, abs=1e-7)


SPELL = ("emergency_spell", "dover", "ekhuft", "qeqm", "female", "65+", 60.0, 150.0)
MIX = [
    ("emergency_spell", None, "medicine", 0, None, "frail", 0.3),
    ("emergency_spell", None, "medicine", 2, 0, None, 0.3),
    ("emergency_spell", None, "surgery", 3, 1, "frail falls", 0.2),
    ("emergency_spell", None, "surgery", 7, 2, None, 0.2),
]
EFFECTS = [
    ("a", "avoidance", *SPELL[:1], *[None] * 5, 0.7, 0.7, None, "frail"),
    ("b", "pre_operative_stay", *SPELL[:1], *[None] * 5, 0.4, 0.4, *[None] * 4, 2),
    ("c", "shorter_stay", *SPELL[:1], *[None] * 5, 0.6, 0.6, "surgery"),
    ("d", "general_shorter_stay", *SPELL[:1], *[None] * 5, 0.9, 0.9),
]


def _draw_spells(rng):
    """Units and nights left of one draw, one spell after another."""
    told = [row[3] for row in MIX]
    chances = tilt_slowly([row[6] for row in MIX], told, SPELL[7] / SPELL[6])
    units = nights = 0
    for row, chance in zip(MIX, chances, strict=True):
        specialty, stay, before, codes = row[2], row[3], row[4], row[5]
        for _ in range(rng.poisson(SPELL[6] * chance)):
            if "frail" in (codes or "").split() and rng.random() < 0.3:
                continue
            mine = ([1] if before == 2 else []) + (
                [2] if specialty == "surgery" else []
            )
            chosen = mine[rng.integers(len(mine))] if mine else 3
            left = stay
            if chosen == 1:
                left -= 2 * (rng.random() < 0.6)
            elif chosen == 2:
                left = sum(rng.random() < 0.6 for _ in range(stay))
            else:
                left = sum(rng.random() < 0.9 for _ in range(stay))
            units, nights = units + 1, nights + left
    return units, nights


def test_draws_of_a_mix_have_the_distribution_of_single_spells():
    tables = make_plan(EFFECTS, base=[SPELL], activity_mix=MIX)
    coded = CodedDemand.from_tables(
        tables, make_people_of(), base_year=2016, years=YEARS
    )
    rng, draws = np.random.default_rng(17), 1500

    futures = [
        coded.draw(s).with_initiatives() for s in np.random.SeedSequence(4).spawn(draws)
    ]
    fast = np.array([(units[0, 0], nights[0, 0]) for units, nights in futures])
    slow = np.array([_draw_spells(rng) for _ in range(draws)])
    mean = np.array([each[0, 0] for each in coded.expect().with_initiatives()])

    error = np.sqrt((fast.var(axis=0) + slow.var(axis=0)) / draws)
    assert (np.abs(fast.mean(axis=0) - slow.mean(axis=0)) < 4 * error).all()
    assert (np.abs(slow.mean(axis=0) - mean) < 4 * error).all()
    assert fast.std(axis=0) == pytest.approx(slow.std(axis=0), rel=0.1)
    quantiles = [np.percentile(each, [10, 50, 90], axis=0) for each in (fast, slow)]
    assert quantiles[0] == pytest.approx(quantiles[1], rel=0.04)


def test_a_mix_keeps_units_and_nights_of_every_cell():
    base = [(*SPELL[:4], *SPELL[4:6], 60.0, nights) for nights in (0.0, 90.0, 700.0)]
    tables = make_plan([], base=base, activity_mix=MIX)

    parts = split_cells(tables["activity_base"], tables)
    for cell, nights in enumerate((0.0, 90.0, 700.0)):
        mine = parts.cell == cell
        assert parts.share[mine].sum() == pytest.approx(1)
        kept = 60 * parts.share[mine] @ parts.stay_days[mine]
        assert kept == pytest.approx(nights)
