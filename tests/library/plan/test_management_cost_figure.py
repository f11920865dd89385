"""The figure of management costs says who has met the target and what is left."""

from datetime import date

from factories.appraisal_factory import make_tables
from placeplan.money.appraisal import find_cost_target, list_cost_standings
from placeplan.plan.management_cost_figure import draw_management_costs

TARGET = find_cost_target(date(2019, 6, 24))


def draw(*rows, names=None):
    millions = [(body, year, cost * 1_000_000) for body, year, cost in rows]
    tables = make_tables(management_costs=millions)
    return draw_management_costs(
        list_cost_standings(tables, TARGET), TARGET, names or {}
    )


def test_bodies_stand_by_what_they_have_cut():
    figure = draw(
        ("ccg-a", 2017, 10.0),
        ("ccg-a", 2019, 8.5),
        ("ccg-b", 2017, 4.0),
        ("ccg-b", 2020, 3.0),
        names={"ccg-a": "Group A"},
    )

    assert list(figure.table.iter_rows()) == [
        ("ccg-b", "2020/21", 4.0, 3.0, 25.0, 0.0, "yes", "illustrative"),
        ("Group A", "2019/20", 10.0, 8.5, 15.0, 0.5, "no", "illustrative"),
    ]
    assert figure.finding == (
        "1 of 2 bodies have cut management costs by 20 percent since 2017/18, as asked "
        "by 2020/21; £500,000 a year is still to be cut."
    )


def test_without_costs_there_is_no_figure():
    assert draw() is None
    assert draw(("ccg-a", 2017, 0.0), ("ccg-a", 2018, 0.0)) is None
