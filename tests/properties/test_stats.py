"""Laws of statistics for any input, and fast methods against their slow twins."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from placeplan.errors import InputError
from placeplan.stats import (
    BANDS_85,
    BANDS_90,
    DEFAULT_RULE_SET,
    METHODS,
    RULE_SETS,
    IndexOptions,
    Request,
    chart_series,
    count_queue,
    estimate_crude_rate,
    estimate_life_expectancy,
    estimate_mean,
    estimate_proportion,
    find_percentiles,
    measure_inequality,
    read_history,
    run_method,
    standardise_rate,
)
from properties import stats_twin

LEVELS = st.lists(st.floats(0.5, 0.9999), min_size=1, max_size=3)
counts = st.integers(0, 5000)
prices = st.integers(-400, 400).map(lambda number: number / 4)
series = st.lists(prices, min_size=2, max_size=40)


@st.composite
def shares(draw):
    base = draw(st.integers(1, 100_000))
    return draw(st.integers(0, base)), base


@st.composite
def tables(draw, least_events=0):
    bands = draw(st.integers(1, 19))
    people = draw(st.lists(st.integers(1, 9999), min_size=bands, max_size=bands))
    count = [draw(st.integers(0, number)) for number in people]
    weight = draw(st.lists(st.integers(1, 9999), min_size=bands, max_size=bands))
    assume(sum(count) >= least_events)
    return count, people, weight


@given(shares(), LEVELS)
def test_intervals_contain_their_estimate(share, levels):
    count, base = share
    for found in (
        estimate_proportion([count], [base], confidence=levels),
        estimate_crude_rate([count], [base], confidence=levels, multiplier=1),
    ):
        assert (found.lower <= found.value[:, None] * (1 + 1e-12) + 1e-12).all()
        assert (found.upper >= found.value[:, None] * (1 - 1e-12)).all()


@given(shares(), st.floats(0.6, 0.9), st.floats(0.91, 0.999))
def test_surer_intervals_are_wider(share, less, more):
    found = estimate_proportion([share[0]], [share[1]], confidence=[less, more])
    width = (found.upper - found.lower)[0]
    assert width[0] <= width[1] + 1e-12


@given(st.integers(1, 50), st.integers(50, 100), st.integers(2, 50))
def test_intervals_narrow_with_size(count, base, times):
    for estimate in (estimate_proportion, estimate_crude_rate):
        found = estimate([count, count * times], [base, base * times], multiplier=1)
        width = (found.upper - found.lower)[:, 0]
        assert width[1] < width[0]


@given(tables(least_events=10))
def test_a_standardised_rate_of_the_standard_population_is_its_crude_rate(table):
    count, people, _ = table
    found = standardise_rate([count], [people], people, multiplier=1)
    assert found.value[0] == pytest.approx(sum(count) / sum(people), rel=1e-12)


@given(tables(least_events=10))
def test_standardised_rate_and_its_slow_twin_agree(table):
    count, people, weight = table
    found = standardise_rate([count], [people], weight, multiplier=1)
    value, variance = stats_twin.standardise(count, people, weight)
    assert found.value[0] == pytest.approx(value, rel=1e-12)
    total = sum(count)
    byar = (total + 1) * (
        1 - 1 / (9 * (total + 1)) + 1.959963984540054 / (3 * (total + 1) ** 0.5)
    ) ** 3
    upper = value + (variance / total) ** 0.5 * (byar - total)
    assert found.upper[0, 0] == pytest.approx(upper, rel=1e-12)


@given(tables(least_events=10), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(table, chance):
    rows = [("b", band, *row) for band, row in enumerate(zip(*table, strict=True))]
    rows += [("a", band, *row) for band, row in enumerate(zip(*table, strict=True))]
    answers = []
    for _ in range(2):
        columns = dict(
            zip(
                ("area", "ageband", "x", "n", "stdpop"),
                map(list, zip(*rows, strict=True)),
                strict=True,
            )
        )
        found = run_method(METHODS["dsr"], Request({"group": "area"}, columns))
        answers.append((found["area"], found["value"], found["lower"]))
        chance.shuffle(rows)
    assert answers[0][0] == answers[1][0] == ["a", "b"]
    assert answers[0][1] == pytest.approx(answers[1][1], rel=1e-12)
    assert answers[0][2] == pytest.approx(answers[1][2], rel=1e-12)


@given(st.sampled_from([BANDS_85, BANDS_90]), st.data())
def test_life_expectancy_and_its_slow_twin_agree(ages, data):
    people = data.draw(
        st.lists(st.integers(400, 9000), min_size=len(ages), max_size=len(ages))
    )
    deaths = [data.draw(st.integers(0, number // 4)) for number in people]
    deaths[-1] = max(deaths[-1], 30)
    found = estimate_life_expectancy([deaths], [people], first_ages=ages)
    wanted = stats_twin.life_table(deaths, people, ages)
    kept = ~np.isnan(found.value[0])
    assert kept.any()
    assert found.value[0][kept] == pytest.approx(np.array(wanted)[kept], rel=1e-10)


@given(
    st.lists(st.tuples(st.floats(1, 99), st.integers(1, 999)), min_size=5, max_size=12),
    st.floats(0.1, 50),
    st.floats(-20, 20),
)
def test_inequality_follows_its_unit(groups, scale, shift):
    """The slope scales with the unit and does not mind where it starts."""
    values, people = (np.array([column], float) for column in zip(*groups, strict=True))
    errors = np.ones_like(values)
    options, chance = IndexOptions(repetitions=1000), np.random.default_rng(1)
    plain = measure_inequality(values, errors, people, options, chance)
    other = measure_inequality(
        values * scale + shift, errors * scale, people, options, chance
    )
    assert other.sii[0] == pytest.approx(plain.sii[0] * scale, rel=1e-6, abs=1e-6)
    assert other.sii_lower[0, 0] == pytest.approx(
        plain.sii_lower[0, 0] * scale, rel=1e-6, abs=1e-6
    )


def chart_names(chart):
    points = chart.judgement.shape[1]
    names = [set() for _ in range(points)]
    for side, flags in (("up", chart.signals.up), ("down", chart.signals.down)):
        for rule, marked in flags.items():
            for place in marked[0].nonzero()[0]:
                names[place].add((rule, side))
    return names


@settings(max_examples=150)
@given(
    st.lists(st.one_of(st.none(), prices), min_size=3, max_size=40),
    st.integers(0, 40),
)
def test_control_chart_and_its_slow_twin_agree(values, rebase):
    rules = replace(DEFAULT_RULE_SET, minimum_points=1)
    assume(sum(value is not None for value in values) > 1)
    starts = np.arange(len(values)) == rebase
    found = chart_series(np.array(values, float), rules=rules, rebase_at=starts)
    part = [int(place >= rebase > 0) for place in range(len(values))]
    lines, marks = stats_twin.chart(values, part, rules)
    for place, value in enumerate(values):
        if value is None:
            continue
        mean, reach = lines[part[place]]
        assert found.limits.centre[0, place] == pytest.approx(mean, abs=1e-9)
        assert found.limits.reach[0, place] == pytest.approx(
            reach, abs=1e-9, nan_ok=True
        )
    assert chart_names(found) == marks


@given(
    series,
    st.sampled_from([1, -1]),
    st.sampled_from([1e-3, 0.1, 1.8, 100, 1e6]),
    st.sampled_from([0, 32, -273.15]),
    st.sampled_from(sorted(RULE_SETS)),
)
def test_signals_do_not_depend_on_units(values, sign, scale, shift, name):
    rules = replace(RULE_SETS[name], minimum_points=1)
    y = np.array(values)
    way = "increase" if sign > 0 else "decrease"
    plain = chart_series(y, rules=rules)
    other = chart_series(y * scale * sign + shift, rules=rules, improvement=way)
    turned = [
        word.replace("high", "x").replace("low", "high").replace("x", "low")
        if sign < 0
        else word
        for word in other.judgement[0].tolist()
    ]
    assert turned == plain.judgement[0].tolist()


@given(series, st.integers(0, 39))
def test_a_missing_month_never_becomes_a_step(values, place):
    """With a gap the chart is that of the other months, and the gap has no signal."""
    rules = replace(DEFAULT_RULE_SET, minimum_points=1)
    place = min(place, len(values))
    gap = np.insert(np.array(values), place, np.nan)
    with_gap, without = (chart_series(y, rules=rules) for y in (gap, values))
    kept = np.delete(np.arange(len(gap)), place)
    assert with_gap.judgement[0, kept].tolist() == without.judgement[0].tolist()
    assert with_gap.judgement[0, place] == "common_cause"


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(0, 90))),
        min_size=1,
        max_size=30,
    )
)
def test_queue_and_its_slow_twin_agree(people):
    start = np.datetime64("2024-01-01")
    came = [day for day, _ in people]
    gone = [None if stay is None else day + stay for day, stay in people]
    history, _ = read_history(
        start + np.array(came),
        np.array(
            [np.datetime64("NaT") if day is None else start + day for day in gone],
            "M8[D]",
        ),
    )
    dates, queue = count_queue(history)
    for date, found in zip(dates, queue, strict=True):
        assert found == stats_twin.queue(came, gone, int((date - start).astype(int)))


@given(
    st.lists(st.integers(0, 500), min_size=1, max_size=40),
    st.lists(st.floats(0, 1), min_size=1, max_size=5),
)
def test_percentiles_and_their_slow_twin_agree(count, wanted):
    assume(sum(count) > 0)
    found = find_percentiles(count, wanted)
    twin = [stats_twin.percentile(count, share) for share in wanted]
    assert found == pytest.approx(np.array(twin), rel=1e-9, abs=1e-9)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20))
def test_a_mean_is_that_of_numpy(values):
    found = estimate_mean(values)
    assert found.value[0] == pytest.approx(np.mean(values), rel=1e-9, abs=1e-9)


junk = st.one_of(
    st.none(), st.integers(-5, 5), st.floats(), st.text(max_size=4), st.booleans()
)


@given(st.sampled_from(sorted(METHODS)), st.data())
def test_whatever_is_asked_is_answered_or_refused_in_words(name, data):
    method = METHODS[name]
    rows = data.draw(st.integers(0, 4))
    columns = {
        column.name: data.draw(st.lists(junk, min_size=rows, max_size=rows))
        for column in method.columns
        if column.needed or data.draw(st.booleans())
    }
    chosen = data.draw(st.sets(st.sampled_from([o.name for o in method.options])))
    options = {option: data.draw(junk) for option in chosen}
    with np.errstate(all="ignore"):
        try:
            answer = run_method(method, Request(options, columns))
        except InputError as error:
            answer = {"checks": str(error)}
    assert answer["checks"] is not None
