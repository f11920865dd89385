"""A registry of a tiny system: three groups merge; one sat in two footprints."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from placeplan.places import TABLES, Footprint, Member, Registry

CONTRACTS = {contract.name: contract for contract in TABLES}
MERGED_ON = date(2020, 4, 1)
LAST_DAY = date(2020, 3, 31)


def make_table(name: str, rows: Sequence[tuple[Any, ...]]) -> pl.DataFrame:
    """Make a table of places; source and status are put in where a row lacks them."""
    schema = CONTRACTS[name].schema
    width = len(schema) - 2
    whole = [row if len(row) > width else (*row, "paper", "published") for row in rows]
    return pl.DataFrame(whole, schema=schema, orient="row")


def make_tables(**changed: Sequence[tuple[Any, ...]]) -> Mapping[str, pl.DataFrame]:
    """Make the tables of a tiny system, some of them changed.

    Groups ``ccg-hill``, ``ccg-mill`` and ``ccg-quay`` merge on 1 April 2020. Mill sits
    in both footprints of set ``plans``, and in part in both of set ``council``.
    """
    group = (None, date(2013, 4, 1), LAST_DAY)
    plans = ("footprint", "plans", None, date(2016, 3, 9), LAST_DAY)
    council = ("footprint", "council", None, date(2016, 5, 19), LAST_DAY)
    rows: dict[str, Sequence[tuple[Any, ...]]] = {
        "organisations": [
            ("ccg-hill", "NHS Hill CCG", "ccg", "01H", "E38H", *group),
            ("ccg-mill", "NHS Mill CCG", "ccg", "01M", "E38M", *group),
            ("ccg-quay", "NHS Quay CCG", "ccg", "01Q", "E38Q", *group),
            (
                "ccg-all",
                "NHS All CCG",
                "ccg",
                "99A",
                None,
                date(2019, 6, 24),
                MERGED_ON,
                None,
            ),
            (
                "trust",
                "Hill Infirmary Trust",
                "acute_trust",
                "RHI",
                None,
                None,
                None,
                date(2018, 3, 31),
            ),
            (
                "trust",
                "Hill & Quay Trust",
                "acute_trust",
                "RHI",
                None,
                None,
                date(2018, 4, 1),
                None,
            ),
            ("pcn-one", "One PCN", "pcn", "U1", None, None, date(2019, 7, 1), None),
        ],
        "areas": [
            ("hill", "Hill", "district", "E07H", None, None),
            ("mill", "Mill", "district", "E07M", None, None),
        ],
        "sites": [("infirmary", "Infirmary", "trust", "RHI01", None, None)],
        "footprint_sets": [
            ("council", "Council", "How the council saw it"),
            ("plans", "Plans", "Local plans"),
            ("alliances", "Alliances", "Proposed"),
            ("whole", "Whole", "Everything"),
        ],
        "footprints": [
            ("north", "North", *plans),
            ("south", "South", *plans),
            ("c-north", "North", *council),
            ("c-south", "South", *council),
            (
                "alliance",
                "Mill Alliance",
                "icp_place_alliance",
                "alliances",
                date(2019, 6, 24),
                None,
                None,
            ),
            ("system", "All of it", "footprint", "whole", None, None, None),
        ],
        "footprint_members": [
            ("north", "ccg-hill", "whole"),
            ("north", "ccg-mill", "whole"),
            ("south", "ccg-mill", "whole"),
            ("south", "ccg-quay", "whole"),
            ("c-north", "ccg-hill", "whole"),
            ("c-north", "ccg-mill", "part"),
            ("c-south", "ccg-mill", "part"),
            ("c-south", "ccg-quay", "whole"),
            ("alliance", "ccg-mill", "whole"),
            ("system", "north", "whole"),
            ("system", "south", "whole"),
            ("ccg-mill", "pcn-one", "whole"),
            ("ccg-all", "pcn-one", "whole"),
        ],
        "succession": [
            ("ccg-hill", "ccg-all", MERGED_ON),
            ("ccg-mill", "ccg-all", MERGED_ON),
            ("ccg-quay", "ccg-all", MERGED_ON),
        ],
        "names": [("ccg-mill", "Mill CCG"), ("trust", "H&Q"), ("alliance", "North")],
        "levels": [
            (
                1,
                "Out of hospital",
                "care homes",
                "groups",
                "plans",
                None,
                date(2016, 3, 9),
                None,
            ),
            (
                1,
                "Out of hospital",
                "primary care",
                "groups",
                "plans",
                "south",
                date(2016, 3, 9),
                None,
            ),
            (5, "Specialist", "trauma", "networks", None, None, date(2016, 3, 9), None),
        ],
        "functions": [
            ("icp_place_alliance", "place", "answer for health"),
            ("pcn", "neighbourhood", "open in the evening"),
            ("ccg-all", "system", "set outcomes"),
            ("ccg-all", "system", "allocate budgets"),
        ],
        "lookups": [
            ("hill", "ccg-hill", 0.625),
            ("hill", "ccg-quay", 0.375),
            ("mill", "ccg-mill", 1.0),
        ],
        "catchments": [("north", 700), ("south", 900)],
    }
    rows.update(changed)
    return {name: make_table(name, each) for name, each in rows.items()}


def make_registry(**changed: Sequence[tuple[Any, ...]]) -> Registry:
    """Make the registry of the tiny system, some of its tables changed."""
    return Registry.from_tables(make_tables(**changed))


def make_footprint(id_: str, *whole: str, part: Sequence[str] = ()) -> Footprint:
    """Make a footprint of members that sit there wholly or in part."""
    members = (*(Member(m) for m in whole), *(Member(m, "part") for m in part))
    return Footprint(id=id_, name=id_, footprint_set="plans", members=members)


SOURCES = """\
sources:
  - id: paper
    title: The paper
    publisher: The partnership
    dated: 2016-03-09
    licence: OGL-3.0
    status: published
    grade: A
    note: As printed.
"""


def write_folder(folder: Path, **changed: Sequence[tuple[Any, ...]]) -> Path:
    """Write the tables of the tiny system, some of them changed, as a plan folder."""
    (folder / "places").mkdir(parents=True, exist_ok=True)
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    for name, frame in make_tables(**changed).items():
        frame.write_csv(folder / CONTRACTS[name].path)
    return folder
