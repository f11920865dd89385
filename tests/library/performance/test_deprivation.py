"""Deprivation of small areas, summed to districts, held beside how long people live."""

from pathlib import Path

import polars as pl
import pytest

from placeplan.performance import (
    TABLES,
    check_performance,
    find_edition,
    pair_deprivation,
    read_outline,
    sum_deprivation,
)
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
SQUARE = "POLYGON ((0 50, 1 50, 1 51, 0 51, 0 50))"
PAPER = {"source": "paper", "status": "published"}


def make_areas(*rows):
    names = ("id", "place", "people", "outline")
    schema = next(t for t in TABLES if t.name == "small_areas").schema
    made = [dict(zip(names, row, strict=True)) | PAPER for row in rows]
    return pl.DataFrame(made, schema=schema)


def make_deprivation(*rows):
    names = ("edition", "area", "rank", "tenth", "score")
    schema = next(t for t in TABLES if t.name == "deprivation").schema
    made = [dict(zip(names, row, strict=True)) | PAPER for row in rows]
    return pl.DataFrame(made, schema=schema)


AREAS = make_areas(
    ("e1", "thanet", 1000, SQUARE),
    ("e2", "thanet", 3000, None),
    ("e3", "ashford", 2000, SQUARE),
)
INDICES = make_deprivation(
    (2015, "e1", 40, 1, 60.0),
    (2015, "e2", 900, 3, 28.0),
    (2015, "e3", 3100, 10, 5.0),
    (2019, "e1", 30, 1, None),
    (2019, "e2", 700, 2, None),
    (2019, "e3", 3000, 10, None),
)


def test_people_weigh_the_mean_and_the_share():
    assert sum_deprivation(AREAS, INDICES, 2015).rows() == [
        ("thanet", 2, 4000, 1000, 25.0, 36.0),
        ("ashford", 1, 2000, 0, 0.0, 5.0),
    ]


def test_edition_without_scores_has_shares_alone():
    summed = sum_deprivation(AREAS, INDICES, 2019)
    assert summed.select("place", "share_most_deprived", "score").rows() == [
        ("thanet", 100.0, None),
        ("ashford", 0.0, None),
    ]


def test_place_without_people_is_left_out():
    empty = make_areas(("e3", "ashford", 0, None))
    assert sum_deprivation(empty, INDICES, 2015).height == 0


def test_newest_edition_is_found_with_and_without_scores():
    assert find_edition(INDICES) == 2019
    assert find_edition(INDICES, scored=True) == 2015
    assert find_edition(INDICES.clear()) is None


def test_slope_is_that_of_least_squares():
    summed = pl.DataFrame({"place": ["a", "b", "c", "d"], "score": [10.0, 20, 30, 40]})
    values = pl.DataFrame({"body": ["a", "b", "c", "x"], "value": [83.0, 82.5, 80, 1]})
    pairs = pair_deprivation(summed, values)
    assert pairs.table["place"].to_list() == ["c", "b", "a"]
    assert pairs.slope == pytest.approx(-0.15)  # (10 x 1.5 x 2) / 200


@pytest.mark.parametrize("scores", [[10.0, 20.0], [15.0, 15.0, 15.0]])
def test_too_few_places_or_no_difference_have_no_slope(scores):
    names = ["a", "b", "c"][: len(scores)]
    summed = pl.DataFrame({"place": names, "score": scores})
    values = pl.DataFrame({"body": names, "value": [80.0] * len(names)})
    assert pair_deprivation(summed, values).slope is None


def test_outline_of_two_shapes_has_the_middle_of_the_larger():
    text = (
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), "
        "((10 0, 14 0, 14 2, 10 2, 10 0), (11 0.5, 12 0.5, 12 1, 11 0.5)))"
    )
    outline = read_outline(text)
    assert len(outline.rings) == 3
    assert outline.middle == (12.0, 1.0)


def test_outline_without_an_area_has_its_first_point_as_middle():
    assert read_outline("POLYGON ((1 2, 3 2, 1 2, 1 2))").middle == (1.0, 2.0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("POINT (0 0)", "neither a POLYGON nor a MULTIPOLYGON"),
        ("POLYGON ((0 0, 1 0, 1 1))", "neither a POLYGON nor a MULTIPOLYGON"),
        ("POLYGON ((0 0, 1 0, 1 1, 0 1))", "a ring that is open"),
        ("POLYGON ((0 0, 1 0, 1 99, 0 0))", "a point that is not on the map"),
    ],
)
def test_outline_that_nobody_could_draw_is_refused(text, found):
    (fault,) = check_performance({"small_areas": make_areas(("e1", "x", 1, text))})
    assert (fault.where, fault.found) == ("small area e1, column outline", found)


def test_small_area_of_a_district_that_nobody_knows_is_refused():
    districts = pl.DataFrame({"id": ["ashford"]})
    faults = check_performance({"small_areas": AREAS, "areas": districts})
    assert [(fault.where, fault.found) for fault in faults] == [
        ("column place", "thanet")
    ]


def test_kent_and_medway_by_the_indices_of_2015():
    tables = read_folder(EXAMPLE, TABLES).frames
    areas, indices = tables["small_areas"], tables["deprivation"]
    summed = sum_deprivation(areas, indices, 2015)
    assert summed["areas"].sum() == areas.height == 1065
    assert set(summed["place"]) == set(tables["small_areas"]["place"])
    assert summed["place"][0] == "thanet"
    lives = tables["indicator_values"].filter(indicator="district-life-males")
    assert pair_deprivation(summed, lives).table.height == 13
