"""Figures that the pages add to the report: districts, providers, staff, outturn."""

import json

import polars as pl
import pytest

from factories.results import make_results, make_row
from placeplan.errors import InputError
from placeplan.plan.area_map import find_middle
from placeplan.plan.back_test_figure import draw_back_test
from placeplan.plan.boundary import BOUNDARIES_FILE, read_boundaries
from placeplan.plan.focus import focus_on_places, focus_on_provider
from placeplan.plan.outturn_figure import draw_outturn
from placeplan.plan.place_figure import draw_places
from placeplan.plan.provider_figure import draw_providers, draw_staff
from placeplan.tables import STATUS

SQUARE = [[0.0, 51.0], [2.0, 51.0], [2.0, 52.0], [0.0, 52.0], [0.0, 51.0]]
NOTHING = make_results([make_row("births", 5)])


def _outline(place, ring=None):
    shape = {"type": "Polygon", "coordinates": [ring or SQUARE]}
    return {"type": "Feature", "properties": {"place": place}, "geometry": shape}


def _people(*rows):
    return make_results(
        [make_row("population", n, year=year, place=place) for year, place, n in rows]
    )


def _draw_places(results):
    return draw_places(results, base_year=2016)


EVERY = (_draw_places, draw_providers, draw_staff, draw_outturn)


@pytest.mark.parametrize("draw", EVERY)
def test_results_without_the_measure_have_no_figure(draw):
    assert draw(NOTHING) is None


def test_districts_are_told_from_the_one_that_grows_most():
    results = _people(
        (2016, "dell", 100), (2019, "dell", 110), (2016, "mill", 50), (2019, "mill", 49)
    )
    figure = draw_places(results, base_year=2016, names={"dell": "The Dell"})
    assert figure.finding == (
        "From 2016 to 2019 The Dell grows most: 10.0 % more people; mill least: "
        "2.0 % fewer."
    )
    assert figure.table.rows() == [
        ("The Dell", 100.0, 110.0, 10.0),
        ("mill", 50.0, 49.0, -2.0),
    ]


def test_one_district_alone_has_no_least():
    figure = draw_places(
        _people((2016, "dell", 100), (2019, "dell", 125)), base_year=2016
    )
    assert figure.finding == "In 2019 dell has 25.0 % more people than in 2016."


def test_district_without_people_in_the_base_year_has_no_growth():
    assert (
        draw_places(_people((2016, "dell", 0), (2019, "dell", 5)), base_year=2016)
        is None
    )


def test_districts_are_drawn_on_their_map():
    results = _people((2016, "dell", 100), (2019, "dell", 110))
    outlines = {"features": [_outline("dell"), _outline("elsewhere")]}
    drawing = draw_places(results, base_year=2016, boundaries=outlines).draw_svg()
    assert "dell" in drawing
    assert "elsewhere" not in drawing


def test_middle_of_many_islands_is_that_of_the_largest():
    small = [[9.0, 9.0], [9.1, 9.0], [9.1, 9.1], [9.0, 9.0]]
    shape = {"type": "MultiPolygon", "coordinates": [[small], [SQUARE]]}
    middle = find_middle(shape)
    assert (round(middle["longitude"], 9), round(middle["latitude"], 9)) == (1.0, 51.5)


def test_middle_of_a_line_is_its_first_point():
    line = [[1.0, 2.0], [3.0, 2.0], [1.0, 2.0]]
    shape = {"type": "Polygon", "coordinates": [line]}
    assert find_middle(shape) == {"longitude": 1.0, "latitude": 2.0}


def _care(pod, provider, value):
    return make_row("activity", value, unit="spells", pod=pod, provider=provider)


def test_providers_are_told_from_the_largest():
    results = make_results(
        [_care("emergency_spell", "north", 30), _care("emergency_spell", "south", 70)]
    )
    figure = draw_providers(results, names={"south": "South Trust"})
    assert figure.finding == (
        "South Trust takes 70 of the 100 emergency spells in 2016/17, more than anyone "
        "else."
    )


def test_only_provider_is_compared_with_nobody():
    figure = draw_providers(make_results([_care("emergency_spell", "north", 30)]))
    assert figure.finding == "north takes 30 emergency spells in 2016/17."


def test_care_without_emergencies_has_no_figure_of_providers():
    assert draw_providers(make_results([_care("day_case", "north", 30)])) is None


def test_staff_say_who_is_short():
    results = make_results(
        [
            make_row("staff_needed_wte", 12, unit="wte", staff_group="gp"),
            make_row("staff_available_wte", 9, unit="wte", staff_group="gp"),
            make_row("staff_needed_wte", 5, unit="wte", staff_group="nurse"),
            make_row("staff_available_wte", 6, unit="wte", staff_group="nurse"),
        ]
    )
    figure = draw_staff(results)
    assert figure.finding == (
        "In 2016/17, 1 of 2 staff groups is short, by 3 whole-time equivalents "
        "together."
    )
    assert figure.table["Headroom"].to_list() == [-3.0, 1.0]


def test_outturn_names_the_deepest_deficit():
    results = make_results(
        [
            make_row("outturn_pounds", -2e6, unit="pounds", organisation="north"),
            make_row("outturn_pounds", 5e5, unit="pounds", organisation="south"),
        ]
    )
    figure = draw_outturn(results, names={"north": "North Trust"})
    assert figure.table.rows() == [("North Trust", -2.0), ("south", 0.5)]
    assert "North Trust most (−£2 million)" in figure.finding


def _errors(ours, naive):
    row = {"year": 2019, "place": "dell", "age_band": "0-4", "counted": 100.0}
    for line, error in (
        ("projected", ours),
        ("with_components", 1.0),
        ("naive", naive),
    ):
        row |= {line: 100.0 + error, f"{line}_error_percent": float(error)}
    return pl.DataFrame(
        [row | {"status": "derived"}], schema_overrides={"status": STATUS}
    )


@pytest.mark.parametrize(
    ("ours", "naive", "word"), [(2, 7, "smaller"), (8, 3, "no smaller")]
)
def test_back_test_says_who_was_nearer(ours, naive, word):
    figure = draw_back_test(_errors(ours, naive))
    assert f"{ours}.0 %, {word} than the {naive}.0 %" in figure.finding
    assert figure.status == "derived"


def test_focus_takes_shares_of_districts():
    results = _people((2016, "dell", 100), (2016, "mill", 40), (2016, "far", 7))
    focused = focus_on_places(results, {"dell": 1.0, "mill": 0.25})
    kept = focused.table.select("place", "value", pl.col("status").cast(pl.String))
    assert kept.rows() == [("dell", 100.0, "published"), ("mill", 10.0, "derived")]


def test_focus_on_a_provider_keeps_its_sites():
    results = make_results(
        [
            make_row("beds_needed", 9, unit="beds", provider="north", site="hill"),
            make_row("beds_needed", 4, unit="beds", provider="south", site="quay"),
        ]
    )
    assert focus_on_provider(results, "north").table["site"].to_list() == ["hill"]
    assert focus_on_provider(results, "quay").table["site"].to_list() == ["quay"]


def _write(folder, content):
    path = folder / BOUNDARIES_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def test_plan_without_outlines_has_none(tmp_path):
    assert read_boundaries(tmp_path, ["dell"]) is None


def test_outlines_are_read_with_their_places(tmp_path):
    _write(tmp_path, json.dumps({"features": [_outline("dell")]}))
    shown = read_boundaries(tmp_path, ["dell"])["features"]
    assert [feature["properties"]["place"] for feature in shown] == ["dell"]


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"features": [{"properties": {"place": "dell"}}]}',
        json.dumps({"features": [_outline("far")]}),
        '{"features": [{"geometry": {"type": "Point", "coordinates": [1, 2]}}]}',
        json.dumps({"features": [_outline("dell", [["east", "north"]])]}),
        json.dumps({"features": [_outline("dell", [[0.5, 51.2, 12.0]])]}),
        json.dumps({"features": [_outline("dell", [[551_000, 160_000]])]}),
        json.dumps({"features": [_outline("dell", [[0.5, float("nan")]])]}),
        json.dumps({"features": [_outline("dell")]}).replace(str(SQUARE), "[]"),
        json.dumps({"features": [_outline("dell")]}).replace(f"[{SQUARE}]", "[]"),
        "[" * 100_000,
        " " * 2_000_001,
    ],
    ids=[
        *("cut", "list", "no shape", "unknown place", "point", "words", "heights"),
        *("metres", "no number", "no points", "no rings", "deep", "large"),
    ],
)
def test_outlines_that_cannot_be_are_refused(tmp_path, content):
    _write(tmp_path, content)
    with pytest.raises(InputError) as caught:
        read_boundaries(tmp_path, ["dell"])
    assert [fault.file for fault in caught.value.faults] == [BOUNDARIES_FILE]
