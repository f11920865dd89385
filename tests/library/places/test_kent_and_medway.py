"""Kent and Medway as its papers and official files give it."""

import csv
from datetime import date
from pathlib import Path

import pytest

from library.official_files import SHARED
from placeplan.places import TABLES, Registry, count_over_footprints
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
EIGHT = (
    "ccg-ashford",
    "ccg-canterbury-coastal",
    "ccg-dgs",
    "ccg-medway",
    "ccg-south-kent-coast",
    "ccg-swale",
    "ccg-thanet",
    "ccg-west-kent",
)


@pytest.fixture(scope="module")
def registry():
    files = read_folder(EXAMPLE, TABLES)
    files.raise_faults()
    return Registry.from_tables(files.frames)


def list_ids(entries):
    return [entry.id for entry in entries]


def count_kinds(registry, day):
    counts = {}
    for entry in registry.as_at(day).list_entries():
        counts[entry.body.kind] = counts.get(entry.body.kind, 0) + 1
    return counts


def test_as_at_2016_shows_eight_groups_and_four_footprints_with_swale_in_two(registry):
    view = registry.as_at(date(2016, 6, 1))
    assert list_ids(view.list_entries("ccg")) == list(EIGHT)
    assert list_ids(
        entry
        for entry in view.list_entries("footprint")
        if entry.footprint_set == "local-plan-2016"
    ) == ["lp-east", "lp-north-east", "lp-north-west", "lp-west"]
    assert view.find_overlaps("ccg-swale")["local-plan-2016"] == (
        "lp-north-east",
        "lp-north-west",
    )


def test_as_at_july_2019_shows_four_place_alliances_as_proposed(registry):
    entries = registry.as_at(date(2019, 7, 15)).list_entries("icp_place_alliance")
    assert [(entry.id, entry.standing.value) for entry in entries] == [
        ("icp-dgs", "proposed"),
        ("icp-east-kent", "proposed"),
        ("icp-medway-swale", "proposed"),
        ("icp-west-kent", "proposed"),
    ]


def test_as_at_april_2020_shows_one_group_that_names_its_eight_predecessors(registry):
    (entry,) = registry.as_at(date(2020, 4, 2)).list_entries("ccg")
    assert entry.id == "ccg-kent-medway"
    assert entry.predecessors == EIGHT


def test_as_at_july_2022_the_board_has_followed_the_group(registry):
    view = registry.as_at(date(2022, 7, 1))
    assert view.list_entries("ccg") == ()
    (board,) = view.list_entries("icb")
    assert (board.id, board.predecessors) == ("km-icb", ("ccg-kent-medway",))
    assert board.body.codes == ("QKS", "E54000032")


def test_bodies_of_2016_by_kind(registry):
    counts = count_kinds(registry, date(2016, 6, 1))
    expected = {"ccg": 8, "district": 13, "council": 14, "acute_trust": 4, "site": 7}
    assert {kind: counts[kind] for kind in expected} == expected


@pytest.mark.parametrize(
    ("day", "networks"),
    [
        (date(2019, 6, 30), 0),
        (date(2019, 7, 1), 42),  # "about 42" in the papers
        (date(2020, 4, 2), 41),  # two of Sittingbourne became one
        (date(2023, 1, 31), 42),  # 42 in the ODS file of January 2023
    ],
)
def test_networks_in_force(registry, day, networks):
    assert len(registry.as_at(day).list_entries("pcn")) == networks


def test_catchments_sum_to_the_papers_total(registry):
    people = {id_: each.people for id_, each in registry.catchments.items()}
    assert people == {
        "cl-dgs-swale": 367_000,
        "cl-east": 695_000,
        "cl-medway": 295_000,
        "cl-west": 480_000,
    }
    assert sum(people.values()) == 1_837_000


def test_shares_of_districts_in_groups(registry):
    lookup = registry.lookup
    assert len(lookup.cells) == 16
    shares = {
        (cell.area, cell.organisation): round(cell.share, 2)
        for cell in lookup.cells
        if cell.share < 1
    }
    assert shares == {
        ("dover", "ccg-canterbury-coastal"): 0.15,
        ("dover", "ccg-south-kent-coast"): 0.85,
        ("sevenoaks", "ccg-dgs"): 0.4,
        ("sevenoaks", "ccg-west-kent"): 0.6,
        ("swale", "ccg-canterbury-coastal"): 0.21,
        ("swale", "ccg-swale"): 0.79,
    }


def test_people_of_the_local_plans_count_swale_once(registry):
    # Mid-2019 estimates by district, summed over 1,065 small areas: 1,860,111 people.
    people = {
        "ashford": 130_032,
        "canterbury": 165_394,
        "dartford": 112_606,
        "dover": 118_131,
        "folkestone-hythe": 112_996,
        "gravesham": 106_939,
        "maidstone": 171_826,
        "medway": 278_556,
        "sevenoaks": 120_750,
        "swale": 150_082,
        "thanet": 141_922,
        "tonbridge-malling": 132_153,
        "tunbridge-wells": 118_724,
    }
    by_group = registry.lookup.spread(people)
    plans = registry.get_set("local-plan-2016").footprints
    count = count_over_footprints(by_group, plans)
    assert round(count.total) == 1_860_111
    assert count.counted_once == ("ccg-swale",)
    assert round(count.double_counted) == 118_929


def test_county_councils_units_hold_swale_in_part(registry):
    values = dict.fromkeys(EIGHT, 1.0)
    count = count_over_footprints(
        values, registry.get_set("kcc-position-2016").footprints
    )
    assert (count.total, count.in_part, count.most) == (7.0, ("ccg-swale",), 8.0)


def test_planning_levels_one_to_five_with_their_footprints(registry):
    view = registry.as_at(date(2016, 6, 1))
    levels = {
        level.level: (len(level.services), list_ids(view.list_operational(level)))
        for level in view.list_levels()
    }
    assert levels == {
        1: (7, ["cl-dgs-swale", "cl-east", "cl-medway", "cl-west"]),
        2: (4, ["ac-a21-a229", "ac-dvh-sel", "ac-ekhuft"]),
        3: (2, ["la-kent", "la-medway"]),
        4: (3, ["sys-km"]),
        5: (3, []),
    }


def test_parts_of_the_integrated_care_system_of_2019(registry):
    parts = registry.as_at(date(2019, 7, 15)).list_care_parts()
    found = {part.body: (len(part.functions), len(bodies)) for part, bodies in parts}
    assert found == {
        "pcn": (5, 42),
        "icp_place_alliance": (13, 4),
        "ccg-kent-medway": (13, 1),
        "km-ics": (4, 1),
    }


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 3, 31), "Shepway"),
        (date(2018, 4, 1), "Folkestone and Hythe"),
    ],
)
def test_district_that_was_renamed(registry, day, name):
    assert registry.as_at(day).get_entry("folkestone-hythe").body.name == name


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("DVH", "dgt"),
        ("Dartford, Gravesham and Swanley NHS Foundation Trust", "dgt"),
        ("KCHT", "kchft"),
        ("EKUFT", "ekhuft"),
        ("Medway Foundation NHS Trust", "mft"),
        ("Medway County Council", "medway-council"),
        ("North Kent ICP", "icp-dgs"),
        ("Canterbury and d Coastal CCG", "ccg-canterbury-coastal"),
        ("RVV09", "qeqm"),
        ("E38000180", "ccg-swale"),
    ],
)
def test_variants_of_the_papers(registry, written, id_):
    assert registry.get_id(written) == id_


def test_membership_with_practices_of_two_groups_is_in_part(registry):
    seats = registry.as_at(date(2019, 7, 15)).list_seats("pcn-u25255")
    assert [(seat.body, seat.part) for seat in seats] == [
        ("ccg-canterbury-coastal", "part"),
        ("ccg-kent-medway", "whole"),
        ("ccg-south-kent-coast", "part"),
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not SHARED.exists(), reason="official file not beside the project")
def test_tables_are_what_the_script_makes_of_the_official_files(tmp_path, monkeypatch):
    import make_places

    command = ["make_places.py", "--official", str(SHARED), "--out", str(tmp_path)]
    monkeypatch.setattr("sys.argv", command)
    make_places.main()

    made = sorted(path.name for path in (tmp_path / "places").iterdir())
    assert len(made) == len(TABLES)
    for name in made:
        committed = (EXAMPLE / "places" / name).read_text("utf-8")
        assert (tmp_path / "places" / name).read_text("utf-8") == committed


@pytest.mark.real_files
@pytest.mark.skipif(not SHARED.exists(), reason="official file not beside the project")
def test_boundaries_are_what_the_script_makes_of_the_official_file(
    tmp_path, monkeypatch
):
    import make_boundaries

    (tmp_path / "places").mkdir()
    command = ["make_boundaries.py", "--official", str(SHARED), "--out", str(tmp_path)]
    monkeypatch.setattr("sys.argv", command)
    make_boundaries.main()

    made = (tmp_path / "places" / "boundaries.geojson").read_bytes()
    assert made == (EXAMPLE / "places" / "boundaries.geojson").read_bytes()


def test_every_source_is_listed():
    import yaml

    listed = yaml.safe_load((EXAMPLE / "sources.yaml").read_text("utf-8"))["sources"]
    known = {source["id"] for source in listed}
    for contract in TABLES:
        with (EXAMPLE / contract.path).open(encoding="utf-8", newline="") as file:
            used = {row["source"] for row in csv.DictReader(file)}
        assert used <= known, contract.name
