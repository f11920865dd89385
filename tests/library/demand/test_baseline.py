"""Cells of the base year in one order."""

from factories.demand_factory import make_tables
from placeplan.demand import Baseline

ROWS = [
    ("day_case", "swale", "mft", None, "male", "70-74", 3, 0),
    ("day_case", None, "mft", None, "male", "70-74", 5, 0),
    ("birth", "swale", "mft", None, "female", "30-34", 7, 0, "paper", "derived"),
    ("day_case", "swale", "mft", None, "female", "70-74", 11, 0, "paper", "calibrated"),
]


def test_the_order_of_rows_does_not_show():
    one, other = (
        Baseline.from_tables(make_tables(activity_base=rows))
        for rows in (ROWS, ROWS[::-1])
    )
    assert one.lines.equals(other.lines)
    assert one.cohorts.equals(other.cohorts)
    assert one.activity.tolist() == other.activity.tolist() == [5, 7, 11, 3]


def test_cells_of_a_line_add_up_with_the_weakest_status():
    base = Baseline.from_tables(make_tables(activity_base=ROWS))
    assert base.lines.rows() == [
        (None, "mft", None, "day_case"),
        ("swale", "mft", None, "birth"),
        ("swale", "mft", None, "day_case"),
    ]
    assert base.sum_lines(base.activity).tolist() == [5, 7, 14]
    assert base.weakest_of_lines().tolist() == [0, 1, 2]


def test_births_are_cohorts_of_their_own():
    base = Baseline.from_tables(make_tables(activity_base=ROWS))
    assert base.cohorts.filter("follows_births").rows() == [
        ("swale", "female", "30-34", True)
    ]


def test_no_rows_make_no_lines():
    base = Baseline.from_tables({})
    assert base.lines.height == 0
    assert base.sum_lines(base.activity).size == 0
    assert base.weakest_of_lines().size == 0
