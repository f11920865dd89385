"""Faults of capacity that no single cell shows."""

from factories.demand_factory import make_activity, make_tables
from placeplan.capacity import check_capacity

SOUND = {
    "beds": [(2016, "ekhuft", "qeqm", 300)],
    "bed_standards": [("emergency_spell", 2016, 0.92, 365)],
}


def _faults(activity=None, years=(), **rows):
    tables = make_tables(**(SOUND | rows))
    found = check_capacity(tables, activity, years)
    return [(fault.file, fault.where, fault.expected, fault.found) for fault in found]


def test_sound_tables_have_no_faults():
    assert _faults(years=[2016, 2017]) == []


def test_beds_and_their_standard_must_be_there():
    assert [fault[0] for fault in _faults(beds=[], bed_standards=[])] == [
        "capacity/bed_standards.csv",
        "capacity/beds.csv",
    ]


def test_what_is_stated_must_have_a_standard():
    found = _faults(
        spaces=[(2016, "ekhuft", "qeqm", "ae_type_1", 20)],
        staff=[(2016, "ekhuft", "nurse", 20), (2016, "ekhuft", "midwife", 2)],
        staff_standards=[("birth", "midwife", 2016, 1, 1)],
    )
    assert [fault[:2] for fault in found] == [
        ("capacity/space_standards.csv", "pod ae_type_1"),
        ("capacity/staff_standards.csv", "staff_group nurse"),
    ]


def test_pods_and_groups_must_be_known():
    found = _faults(
        bed_standards=[("spel", 2016, 0.9, 365)],
        staff_flows=[("nurs", 2016, 0.1, 0.1)],
    )
    assert found == [
        ("capacity/bed_standards.csv", "pod spel", "a known pod", "spel"),
        ("capacity/staff_flows.csv", "staff_group nurs", "a known staff_group", "nurs"),
    ]


def test_only_pods_with_beds_have_a_bed_standard():
    standards = [*SOUND["bed_standards"], ("day_case", 2016, 0.9, 365)]
    assert _faults(bed_standards=standards) == [
        (
            "capacity/bed_standards.csv",
            "pod day_case",
            "a pod that has bed days",
            "day_case",
        )
    ]


def test_a_standard_must_hold_from_the_first_year_of_the_plan():
    found = _faults(
        years=[2017, 2015],
        staff=[(2016, "ekhuft", "nurse", 1)],
        staff_standards=[
            ("birth", "nurse", 2018, 1, 1),
            ("birth", "nurse", 2019, 1, 1),
        ],
    )
    assert found == [
        (
            "capacity/bed_standards.csv",
            "pod emergency_spell",
            "a standard from 2015 or before",
            "the first from 2016",
        ),
        (
            "capacity/staff_standards.csv",
            "pod birth, staff_group nurse",
            "a standard from 2015 or before",
            "the first from 2018",
        ),
    ]


def test_work_at_a_site_that_its_provider_does_not_state_is_told():
    activity = make_activity(
        [
            (2016, "dover", "ekhuft", "harvey", "emergency_spell", "bed_days", 9.0),
            (2016, "dover", "ekhuft", None, "emergency_spell", "bed_days", 9.0),
            (2016, "dover", "ekhuft", "nobody", "emergency_spell", "bed_days", 0.0),
            (2016, "dover", "london", None, "emergency_spell", "bed_days", 9.0),
            (2016, "dover", "ekhuft", "harvey", "ae_type_1", "activity", 9.0),
        ]
    )
    found = _faults(
        activity,
        spaces=[(2016, "ekhuft", "qeqm", "ae_type_1", 20)],
        space_standards=[("ae_type_1", 2016, 4, 52, 168, 0.5)],
    )
    assert found == [
        (
            "capacity/beds.csv",
            "provider ekhuft, site (empty)",
            "a row, since there are bed days",
            "none",
        ),
        (
            "capacity/beds.csv",
            "provider ekhuft, site harvey",
            "a row, since there are bed days",
            "none",
        ),
        (
            "capacity/spaces.csv",
            "provider ekhuft, pod ae_type_1, site harvey",
            "a row, since there are activity",
            "none",
        ),
    ]
