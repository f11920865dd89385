"""The registry over all time."""

from datetime import date

import pytest

from factories.places_factory import make_registry, make_tables
from placeplan.errors import UnknownNameError
from placeplan.places import Catchment, FootprintSet, Registry, Tier


def test_periods_of_a_renamed_body():
    names = [body.name for body in make_registry().get_periods("trust")]
    assert names == ["Hill Infirmary Trust", "Hill & Quay Trust"]


def test_unknown_body_is_refused():
    with pytest.raises(UnknownNameError) as caught:
        make_registry().get_periods("ccg-dell")
    assert (caught.value.noun, caught.value.name) == ("body", "ccg-dell")


def test_set_knows_which_members_overlap():
    plans = make_registry().get_set("plans")
    assert plans.purpose == "Local plans"
    assert plans.overlaps == {"ccg-mill": ("north", "south")}


def test_unknown_set_is_refused():
    with pytest.raises(UnknownNameError) as caught:
        make_registry().get_set("plan")
    assert caught.value.known == ("alliances", "council", "plans", "whole")


def test_set_without_a_description_bears_its_id():
    registry = make_registry(footprint_sets=[])
    described = registry.get_set("plans")
    assert (described.name, described.purpose) == ("plans", "")


def test_set_without_footprints_is_kept():
    registry = make_registry(
        footprint_sets=[
            *[(id_, id_, "") for id_ in ("alliances", "council", "plans", "whole")],
            ("later", "Later", "To come"),
        ]
    )
    assert registry.get_set("later") == FootprintSet(
        "later", "Later", "To come", (), "paper"
    )


def test_care_parts_come_from_the_smallest_tier_up():
    parts = [(part.tier, part.body) for part in make_registry().care_parts]
    assert parts == [
        (Tier.NEIGHBOURHOOD, "pcn"),
        (Tier.PLACE, "icp_place_alliance"),
        (Tier.SYSTEM, "ccg-all"),
    ]
    assert make_registry().care_parts[2].functions == (
        "set outcomes",
        "allocate budgets",
    )


def test_catchments_are_held_as_given():
    assert dict(make_registry().catchments) == {
        "north": Catchment(700, "paper"),
        "south": Catchment(900, "paper"),
    }


def test_aliases_are_held_as_written():
    assert make_registry().aliases["trust"] == ("H&Q",)


def test_registry_can_be_built_of_what_little_there_is():
    tables = make_tables()
    registry = Registry.from_tables({"areas": tables["areas"]})
    entries = registry.as_at(date(2016, 6, 1)).list_entries()
    assert [entry.id for entry in entries] == ["hill", "mill"]
