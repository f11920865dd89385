"""Faults of activity and growth that no single cell shows."""

from factories.demand_factory import make_tables
from placeplan.demand import check_demand

SOUND = ("day_case", "dover", "ekhuft", "qeqm", "male", "70-74", 5, 0)


def _faults(base=(SOUND,), **rows):
    found = check_demand(make_tables(activity_base=list(base), **rows))
    return [(fault.file, fault.where, fault.expected, fault.found) for fault in found]


def test_sound_tables_have_no_faults():
    growth = [
        ("day_case", 2017, 2020, 0.1, 0.1, 0.1),
        ("day_case", 2021, 2021, 0, 0, 0),
    ]
    assert _faults(growth=growth) == []


def test_unknown_pods_are_named_with_what_would_do():
    (fault,) = check_demand(
        make_tables(activity_base=[("day_cas", *SOUND[1:])], growth=[])
    )
    assert (fault.file, fault.where) == ("activity/base.csv", "pod day_cas")
    assert fault.remedy.startswith(
        "Correct the pod, or add it to activity/pods.csv. There is no pod 'day_cas'."
    )
    growth = [("spel", 2017, 2018, 0, 0, 0)]
    assert [fault[:2] for fault in _faults(growth=growth)] == [
        ("growth/non_demographic.csv", "pod spel")
    ]


def test_a_plan_may_not_rename_a_pod_of_the_reference_list():
    assert _faults(pods=[("day_case", "Day case", "cases", True)]) == [
        (
            "activity/pods.csv",
            "pod day_case",
            "a point of delivery that the reference list lacks",
            "day_case",
        )
    ]


def test_bands_must_be_ages_that_people_are_known_by():
    rows = [
        (*SOUND[:5], band, 1, 0)
        for band in ("old", "90-94", "91+", "85-89", "90+", "0+", "7")
    ]
    assert [fault[1] for fault in _faults(rows)] == [
        "age_band 90-94",
        "age_band 91+",
        "age_band old",
    ]


def test_only_pods_with_beds_have_bed_days():
    rows = [(*SOUND[:7], 3), ("emergency_spell", *SOUND[1:7], 3)]
    assert _faults(rows) == [
        (
            "activity/base.csv",
            "pod day_case, column bed_days",
            "0: nobody stays overnight for it",
            "bed days",
        )
    ]


def test_growth_periods_end_after_they_start_and_do_not_overlap():
    growth = [
        ("day_case", 2017, 2020, 0, 0, 0),
        ("day_case", 2018, 2018, 0, 0, 0),
        ("day_case", 2020, 2022, 0, 0, 0),
        ("ae_type_1", 2020, 2019, 0, 0, 0),
    ]
    assert _faults(growth=growth) == [
        (
            "growth/non_demographic.csv",
            "pod ae_type_1, from_year 2020",
            "a to_year of 2020 or later",
            "2019",
        ),
        (
            "growth/non_demographic.csv",
            "pod day_case, from_year 2018",
            "periods of one pod that do not overlap",
            "one that reaches 2020",
        ),
        (
            "growth/non_demographic.csv",
            "pod day_case, from_year 2020",
            "periods of one pod that do not overlap",
            "one that reaches 2020",
        ),
    ]


def test_growth_lies_between_its_low_and_high_end():
    growth = [
        ("day_case", 2017, 2017, 0.05, 0.01, 0.04),
        ("ae_type_1", 2017, 2017, -0.01, 0.0, 0.04),
    ]
    assert _faults(growth=growth) == [
        (
            "growth/non_demographic.csv",
            "pod ae_type_1, from_year 2017",
            "a growth_share from low 0 to high 0.04",
            "-0.01",
        ),
        (
            "growth/non_demographic.csv",
            "pod day_case, from_year 2017",
            "a growth_share from low 0.01 to high 0.04",
            "0.05",
        ),
    ]
