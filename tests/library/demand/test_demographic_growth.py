"""Births follow mothers; everything else follows people."""

import polars as pl
import pytest

from factories.demand_factory import make_people, make_table
from placeplan.demand.demographic_growth import PeopleSums, grow_cohorts

PEOPLE = make_people(
    {
        (2016, "dover", "female", 20): 100,
        (2020, "dover", "female", 20): 50,
        (2016, "dover", "female", 30): 200,
        (2020, "dover", "female", 30): 260,
        (2016, "dover", "female", 46): 500,
        (2020, "dover", "female", 46): 600,
        (2016, "dover", "male", 0): 10,
        (2020, "dover", "male", 0): 30,
    }
)
FERTILITY = make_table(
    "fertility",
    [(2015, 20, 0.04), (2015, 30, 0.10), (2020, 20, 0.08), (2020, 30, 0.10)],
)


def _grow(sex, band, *, births=True, fertility=FERTILITY, place="dover"):
    cohorts = pl.DataFrame(
        [(place, sex, band, births)],
        schema=["place", "sex", "age_band", "follows_births"],
        orient="row",
    )
    people = PeopleSums.from_frames(PEOPLE, fertility)
    return float(grow_cohorts(cohorts, people, base_year=2016, years=[2020])[0, 0])


def test_births_follow_women_of_the_mother_s_age_times_births_a_woman():
    # Women of 20 halved and their births a woman doubled since 2015, the last before.
    assert _grow("female", "20-24") == 1.0
    assert _grow("female", "30-34") == 1.3


def test_a_band_without_mothers_follows_all_births():
    # 100 x 0.04 + 200 x 0.1 = 24 births became 50 x 0.08 + 260 x 0.1 = 30.
    assert _grow("female", "45-49") == pytest.approx(30 / 24)
    assert _grow("male", "0-4") == pytest.approx(30 / 24)
    assert _grow("persons", "0+") == pytest.approx(30 / 24)


def test_without_fertility_every_woman_from_15_to_44_counts_alike():
    assert _grow("female", "0+", fertility=None) == pytest.approx(310 / 300)
    empty = FERTILITY.clear()
    assert _grow("female", "15-49", fertility=empty) == pytest.approx(310 / 300)


def test_a_year_before_any_fertility_takes_the_first():
    later = FERTILITY.filter(pl.col("year") == 2020)
    assert _grow("female", "20-24", fertility=later) == 0.5


def test_other_care_follows_people_of_the_sex_and_band():
    assert _grow("female", "30-34", births=False) == 1.3
    assert _grow("male", "0-4", births=False) == 3.0
    assert _grow("persons", "0+", births=False) == pytest.approx(940 / 810)


def test_people_from_elsewhere_bear_children_as_all_the_plan_s_women_do():
    assert _grow("female", "30-34", place=None) == 1.3
