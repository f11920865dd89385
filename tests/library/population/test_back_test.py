"""A town counted twice, and what would have been said of it after the first count."""

import polars as pl
import pytest

from factories.people_factory import SEXES, count_people, make_table, still_tables
from placeplan.errors import QuestionError
from placeplan.population import BACK_TEST_BANDS, back_test, summarise_back_test
from placeplan.reference import AgeBand

TWO = [AgeBand(0, 64), AgeBand(65)]
PEOPLE = {("a", "female", 60): 400, ("a", "male", 70): 100, ("b", "male", 30): 200}
LATER = {("a", "female", 65): 380, ("a", "male", 75): 100, ("b", "male", 35): 250}


def components(before, after):
    """Give yearly net movers of `a` up to 2011 and after it; `b` has none."""
    return [
        (year, place, 0.0, 0.0, net if place == "a" else 0.0)
        for year in range(2002, 2017)
        for place in "ab"
        for net in [before if year <= 2011 else after]
    ]


def town(**changed):
    rows = {
        "components": components(0.0, 0.0),
        "people_counts": count_people(2016, ["a", "b"], LATER),
    }
    return still_tables(PEOPLE, **(rows | changed))


def line(frame, name, place="a"):
    return frame.filter(place=place)[name].to_list()


def test_each_place_and_age_has_its_count_beside_three_lines():
    frame = back_test(town(), bands=TWO)
    assert frame.columns == [
        "year",
        "place",
        "age_band",
        "counted",
        "projected",
        "with_components",
        "naive",
        "projected_error_percent",
        "with_components_error_percent",
        "naive_error_percent",
        "status",
    ]
    assert line(frame, "counted") == [0, 480]
    assert line(frame, "projected") == [0, 500]  # everybody grows past 64
    assert line(frame, "naive") == [400, 100]  # the trend lets nobody grow older
    assert line(frame, "projected_error_percent") == [
        None,
        pytest.approx(100 * 20 / 480),
    ]
    assert line(frame, "naive_error_percent", "b") == [pytest.approx(-20), None]


def test_movers_of_the_years_before_are_what_is_carried_on():
    frame = back_test(town(components=components(12.0, -7.0)), bands=TWO)
    assert sum(line(frame, "projected")) == pytest.approx(500 + 5 * 12)
    assert sum(line(frame, "with_components")) == pytest.approx(500 - 5 * 7)
    assert sum(line(frame, "naive")) == pytest.approx(500 + 5 * 12)


def test_nothing_that_came_later_reaches_the_projection():
    plain = back_test(town(), bands=TWO)
    told = back_test(
        town(
            components=components(0.0, 999.0),
            people_totals=[(2013, "a", 9000.0)],
            migration=[(2012, place, 5000.0) for place in "ab"],
            dwellings=[(2012, "a", 100.0, 2.0)],
            migration_schedule=[
                (sex, age, 0.5 if age == 1 else 0.0)
                for sex in SEXES
                for age in range(91)
            ],
            mortality=[
                (year, sex, age, 0.0 if year == 2011 else 0.9)
                for year in (2011, 2013)
                for sex in SEXES
                for age in range(-1, 91)
            ],
        ),
        bands=TWO,
    )
    assert line(plain, "projected") == line(told, "projected")
    assert line(plain, "naive") == line(told, "naive")


def test_the_bands_of_the_page_hold_every_age():
    frame = back_test(town())
    assert frame["age_band"].unique(maintain_order=True).to_list() == [
        str(band) for band in BACK_TEST_BANDS
    ]
    assert frame["counted"].sum() == 730


def test_the_summary_adds_places_and_takes_the_typical_size_of_error():
    # Under 65: counted 0 and 250, naive 400 and 200. From 65: 480 and 0, 100 and 0.
    summary = summarise_back_test(back_test(town(), bands=TWO))
    columns = ("counted", "naive", "naive_error_percent", "naive_mean_error_percent")
    assert summary["age_band"].to_list() == ["0-64", "65+", "all"]
    young, old, every = summary.select(columns).rows()
    assert young == pytest.approx((250, 600, 140, 20))  # only b has people to miss
    assert old == pytest.approx((480, 100, -79.1667, 79.1667), abs=1e-3)
    assert every == pytest.approx((730, 700, 100 * -30 / 730, 49.5833), abs=1e-3)
    assert summary.columns[-1] == "status"


def test_a_band_that_nobody_was_counted_in_has_no_error():
    later = count_people(2016, ["a", "b"], {("a", "female", 65): 380})
    summary = summarise_back_test(back_test(town(people_counts=later), bands=TWO))
    young = summary.row(0, named=True)
    assert young["naive_error_percent"] is None
    assert young["naive_mean_error_percent"] is None


def test_a_second_count_is_needed():
    tables = town()
    tables["people_counts"] = make_table("people_counts", [])
    with pytest.raises(QuestionError, match="needs a later count"):
        back_test(tables)


def test_components_before_and_after_the_first_count_are_needed():
    tables = town()
    tables["components"] = tables["components"].filter(
        ~pl.col("year").is_in([2011, 2014])
    )
    with pytest.raises(QuestionError, match="nothing for 2011, 2014"):
        back_test(tables)


def test_an_empty_place_stays_empty():
    later = count_people(2016, ["a", "b"], {})
    tables = town(people_counts=later)
    empty = tables["people_base"].with_columns(value=pl.lit(0.0))
    frame = back_test(tables | {"people_base": empty}, bands=TWO)
    assert frame["naive"].sum() == 0
