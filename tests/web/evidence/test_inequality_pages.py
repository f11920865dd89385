"""Deprivation on the page of inequalities: scatters, the map, files, and their want."""

import csv
import io
import re

import openpyxl
import pytest

from factories.fact_factory import FIRST, SECOND, write_facts
from factories.performance_factory import (
    make_indicator,
    make_performance_tables,
    make_value,
    write_performance,
)
from factories.plan_folder import make_tables as make_plan_tables
from factories.plan_folder import write_plan_folder
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.performance.operations import load_performance
from placeplan_web.places.operations import load_registry

pytestmark = pytest.mark.django_db
PAGE = "/evidence/inequalities/"
LIVES = f"{PAGE}life"
PLACES = ("ashford", "dover", "medway")
MEDWAY = {"id": "medway", "name": "Medway", "kind": "district"}


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def list_captions(page):
    found = re.findall(r'pp-picture__finding".*?<h2[^>]*>(.*?)</h2>', page, re.S)
    return [" ".join(words.split()) for words in found]


def make_square(at):
    west, east = f"{at}.0", f"{at}.5"
    return f"POLYGON (({west} 51, {east} 51, {east} 51.4, {west} 51.4, {west} 51))"


def make_areas(*, outlined=True):
    """Two small areas in each of three districts; the second has more people."""
    return [
        {
            "id": f"E{at}{number}",
            "place": place,
            "people": 1000 * number,
            "outline": make_square(2 * at + number - 1) if outlined else None,
            **FIRST,
        }
        for at, place in enumerate(PLACES)
        for number in (1, 2)
    ]


def make_deprivation(edition=2015, **more):
    """Ashford is the most deprived; scores 34, 20 and 6 when weighted by people."""
    scores = [30.0, 36.0, 22.0, 19.0, 6.0, 6.0]
    tenths = [2, 1, 3, 5, 9, 10]
    paper = FIRST if edition == 2015 else SECOND
    return [
        {
            "edition": edition,
            "area": area["id"],
            "rank": 100 * tenth,
            "tenth": tenth,
            "score": score if edition == 2015 else None,
            **paper,
        }
        for area, score, tenth in zip(make_areas(), scores, tenths, strict=True)
    ]


def make_tables(**changed):
    held = make_performance_tables()
    lives = [("ashford", 78.0), ("dover", 79.0), ("medway", 81.0)]
    life = {"set": "local-health", "name": "Life expectancy", "unit": "years"}
    return {
        "indicators": [*held["indicators"], make_indicator("life", **life)],
        "indicator_values": [
            *held["indicator_values"],
            *(make_value("life", place, years) for place, years in lives),
        ],
        "small_areas": make_areas(),
        "deprivation": make_deprivation(),
        **changed,
    }


def load(tmp_path, **changed):
    plan = make_plan_tables()
    plan["areas"].append(MEDWAY)
    plan["lookups"].append({"area": "medway", "organisation": "km-stp", "share": 1})
    folder = write_facts(write_plan_folder(tmp_path / "plan", tables=plan))
    load_registry(folder=folder, by="command")
    load_facts(folder=folder, by="command")
    return load_again(tmp_path, **changed)


def load_again(tmp_path, **changed):
    folder = write_performance(tmp_path / "performance", **make_tables(**changed))
    return load_performance(folder=folder, by="command")


def test_scatter_says_its_ends_and_how_the_two_go_together(client, tmp_path):
    load(tmp_path)
    assert list_captions(read(client, PAGE))[2:] == [
        (
            "Life expectancy: 78.0 years in Ashford, the most deprived district, and "
            "81.0 in Medway, the least; ten more points of deprivation go with 1.1 "
            "years less."
        ),
        (
            "100% of people in Ashford live in the most deprived fifth of "
            "England&#39;s small areas, and 0% in Medway."
        ),
    ]


@pytest.mark.parametrize("screen", ["", "phone"])
def test_scatter_names_every_point(client, tmp_path, screen):
    load(tmp_path)
    svg = read(client, f"{LIVES}.svg", **{"for": screen})
    assert svg.count("<circle") == 3
    for name in ("Ashford", "Dover", "Medway", "Deprivation score, 2015"):
        assert f">{name}" in svg


@pytest.mark.parametrize("screen", ["", "phone"])
def test_map_shades_areas_by_fifth_and_names_districts(client, tmp_path, screen):
    load(tmp_path)
    svg = read(client, f"{PAGE}map.svg", **{"for": screen})
    paths = re.findall(r'<path d="([^"]*)" fill="(#\w+)"', svg)
    assert [(path.count("M"), shade) for path, shade in paths] == [
        (2, "#0b3c46"),
        (1, "#2f7282"),
        (1, "#6fa5b1"),
        (2, "#e6f0f2"),
    ]
    assert ">Most deprived fifth of England&#x27;s areas</text>" in svg
    assert ">Dover</text>" in svg


def test_newest_edition_is_on_the_map_and_that_with_scores_in_the_scatter(
    client, tmp_path
):
    both = [*make_deprivation(), *make_deprivation(2019)]
    load(tmp_path, deprivation=both)
    page = read(client, PAGE)
    assert "Index of multiple deprivation, 2019;" in page
    assert "index of multiple deprivation of 2015," in page
    before = read(client, PAGE, as_at="2018-01-01")
    assert "Index of multiple deprivation, 2015;" in before


def test_files_hold_every_small_area_and_every_point(client, tmp_path):
    load(tmp_path)
    areas = list(csv.DictReader(io.StringIO(read(client, f"{PAGE}map.csv"))))
    assert [(row["small_area"], row["tenth"]) for row in areas][:2] == [
        ("E01", "2"),
        ("E02", "1"),
    ]
    workbook = client.get(f"{LIVES}.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows[0][:4] == ["district", "name", "deprivation_score", "edition"]
    assert rows[1] == [
        *("ashford", "Ashford", 34, 2015, "life", 78, "years", "2014/15"),
    ]


def test_pages_say_where_their_numbers_come_from(client, tmp_path):
    load(tmp_path)
    page = read(client, PAGE)
    sources = page[page.index("Where these numbers come from") :]
    assert "Gives deprivation, small areas, figures by district." in sources


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"small_areas": [], "deprivation": []}, "a scatter needs small areas with"),
        ({"small_areas": [], "deprivation": []}, "it needs their outlines"),
        ({"small_areas": make_areas(outlined=False)}, "it needs their outlines"),
        ({"deprivation": make_deprivation(2019)}, "a scatter needs small areas with"),
    ],
)
def test_page_says_what_would_be_here(client, tmp_path, changed, words):
    load(tmp_path, **changed)
    page = read(client, PAGE)
    assert words in page[page.index("What is missing here") :]


def test_what_is_none_is_not_found(client, tmp_path):
    load(tmp_path, small_areas=[], deprivation=[])
    for url in (f"{PAGE}map.svg", f"{PAGE}map.csv", f"{LIVES}.svg", f"{LIVES}.xlsx"):
        assert client.get(url).status_code == 404


def test_one_district_alone_has_a_map_and_no_scatter(client, tmp_path):
    load(tmp_path, small_areas=make_areas()[:2], deprivation=make_deprivation()[:2])
    assert list_captions(read(client, PAGE))[2:] == [
        (
            "100% of people in Ashford live in the most deprived fifth of "
            "England&#39;s small areas."
        )
    ]


def test_places_that_do_not_differ_have_no_slope(client, tmp_path):
    level = [row | {"score": 12.0} for row in make_deprivation()]
    load(tmp_path, deprivation=level)
    assert list_captions(read(client, PAGE))[2].endswith("in Medway, the least.")


@pytest.mark.parametrize("number", [2, 6])
def test_page_asks_the_same_whatever_it_shows(
    client, tmp_path, number, django_assert_num_queries
):
    load(
        tmp_path,
        small_areas=make_areas()[:number],
        deprivation=make_deprivation()[:number],
    )
    read(client, PAGE)
    with django_assert_num_queries(7):
        read(client, PAGE)
