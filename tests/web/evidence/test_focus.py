"""A page about a place takes the results of that place, and says how."""

import polars as pl
import pytest

from factories.plan_folder import write_plan_folder
from factories.run_factory import find_tiny_folder, make_folders, make_rich_tables
from placeplan.places import Registry
from placeplan.plan import Plan, Results
from placeplan_web.evidence.focus import focus_on


@pytest.fixture(scope="module")
def results():
    return Results.from_folder(make_folders()[0] / "runs/tiny")


@pytest.fixture(scope="module")
def registry():
    return Registry.from_tables(Plan.from_folder(find_tiny_folder()).tables)


def count_people(results):
    return results.table.filter(
        (pl.col("measure") == "population")
        & (pl.col("year") == 2016)
        & (pl.col("scenario") == "do_nothing")
    )["value"].sum()


def test_without_a_place_it_is_the_whole(results, registry):
    focus = focus_on(results, registry, None)

    assert focus.results is results
    assert (focus.place, focus.name, focus.note) == (None, "", "")


def test_district_keeps_its_people(results, registry):
    focus = focus_on(results, registry, "dover")

    assert (focus.place, focus.name) == ("dover", "Dover")
    assert focus.note == "People and what they need are counted by district."
    assert set(focus.results.table["place"]) == {"dover"}


def test_footprint_of_all_districts_has_all_people(results, registry):
    focus = focus_on(results, registry, "whole")

    assert focus.name == "The whole"
    assert count_people(focus.results) == pytest.approx(count_people(results))


def test_provider_keeps_what_it_does(results, registry):
    focus = focus_on(results, registry, "east-trust")

    assert (focus.place, focus.name) == ("east-trust", "East Trust")
    assert set(focus.results.table["provider"]) == {"east-trust"}


def test_site_keeps_what_is_done_there(results, registry):
    focus = focus_on(results, registry, "west-site")

    assert set(focus.results.table["site"]) == {"west-site"}


def test_unknown_place_leaves_the_whole_and_says_so(results, registry):
    focus = focus_on(results, registry, "atlantis")

    assert focus.results is results
    assert focus.place is None
    assert focus.note.startswith("This plan has no place atlantis;")


@pytest.fixture
def odd_registry(tmp_path):
    """Give a registry with a split district, a member in part, and an idle body."""
    tables = make_rich_tables()
    tables["lookups"] = [
        {"area": "ashford", "organisation": "km-stp", "share": 1},
        {"area": "dover", "organisation": "km-stp", "share": 0.25},
        {"area": "dover", "organisation": "idle", "share": 0.75},
    ]
    tables["organisations"] += [
        {"id": "idle", "name": "Idle Group", "kind": "ccg"},
        {"id": "office", "name": "An Office", "kind": "national_body"},
    ]
    tables["footprints"].append(
        {"id": "half", "name": "Half", "kind": "footprint", "set": "local"}
    )
    tables["footprint_members"] += [
        {"footprint": "half", "member": "ashford", "part": "whole"},
        {"footprint": "half", "member": "dover", "part": "part"},
    ]
    folder = write_plan_folder(tmp_path / "odd", tables=tables)
    return Registry.from_tables(Plan.from_folder(folder).tables)


def test_share_of_a_district_is_taken_and_told(results, odd_registry):
    focus = focus_on(results, odd_registry, "km-stp")

    assert "its share is taken." in focus.note
    dover = focus_on(results, odd_registry, "dover").results
    ashford = focus_on(results, odd_registry, "ashford").results
    expected = count_people(ashford) + count_people(dover) / 4
    assert count_people(focus.results) == pytest.approx(expected)


def test_member_in_part_is_left_out_and_told(results, odd_registry):
    focus = focus_on(results, odd_registry, "half")

    assert focus.note == (
        "People and what they need are counted by district. Dover is left out: it "
        "belongs here in part, and no paper says which."
    )
    assert set(focus.results.table["place"]) == {"ashford"}


def test_body_without_people_and_care_shows_the_whole(results, odd_registry):
    focus = focus_on(results, odd_registry, "office")

    assert focus.results is results
    assert focus.place is None
    assert "counts no people and no care of An Office apart" in focus.note
