"""What hangs on several risks together, each pound once; and the figure of stakes."""

import polars as pl
import pytest

from placeplan.programme import find_main_risks, find_stakes, sum_joint_pounds
from placeplan.programme.delivery import ProjectSlip
from placeplan.programme.delivery_rule import get_delivery_rule_set
from placeplan.programme.progress import Progress
from placeplan.programme.stake_figure import draw_stakes
from placeplan.tables import STATUS

GAP = {2019: -100.0, 2020: -400.0}
TIES = {  # risk: the projects that it would hold up
    "R1": ("A", "B"),
    "R2": ("A",),
    "R3": ("C",),
    "R4": ("B", "C"),
    "R5": ("Z",),  # on which nothing hangs
}
LINKS = (("A", "beds", 0.5), ("B", "land", 1.0), ("C", "beds", 0.25))
POUNDS = (("beds", 2019, 40.0), ("beds", 2020, 200.0), ("land", 2020, 60.0))


def make_tables():
    def frame(rows, columns, status="published"):
        cells = [dict(zip(columns, row, strict=True), source="s") for row in rows]
        kept = [{**each, "status": status} for each in cells]
        return pl.DataFrame(kept, schema_overrides={"status": STATUS})

    ties = [(risk, project) for risk, projects in TIES.items() for project in projects]
    return {
        "risk_projects": frame(ties, ("risk", "project"), "illustrative"),
        "project_solutions": frame(LINKS, ("project", "solution", "share")),
        "solutions": frame(POUNDS, ("solution", "year", "value_pounds")),
    }


@pytest.mark.parametrize(
    ("risks", "year", "pounds"),
    [
        (["R1"], 2020, 160.0),  # half of 200, and all of 60
        (["R1", "R2"], 2020, 160.0),  # A counts once
        (["R1", "R4"], 2020, 210.0),  # B counts once
        (["R3"], 2019, 10.0),
        (["R5"], 2020, 0.0),
        ([], 2020, 0.0),
        (["R1"], 2031, 0.0),
    ],
)
def test_pound_that_hangs_on_several_risks_counts_once(risks, year, pounds):
    assert sum_joint_pounds(make_tables(), risks, year) == pounds


def test_risk_that_adds_nothing_new_is_not_named():
    found = find_main_risks(make_tables(), GAP, 2020)

    assert found is not None
    assert found.risks == ("R1", "R3")  # R4 would add as much as R3, and comes later
    assert found.pounds == 210.0
    assert found.status == "illustrative"


def test_no_more_risks_are_named_than_asked_for():
    found = find_main_risks(make_tables(), GAP, 2020, most=1)

    assert found is not None
    assert (found.risks, found.pounds) == (("R1",), 160.0)


def test_year_on_which_nothing_hangs_names_no_risk():
    assert find_main_risks(make_tables(), GAP, 2031) is None


def test_figure_says_what_is_at_stake_of_what_was_planned():
    slips = {"A": ProjectSlip(Progress.LATE, 365)}
    stakes = find_stakes(make_tables(), slips, get_delivery_rule_set())

    figure = draw_stakes(stakes, {"A": "Project A"})

    assert figure is not None
    late = get_delivery_rule_set().get_probability(Progress.LATE)
    left = round(20.0 * late, 2)  # half of the 40 of 2019 comes in 2020
    assert figure.finding == (
        f"£{120 - left:,.0f} of £120 is at stake from 2019/20 to 2020/21."
    )
    assert figure.status == "illustrative"
    assert figure.table.row(0)[:3] == ("2019/20", "beds", "Project A")
    assert figure.table["At stake, pounds"].sum() == pytest.approx(120 - left)


def test_nothing_that_hangs_draws_nothing():
    stakes = find_stakes(make_tables(), {}, get_delivery_rule_set())

    assert draw_stakes(stakes) is None
