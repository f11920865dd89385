"""Tables of places that contradict each other, every fault in words."""

from datetime import date

import pytest

from factories.places_factory import make_tables
from placeplan.errors import InputError
from placeplan.places import Registry, check_places

DAY = date(2020, 4, 1)
OPEN = (None, None, None)
ONE_CCG = ("a", "A", "ccg", None, None, *OPEN)


def list_faults(**changed):
    """Check the tiny system with some tables changed and the others left out."""
    tables = {name: make_tables(**changed)[name] for name in changed}
    return [str(fault) for fault in check_places(tables)]


def test_tiny_system_has_no_fault():
    assert check_places(make_tables()) == []


def test_no_tables_have_no_fault():
    assert check_places({}) == []


def test_family_that_could_not_be_read_is_not_a_fault_for_each_name():
    assert list_faults(sites=[], names=[("trust", "The Infirmary")]) == []


def test_id_in_two_tables():
    faults = list_faults(
        organisations=[ONE_CCG], areas=[("a", "A", "district", None, None, None)]
    )
    assert faults == [
        (
            "places/areas.csv: expected an id that places/organisations.csv does not "
            "use, "
            "found a. Give one another id."
        )
    ]


def test_body_that_changes_its_kind():
    faults = list_faults(
        organisations=[
            ("a", "A", "ccg", None, None, None, None, date(2020, 3, 31)),
            ("a", "A", "icb", None, None, None, DAY, None),
        ]
    )
    assert faults == [
        (
            "places/organisations.csv, column kind: expected one kind for a in all its "
            "rows, found ccg and icb. Give a body of another kind another id."
        )
    ]


def test_code_held_by_two_at_a_time():
    faults = list_faults(
        organisations=[
            ("a", "A", "ccg", "QKS", None, None, None, DAY),
            ("b", "B", "icb", "QKS", None, None, DAY, None),
        ]
    )
    assert faults == [
        (
            "places/organisations.csv, column ods_code: expected one holder of QKS "
            "at a "
            "time, found a and b. Correct the code, or end one before the other."
        )
    ]


def test_code_passed_on_is_no_fault():
    faults = list_faults(
        organisations=[
            ("a", "A", "ccg", "QKS", None, None, None, date(2020, 3, 31)),
            ("b", "B", "icb", "QKS", None, None, DAY, None),
        ]
    )
    assert faults == []


def test_names_of_bodies_that_do_not_exist():
    faults = list_faults(
        organisations=[ONE_CCG],
        footprint_members=[("nowhere", "nobody", "whole")],
        names=[("no-one", "No One")],
        functions=[("icp", "place", "x"), ("pcn", "neighbourhood", "y")],
    )
    expected = "expected the id of an organisation, area, site or footprint, found"
    remedy = "Add the body to its table, or correct the id."
    members = "places/footprint_members.csv, column"
    assert faults == [
        f"{members} footprint: {expected} nowhere. {remedy}",
        f"{members} member: {expected} nobody. {remedy}",
        f"places/names.csv, column id: {expected} no-one. {remedy}",
        f"places/functions.csv, column body: {expected} icp. {remedy}",
    ]


def test_body_inside_itself_by_a_detour():
    footprint = ("footprint", "s", *OPEN)
    faults = list_faults(
        footprints=[("f", "F", *footprint), ("g", "G", *footprint)],
        footprint_members=[("f", "g", "whole"), ("g", "f", "whole")],
    )
    found = [
        f"places/footprint_members.csv: expected members of {id_} that do not hold"
        f" {id_}"
        f" themselves, found {id_} inside itself. Take away the membership that closes "
        "the ring."
        for id_ in ("f", "g")
    ]
    assert faults == found


@pytest.mark.parametrize(
    ("ends_on", "found"),
    [(None, "no end"), (DAY, "an end on 2020-04-01")],
)
def test_predecessor_that_had_not_ended(ends_on, found):
    faults = list_faults(
        organisations=[
            ("a", "A", "ccg", None, None, None, None, ends_on),
            ("b", "B", "ccg", None, None, *OPEN),
        ],
        succession=[("a", "b", DAY)],
    )
    assert faults == [
        (
            "places/succession.csv: expected a to end before b takes over on "
            "2020-04-01, "
            f"found {found}. Correct ends_on, or the day."
        )
    ]


def test_body_that_succeeds_itself():
    faults = list_faults(organisations=[ONE_CCG], succession=[("a", "a", DAY)])
    assert faults == [
        (
            "places/succession.csv: expected two different bodies, found a. A body "
            "that "
            "only changes its name keeps its id: add a row to its table instead."
        )
    ]


def test_set_that_is_not_described():
    faults = list_faults(
        footprints=[("f", "F", "footprint", "plan", *OPEN)],
        footprint_sets=[("plans", "Plans", "Local plans")],
    )
    assert faults == [
        (
            "places/footprints.csv, column set: expected a set of footprint_sets.csv, "
            "found plan. Describe the set there."
        )
    ]


def test_level_that_contradicts_itself():
    faults = list_faults(
        footprints=[("f", "F", "footprint", "plans", *OPEN)],
        levels=[
            (1, "Out of hospital", "a", "groups", "plans", "f", None, None),
            (1, "Outside", "b", "networks", "other", "f", None, None),
        ],
    )
    path = "places/planning_levels.csv, column"
    alike = "Write it alike in each row."
    assert faults == [
        (
            f"{path} level_name: expected one level_name for level 1, found 'Out of "
            f"hospital' and 'Outside'. {alike}"
        ),
        (
            f"{path} basis: expected one basis for level 1, found 'groups' and "
            "'networks'."
            f" {alike}"
        ),
        (
            f"{path} footprint_set: expected a set that has footprints, found other. "
            "Correct the set."
        ),
        (
            f"{path} footprint: expected a footprint of other, found f. "
            "Correct the footprint."
        ),
    ]


def test_registry_is_not_built_from_faults_but_tells_them_all():
    tables = make_tables(
        names=[("no-one", "No One")], functions=[("none", "place", "x")]
    )
    with pytest.raises(InputError) as caught:
        Registry.from_tables(tables)
    assert len(caught.value.faults) == 2
