"""The programme of Kent and Medway, whole and without invented scores."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from placeplan.programme import TABLES, read_programme

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"


@pytest.fixture(scope="module")
def tables():
    return read_programme(EXAMPLE).tables


# Counts of the papers: the initiation document of June 2019, sections 1 to 7.
@pytest.mark.parametrize(
    ("table", "count"),
    [
        *(("programmes", 3), ("objectives", 11), ("milestones", 17), ("dates", 14)),
        *(("risks", 15), ("assumptions", 8), ("resources", 8), ("benefits", 7)),
        *(("impact_domains", 6), ("deliverables", 40), ("mitigations", 19)),
    ],
)
def test_everything_that_the_papers_list_is_there(tables, table, count):
    assert tables[table].height == count


def test_there_are_ten_workstreams_and_eight_core_projects(tables):
    kinds = tables["projects"]["kind"].value_counts().rows()

    assert sorted(kinds) == [("core", 8), ("workstream", 10)]


def test_no_risk_has_a_score(tables):
    scores = {"impact", "likelihood", "score", "grade"}

    assert scores & set(tables["risks"].columns) == set()


def test_what_no_paper_says_stays_empty(tables):
    assert tables["projects"]["tolerance_days"].null_count() == 18
    assert tables["milestones"]["finished_on"].null_count() == 17
    assert tables["milestones"]["forecast_ends_on"].null_count() == 17
    assert tables["resources"]["wte"].null_count() == 2
    assert tables["resources"]["wte"].sum() == pytest.approx(6.1)
    targets = tables["benefits"].filter(pl.col("target").is_not_null())
    assert targets.select("id", "target", "unit").rows() == [("BEN-05", 20, "percent")]
    lead = tables["projects"].filter(pl.col("id") == "WS-CONTRACTS")
    assert lead["lead"].to_list() == [None]  # printed: to be confirmed


def test_a_date_printed_as_two_months_is_both(tables):
    row = tables["milestones"].filter(pl.col("id") == "MS-13").row(0, named=True)

    assert row["printed"] == "September / October 2019"
    assert (row["starts_on"], row["ends_on"]) == (date(2019, 9, 1), date(2019, 10, 31))


def test_a_season_has_no_days(tables):
    without = tables["dates"].filter(pl.col("starts_on").is_null())

    assert without.select("id", "printed").rows() == [("DT-14", "2017 summer/autumn")]


def test_one_milestone_belongs_to_the_programme_as_a_whole(tables):
    projects = set(tables["milestone_projects"]["milestone"])

    assert set(tables["milestones"]["id"]) - projects == {"MS-10"}


def test_the_risk_of_changed_assumptions_hangs_on_all_eight(tables):
    links = tables["assumption_risks"].filter(pl.col("risk") == "RSK-15")

    assert links["assumption"].to_list() == [f"ASM-0{n}" for n in range(1, 9)]


@pytest.mark.parametrize("name", [contract.name for contract in TABLES])
def test_what_is_ours_says_so(tables, name):
    ours = tables[name].filter(pl.col("source") == "programme-links-assumed")

    assert set(ours["status"]) <= {"illustrative"}
    if name in ("project_solutions", "risk_projects"):
        assert ours.height == tables[name].height
