"""Beds, spaces and staff in one frame."""

import pytest

from factories.demand_factory import make_activity, make_tables
from placeplan.capacity import compare_capacity, find_headroom
from placeplan.errors import InputError

ACTIVITY = make_activity(
    [
        (2016, "dover", "mft", "medway", "emergency_spell", "activity", 10.0),
        (2016, "dover", "mft", "medway", "emergency_spell", "bed_days", 730.0),
        (2016, "dover", "mft", "medway", "ae_type_1", "activity", 8_736.0),
    ]
)
TABLES = make_tables(
    beds=[(2016, "mft", "medway", 3)],
    bed_standards=[("emergency_spell", 2016, 1.0, 365)],
    spaces=[(2016, "mft", "medway", "ae_type_1", 5)],
    space_standards=[("ae_type_1", 2016, 4, 52, 168, 0.5)],
    staff=[(2016, "mft", "nurse", 4)],
    staff_standards=[("emergency_spell", "nurse", 2016, 30, 60)],
)


def test_every_resource_has_needed_available_and_headroom():
    frame = compare_capacity(TABLES, ACTIVITY, years=[2016])
    assert frame.columns == [
        *("year", "provider", "site", "pod", "staff_group"),
        *("measure", "unit", "value", "status"),
    ]
    assert frame.drop("year", "provider", "status").rows() == [
        ("medway", None, None, "beds_available", "beds", 3),
        ("medway", None, None, "beds_headroom", "beds", 1),
        ("medway", None, None, "beds_needed", "beds", 2),
        ("medway", "ae_type_1", None, "spaces_available", "spaces", 5),
        ("medway", "ae_type_1", None, "spaces_headroom", "spaces", -3),
        ("medway", "ae_type_1", None, "spaces_needed", "spaces", 8),
        (None, None, "nurse", "staff_available_wte", "wte", 4),
        (None, None, "nurse", "staff_headroom_wte", "wte", -1),
        (None, None, "nurse", "staff_needed_wte", "wte", 5),
    ]


def test_headroom_is_negative_when_there_is_too_little():
    assert find_headroom(available=513, needed=567) == -54


def test_a_plan_may_state_beds_alone():
    tables = {name: TABLES[name] for name in ("beds", "bed_standards")}
    frame = compare_capacity(tables, ACTIVITY, years=[2016])
    assert frame["measure"].to_list() == [
        "beds_available",
        "beds_headroom",
        "beds_needed",
    ]


def test_tables_that_do_not_fit_are_refused_with_every_fault():
    with pytest.raises(InputError) as refused:
        compare_capacity({}, ACTIVITY, years=[2016])
    assert len(refused.value.faults) == 2
