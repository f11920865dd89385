"""Laws of population for any input, and the fast path against its slow twin."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from factories.people_factory import (
    AGES,
    SEXES,
    make_table,
    random_tables,
    recount,
)
from placeplan.population import (
    find_unmet_moves,
    project_components,
    project_population,
    share_out_people,
    step_year,
    sum_by_band,
)
from placeplan.population.anchor import anchor_to_count
from placeplan.population.local_pattern import fit_local_pattern
from placeplan.population.move import settle_moves
from placeplan.reference import AgeBand
from properties.population_twin import Twin, settle_slowly, step_slowly

SEEDS = st.integers(0, 2**32 - 1)
# One example builds and projects whole tables: an eighth of the profile's number.
few = settings(max_examples=max(settings.default.max_examples // 8, 5), deadline=None)
CELLS = [(sex, age) for sex in SEXES for age in AGES]


def as_cells(array):
    return {cell: float(v) for cell, v in zip(CELLS, array.ravel(), strict=True)}


def as_array(cells):
    return np.array([cells[cell] for cell in CELLS]).reshape(2, 91)


@few
@given(SEEDS, st.floats(0, 3))
def test_a_year_is_the_twin_s_year(seed, moving):
    draw = np.random.default_rng(seed)
    people = draw.uniform(0, 500, (3, 2, 91))
    deaths = draw.uniform(0, 1, (3, 2, 92))
    fertility = draw.uniform(0, 0.2, (3, 91))
    moves = draw.normal(0, 100 * moving, (3, 2, 91))
    births = np.array([np.nan, 250.0, np.nan])

    step = step_year(
        people, death_share=deaths, fertility=fertility, moves=moves, births=births
    )

    for place in range(3):
        share = {
            (sex, age): deaths[place, number, age + 1]
            for number, sex in enumerate(SEXES)
            for age in range(-1, 91)
        }
        after, born, died = step_slowly(
            as_cells(people[place]),
            share,
            dict(enumerate(fertility[place])),
            as_cells(moves[place]),
            None if np.isnan(births[place]) else births[place],
        )
        assert step.people[place] == pytest.approx(as_array(after), abs=1e-8)
        assert step.births[place] == pytest.approx(born)
        assert step.deaths[place] == pytest.approx(died)


@few
@given(SEEDS)
def test_a_closed_population_balances_to_the_person(seed):
    draw = np.random.default_rng(seed)
    people = draw.integers(0, 1000, (2, 2, 91)).astype(float)

    step = step_year(
        people,
        death_share=draw.uniform(0, 1, (2, 2, 92)),
        fertility=draw.uniform(0, 0.2, (2, 91)),
        moves=np.zeros((2, 2, 91)),
    )

    after = people.sum(axis=(1, 2)) + step.births - step.deaths
    assert step.people.sum(axis=(1, 2)) == pytest.approx(after, abs=1e-6)
    assert step.net_migration == pytest.approx(np.zeros(2), abs=1e-9)


@few
@given(SEEDS)
def test_nobody_dies_twice_or_is_lost_where_nobody_dies_or_is_born(seed):
    draw = np.random.default_rng(seed)
    people = draw.integers(0, 1000, (1, 2, 91)).astype(float)

    step = step_year(
        people,
        death_share=np.zeros((1, 2, 92)),
        fertility=np.zeros((1, 91)),
        moves=np.zeros((1, 2, 91)),
    )

    assert step.people[..., 1:90].tolist() == people[..., :89].tolist()
    assert step.people[..., 90].tolist() == people[..., 89:].sum(axis=-1).tolist()
    assert step.people.sum() == people.sum()


@few
@given(SEEDS, st.floats(0, 5))
def test_moves_never_leave_a_cell_below_nobody(seed, moving):
    draw = np.random.default_rng(seed)
    people = draw.uniform(0, 50, (2, 2, 91))
    moves = draw.normal(-10 * moving, 30 * moving, (2, 2, 91))

    after, unmet = settle_moves(people, moves)

    wanted = (people + moves).sum(axis=(1, 2))
    assert after.min() >= 0
    assert after.sum(axis=(1, 2)) == pytest.approx(np.maximum(wanted, 0), abs=1e-8)
    assert unmet == pytest.approx(np.maximum(-(people + moves), 0))
    for place in range(2):
        slow = settle_slowly(as_cells(people[place]), as_cells(moves[place]))
        assert after[place] == pytest.approx(as_array(slow), abs=1e-8)


@few
@given(SEEDS, st.sampled_from([0.0, 1.0, 20.0]))
def test_a_projection_is_the_twin_s_projection(seed, moving):
    tables = random_tables(seed, moving=moving)

    people = project_population(tables, first_year=2011, last_year=2015)

    twin = Twin(tables).project(2015)
    slow = [
        twin[year][place][sex, age]
        for year, place, sex, age in people.select(
            "year", "place", "sex", "age"
        ).iter_rows()
    ]
    assert people["value"].to_numpy() == pytest.approx(slow, rel=1e-9, abs=1e-7)


@few
@given(SEEDS, st.booleans())
def test_people_are_those_before_plus_births_less_deaths_plus_movers(seed, counted):
    tables = random_tables(seed, moving=5.0)
    if counted:
        tables["people_counts"] = recount(tables, 2014, seed)
    years = {"first_year": 2011, "last_year": 2016}

    people = project_population(tables, **years)
    changes = project_components(tables, **years)

    total = people.group_by("year", "place").agg(pl.sum("value"))
    wide = changes.pivot(on="measure", index=["year", "place"], values="value")
    before = total.with_columns(pl.col("year") + 1).rename({"value": "before"})
    joined = wide.join(total, on=["year", "place"]).join(before, on=["year", "place"])
    after = (
        joined["before"] + joined["births"] - joined["deaths"] + joined["net_migration"]
    )
    assert joined.height == 2 * 5
    assert after.to_numpy() == pytest.approx(joined["value"].to_numpy())
    assert people["value"].min() >= 0


@few
@given(SEEDS)
def test_counted_years_are_the_counts_and_totals_hold_between_them(seed):
    tables = random_tables(seed)
    tables["people_counts"] = recount(tables, 2014, seed)

    people = project_population(tables, first_year=2011, last_year=2015)

    for name, year in (("people_base", 2011), ("people_counts", 2014)):
        key = ["year", "place", "sex", "age"]
        said = tables[name].select(*key, "value").sort(key)
        assert_frame_equal(
            people.filter(pl.col("year") == year).select(*key, "value").sort(key), said
        )
    between = (
        people.filter(pl.col("year") == 2013).group_by("place").agg(pl.sum("value"))
    )
    totals = tables["people_totals"].select("place", "value")
    assert_frame_equal(between.sort("place"), totals.sort("place"))


@few
@given(SEEDS, SEEDS)
def test_the_order_of_rows_makes_no_difference(seed, shuffle):
    tables = random_tables(seed, moving=10.0)
    tables["people_counts"] = recount(tables, 2014, seed)
    shuffled = {
        name: frame.sample(fraction=1, shuffle=True, seed=shuffle % 2**31)
        for name, frame in tables.items()
    }
    years = {"first_year": 2011, "last_year": 2016}

    for answer in (project_population, project_components, find_unmet_moves):
        assert answer(tables, **years).equals(answer(shuffled, **years))
    bands = [AgeBand(0, 17), AgeBand(18)]
    people = project_population(tables, **years)
    turned = people.sample(fraction=1, shuffle=True, seed=1)
    assert sum_by_band(people, bands).equals(sum_by_band(turned, bands))


@few
@given(SEEDS)
def test_a_pattern_adds_nobody(seed):
    draw = np.random.default_rng(seed)
    schedule = draw.uniform(0, 1, (2, 91))
    pattern = fit_local_pattern(
        draw.normal(0, 200, (3, 2, 91)),
        [draw.uniform(0, 0.5, (2, 92)) for _ in range(4)],
        schedule / schedule.sum(),
    )
    assert pattern.sum(axis=(1, 2)) == pytest.approx(np.zeros(3), abs=1e-7)


@few
@given(SEEDS, st.integers(2, 9))
def test_years_between_counts_bend_evenly_along_each_cohort(seed, span):
    draw = np.random.default_rng(seed)
    carried = {
        2011 + each: draw.integers(0, 3, (1, 2, 91)).astype(float)
        for each in range(span + 1)
    }
    counted = draw.integers(0, 300, (1, 2, 91)).astype(float)

    anchored = anchor_to_count(carried, counted, {})

    for step in range(1, span):
        for sex in range(2):
            for age in AGES:
                later = min(age + span - step, 90)
                reached = carried[2011 + span][0, sex, later]
                there, weight = carried[2011 + step][0, sex, age], step / span
                if reached > 0:
                    factor = counted[0, sex, later] / reached
                    there *= 1 - weight + weight * factor
                elif later == age + span - step:
                    there += weight * counted[0, sex, later]
                got = anchored[2011 + step][0, sex, age]
                assert got == pytest.approx(there)


@few
@given(SEEDS)
def test_networks_sum_back_to_their_districts_in_every_year(seed):
    draw = np.random.default_rng(seed)
    people = project_population(
        random_tables(seed, places=3), first_year=2011, last_year=2013
    )
    bands = ("0-17", "18-64", "65+")
    rows = []
    for place in ("place-0", "place-1", "place-2"):
        for band in bands:
            parts = draw.dirichlet(np.ones(4))
            rows += [(f"n{n}", place, band, parts[n]) for n in range(4)]

    shared = share_out_people(people, make_table("networks", rows))

    by = ["year", "age_band", "sex"]
    banded = sum_by_band(people, [AgeBand.parse(band) for band in bands])
    assert_frame_equal(
        shared.group_by(by).agg(pl.sum("value")).sort(by),
        banded.group_by(by).agg(pl.sum("value")).sort(by),
    )
