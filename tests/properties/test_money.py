"""Laws of money that hold for any plan, and slow twins of the fast ways."""

from itertools import permutations, product

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.money_factory import make_activity, make_tables
from placeplan.money import (
    COST_DRIVERS,
    DRIVERS,
    Growth,
    Knowns,
    Pence,
    calibrate_costs,
    cost_activity,
    index_growth,
    list_outturn,
    project_money,
    split_change,
)

YEARS = (2016, 2017, 2018)
PODS = ("spell", "contact")
CELLS = tuple(product(("north", "south", None), ("trust-a", "trust-b"), PODS))

# A plan takes about a tenth of a second to make and work out, twice for some laws.
some = settings(max_examples=max(settings.default.max_examples // 3, 5), deadline=None)
volumes = st.floats(0, 1e6, allow_subnormal=False)
prices = st.floats(0, 1e5, allow_subnormal=False)
growth = st.floats(-0.2, 0.3)
amounts = st.floats(0, 1e9).map(lambda pounds: round(pounds, 2))


@st.composite
def activities(draw):
    cells = draw(st.lists(st.sampled_from(CELLS), min_size=1, unique=True))
    return make_activity(
        [
            (year, place, provider, pod, draw(volumes))
            for year in YEARS
            for place, provider, pod in cells
            # A cell may open or close, but some activity stands in every year.
            if (place, provider, pod) == cells[0] or draw(st.booleans())
        ]
    )


@st.composite
def plans(draw):
    return make_tables(
        prices=[(pod, draw(prices)) for pod in PODS],
        growth=[
            (pod, year, year, draw(growth), 0.0, 0.0)
            for year, pod in product(YEARS[1:], PODS)
            if draw(st.booleans())
        ],
        inflation=[
            (year, year, kind, draw(growth))
            for year in YEARS[1:]
            for kind in ("price", "policy")
        ],
        income=[(year, "system", draw(amounts), draw(amounts)) for year in YEARS],
        fixed_cost=[
            *[(year, "system", "level", 10.01, True) for year in YEARS],
            *[
                (year, "system", driver, draw(amounts), recurrent)
                for year, driver in product(YEARS, COST_DRIVERS)
                for recurrent in draw(st.sets(st.booleans()))
            ],
        ],
        solutions=[
            (solution, theme, year, draw(amounts), draw(st.booleans()))
            for (solution, theme), year in product(
                (("ledger", "productivity"), ("land", "enablers")), YEARS
            )
            if draw(st.booleans())
        ],
    )


def _project(tables, activity, *, with_solutions=False):
    return project_money(
        tables,
        activity,
        base_year=2016,
        years=YEARS,
        with_solutions=with_solutions,
    )


def _pence(results, measure):
    rows = results.filter(pl.col("measure") == measure).select("year", "value").rows()
    return {year: round(value * 100) for year, value in rows}


def _slow_gap(tables, activity):
    """Work the gap out row by row, in plain numbers."""
    price = {row["pod"]: row["price_pounds"] for row in tables["prices"].to_dicts()}
    gap = {}
    for year in YEARS:
        indices = []
        for kind in ("price", "policy"):
            index = 1.0
            for row in sorted(tables["inflation"].to_dicts(), key=str):
                if row["kind"] == kind and row["from_year"] <= year:
                    index *= 1 + row["growth_share"]
            indices.append(index)
        cost = sum(
            round(row["value"] * price[row["pod"]] * indices[0] * indices[1] * 100)
            for row in activity.to_dicts()
            if row["year"] == year
        )
        cost += sum(
            round(row["cost_pounds"] * 100)
            for row in tables["fixed_cost"].to_dicts()
            if row["year"] == year
        )
        income = sum(
            round(row["allocation_pounds"] * 100) + round(row["other_pounds"] * 100)
            for row in tables["income"].to_dicts()
            if row["year"] == year
        )
        gap[year] = income - cost
    return gap


@some
@given(plans(), activities())
def test_gap_ties_to_its_parts_and_to_the_slow_twin(tables, activity):
    results = _project(tables, activity)
    gap, income, cost, recurrent, once = (
        _pence(results, f"{name}_pounds")
        for name in ("gap", "income", "cost", "gap_recurrent", "gap_non_recurrent")
    )

    assert gap == _slow_gap(tables, activity)
    for year in YEARS:
        assert gap[year] == income[year] - cost[year] == recurrent[year] + once[year]


@some
@given(plans(), activities())
def test_lines_tie_to_totals_over_any_axis(tables, activity):
    price_index, policy_index = (
        index_growth(tables["inflation"], kind=kind, base_year=2016, years=YEARS)
        for kind in ("price", "policy")
    )
    lines = cost_activity(
        activity, tables["prices"], price_index=price_index, policy_index=policy_index
    )

    total = lines["cost_pence"].sum()
    for axis in ("place", "provider", "pod", "year"):
        by_axis = lines.group_by(axis).agg(pl.col("cost_pence").sum())
        assert by_axis["cost_pence"].sum() == total


@some
@given(plans(), activities())
def test_drivers_sum_to_the_change_of_the_gap(tables, activity):
    results = _project(tables, activity)
    gap = _pence(results, "gap_pounds")
    drivers = [_pence(results, f"driver_{name}_pounds") for name in DRIVERS]

    for year in YEARS:
        assert sum(driver[year] for driver in drivers) == gap[year] - gap[2016]


@some
@given(plans(), activities())
def test_solutions_close_what_they_state_and_never_more(tables, activity):
    before, after = (
        _project(tables, activity, with_solutions=each) for each in (False, True)
    )
    stated = dict.fromkeys(YEARS, 0)
    lasting = dict.fromkeys(YEARS, 0)
    for row in tables["solutions"].to_dicts():
        stated[row["year"]] += round(row["value_pounds"] * 100)
        lasting[row["year"]] += round(row["value_pounds"] * 100) * row["recurrent"]

    for measure, closed in (("gap", stated), ("gap_recurrent", lasting)):
        old, new = (_pence(each, f"{measure}_pounds") for each in (before, after))
        assert {year: new[year] - old[year] for year in YEARS} == closed


@some
@given(plans(), activities(), st.integers(0, 2**32 - 1))
def test_results_do_not_depend_on_the_order_of_rows(tables, activity, seed):
    def shuffle(frame):
        return frame.sample(fraction=1, shuffle=True, seed=seed)

    shuffled = {name: shuffle(frame) for name, frame in tables.items()}

    straight = _project(tables, activity, with_solutions=True)
    assert straight.equals(_project(shuffled, shuffle(activity), with_solutions=True))


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=4))
def test_a_split_is_the_mean_of_all_orders(pairs):
    before, after = ([np.array(pair[at]) for pair in pairs] for at in (0, 1))

    parts = [float(part) for part in split_change(before, after)]

    expected = np.zeros(len(pairs))
    orders = list(permutations(range(len(pairs))))
    for order in orders:
        at = [pair[0] for pair in pairs]
        for factor in order:
            old = np.prod(at)
            at[factor] = pairs[factor][1]
            expected[factor] += (np.prod(at) - old) / len(orders)
    np.testing.assert_allclose(parts, expected, atol=1e-9)


factors = st.floats(0.5, 3)


@given(
    st.lists(st.integers(0, 10**12), min_size=8, max_size=8),
    st.builds(Growth, factors, factors, factors),
    st.tuples(st.integers(-(10**12), 0), st.integers(-(10**12), 0)),
)
def test_calibrated_costs_give_both_published_gaps(figures, grown, gaps):
    years = (2016, 2017, 2018, 2019)
    modelled = {year: Pence(figures[at]) for at, year in enumerate(years)}
    # Income leaves room for activity in the base year, as it does in any real system.
    income = {year: Pence(figures[4 + at]) for at, year in enumerate(years)}
    income[2016] = Pence(income[2016] + modelled[2016])
    growth_by_year = dict.fromkeys(years, grown) | {2016: Growth(1.0, 1.0, 1.0)}
    published = {2016: Pence(gaps[0]), 2018: Pence(gaps[1])}

    lines = calibrate_costs(Knowns(modelled, income, growth_by_year, published))

    for year, gap in published.items():
        fixed = sum(line.cost for line in lines if line.year == year)
        assert income[year] - modelled[year] - fixed == gap


@given(st.lists(amounts, min_size=1, max_size=20), st.randoms())
def test_outturn_is_counted_in_whole_pence(values, chance):
    rows = [
        (2015, f"organisation-{at}", chance.choice(["provider", "ccg"]), value)
        for at, value in enumerate(values)
    ]
    table = make_tables(outturn=rows)["outturn"]

    listed = list_outturn(table)["outturn_pence"].sum()

    assert listed == sum(round(value * 100) for value in values)
