"""Laws of the results of any plan: order never matters, and parts make wholes."""

import random
import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.plan_folder import make_tables, write_plan_folder
from factories.results import make_results, make_row
from placeplan.plan import Plan, answer, build_bridge, compare_runs, list_axes

# A run of the tiny plan takes half a second, two of them for most laws.
few = settings(max_examples=max(settings.default.max_examples // 12, 4), deadline=None)
SHARES = st.sampled_from([-0.03, 0.0, 0.017, 0.05])
STATUSES = ("published", "derived", "calibrated", "illustrative")


def _run(tables):
    with tempfile.TemporaryDirectory() as folder:
        return Plan.from_folder(write_plan_folder(Path(folder), tables=tables)).run()


def _change(prices=0.02, use=0.02, solution=100_000):
    tables = make_tables()
    tables["inflation"][0]["growth_share"] = prices
    growth = {"growth_share": use, "low": use - 0.01, "high": use + 0.01}
    tables["growth"][0] |= growth
    tables["solutions"][0]["value_pounds"] = solution
    return tables


@given(seed=st.integers(0, 2**32 - 1))
@few
def test_the_order_of_input_rows_never_matters(seed):
    tables = make_tables()
    shuffled = {
        name: random.Random(seed).sample(rows, len(rows))  # noqa: S311 - an order, no secret
        for name, rows in tables.items()
    }

    assert _run(shuffled).table.equals(_run(tables).table)


@given(prices=SHARES, use=SHARES, solution=st.integers(0, 10**7))
@few
def test_the_bridge_leads_from_total_to_total(prices, use, solution):
    results = _run(_change(prices, use, solution))

    for year in (2017, 2019):
        bridge = build_bridge(results, year=year)
        base, nothing, left = bridge.filter(kind="total")["value_pounds"]
        moved = bridge.filter(kind="driver")["value_pounds"].sum()
        closed = bridge.filter(kind="solution")["value_pounds"].sum()
        assert base + moved == pytest.approx(nothing, abs=0.01)
        assert nothing + closed == pytest.approx(left, abs=0.01)


@given(prices=SHARES, use=SHARES)
@few
def test_drivers_of_a_comparison_sum_to_the_change_of_the_gap(prices, use):
    found = compare_runs(_run(_change()), _run(_change(prices, use)))

    shared = found.drivers.group_by("scenario", "year").agg(
        pl.col("change_pounds").sum()
    )
    gaps = found.measures.filter(measure="gap_pounds")
    both = gaps.join(shared, on=["scenario", "year"], how="left")
    for change, of_drivers in both.select("change", "change_pounds").iter_rows():
        assert (of_drivers or 0) == pytest.approx(change, abs=0.05)


@pytest.fixture(scope="module")
def results():
    return _run(make_tables())


@given(pick=st.randoms(use_true_random=False))
@settings(deadline=None)
def test_parts_sum_to_the_whole_by_any_axes(results, pick):
    measure = pick.choice(sorted(results.table["measure"].unique()))
    axes = list_axes(results.table, measure)
    free = [axis for axis in axes if axis not in ("scenario", "year")]
    by = pick.sample(free, pick.randint(0, len(free)))
    fixed = ["scenario", "year"]

    parts = answer(results, measure, by=[*fixed, *by])
    whole = answer(results, measure, by=fixed)

    summed = (
        parts.group_by(*fixed, "unit").agg(pl.col("value").sum()).sort(*fixed, "unit")
    )
    assert summed["value"].to_list() == pytest.approx(
        whole["value"].to_list(), rel=1e-9, abs=1e-6
    )


@given(statuses=st.lists(st.sampled_from(STATUSES), min_size=1, max_size=6))
@settings(deadline=None)
def test_a_sum_is_as_weak_as_its_weakest_part(statuses):
    rows = [
        make_row("births", 1, place=f"p{at}", status=status)
        for at, status in enumerate(statuses)
    ]

    found = answer(make_results(rows), "births")

    assert found["status"].item() == max(statuses, key=STATUSES.index)
    assert found["value"].item() == len(statuses)


def test_people_balance_to_the_person(results):
    change = {
        measure: answer(results, measure, by=["year", "place"])
        for measure in ("births", "deaths", "net_migration")
    }
    people = answer(results, "population", by=["year", "place"])
    for year, place in people.select("year", "place").iter_rows():
        if year == 2015:
            continue
        here = {"year": year, "place": place}
        births, deaths, moved = (
            change[name].filter(**here)["value"].item() for name in change
        )
        before = people.filter(year=year - 1, place=place)["value"].item()
        after = people.filter(**here)["value"].item()
        assert after == pytest.approx(before + births - deaths + moved, abs=1e-6)


def test_activity_over_places_is_activity_over_providers(results):
    for measure in ("activity", "bed_days"):
        ways = [
            answer(results, measure, by=["year", "pod", axis])
            .group_by("year", "pod")
            .agg(pl.col("value").sum())
            .sort("year", "pod")
            for axis in ("place", "provider", "site")
        ]
        for other in ways[1:]:
            assert other["value"].to_list() == pytest.approx(ways[0]["value"].to_list())


def test_every_number_stands_once(results):
    keys = [name for name in results.table.columns if name not in ("value", "status")]

    assert results.table.select(keys).is_duplicated().sum() == 0
    assert results.table["value"].is_finite().all()
    assert results.table.null_count().select("scenario", "year", "status").row(0) == (
        0,
        0,
        0,
    )
