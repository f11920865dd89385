"""Activity of a tiny system in every year, checked by hand."""

import polars as pl
import pytest

from factories.demand_factory import make_people, make_tables
from placeplan.demand import project_activity
from placeplan.errors import InputError, PeriodError

# Two districts, each with its own growth, and each cell with a number of its own, so
# that a factor that reached a wrong cell would show.
PEOPLE = make_people(
    {
        (2016, "dover", "female", 30): 100,
        (2017, "dover", "female", 30): 109,
        (2016, "dover", "male", 70): 200,
        (2017, "dover", "male", 70): 240,
        (2016, "swale", "male", 70): 400,
        (2017, "swale", "male", 70): 404,
    },
    status={(2017, "swale"): "calibrated"},
)
BASE = [
    ("day_case", "dover", "ekhuft", "qeqm", "female", "30-34", 1_000, 0),
    ("emergency_spell", "dover", "ekhuft", "qeqm", "male", "70-74", 50, 300),
    ("emergency_spell", "swale", "mft", "medway-maritime", "male", "70-74", 70, 490),
]
GROWTH = [
    ("day_case", 2017, 2017, 0.02, 0.0, 0.03, "paper", "illustrative"),
    ("emergency_spell", 2018, 2020, 0.5, 0.4, 0.6),
]


def _project(years=(2016, 2017), base=BASE, growth=GROWTH, people=PEOPLE, **asked):
    tables = make_tables(activity_base=base, growth=growth)
    return project_activity(tables, people, base_year=2016, years=years, **asked)


def _values(frame, year):
    rows = frame.filter(pl.col("year") == year)
    return {
        (place, pod, measure): round(value, 9)
        for place, pod, measure, value in rows.select(
            "place", "pod", "measure", "value"
        ).iter_rows()
    }


def test_the_base_year_is_the_table_to_the_last_digit():
    assert _values(_project(), 2016) == {
        ("dover", "day_case", "activity"): 1_000,
        ("dover", "emergency_spell", "activity"): 50,
        ("dover", "emergency_spell", "bed_days"): 300,
        ("swale", "emergency_spell", "activity"): 70,
        ("swale", "emergency_spell", "bed_days"): 490,
    }


def test_people_and_use_multiply_as_in_the_national_model():
    # 1.09 x 1.02 = 1.1118; the other cells grow by 1.2 and 1.01, and by no use.
    assert _values(_project(), 2017) == {
        ("dover", "day_case", "activity"): 1_111.8,
        ("dover", "emergency_spell", "activity"): 60,
        ("dover", "emergency_spell", "bed_days"): 360,
        ("swale", "emergency_spell", "activity"): 70.7,
        ("swale", "emergency_spell", "bed_days"): 494.9,
    }


def test_growth_by_people_alone_leaves_use_out():
    values = _values(_project(non_demographic=False), 2017)
    assert values["dover", "day_case", "activity"] == 1_090


def test_a_number_is_as_weak_as_what_went_into_it():
    frame = _project()
    words = {
        (year, place, pod): status
        for year, place, pod, status in frame.select(
            "year", "place", "pod", "status"
        ).iter_rows()
    }
    assert words == {
        (2016, "dover", "day_case"): "published",
        (2016, "dover", "emergency_spell"): "published",
        (2016, "swale", "emergency_spell"): "published",
        (2017, "dover", "day_case"): "illustrative",
        (2017, "dover", "emergency_spell"): "published",
        (2017, "swale", "emergency_spell"): "calibrated",
    }


def test_columns_units_and_order_are_as_agreed():
    frame = _project(years=[2016])
    assert frame.columns == [
        *("year", "place", "provider", "site", "pod"),
        *("measure", "unit", "value", "status"),
    ]
    assert frame.select("pod", "measure", "unit").rows() == [
        ("day_case", "activity", "day cases"),
        ("emergency_spell", "activity", "spells"),
        ("emergency_spell", "bed_days", "days"),
        ("emergency_spell", "activity", "spells"),
        ("emergency_spell", "bed_days", "days"),
    ]


def test_people_from_elsewhere_grow_as_all_the_plan_s_people_do():
    base = [("day_case", None, "ekhuft", "qeqm", "male", "70-74", 1_000, 0)]
    frame = _project(years=[2017], base=base, growth=[])
    # 200 + 400 men of 70 became 240 + 404.
    assert frame.select("place", "value").rows() == [(None, pytest.approx(644 / 0.6))]


def test_a_row_of_both_sexes_and_all_ages_follows_everybody():
    base = [("day_case", "dover", "ekhuft", None, "persons", "0+", 300, 0)]
    frame = _project(years=[2017], base=base, growth=[])
    assert frame.select("site", "value").rows() == [(None, pytest.approx(349))]


def test_a_pod_of_the_plan_s_own_has_its_own_unit_and_beds():
    tables = make_tables(
        activity_base=[
            ("virtual_ward", "dover", "ekhuft", None, "male", "70-74", 10, 60)
        ],
        pods=[("virtual_ward", "Virtual ward", "stays", True)],
    )
    frame = project_activity(tables, PEOPLE, base_year=2016, years=[2016])
    assert frame.select("measure", "unit", "value").rows() == [
        ("activity", "stays", 10),
        ("bed_days", "days", 60),
    ]


def test_no_years_give_no_rows():
    assert _project(years=[]).height == 0


def test_a_year_before_the_base_year_is_refused():
    with pytest.raises(PeriodError) as refused:
        _project(years=[2015])
    assert str(refused.value) == (
        "Activity can be given from its base year, 2016, onward; 2015 was asked for. "
        "Ask for 2016 or later."
    )


def test_every_fault_of_the_people_is_told_at_once():
    base = [*BASE, ("day_case", "dovr", "ekhuft", None, "male", "70-74", 1, 0)]
    with pytest.raises(InputError) as refused:
        _project(years=[2017, 2019], base=base)
    years, place = refused.value.faults
    assert str(years) == (
        "activity/base.csv: expected people for 2019, found none. Project people to "
        "every year that activity is wanted for."
    )
    assert str(place) == (
        "activity/base.csv, place dovr: expected a place that has people, found dovr. "
        "Correct the place, add its people, or leave it empty for people from "
        "elsewhere."
    )


def test_activity_of_nobody_is_refused():
    base = [
        ("day_case", "dover", "ekhuft", None, "male", "30-34", 1, 0),
        ("day_case", None, "ekhuft", None, "female", "70-74", 1, 0),
    ]
    with pytest.raises(InputError) as refused:
        _project(base=base)
    assert [fault.where for fault in refused.value.faults] == [
        "place (empty), sex female, age_band 70-74",
        "place dover, sex male, age_band 30-34",
    ]


def test_tables_that_do_not_fit_are_refused():
    with pytest.raises(InputError) as refused:
        _project(base=[])
    assert refused.value.faults[0].expected == "at least one row"
