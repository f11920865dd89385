"""Reads of the registry on a day."""

from datetime import date

import pytest

from factories.places_factory import make_registry, write_folder
from placeplan_web.places.operations import load_registry
from placeplan_web.places.queries import as_at, list_sources, search_places

pytestmark = pytest.mark.django_db
DAY = date(2016, 6, 1)


def search(text, kind="", day=DAY):
    return [entry.id for entry in search_places(as_at(day), text, kind)]


def test_view_is_that_of_the_library(tiny):
    assert as_at(DAY).list_entries() == make_registry().as_at(DAY).list_entries()


def test_view_before_the_first_load_is_empty():
    assert as_at(DAY).list_entries() == ()


def test_view_follows_a_new_load(tiny, tmp_path):
    assert as_at(DAY).get_entry("infirmary").body.name == "Infirmary"
    renamed = [("infirmary", "Quay Hospital", "trust", "RHI01", None, None)]
    load_registry(folder=write_folder(tmp_path / "new", sites=renamed), by="command")
    assert as_at(DAY).get_entry("infirmary").body.name == "Quay Hospital"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NHS Mill CCG", ["ccg-mill"]),
        ("mill", ["mill", "ccg-mill"]),  # the whole name first
        ("01m", ["ccg-mill"]),
        ("h&q", ["trust"]),
        ("Hill & Quay", ["trust"]),  # a name that it took later
        ("nowhere", []),
    ],
)
def test_search_by_name_code_and_other_name(tiny, text, found):
    assert search(text) == found


def test_search_shows_what_stood_on_the_day(tiny):
    assert search("ccg", day=date(2020, 4, 2)) == ["ccg-all"]


def test_search_within_a_kind(tiny):
    assert search("mill", kind="ccg") == ["ccg-mill"]


def test_search_for_nothing_lists_all_by_name(tiny):
    assert search("", kind="footprint") == [
        "system",
        "c-north",
        "north",
        "c-south",
        "south",
    ]


def test_sources_by_their_id(tiny):
    assert {id_: source.title for id_, source in list_sources().items()} == {
        "paper": "The paper"
    }
