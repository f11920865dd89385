"""Beds by hand."""

import pytest

from factories.demand_factory import make_activity, make_tables
from placeplan.capacity import compare_beds, need_beds

STAYS = make_activity(
    [
        (2016, "dover", "ekhuft", "qeqm", "emergency_spell", "bed_days", 33_580.0),
        (2016, "swale", "ekhuft", "qeqm", "emergency_spell", "bed_days", 3_358.0),
        (2016, "dover", "ekhuft", "qeqm", "elective_spell", "bed_days", 3_650.0),
        (2016, "dover", "ekhuft", "qeqm", "emergency_spell", "activity", 9_999.0),
        (2016, "dover", "london", None, "emergency_spell", "bed_days", 777.0),
        (2017, "dover", "ekhuft", "qeqm", "emergency_spell", "bed_days", 62_050.0),
    ]
)
STANDARDS = [
    ("emergency_spell", 2016, 0.92, 365),
    ("emergency_spell", 2017, 0.85, 365),
    ("elective_spell", 2016, 0.80, 250, "ours", "illustrative"),
]
BEDS = [(2016, "ekhuft", "qeqm", 130), (2016, "ekhuft", "harvey", 7)]


def _compare(years, beds=BEDS):
    tables = make_tables(beds=beds, bed_standards=STANDARDS)
    frame = compare_beds(tables, STAYS, years)
    return {
        (year, site, measure): (round(value, 6), status)
        for year, site, measure, value, status in frame.select(
            "year", "site", "measure", "value", "status"
        ).iter_rows()
    }


def test_a_stay_of_three_nights_is_three_bed_days_not_four():
    # 1,000 stays of three nights, open all year, 75 % full.
    assert need_beds(3_000.0, 365.0, 0.75) == pytest.approx(10.96, abs=0.01)


def test_each_pod_is_judged_by_its_own_standard():
    # 36,938 / (365 x 0.92) = 110; 3,650 / (250 x 0.8) = 18.25.
    found = _compare([2016])
    assert found[2016, "qeqm", "beds_needed"] == (128.25, "illustrative")
    assert found[2016, "qeqm", "beds_available"] == (130, "published")
    assert found[2016, "qeqm", "beds_headroom"] == (1.75, "illustrative")


def test_a_later_standard_takes_over_and_beds_are_carried_on_as_derived():
    found = _compare([2017])
    assert found[2017, "qeqm", "beds_needed"] == (200, "derived")
    assert found[2017, "qeqm", "beds_available"] == (130, "derived")
    assert found[2017, "qeqm", "beds_headroom"] == (-70, "derived")


def test_a_site_that_nobody_stays_at_needs_none():
    found = _compare([2016])
    assert found[2016, "harvey", "beds_needed"] == (0, "published")
    assert found[2016, "harvey", "beds_headroom"] == (7, "published")


def test_what_the_plan_states_no_beds_of_is_not_compared():
    assert {site for _, site, _ in _compare([2016])} == {"qeqm", "harvey"}


def test_no_year_before_the_first_that_is_stated_is_compared():
    assert _compare([2016], beds=[(2017, "ekhuft", "qeqm", 130)]) == {}
