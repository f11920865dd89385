"""Spaces by hand."""

from factories.demand_factory import make_activity, make_tables
from placeplan.capacity import compare_spaces, need_spaces


def test_the_worked_example_of_the_ratio_method():
    assert round(need_spaces(50_000.0, 4.0, 52.0, 168.0, 0.5), 1) == 45.8


def test_spaces_are_compared_by_site_and_pod():
    activity = make_activity(
        [
            (2016, "dover", "ekhuft", "qeqm", "ae_type_1", "activity", 10_920.0),
            (2016, "swale", "ekhuft", "qeqm", "ae_type_1", "activity", 10_920.0),
            (2016, "swale", "ekhuft", "qeqm", "ae_type_3", "activity", 4_000.0),
            (2016, "swale", "ekhuft", "qeqm", "ae_type_2", "activity", 5.0),
        ]
    )
    tables = make_tables(
        spaces=[
            (2016, "ekhuft", "qeqm", "ae_type_1", 18),
            (2016, "ekhuft", "qeqm", "ae_type_3", 2),
        ],
        space_standards=[
            ("ae_type_1", 2016, 4, 52, 168, 0.5),
            ("ae_type_3", 2016, 2, 50, 80, 1.0, "ours", "illustrative"),
        ],
    )
    frame = compare_spaces(tables, activity, [2016])
    assert frame.select("pod", "measure", "unit", "value", "status").rows() == [
        ("ae_type_1", "spaces_needed", "spaces", 20, "derived"),
        ("ae_type_3", "spaces_needed", "spaces", 2, "illustrative"),
        ("ae_type_1", "spaces_available", "spaces", 18, "published"),
        ("ae_type_3", "spaces_available", "spaces", 2, "published"),
        ("ae_type_1", "spaces_headroom", "spaces", -2, "derived"),
        ("ae_type_3", "spaces_headroom", "spaces", 0, "illustrative"),
    ]
