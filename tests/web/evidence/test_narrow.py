"""Figures for a phone keep their numbers and make room for their words."""

import altair as alt
import polars as pl
import pytest

from placeplan_web.evidence.narrow import (
    MOST_LINES,
    ROOM_FOR_NAMES,
    ROOM_FOR_NUMBERS,
    WIDTH,
    narrow,
)

LONG = "East Kent Hospitals University NHS Foundation Trust"
WRAPPED = "East Kent Hospitals\nUniversity NHS\nFoundation Trust"


def draw_bars(names, **y):
    frame = pl.DataFrame({"name": names, "value": range(1, len(names) + 1)})
    encoded = {"y": alt.Y("name:N", **y), "x": alt.X("value:Q")}
    chart = alt.Chart(frame).mark_bar().encode(**encoded)
    return chart.properties(width=420, height=alt.Step(24)).to_dict()


def read_rows(spec):
    (rows,) = spec["datasets"].values()
    return rows


def test_long_names_stand_on_several_lines():
    spec = narrow(draw_bars([LONG, "Medway"]))

    assert read_rows(spec) == [
        {"name": WRAPPED, "value": 1},
        {"name": "Medway", "value": 2},
    ]
    assert spec["width"] == WIDTH - ROOM_FOR_NAMES
    assert spec["height"]["step"] >= 3 * 14


def test_order_that_is_given_by_name_is_kept():
    spec = narrow(draw_bars([LONG, "Medway"], sort=["Medway", LONG]))

    assert spec["encoding"]["y"]["sort"] == ["Medway", WRAPPED]


def test_short_names_stay_as_they_are():
    spec = narrow(draw_bars(["0-4", "5-9"]))

    assert [row["name"] for row in read_rows(spec)] == ["0-4", "5-9"]
    assert spec["width"] == WIDTH - ROOM_FOR_NUMBERS
    assert spec["height"] == {"step": 24}


def test_name_without_end_is_cut():
    spec = narrow(draw_bars(["word " * 100]))

    assert read_rows(spec)[0]["name"].count("\n") == MOST_LINES - 1


def test_name_of_spaces_alone_does_no_harm():
    spec = narrow(draw_bars([LONG, "   "]))

    assert read_rows(spec)[1]["name"] == "   "


def test_specification_that_was_given_is_not_changed():
    given = draw_bars([LONG])

    narrow(given)

    assert given == draw_bars([LONG])


def test_small_multiples_stand_below_each_other():
    frame = pl.DataFrame({"site": ["a", "b"], "year": [1, 2], "value": [3, 4]})
    chart = alt.Chart(frame).mark_line().encode(x="year:Q", y="value:Q")
    facets = chart.properties(width=170).facet("site:N", columns=3)

    spec = narrow(facets.to_dict())

    assert spec["columns"] == 1
    assert spec["spec"]["width"] == WIDTH - ROOM_FOR_NUMBERS


def test_two_columns_share_the_width():
    frame = pl.DataFrame({"sex": ["f", "m"], "age": ["0", "1"], "value": [3, 4]})
    encoded = {"x": "value:Q", "y": "age:N", "column": "sex:N"}
    chart = alt.Chart(frame).mark_bar().encode(**encoded).properties(width=240)

    assert narrow(chart.to_dict())["width"] == (WIDTH - ROOM_FOR_NUMBERS) // 2


def test_layers_and_charts_without_a_size_are_narrowed_too():
    frame = pl.DataFrame({"year": [1, 2], "value": [3, 4]})
    line = alt.Chart(frame).mark_line().encode(x="year:Q", y="value:Q")

    layered = narrow(alt.layer(line, line).to_dict())
    plain = narrow(line.to_dict())

    assert plain["width"] == WIDTH - ROOM_FOR_NUMBERS
    assert layered["width"] == WIDTH - ROOM_FOR_NUMBERS


@pytest.mark.parametrize("width", [{"step": 20}])
def test_width_that_follows_the_bars_stays(width):
    frame = pl.DataFrame({"year": ["1", "2"], "value": [3, 4]})
    chart = alt.Chart(frame).mark_bar().encode(x="year:N", y="value:Q")
    spec = chart.properties(width=alt.Step(20)).to_dict()

    assert narrow(spec)["width"] == width


def test_flows_without_an_axis_get_none():
    points = alt.Chart(pl.DataFrame({"x": [0.0, 1.0]})).mark_point()

    spec = narrow(points.encode(x=alt.X("x:Q", axis=None)).to_dict())

    assert spec["encoding"]["x"]["axis"] is None


def test_layers_are_as_wide_as_the_narrowest_of_them():
    frame = pl.DataFrame({"name": [LONG], "value": [1], "at": [2]})
    bars = alt.Chart(frame).mark_bar().encode(y="name:N", x="value:Q")
    words = alt.Chart(frame).mark_text().encode(y="at:Q", x="value:Q")
    spec = narrow(alt.layer(bars, words).properties(width=620).to_dict())

    assert spec["width"] == WIDTH - ROOM_FOR_NAMES
    assert [part.get("width") for part in spec["layer"]] == [None, None]


def test_layers_without_an_axis_at_the_side_fill_the_screen():
    frame = pl.DataFrame({"value": [1], "at": [2]})
    axes = {"x": "value:Q", "y": alt.Y("at:Q", axis=None)}
    points = alt.Chart(frame).mark_point().encode(**axes)
    spec = narrow(alt.layer(points, points).properties(width=620).to_dict())

    assert spec["width"] == WIDTH
