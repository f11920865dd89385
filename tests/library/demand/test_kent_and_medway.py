"""The example's base year ties to what was published."""

from pathlib import Path

import polars as pl
import pytest

from placeplan.demand import TABLES, check_demand, project_activity
from placeplan.population import TABLES as PEOPLE_TABLES
from placeplan.population import project_population
from placeplan.tables import read_table

FOLDER = Path(__file__).parents[3] / "examples/kent-medway"
HOSPITAL = ("emergency_spell", "elective_spell", "day_case", "maternity_spell")

# NHS England, A&E attendances 2016/17, and NHS Digital, admitted patient care 2016/17.
TYPE_1 = {"ekhuft": 150_009, "mtw": 142_088, "mft": 114_777, "dgt": 102_166}
TYPE_3 = {"ekhuft": 60_296, "mtw": 22_931, "dgt": 12_951, "kchft": 104_238}
ADMISSIONS = {"ekhuft": 180_370, "mtw": 109_990, "mft": 77_250, "dgt": 83_785}


@pytest.fixture(scope="module")
def tables():
    read = {
        contract.name: read_table(contract.path, contract, folder=FOLDER)
        for contract in (*PEOPLE_TABLES, *TABLES)
    }
    assert [fault for _, faults in read.values() for fault in faults] == []
    return {name: frame for name, (frame, _) in read.items()}


def _sum(tables, pods, by):
    rows = tables["activity_base"].filter(pl.col("pod").is_in(list(pods)))
    return dict(rows.group_by(by).agg(pl.col("activity").sum()).iter_rows())


def test_nothing_contradicts_itself(tables):
    assert check_demand(tables) == []


def test_attendances_of_each_trust_are_as_published(tables):
    found = _sum(tables, ["ae_type_1"], "provider")
    assert {trust: found[trust] for trust in TYPE_1} == TYPE_1
    found = _sum(tables, ["ae_type_3"], "provider")
    assert {trust: found[trust] for trust in TYPE_3} == TYPE_3


def test_admissions_of_each_trust_are_as_published_with_babies_born_in_hospital(
    tables,
):
    spells = _sum(tables, HOSPITAL, "provider")
    births = _sum(tables, ["birth"], "provider")
    for trust, published in ADMISSIONS.items():
        in_hospital = (published - spells[trust]) / births[trust]
        # 19,942 of the residents' 20,366 births of 2018/19 were hospital admissions.
        assert in_hospital == pytest.approx(19_942 / 20_366, abs=0.001)


def test_bed_days_are_those_of_the_beds_that_were_occupied(tables):
    rows = tables["activity_base"].filter(pl.col("pod").is_in(HOSPITAL))
    found = dict(rows.group_by("provider").agg(pl.col("bed_days").sum()).iter_rows())
    # KH03, April to June 2016: beds open and share occupied.
    for trust, beds, share in (
        ("ekhuft", 1_041, 0.92),
        ("mtw", 790, 0.94),
        ("mft", 541, 0.91),
        ("dgt", 538, 0.97),
    ):
        assert found[trust] == pytest.approx(beds * share * 365, abs=1)


def test_every_pod_is_there_for_every_district(tables):
    rows = tables["activity_base"].drop_nulls("place")
    assert rows["place"].n_unique() == 13
    assert rows["pod"].n_unique() == 24


def test_units_are_whole_and_no_row_is_empty(tables):
    rows = tables["activity_base"]
    assert rows.filter(pl.col("activity") < 1).height == 0
    assert (rows["activity"] == rows["activity"].round()).all()


def test_more_and_older_people_need_more_than_their_number_alone_says(tables):
    people = project_population(tables, first_year=2011, last_year=2030)
    activity = project_activity(
        tables,
        people,
        base_year=2016,
        years=range(2016, 2031),
        non_demographic=False,
    )
    then, now = (
        activity.filter(pl.col("year") == year, pl.col("pod") == "emergency_spell")
        .group_by("measure")
        .agg(pl.col("value").sum())
        .sort("measure")["value"]
        for year in (2016, 2030)
    )
    growth = (now / then - 1).to_list()
    counted = [
        people.filter(pl.col("year") == year)["value"].sum() for year in (2016, 2030)
    ]
    spells, nights = growth
    assert counted[1] / counted[0] - 1 < spells < nights
