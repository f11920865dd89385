"""Staff by hand: needed, and who is there."""

import pytest

from factories.demand_factory import make_activity, make_tables
from placeplan.capacity import compare_staff, need_staff, project_staff, step_staff

STAFF = [
    (2016, "mft", "consultant", 100),
    (2019, "mft", "consultant", 80),
    (2017, "mft", "nurse", 10, "paper", "calibrated"),
]
FLOWS = [
    ("consultant", 2016, 0.05, 0.15),
    ("consultant", 2018, 0.5, 0.25, "ours", "illustrative"),
]


def _path(years, flows=FLOWS):
    frame = project_staff(make_tables(staff=STAFF, staff_flows=flows), years)
    return {
        (group, year): (round(wte, 6), status)
        for year, _, group, wte, status in frame.iter_rows()
    }


def test_minutes_over_the_minutes_of_a_post():
    assert need_staff(15_120.0, 10.0, 75_600.0) == 2


def test_joiners_come_and_leavers_go_as_shares_of_those_there():
    assert step_staff(200, joiner_share=0.1, leaver_share=0.04) == pytest.approx(212)


def test_staff_change_from_the_last_stated_year_by_what_then_holds():
    assert _path([2016, 2017, 2018, 2019, 2020]) == {
        ("consultant", 2016): (100, "published"),
        ("consultant", 2017): (90, "published"),
        ("consultant", 2018): (112.5, "illustrative"),
        ("consultant", 2019): (80, "published"),
        ("consultant", 2020): (100, "illustrative"),
        ("nurse", 2017): (10, "calibrated"),
        ("nurse", 2018): (10, "calibrated"),
        ("nurse", 2019): (10, "calibrated"),
        ("nurse", 2020): (10, "calibrated"),
    }


def test_a_group_that_nobody_joins_or_leaves_stays_and_is_derived():
    assert _path([2018], flows=[])["consultant", 2018] == (100, "derived")


def test_a_year_before_the_first_stated_has_nobody():
    assert _path([2015]) == {}
    assert _path([]) == {}


def test_no_staff_stated_gives_no_rows():
    assert project_staff({}, [2016]).height == 0


def test_staff_are_compared_by_provider_and_group_over_all_their_work():
    activity = make_activity(
        [
            (2016, "dover", "mft", "medway", "day_case", "activity", 60.0),
            (2016, "dover", "mft", None, "birth", "activity", 10.0),
            (2016, "dover", "dgt", None, "birth", "activity", 99.0),
        ]
    )
    tables = make_tables(
        staff=[(2016, "mft", "consultant", 5), (2016, "mft", "midwife", 1)],
        staff_standards=[
            ("day_case", "consultant", 2016, 10, 100),
            ("birth", "consultant", 2016, 20, 100),
            ("birth", "midwife", 2016, 60, 300, "ours", "illustrative"),
        ],
    )
    frame = compare_staff(tables, activity, [2016])
    assert frame.select(
        "provider", "staff_group", "measure", "unit", "value", "status"
    ).rows() == [
        ("mft", "consultant", "staff_needed_wte", "wte", 8, "derived"),
        ("mft", "midwife", "staff_needed_wte", "wte", 2, "illustrative"),
        ("mft", "consultant", "staff_available_wte", "wte", 5, "published"),
        ("mft", "midwife", "staff_available_wte", "wte", 1, "published"),
        ("mft", "consultant", "staff_headroom_wte", "wte", -3, "derived"),
        ("mft", "midwife", "staff_headroom_wte", "wte", -1, "illustrative"),
    ]
