"""The example's pooled budgets and metrics, held against what was published."""

from pathlib import Path

import polars as pl
import pytest

from placeplan.money import TABLES
from placeplan.money.better_care import (
    TOGETHER,
    check_better_care,
    compare_metrics,
    list_metrics,
    list_partners,
    sum_pools,
)
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"


@pytest.fixture(scope="module")
def tables():
    files = read_folder(EXAMPLE, TABLES)
    assert [each for each in files.faults if "better_care" in each.file] == []
    return files.frames


def test_nothing_in_them_is_at_fault(tables):
    assert check_better_care(tables) == []


def test_kent_pooled_what_its_council_published(tables):
    kent = sum_pools(tables).row(0, named=True)

    assert (kent["year"], kent["pool"], kent["paid_in_pence"]) == (
        2015,
        "kcc",
        10_140_000_000,
    )


def test_capital_alone_was_published_by_partner(tables):
    partners = list_partners(tables).filter(pl.col("year") == 2015)

    published = partners.filter(pl.col("status") == "published")

    assert published.select("partner", "paid_in_pence").rows() == [
        ("kcc", 1_060_000_000)
    ]


def test_delays_of_a_year_are_near_those_of_the_dashboard(tables):
    """Published: 5,038 days per 100,000; mid-year people and ours differ a little."""
    compared = compare_metrics(tables).filter(
        pl.col("metric") == "delayed_transfers", pl.col("pool") == TOGETHER
    )

    assert compared.height == 4
    assert compared["actual"].sum() == pytest.approx(5038, rel=0.025)


def test_two_of_four_metrics_have_figures(tables):
    asked = {metric.metric for metric in list_metrics(2016)}
    told = set(compare_metrics(tables)["metric"])

    assert asked - told == {"care_home_admissions", "at_home_after_91_days"}
