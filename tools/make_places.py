"""Write ``examples/kent-medway/places`` from the papers and a folder of official files.

    python tools/make_places.py --official DIR [--out examples/kent-medway]

Codes, opening days, networks and the shares of districts between groups are computed
from the files; the rest is transcribed in ``places_papers.py``. No practice name and no
address is kept.
"""

import argparse
import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import places_papers as papers
from places_codes import (
    BOARD_ON,
    DISTRICTS,
    GROUPS,
    LATER_BODIES,
    MERGED_ON,
    SHEPWAY_RENAMED_ON,
    SITES,
    SYSTEM_ON,
    Row,
    day_before,
)
from places_official import (
    find_network_groups,
    make_area_rows,
    make_group_rows,
    make_lookup_rows,
    make_network_rows,
    make_site_rows,
    make_trust_rows,
    read_networks,
    read_sheet,
    title_case,
)


def write_table(path: Path, header: str, rows: Iterable[Row]) -> None:
    """Write rows as CSV; an empty cell where nothing is known."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*header.split(), "source", "status"])
        writer.writerows([["" if v is None else v for v in row] for row in rows])


def make_system_rows() -> list[Row]:
    """State the partnership, the single group, the board and the joint committee."""
    lookup = ("ons-ccg21-icb22", "published")
    page = ("km-ics-history", "derived")
    qks = ("QKS", "E54000032")
    return [
        (
            *(
                "km-stp",
                "Kent and Medway Sustainability and Transformation Partnership",
            ),
            *("stp_partnership", *qks, None, date(2016, 3, 9), day_before(SYSTEM_ON)),
            *("stp-initiation-2016", "derived"),
        ),
        (
            *("km-ics", "Kent and Medway Integrated Care System", "ics", None, None),
            *(papers.PID_DATED, SYSTEM_ON, None, *page),
        ),
        (
            *("ccg-kent-medway", "NHS Kent and Medway CCG", "ccg", "91Q", "E38000237"),
            *(papers.PID_DATED, MERGED_ON, day_before(BOARD_ON), *lookup),
        ),
        (
            *("km-icb", "NHS Kent and Medway Integrated Care Board", "icb", *qks),
            *(None, BOARD_ON, None, *lookup),
        ),
        (
            *("km-icp", "Kent and Medway Integrated Care Partnership"),
            *("icp_statutory", None, None, None, BOARD_ON, None, *page),
        ),
    ]


def make_council_rows() -> list[Row]:
    """State the councils: the county, the unitary, the twelve districts."""
    lookup = ("ons-lsoa11-lad21", "published")
    rows: list[Row] = [
        (
            *("kcc", "Kent County Council", "council", None, "E10000016"),
            *(None, None, None, "stp-initiation-2016", "published"),
        ),
        (
            *("districts", "District and borough councils of Kent", "council_group"),
            *(None, None, None, None, None, papers.PACK, "published"),
        ),
    ]
    for code, (_, id_, name) in DISTRICTS.items():
        start = SHEPWAY_RENAMED_ON if code == "E07000112" else None
        if start:
            old = ("Shepway District Council", "council", None, code)
            last = day_before(start)
            rows.append(
                (id_, *old, None, None, last, "shepway-renamed-2018", "published")
            )
        rows.append((id_, name, "council", None, code, None, start, None, *lookup))
    return rows


def make_member_rows(ods: Path) -> list[Row]:
    """State who sits in what: footprints, the twelve councils, networks."""
    rows: list[Row] = []
    for fields in papers.FOOTPRINTS:
        id_, whole, part, source, status = fields[0], *fields[7:]
        rows += [(id_, member, "whole", source, status) for member in whole]
        rows += [(id_, member, "part", source, status) for member in part]
    rows += [
        ("districts", council, "whole", papers.PACK, "published")
        for code, (_, council, _) in DISTRICTS.items()
        if code.startswith("E07")
    ]
    rows += [
        ("km-icp", member, "whole", "km-ics-history", "published")
        for member in ("kcc", "km-icb", "medway-council")
    ]
    groups = find_network_groups(ods)
    for code, _, first, last, source in read_networks(ods):
        network = f"pcn-{code.lower()}"
        old = sorted(groups.get(code, ())) if first and first < MERGED_ON else []
        part = "whole" if len(old) == 1 else "part"
        rows += [(id_, network, part, "ods-epraccur-2019", "derived") for id_ in old]
        for id_, (begins, ends) in LATER_BODIES.items():
            if (last is None or last >= begins) and (
                ends is None or (first or ends) <= ends
            ):
                rows.append((id_, network, "whole", source, "published"))
    return sorted(rows, key=lambda row: (str(row[0]), str(row[1])))


def make_succession_rows() -> list[Row]:
    """State who followed whom."""
    lookup = ("ons-ccg21-icb22", "published")
    rows: list[Row] = [(id_, "ccg-kent-medway", MERGED_ON, *lookup) for id_ in GROUPS]
    rows.append(("ccg-kent-medway", "km-icb", BOARD_ON, *lookup))
    rows.append(("km-stp", "km-ics", SYSTEM_ON, "km-ics-history", "derived"))
    # All practices of the first two, but one, are practices of the third from that day.
    rows += [
        (f"pcn-{old}", "pcn-u37339", MERGED_ON, "ods-epcn-2020", "derived")
        for old in ("u08744", "u57426")
    ]
    return rows


def make_name_rows(ods: Path) -> list[Row]:
    """State name variants: as the papers print them, and later names of networks."""
    sites = {id_: "nhs-choices-hospitals-2018" for id_, _, _ in SITES.values()}
    bodies = {**sites, "km-icb": "ons-ccg21-icb22"}
    rows: list[Row] = [
        (
            *(id_, variant),
            papers.VARIANT_SOURCES.get(variant) or bodies.get(id_, papers.PACK),
            "derived" if id_ in bodies else "published",
        )
        for id_, variants in papers.NAMES
        for variant in variants
    ]
    first_names = {code: name for code, name, *_ in read_networks(ods)}
    later = read_sheet(ods / "ePCN_2023.xlsx", 0).select("PCN Code", "PCN Name")
    rows += [
        (f"pcn-{code.lower()}", title_case(name), "ods-epcn-2023", "published")
        for code, name in later.iter_rows()
        if first_names.get(code, title_case(name)) != title_case(name)
    ]
    return rows


def make_level_rows() -> list[Row]:
    """State each service with the footprints that plan it: a whole set, or none."""
    published = (date(2016, 3, 9), None, papers.S0, "published")
    return [
        (level, name, service, basis, footprint_set, None, *published)
        for level, name, basis, footprint_set, services in papers.PLANNING_LEVELS
        for service in services
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    arguments = parser.parse_args()
    official, ods = arguments.official, arguments.official / "ods"
    folder = arguments.out / "places"
    folder.mkdir(parents=True, exist_ok=True)

    named = [
        (id_, name, kind, None, None, None, None, None, source, "published")
        for id_, name, kind, source in papers.NAMED_ONLY
    ]
    groups = [
        (id_, name, "provider_group", *[None] * 5, "provider-groups", "illustrative")
        for id_, name in papers.PROVIDER_GROUPS
    ]
    organisations = [
        *make_group_rows(ods),
        *make_system_rows(),
        *make_trust_rows(ods),
        *make_council_rows(),
        *make_network_rows(ods),
        *named,
        *groups,
    ]
    tables: dict[str, tuple[str, Iterable[Row]]] = {
        "organisations": (
            "id name kind ods_code gss_code proposed_on starts_on ends_on",
            organisations,
        ),
        "sites": (
            "id name organisation ods_code starts_on ends_on",
            make_site_rows(official),
        ),
        "areas": ("id name kind gss_code starts_on ends_on", make_area_rows(official)),
        "footprint_sets": (
            "id name purpose",
            [(*row, "published") for row in papers.FOOTPRINT_SETS],
        ),
        "footprints": (
            "id name kind set proposed_on starts_on ends_on",
            [(*row[:7], *row[9:]) for row in papers.FOOTPRINTS],
        ),
        "footprint_members": ("footprint member part", make_member_rows(ods)),
        "succession": ("predecessor successor on", make_succession_rows()),
        "names": ("id variant", make_name_rows(ods)),
        "planning_levels": (
            "level level_name service basis footprint_set footprint starts_on ends_on",
            make_level_rows(),
        ),
        "functions": (
            "body tier function",
            [
                (body, tier, function, papers.PACK, "published")
                for body, tier, functions in papers.FUNCTIONS
                for function in functions
            ],
        ),
        "lookups": ("area organisation share", make_lookup_rows(official)),
        "catchments": (
            "footprint people",
            [(*row, papers.S0, "published") for row in papers.CATCHMENTS],
        ),
    }
    for name, (header, rows) in tables.items():
        made = list(rows)
        write_table(folder / f"{name}.csv", header, made)
        print(f"{name}: {len(made)} rows")


if __name__ == "__main__":
    main()
