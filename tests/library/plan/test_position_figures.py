"""Pictures of a position: members against their plan, and the surplus by month."""

from datetime import date

import polars as pl

from placeplan.plan.position_figure import draw_differences, draw_surplus_by_month
from placeplan.tables import STATUS


def make_members(*rows):
    schema = {
        "organisation": pl.String,
        "plan_to_date_pence": pl.Int64,
        "actual_to_date_pence": pl.Int64,
        "status": STATUS,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def make_months(*rows):
    schema = {
        "month": pl.Date,
        "side": pl.String,
        "plan_pence": pl.Int64,
        "actual_pence": pl.Int64,
        "status": STATUS,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


EAST = ("east", -10_000, -4_000, "published")
WEST = ("west", -20_000, -50_000, "illustrative")
SOUTH = ("south", 5_000, 4_900, "derived")
APRIL, MAY, JUNE = (date(2016, month, 1) for month in (4, 5, 6))
NAMES = {"east": "East Trust", "west": "West Trust", "south": "South Trust"}


def draw(*members):
    return draw_differences(make_members(*members), month="May 2016", names=NAMES)


def test_members_are_drawn_from_the_worst_to_the_best():
    figure = draw(EAST, WEST, SOUTH)

    assert figure.table.rows() == [
        ("West Trust", -200.0, -500.0, -300.0),
        ("South Trust", 50.0, 49.0, -1.0),
        ("East Trust", -100.0, -40.0, 60.0),
    ]
    assert figure.title == "Surplus to May 2016 against the plan"
    assert figure.status == "illustrative"


def test_finding_names_whoever_is_furthest_below_the_plan():
    assert draw(EAST, WEST, SOUTH).finding == (
        "2 of 3 are worse than they planned to be, West Trust most (£300)."
    )
    assert draw(WEST).finding == "West Trust is £300 worse than it planned to be."
    assert draw(EAST).finding == "None of 1 is worse than it planned to be."


def test_nothing_is_drawn_of_nobody():
    assert draw() is None
    assert draw_surplus_by_month(make_months(), through=MAY, whose="East Trust") is None


def test_surplus_is_drawn_by_month_as_far_as_it_is_booked():
    figure = draw_surplus_by_month(
        make_months(
            (MAY, "surplus", -2_000, -2_100, "derived"),
            (APRIL, "surplus", -1_000, -900, "published"),
            (JUNE, "surplus", -3_000, -7, "derived"),
            (APRIL, "income", 50, 60, "illustrative"),
        ),
        through=MAY,
        whose="East Trust",
    )

    assert figure.table.rows() == [
        ("April 2016", -10.0, -9.0),
        ("May 2016", -20.0, -21.0),
        ("June 2016", -30.0, None),
    ]
    points = figure.specification["datasets"].values()
    booked = [row for rows in points for row in rows if row["basis"] == "Booked"]
    assert [row["month"] for row in booked] == ["Apr 2016", "May 2016"]
    assert figure.finding == "East Trust did worse than planned in 1 of 2 months."
    assert figure.status == "derived"


def say(*surpluses):
    months = [
        (date(2016, month, 1), "surplus", plan, actual, "derived")
        for month, (plan, actual) in enumerate(surpluses, 4)
    ]
    through = months[-1][0]
    drawn = draw_surplus_by_month(
        make_months(*months), through=through, whose="East Trust"
    )
    return drawn.finding


def test_finding_counts_the_months_below_the_plan():
    assert say((-1, 2), (-1, 0)) == (
        "East Trust has not done worse than planned in any month."
    )
    assert say((-1, -2)) == (
        "East Trust did worse than planned in the only month that is booked."
    )
    assert say((-1, -2), (3, 0)) == (
        "East Trust did worse than planned in each of 2 months."
    )


def test_finding_says_that_nothing_is_booked():
    months = make_months((APRIL, "surplus", -1, 0, "derived"))
    drawn = draw_surplus_by_month(months, through=None, whose="East Trust")
    assert drawn.finding == "East Trust has booked no month yet."
