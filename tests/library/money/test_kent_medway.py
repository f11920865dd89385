"""The example's money: published figures exactly, and plausible beyond them."""

from pathlib import Path

import polars as pl
import pytest

from placeplan.demand import TABLES as DEMAND_TABLES
from placeplan.demand import project_activity
from placeplan.money import TABLES, THEMES, list_outturn, project_money
from placeplan.population import TABLES as PEOPLE_TABLES
from placeplan.population import project_population
from placeplan.tables import read_folder

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "kent-medway"
STORY = ROOT / "docs" / "story" / "money.md"
YEARS = range(2016, 2031)
MILLION = 1_000_000


@pytest.fixture(scope="module")
def tables():
    files = read_folder(EXAMPLE, [*PEOPLE_TABLES, *DEMAND_TABLES, *TABLES])
    assert files.faults == ()
    return files.frames


@pytest.fixture(scope="module")
def results(tables):
    people = project_population(tables, first_year=2016, last_year=2031)
    activity = project_activity(tables, people, base_year=2016, years=YEARS)
    return {
        with_solutions: project_money(
            tables,
            activity,
            base_year=2016,
            years=YEARS,
            with_solutions=with_solutions,
        )
        for with_solutions in (False, True)
    }


def _values(frame, measure, axis="year"):
    rows = frame.filter(pl.col("measure") == measure)
    return dict(rows.select(axis, "value").iter_rows())


def test_gap_is_110_million_in_2016_17_and_486_million_in_2020_21(results):
    gap = _values(results[False], "gap_pounds")

    assert (gap[2016], gap[2020]) == (-110 * MILLION, -486 * MILLION)


def test_the_two_published_gaps_are_calibrated(results):
    gap = results[False].filter(pl.col("measure") == "gap_pounds")
    status = dict(gap.select("year", "status").iter_rows())

    assert (status[2016], status[2020]) == ("calibrated", "calibrated")


def test_the_gap_widens_every_year_and_never_by_a_leap(results):
    gap = _values(results[False], "gap_pounds")
    rises = [gap[year - 1] - gap[year] for year in YEARS[1:]]

    assert min(rises) > 50 * MILLION
    assert max(rises) < 200 * MILLION


def test_outturn_of_2015_16_is_that_of_the_papers(tables):
    listed = list_outturn(tables["outturn"])
    by_kind = listed.group_by("kind").agg(pl.sum("outturn_pence")).sort("kind")

    assert listed["outturn_pence"].sum() == -103 * MILLION * 100
    assert by_kind.rows() == [
        ("ccg", 1_820_000_000),
        ("provider", -12_120_000_000),
    ]


def test_activity_carries_most_of_the_cost_and_one_line_the_rest(tables):
    level = tables["fixed_cost"].filter(
        pl.col("driver") == "level", pl.col("year") == 2016
    )

    assert 0.25 < level["cost_pounds"].item() / (3_510 * MILLION) < 0.40


def test_what_no_paper_itemises_is_a_small_part_of_the_rise(results):
    policy = _values(results[False], "driver_policy_pounds")

    assert -0.25 * 376 * MILLION < policy[2020] < 0


def test_solutions_close_part_of_the_gap_under_the_four_themes(tables, results):
    planned = tables["solutions"].filter(pl.col("year") == 2020)
    left = _values(results[True], "gap_pounds")[2020]

    assert left == -486 * MILLION + planned["value_pounds"].sum() < 0
    assert set(planned["theme"]) == set(THEMES)


def test_only_the_190_million_of_productivity_was_published(tables):
    published = tables["solutions"].filter(pl.col("status") == "published")

    assert published.select("theme", "year", "value_pounds").rows() == [
        ("productivity", 2020, 190.0 * MILLION)
    ]
    other = tables["solutions"].filter(pl.col("status") != "published")
    assert set(other["status"]) == {"illustrative"}


def test_everything_after_2020_21_says_that_it_is_ours(results):
    later = results[False].filter(pl.col("year") > 2020)

    assert set(later["status"]) == {"illustrative"}


@pytest.mark.parametrize(
    ("row", "with_solutions"),
    [("gap if nothing changes", False), ("left after solutions", True)],
)
def test_the_story_tells_the_figures_that_the_tables_give(results, row, with_solutions):
    lines = STORY.read_text(encoding="utf-8").splitlines()
    (told,) = (line for line in lines if line.startswith(f"| {row} |"))
    millions = [cell.strip() for cell in told.strip("|").split("|")[1:]]
    gap = _values(results[with_solutions], "gap_pounds")

    assert millions == [
        f"{gap[year] / MILLION:,.0f}".replace("-", "−")
        for year in (2016, 2017, 2018, 2019, 2020, 2025, 2030)
    ]
