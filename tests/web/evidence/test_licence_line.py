"""The foot of every page: what the sources of the stored folders ask to be said."""

import os
import re

import pytest

from factories.plain_page import open_plain_page
from placeplan_web.evidence.licence_line import list_lines

pytestmark = pytest.mark.django_db
SOURCE = """\
  - id: {id}
    title: {title}
    publisher: {publisher}
    dated: {dated}
    licence: {licence}
    status: published
    grade: A
"""
OURS = (
    "Contains public sector information licensed under the Open Government Licence "
    "v3.0."
)


@pytest.fixture
def datasets(settings):
    folder = settings.MEDIA_ROOT / "datasets"
    folder.mkdir(parents=True)
    return folder


def store(datasets, name, *sources):
    """Store a list of sources as a new folder; the moment of it is told apart."""
    (datasets / name).mkdir()
    fields = ("id", "title", "publisher", "dated", "licence")
    entries = [
        SOURCE.format(**dict(zip(fields, each, strict=True))) for each in sources
    ]
    (datasets / name / "sources.yaml").write_text("sources:\n" + "".join(entries))
    later = datasets.stat().st_mtime_ns + 1_000_000
    os.utime(datasets, ns=(later, later))


def list_words():
    return [line.before + line.link + line.after for line in list_lines()]


COUNT = ("count", "A count", "Office for National Statistics", "2018-06-28", "OGL-3.0")
OLDER = ("older", "A count", "Office for National Statistics", "2012-09-25", "OGL-3.0")
SHAPES = ("shapes", "Ward boundaries", "A council", "2024-05-31", "OGL-3.0")
ROADS = ("roads", "Roads", "OpenStreetMap", "2023-01-05", "ODbL-1.0")


def test_nothing_stored_asks_for_the_licence_of_the_lists_alone():
    assert list_words() == [OURS]


def test_each_statement_stands_once_with_the_year_of_the_newest_source(datasets):
    store(datasets, "one", COUNT, SHAPES)
    store(datasets, "two", OLDER)

    assert list_words() == [
        OURS,
        "Contains National Statistics data © Crown copyright and database right 2018.",
        "Contains OS data © Crown copyright and database right 2024.",
    ]


def test_street_map_is_named_once_a_source_of_it_is_stored(datasets):
    store(datasets, "one", COUNT)
    before = list_words()
    store(datasets, "two", ROADS)

    assert [words for words in list_words() if words not in before] == [
        "Contains data © OpenStreetMap contributors, under the Open Database Licence."
    ]


def test_a_folder_at_fault_or_half_written_asks_for_nothing(datasets):
    store(datasets, "one", COUNT)
    before = list_words()
    (datasets / "half").mkdir()
    store(datasets, "bad", (*SHAPES[:3], "never", "OGL-3.0"))

    assert list_words() == before


def test_the_foot_of_a_page_links_to_the_licence_and_asks_no_question(
    datasets, settings, monkeypatch, client, django_assert_num_queries
):
    open_plain_page(settings, monkeypatch)
    store(datasets, "one", ROADS)

    with django_assert_num_queries(0):
        lines = list_lines()
    page = client.get("/plain/").content.decode()

    footer = page.partition("<footer")[2]
    assert re.findall(r'rel="license">([^<]+)<', footer) == [
        line.link for line in lines
    ]
    assert 'href="https://www.openstreetmap.org/copyright"' in footer
