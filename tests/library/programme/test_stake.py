"""Pounds that hang on projects and on risks, by year."""

from pathlib import Path

import polars as pl
import pytest

from placeplan.money.inputs import SOLUTIONS
from placeplan.programme import (
    Progress,
    ProjectSlip,
    find_risk_shares,
    find_stakes,
    get_delivery_rule_set,
    read_programme,
)
from placeplan.tables import STATUS, read_folder

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"
RULES = get_delivery_rule_set()


def make_frame(rows, **kinds):
    return pl.DataFrame(rows, schema_overrides={"status": STATUS, **kinds})


def make_tables():
    def solution(name, year, value, status="published", *, recurrent=True):
        keys = {"solution": name, "theme": "enablers", "year": year}
        return {
            **keys,
            "value_pounds": value,
            "recurrent": recurrent,
            "source": "s",
            "status": status,
        }

    def link(status="published", **cells):
        return {**cells, "source": "s", "status": status}

    return {
        "solutions": make_frame(
            [
                solution("beds", 2019, 100.0),
                solution("beds", 2020, 300.0, "derived"),
                solution("beds", 2020, 40.0, recurrent=False),
                solution("land", 2019, 8.0),
            ]
        ),
        "project_solutions": make_frame(
            [
                link(project="A", solution="beds", share=0.25),
                link(project="B", solution="beds", share=0.5, status="illustrative"),
                link(project="B", solution="land", share=1.0),
            ]
        ),
        "risk_projects": make_frame(
            [
                link(risk="R1", project="A"),
                link(risk="R1", project="B"),
                link(risk="R2", project="A"),
                link(risk="R3", project="C"),
            ]
        ),
    }


def test_a_slip_is_followed_to_pounds_by_year():
    # A on track: nothing at stake. B late by a year: half of 100 and 340, at 0.6;
    # land moves into 2020, of which only another solution says something.
    slips = {
        "A": ProjectSlip(Progress.ON_TRACK, 0),
        "B": ProjectSlip(Progress.LATE, 365),
    }

    found = find_stakes(make_tables(), slips, RULES)

    assert found.drop("status").rows() == [
        (2019, "A", "beds", 25.0, 25.0, 0.0),
        (2019, "B", "beds", 50.0, 0.0, 50.0),
        (2019, "B", "land", 8.0, 0.0, 8.0),
        (2020, "A", "beds", 85.0, 85.0, 0.0),
        (2020, "B", "beds", 170.0, 30.0, 140.0),
        (2020, "B", "land", 0.0, 4.8, -4.8),
    ]
    assert set(found["status"]) == {"illustrative"}  # the probabilities are


def test_a_project_of_which_nothing_is_known_is_left_out():
    assert find_stakes(make_tables(), {}, RULES).height == 0


def test_a_solution_that_the_plan_lacks_closes_nothing():
    tables = make_tables()
    tables["solutions"] = tables["solutions"].clear()

    found = find_stakes(tables, {"A": ProjectSlip(Progress.LATE, 9)}, RULES)

    assert found.height == 0
    assert find_risk_shares(tables, {2019: -1.0}).height == 0


def test_the_share_of_the_gap_that_hangs_on_a_risk():
    # R1 holds up A and B: 0.75 of beds and all of land; R2 holds up A; R3 nothing.
    found = find_risk_shares(make_tables(), {2019: -332.0, 2020: 15.0})

    assert found.drop("status").rows() == [
        (2019, "R1", 83.0, -332.0, 0.25),
        (2019, "R2", 25.0, -332.0, 25 / 332),
        (2020, "R1", 255.0, 15.0, None),  # no money is short
        (2020, "R2", 85.0, 15.0, None),
    ]
    assert dict(found.select("risk", "status").rows()) == {
        "R1": "illustrative",
        "R2": "derived",
    }


def test_a_year_without_a_gap_is_left_out():
    assert find_risk_shares(make_tables(), {}).height == 0


@pytest.fixture(scope="module")
def example():
    tables = dict(read_programme(EXAMPLE).tables)
    tables["solutions"] = read_folder(EXAMPLE, [SOLUTIONS]).frames["solutions"]
    return tables


def test_the_single_commissioner_a_quarter_late_in_kent_and_medway(example):
    # £16.8 million in 2019/20 and £24 million a year from 2020/21 hang on it whole;
    # three months late (91 of 365 days), and 60 % likely.
    slip = {"PRJ-SC": ProjectSlip(Progress.LATE, 91)}

    found = find_stakes(example, slip, RULES).filter(pl.col("year").is_in([2020, 2021]))

    moved = 24e6 * (1 - 91 / 365) + 16.8e6 * 91 / 365
    assert found["initiative"].unique().to_list() == ["commissioning-transformation"]
    assert found["proposed_pounds"].to_list() == [round(0.6 * moved, 2), 14.4e6]


def test_no_more_than_all_of_a_solution_hangs_on_projects(example):
    slips = {
        name: ProjectSlip(Progress.BLOCKED, 0) for name in example["projects"]["id"]
    }

    found = find_stakes(example, slips, RULES)

    hanging = found.group_by("initiative", "year").agg(pl.col("planned_pounds").sum())
    planned = example["solutions"].select("solution", "year", "value_pounds")
    joined = hanging.join(
        planned, left_on=["initiative", "year"], right_on=["solution", "year"]
    )
    over = joined.filter(pl.col("planned_pounds") > pl.col("value_pounds") + 0.01)
    assert over.height == 0
