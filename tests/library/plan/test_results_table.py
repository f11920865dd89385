"""The results table is laid out one way, whatever order its rows came in."""

import polars as pl

from factories.results import list_rows, make_results, make_row
from placeplan.plan.results_table import arrange_table, list_axes, list_years
from placeplan.reference import STATUS


def test_columns_stand_in_the_agreed_order_and_empty_ones_are_left_out():
    assert make_results().table.columns == [
        "scenario",
        "year",
        "place",
        "provider",
        "site",
        "organisation",
        "age_band",
        "sex",
        "pod",
        "initiative",
        "measure",
        "unit",
        "value",
        "status",
    ]


def test_types_are_those_of_the_contract():
    schema = make_results().table.schema

    assert schema["year"] == pl.Int32
    assert schema["value"] == pl.Float64
    assert schema["status"] == STATUS
    assert schema["place"] == pl.String


def test_the_order_of_the_rows_that_came_in_does_not_matter():
    rows = list_rows()

    assert make_results(rows[::-1]).table.equals(make_results(rows).table)


def test_an_axis_that_a_measure_lacks_is_empty():
    table = make_results([make_row("births", 5, place="dover"), make_row("deaths", 3)])

    assert table.table.select("place", "measure").rows() == [
        ("dover", "births"),
        (None, "deaths"),
    ]


def test_noise_beyond_twelve_digits_is_dropped():
    frame = pl.DataFrame([make_row("births", 0.1 + 0.2)])

    assert arrange_table([frame])["value"].item() == 0.3


def test_pounds_keep_their_pence():
    frame = pl.DataFrame([make_row("cost_pounds", 3_512_345_678.91, unit="pounds")])

    assert arrange_table([frame])["value"].item() == 3_512_345_678.91


def test_axes_of_a_measure_are_those_that_its_rows_fill():
    table = make_results().table

    assert list_axes(table, "population") == (
        "scenario",
        "year",
        "place",
        "age_band",
        "sex",
    )
    assert list_axes(table, "deaths") == ()


def test_years_are_listed_once_each_in_order():
    assert list_years(make_results().table) == [2016, 2017, 2018]
