"""The example: published counts and totals, and what the manual says of the rest."""

import re
import time
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from factories.kent_medway_people import (
    EXAMPLE,
    YEARS,
    project_example,
    read_tables,
)
from placeplan.population import (
    back_test,
    compare_with_expected,
    find_unmet_moves,
    project_components,
    project_population,
    projection,
    share_out_people,
    summarise_back_test,
)

ROOT = Path(__file__).parents[3]

# Office for National Statistics, MYEB3 (June 2020) and mid-2020 estimates (June 2021).
PUBLISHED = {
    2011: 1_731_351,
    2012: 1_748_281,
    2013: 1_763_803,
    2014: 1_782_513,
    2015: 1_798_276,
    2016: 1_817_395,
    2017: 1_832_252,
    2018: 1_846_478,
    2019: 1_860_111,
    2020: 1_868_199,
}
# The same: births and deaths of the thirteen districts in the years to mid-year.
BIRTHS_AND_DEATHS = {2012: (21_675, 15_705), 2016: (20_857, 16_579)}


def test_every_published_total_comes_out():
    totals = project_example().group_by("year").agg(pl.sum("value"))
    found = dict(totals.filter(pl.col("year") <= 2020).iter_rows())
    assert found == pytest.approx(PUBLISHED, abs=0.001)


def test_counted_years_are_published_and_the_rest_derived():
    words = (
        project_example().group_by("year").agg(pl.max("status"), least=pl.min("status"))
    )
    published = words.filter(pl.col("status") == "published")["year"].sort()
    assert published.to_list() == [2011, 2019]
    assert words["status"].to_list() == words["least"].to_list()


def test_births_and_deaths_of_past_years_are_the_published_ones():
    changes = project_components(read_tables(), first_year=2013, last_year=2016)
    assert changes["year"].min() == 2013
    changes = project_components(read_tables(), **YEARS)
    for year, (births, deaths) in BIRTHS_AND_DEATHS.items():
        of_year = changes.filter(year=year).group_by("measure").agg(pl.sum("value"))
        found = dict(of_year.iter_rows())
        assert found["births"] == pytest.approx(births)
        assert found["deaths"] == pytest.approx(deaths)


def test_the_people_of_2011_are_those_that_the_census_count_gives_by_age():
    first = project_example().filter(year=2011)
    older = [first.filter(pl.col("age") >= age)["value"].sum() for age in (65, 85)]
    assert older == [302_262, 41_618]


def test_nobody_is_asked_to_leave_who_is_not_there():
    assert find_unmet_moves(read_tables(), **YEARS).height == 0


def test_the_papers_stand_beside_the_counts():
    tables = read_tables()
    rows = compare_with_expected(
        project_example(), tables["people_expected"], tables["people_expected_reasons"]
    )
    assert rows["reason"].null_count() == 0
    beside = rows.filter(pl.col("measure") == "growth_percent", year=2021)
    assert beside.select("age_from", "expected", "counted").rows() == [
        (65, 25.5, 21.6),
        (85, 34.1, 15.6),
    ]
    total = rows.filter(year=2031, measure="people").row(0, named=True)
    assert (total["expected"], total["counted"]) == (2_024_700, None)
    counted = rows.filter(pl.col("measure") == "growth_percent", year=2020)
    assert counted["counted"].to_list() == [21.8, 17.1]


def test_forty_two_networks_share_out_everybody():
    shared = share_out_people(project_example(), read_tables()["networks"])
    bodies = pl.read_csv(EXAMPLE / "places/organisations.csv")
    known = set(bodies.filter(pl.col("kind") == "pcn")["id"])
    assert shared["place"].n_unique() == 42
    assert set(shared["place"]) <= known
    assert shared.filter(year=2019)["value"].sum() == pytest.approx(1_860_111)
    smallest = shared.filter(year=2019).group_by("place").agg(pl.sum("value"))
    assert smallest["value"].min() > 20_000


def test_the_whole_projection_takes_well_under_half_a_second():
    read_tables()
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        project_population(read_tables(), **YEARS)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.5


def printed_rows(page):
    """Give the cells of every table row of a page, by their first cell."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \|$", text, re.M)
    return {row.split(" | ")[0]: row.split(" | ")[1:] for row in rows}


def test_the_manual_prints_the_back_test_as_it_comes_out():
    printed = printed_rows("explanation/population-back-test.md")
    lines = ("projected", "with_components", "naive")
    for row in summarise_back_test(back_test(read_tables())).iter_rows(named=True):
        errors = [f"{row[f'{line}_error_percent']:+.1f}" for line in lines]
        sizes = [f"{row[f'{line}_mean_error_percent']:.1f}" for line in lines]
        assert printed[row["age_band"]] == [f"{row['counted']:,.0f}", *errors, *sizes]


def test_without_students_the_method_grows_them_old_in_place(monkeypatch):
    nobody = np.zeros((13, 2, 91))
    monkeypatch.setattr(projection, "read_standing_pattern", lambda *_: nobody)
    errors = back_test(read_tables())
    (students,) = errors.filter(place="canterbury", age_band="18-24").to_dicts()
    assert students["counted"] == 25_668
    assert students["projected"] == pytest.approx(13_400, abs=50)
    every = summarise_back_test(errors).row(-1, named=True)
    assert f"{every['projected_mean_error_percent']:.1f}" == "8.9"
    assert every["naive_mean_error_percent"] < every["projected_mean_error_percent"]


def test_the_manual_prints_the_projection_as_it_comes_out():
    printed = printed_rows("story/population.md")
    first = project_example().filter(year=2011)
    for year in (2021, 2026, 2031):
        now = project_example().filter(year=year)
        cells = [f"{now['value'].sum():,.0f}"]
        for age in (65, 85):
            older = [
                frame.filter(pl.col("age") >= age)["value"].sum()
                for frame in (first, now)
            ]
            cells.append(f"{100 * (older[1] / older[0] - 1):+.1f} %")
        assert printed[str(year)] == cells
