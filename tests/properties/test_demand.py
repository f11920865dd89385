"""Laws of demand that hold for any plan, and its slow twin."""

from itertools import product

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.demand_factory import make_people, make_tables
from placeplan.demand import project_activity, split_growth
from properties.demand_twin import project_slowly

BASE_YEAR, YEARS = 2016, (2016, 2018, 2021)
PLACES = ("dover", "swale")
BANDS = ("0-4", "15-19", "30-34", "70-74", "85-89", "90+", "0+", "65+")
AGES = (2, 17, 32, 71, 86, 90)
PODS = ("birth", "day_case", "emergency_spell", "gp_appointment", "maternity_spell")
WITH_BEDS = ("emergency_spell", "maternity_spell")
CELLS = tuple(
    product(
        PODS,
        (*PLACES, None),
        ("ekhuft", "mft"),
        ("qeqm", None),
        ("female", "male", "persons"),
        BANDS,
    )
)

# A third of the profile's examples; a busy machine is no fault.
UNHURRIED = settings(
    max_examples=max(settings.default.max_examples // 3, 5), deadline=None
)
units = st.integers(0, 10_000).map(float)
crowds = st.integers(1, 9_999).map(float)
shares = st.integers(-20, 30).map(lambda percent: percent / 100)


@st.composite
def plans(draw):
    cells = draw(st.lists(st.sampled_from(CELLS), min_size=1, max_size=12, unique=True))
    base = [
        (*cell, draw(units), draw(units) if cell[0] in WITH_BEDS else 0.0)
        for cell in cells
    ]
    growth = [
        (pod, first, last, draw(shares))
        for pod in PODS
        for first, last in ((2017, 2018), (2020, 2020))
        if draw(st.booleans())
    ]
    people = {
        cell: draw(crowds) for cell in product(YEARS, PLACES, ("female", "male"), AGES)
    }
    fertility = {
        (year, age): draw(st.integers(1, 200)) / 1000
        for year in (2014, 2019)
        for age in (17, 32)
    }
    return base, growth, people, fertility


def _tables(base, growth, fertility):
    return make_tables(
        activity_base=base,
        growth=[(*row, -1.0, 1.0) for row in growth],
        fertility=[(year, age, value) for (year, age), value in fertility.items()],
    )


def _project(plan, **asked):
    base, growth, people, fertility = plan
    return project_activity(
        _tables(base, growth, fertility),
        make_people(people),
        base_year=BASE_YEAR,
        years=YEARS,
        **asked,
    )


@UNHURRIED
@given(plans())
def test_the_fast_way_gives_what_the_slow_one_does(plan):
    base, growth, people, fertility = plan
    slow = project_slowly(base, growth, people, fertility, BASE_YEAR, YEARS)
    fast = {}
    for *key, measure, value in (
        _project(plan)
        .select("year", "place", "provider", "site", "pod", "measure", "value")
        .iter_rows()
    ):
        fast.setdefault(tuple(key), {})[measure] = value
    assert set(fast) == set(slow)
    for key, (activity, bed_days) in slow.items():
        assert fast[key]["activity"] == pytest.approx(activity, rel=1e-9)
        if key[-1] in WITH_BEDS:
            assert fast[key]["bed_days"] == pytest.approx(bed_days, rel=1e-9)
        else:
            assert "bed_days" not in fast[key]


@UNHURRIED
@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_input_rows_changes_nothing(plan, random):
    base, growth, people, fertility = plan
    shuffled = [list(base), list(growth), list(people.items())]
    for rows in shuffled:
        random.shuffle(rows)
    other = (*shuffled[:2], dict(shuffled[2]), fertility)
    assert _project(plan).equals(_project(other))


@UNHURRIED
@given(plans())
def test_activity_over_places_equals_activity_over_providers(plan):
    frame = _project(plan)
    sums = [
        frame.group_by("year", "pod", "measure", axis)
        .agg(pl.col("value").sum())
        .group_by("year", "pod", "measure")
        .agg(pl.col("value").sum())
        .sort("year", "pod", "measure")
        for axis in ("place", "provider", "site")
    ]
    for other in sums[1:]:
        assert other["value"].to_list() == pytest.approx(sums[0]["value"].to_list())


@UNHURRIED
@given(plans())
def test_the_base_year_is_the_table(plan):
    base = plan[0]
    frame = _project(plan).filter(pl.col("year") == BASE_YEAR)
    for measure, at in (("activity", 6), ("bed_days", 7)):
        rows = frame.filter(pl.col("measure") == measure)
        assert rows["value"].sum() == sum(row[at] for row in base)


@UNHURRIED
@given(plans())
def test_the_two_causes_sum_to_the_change(plan):
    base, growth, people, fertility = plan
    split = split_growth(
        _tables(base, growth, fertility),
        make_people(people),
        base_year=BASE_YEAR,
        years=YEARS,
    )
    whole = (
        _project(plan)
        .filter(pl.col("measure") == "activity")
        .group_by("year", "pod")
        .agg(pl.col("value").sum())
    )
    then = whole.filter(pl.col("year") == BASE_YEAR).select("pod", then="value")
    changes = whole.join(then, on="pod").sort("year", "pod")
    summed = (
        split.group_by("year", "pod").agg(pl.col("value").sum()).sort("year", "pod")
    )
    expected = (changes["value"] - changes["then"]).to_list()
    assert summed["value"].to_list() == pytest.approx(expected, rel=1e-9, abs=1e-6)


@UNHURRIED
@given(plans(), st.sampled_from(PLACES), st.sampled_from(YEARS[1:]))
def test_more_people_of_a_place_move_that_place_alone(plan, place, year):
    base, growth, people, fertility = plan
    more = {
        cell: value * 2 if cell[:2] == (year, place) else value
        for cell, value in people.items()
    }
    before, after = _project(plan), _project((base, growth, more, fertility))
    moved = pl.col("place").eq_missing(place) & (pl.col("year") == year)
    still = ~moved & pl.col("place").is_not_null()
    assert before.filter(still).equals(after.filter(still))
    doubled = (before.filter(moved)["value"] * 2).to_list()
    assert after.filter(moved)["value"].to_list() == pytest.approx(doubled)
