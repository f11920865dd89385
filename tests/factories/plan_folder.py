"""A tiny plan folder: two districts, two trusts, four years, all numbers made up.

`make_tables` gives its rows by table name, so that a test can change a few of them
before `write_plan_folder` writes the files.
"""

import csv

from placeplan.evidence import CONTRACTS

PLACES = {"ashford": 1000, "dover": 600}
SEXES = ("female", "male")
PROVENANCE = {"source": "made-up", "status": "illustrative"}

MANIFEST = """\
schema: 1
id: tiny
name: A tiny plan
base_year: 2016
horizon_year: 2019
people_from: 2015
people_to: 2020
scenarios:
  - id: do_nothing
    name: If nothing changes
  - id: plan
    name: The plan
"""

SOURCES = """\
sources:
  - id: made-up
    title: Made up for tests
    publisher: Nobody
    dated: 2016-03-09
    licence: MIT
    status: illustrative
    grade: D
    note: Every number is made up.
"""


def make_tables():
    """Rows of every table that a plan needs, by table name."""
    return _make_places() | _make_people() | _make_activity() | _make_rest()


def write_plan_folder(folder, *, tables=None, manifest=MANIFEST, sources=SOURCES):
    """Write a plan folder and give its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(manifest, encoding="utf-8")
    (folder / "sources.yaml").write_text(sources, encoding="utf-8")
    for name, rows in (make_tables() if tables is None else tables).items():
        write_rows(folder / CONTRACTS[name].path, list(CONTRACTS[name].schema), rows)
    return folder


def write_rows(path, header, rows):
    """Write rows, each ending with the made-up source unless it names another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(PROVENANCE | row for row in rows)


def _make_places():
    trusts = [
        {"id": "east-trust", "name": "East Trust", "kind": "acute_trust"},
        {"id": "west-trust", "name": "West Trust", "kind": "acute_trust"},
    ]
    systems = [{"id": "km-stp", "name": "The system", "kind": "stp_partnership"}]
    return {
        "organisations": trusts + systems,
        "sites": [
            {"id": "east-site", "name": "East Hospital", "organisation": "east-trust"},
            {"id": "west-site", "name": "West Hospital", "organisation": "west-trust"},
        ],
        "areas": [
            {"id": place, "name": place.capitalize(), "kind": "district"}
            for place in PLACES
        ],
        "footprints": [
            {"id": "whole", "name": "The whole", "kind": "footprint", "set": "local"}
        ],
        "footprint_members": [
            {"footprint": "whole", "member": place, "part": "whole"} for place in PLACES
        ],
        "lookups": [
            {"area": place, "organisation": "km-stp", "share": 1} for place in PLACES
        ],
    }


def _make_people():
    ages = range(91)
    return {
        "people_base": [
            {
                "year": 2015,
                "place": place,
                "sex": sex,
                "age": age,
                "value": people // 20 + 90 - age,
            }
            for place, people in PLACES.items()
            for sex in SEXES
            for age in ages
        ],
        "fertility": [
            {"year": 2015, "age": age, "births_per_woman": 0.06}
            for age in range(15, 45)
        ],
        "mortality": [
            {
                "year": 2015,
                "sex": sex,
                "age": age,
                "death_share": round(0.001 + max(age, 0) ** 3 / 5e6, 6),
            }
            for sex in SEXES
            for age in range(-1, 91)
        ],
        "migration_schedule": [
            {"sex": sex, "age": age, "share": 0.05 if 20 <= age < 30 else 0}
            for sex in SEXES
            for age in ages
        ],
        "migration": [
            {"year": 2016, "place": "ashford", "net_people": 40},
            {"year": 2016, "place": "dover", "net_people": -10},
        ],
    }


def _make_activity():
    hospitals = {"ashford": "west", "dover": "east"}
    return {
        "activity_base": [
            {
                "pod": pod,
                "place": place,
                "provider": f"{hospitals[place]}-trust",
                "site": f"{hospitals[place]}-site",
                "sex": "persons",
                "age_band": age_band,
                "activity": activity,
                "bed_days": 5 * activity if pod == "emergency_spell" else 0,
            }
            for place in PLACES
            for pod, age_band, activity in (
                ("emergency_spell", "0-64", 300),
                ("emergency_spell", "65+", 700),
                ("ae_type_1", "0+", 4000),
            )
        ],
        "growth": [
            {
                "pod": "emergency_spell",
                "from_year": 2017,
                "to_year": 2019,
                "growth_share": 0.02,
                "low": 0.01,
                "high": 0.03,
            }
        ],
    }


def _make_rest():
    trusts = ("east", "west")
    years = range(2016, 2020)
    return {
        "beds": [
            {
                "year": 2016,
                "provider": f"{trust}-trust",
                "site": f"{trust}-site",
                "beds": 15,
            }
            for trust in trusts
        ],
        "bed_standards": [
            {
                "pod": "emergency_spell",
                "from_year": 2016,
                "occupancy_share": 0.9,
                "days_open": 365,
            }
        ],
        "staff": [
            {
                "year": 2016,
                "provider": f"{trust}-trust",
                "staff_group": "consultant",
                "wte": 5,
            }
            for trust in trusts
        ],
        "staff_standards": [
            {
                "pod": "emergency_spell",
                "staff_group": "consultant",
                "from_year": 2016,
                "minutes_each": 60,
                "productive_minutes": 75600,
            }
        ],
        "staff_flows": [
            {
                "staff_group": "consultant",
                "from_year": 2016,
                "joiner_share": 0.05,
                "leaver_share": 0.04,
            }
        ],
        "prices": [
            {"pod": "emergency_spell", "price_pounds": 2000},
            {"pod": "ae_type_1", "price_pounds": 150},
        ],
        "inflation": [
            {"from_year": 2017, "to_year": 2019, "kind": "price", "growth_share": 0.02}
        ],
        "income": [
            {
                "year": year,
                "organisation": "km-stp",
                "allocation_pounds": 5_000_000,
                "other_pounds": 0,
            }
            for year in years
        ],
        "solutions": [
            {
                "solution": "local-care",
                "theme": "care-transformation",
                "year": 2019,
                "value_pounds": 100_000,
                "recurrent": "yes",
            }
        ],
    }
