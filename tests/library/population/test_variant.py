"""Variants change the future of people, each by its own factors, and never counts."""

import polars as pl
import pytest

from factories.people_factory import CONTRACTS, make_table, random_tables, still_tables
from placeplan.population import (
    check_people,
    list_possible_people,
    list_variants,
    project_components,
    project_population,
)

PEOPLE = {("dover", "female", 30): 1000, ("swale", "male", 60): 500}
ALIVE = {
    "fertility": [(2011, age, 0.1 if age == 30 else 0.0) for age in range(15, 50)],
    "mortality": [
        (2011, sex, age, 0.2 if age == 60 else 0.0)
        for sex in ("female", "male")
        for age in range(-1, 91)
    ],
    "migration": [(2012, "dover", 40.0), (2012, "swale", 0.0)],
}


def _components(*factors):
    """Births, deaths and net movers of 2012 in one variant alone."""
    tables = still_tables(PEOPLE, **ALIVE, people_variants=[("v", "V", 1.0, *factors)])
    frame = project_components(tables, first_year=2012, last_year=2012)
    sums = frame.group_by("measure").agg(pl.col("value").sum())
    return {name: pytest.approx(value) for name, value in sums.iter_rows()}


@pytest.mark.parametrize(
    ("factors", "measure", "times"),
    [
        ((1.5, 1.0, 1.0), "births", 1.5),
        ((1.0, 0.5, 1.0), "deaths", 0.5),
        ((1.0, 1.0, -2.0), "net_migration", -2.0),
    ],
)
def test_a_factor_changes_its_own_component(factors, measure, times):
    plain, varied = _components(1.0, 1.0, 1.0), _components(*factors)

    assert varied[measure].expected == pytest.approx(
        times * plain[measure].expected, rel=0.03
    )


def test_a_share_who_die_stays_a_share():
    tables = still_tables(
        PEOPLE, **ALIVE, people_variants=[("v", "V", 1.0, 1.0, 5.0, 0.0)]
    )
    mortal = tables["mortality"].with_columns(death_share=pl.col("death_share") * 2)

    last = project_population(
        {**tables, "mortality": mortal}, first_year=2012, last_year=2012
    )
    assert last["value"].min() == 0.0


def test_figures_are_the_mean_of_variants_and_counts_stay():
    variants = [
        ("low", "Low", 0.2, 0.5, 1.0, 0.5),
        ("principal", "Principal", 0.5, 1.0, 1.0, 1.0),
        ("high", "High", 0.3, 1.2, 0.9, 1.8),
    ]
    tables = random_tables(4)
    varied = {**tables, "people_variants": make_table("people_variants", variants)}
    years = {"first_year": 2011, "last_year": 2020}

    mean = project_population(varied, **years)
    each = list_possible_people(varied, **years)
    alone = {one.variant.id: one for one in each}
    weighted = sum(
        share * alone[name].people["value"] for name, _, share, *_ in variants
    )
    assert mean["value"].to_numpy() == pytest.approx(weighted.to_numpy())
    plain = project_population(tables, **years)
    assert alone["principal"].people.equals(plain)
    counted = max(tables["people_base"]["year"].max(), _last_count(tables))
    kept = pl.col("year") <= counted
    assert (
        mean.filter(kept)["value"].to_numpy()
        == pytest.approx(plain.filter(kept)["value"].to_numpy())
    ) is True
    totals = [one.people.filter(year=2020)["value"].sum() for one in each]
    assert totals == sorted(totals)


def _last_count(tables):
    counts = tables.get("people_counts")
    return 0 if counts is None or counts.is_empty() else counts["year"].max()


def test_a_figure_is_no_better_known_than_its_variants():
    row = ("v", "V", 1.0, 1.0, 1.0, 1.0, "paper", "illustrative")
    tables = still_tables(PEOPLE, **ALIVE, people_variants=[row])

    frame = project_population(tables, first_year=2011, last_year=2012)
    assert frame.group_by("year").agg(pl.col("status").max()).sort("year").rows() == [
        (2011, "published"),
        (2012, "illustrative"),
    ]


def test_without_the_table_there_is_one_future():
    tables = still_tables(PEOPLE, **ALIVE)

    assert list_variants(tables) == ()
    assert list_possible_people(tables, first_year=2011, last_year=2012) == ()
    check_people(tables)
    assert CONTRACTS["people_variants"].optional
