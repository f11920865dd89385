"""Every measure leads to its tables, and every table to a chapter."""

import pytest

from placeplan.errors import UnknownNameError
from placeplan.evidence import CONTRACTS, TABLES_BEHIND, find_tables
from placeplan.reference import MEASURES


def test_every_measure_of_the_results_has_its_tables():
    assert list(TABLES_BEHIND) == list(MEASURES)


def test_every_table_behind_a_measure_has_a_contract():
    named = {name for names in TABLES_BEHIND.values() for name in names}

    assert sorted(named - set(CONTRACTS)) == []


def test_tables_stand_in_the_order_of_the_story():
    places = list(CONTRACTS)
    for names in TABLES_BEHIND.values():
        at = [places.index(name) for name in names]
        chapters = [CONTRACTS[name].path.split("/")[0] for name in names]
        assert len(set(at)) == len(at)
        assert chapters == sorted(chapters, key=_ORDER.index)


_ORDER = ["places", "people", "activity", "growth", "capacity", "money"]


def test_missing_beds_rest_on_births_as_on_standards():
    tables = find_tables("beds_headroom")

    assert {"fertility", "growth", "bed_standards", "beds"} <= set(tables)
    assert "prices" not in tables


def test_what_is_left_of_the_gap_rests_on_solutions_too():
    without = find_tables("gap_pounds")
    with_plan = find_tables("gap_pounds", with_solutions=True)

    assert with_plan == (*without, "solutions")


def test_cost_is_the_same_with_the_plan():
    assert find_tables("cost_pounds", with_solutions=True) == find_tables("cost_pounds")


def test_an_unknown_measure_is_refused_with_those_there_are():
    with pytest.raises(UnknownNameError) as raised:
        find_tables("happiness")

    assert str(raised.value).startswith("There is no measure 'happiness'. Use one of:")
