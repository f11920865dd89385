"""Rows that official files give: groups, trusts, networks, districts, sites, shares."""

import csv
from datetime import date
from pathlib import Path

import fastexcel
import polars as pl

from places_codes import (
    CODES_OPENED,
    DISTRICTS,
    GROUPS,
    KMPT_RENAMED_ON,
    MERGED_ON,
    NETWORKS_ON,
    SAME_IN_CAPITALS,
    SHEPWAY_RENAMED_ON,
    SITES,
    TRUSTS,
    Row,
    day_before,
)


def read_day(text: str | None) -> date | None:
    """Read the ODS form 20191001; empty is open."""
    return date(int(text[:4]), int(text[4:6]), int(text[6:])) if text else None


def read_headless(path: Path) -> list[list[str]]:
    """Read an ODS file without a header: fields by position."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def read_sheet(path: Path, sheet: int) -> pl.DataFrame:
    """Read a sheet of ePCN.xlsx, its headers freed of line breaks."""
    frame = fastexcel.read_excel(path).load_sheet(sheet).to_polars()
    return frame.rename({name: " ".join(name.split()) for name in frame.columns})


def title_case(name: str) -> str:
    """Turn capitals into a name: ``ASHFORD RURAL PCN`` to Ashford Rural PCN."""
    return " ".join(
        word if word in SAME_IN_CAPITALS else word.capitalize() for word in name.split()
    )


def make_group_rows(ods: Path) -> list[Row]:
    """Date the eight groups: first day that a practice belonged to them."""
    joined: dict[str, str] = {}
    for practice in read_headless(ods / "epcmem_KM.csv"):
        code, day = practice[1], practice[3]
        joined[code] = min(day, joined.get(code, day))
    names = {
        "ccg-ashford": "NHS Ashford CCG",
        "ccg-canterbury-coastal": "NHS Canterbury and Coastal CCG",
        "ccg-dgs": "NHS Dartford, Gravesham and Swanley CCG",
        "ccg-medway": "NHS Medway CCG",
        "ccg-south-kent-coast": "NHS South Kent Coast CCG",
        "ccg-swale": "NHS Swale CCG",
        "ccg-thanet": "NHS Thanet CCG",
        "ccg-west-kent": "NHS West Kent CCG",
    }
    return [
        (
            *(id_, names[id_], "ccg", code, gss, None),
            *(read_day(joined[code]), day_before(MERGED_ON)),
            *("ods-epcmem-2020", "published"),
        )
        for id_, (code, gss) in GROUPS.items()
    ]


def make_trust_rows(ods: Path) -> list[Row]:
    """Take the trusts' opening days from the ODS file of trusts."""
    opened = {
        row[0]: read_day(row[10]) for row in read_headless(ods / "etr_2020-03.csv")
    }
    names = {
        "ekhuft": "East Kent Hospitals University NHS Foundation Trust",
        "mtw": "Maidstone and Tunbridge Wells NHS Trust",
        "mft": "Medway NHS Foundation Trust",
        "dgt": "Dartford and Gravesham NHS Trust",
        "kchft": "Kent Community Health NHS Foundation Trust",
        "kmpt": "Kent and Medway NHS and Social Care Partnership Trust",
        "secamb": "South East Coast Ambulance Service NHS Foundation Trust",
        "esht": "East Sussex Healthcare NHS Trust",
        "gstt": "Guy's and St Thomas' NHS Foundation Trust",
    }
    source = ("ods-etr-2020", "published")
    rows: list[Row] = []
    for code, (id_, kind) in TRUSTS.items():
        last = day_before(KMPT_RENAMED_ON) if id_ == "kmpt" else None
        rows.append(
            (id_, names[id_], kind, code, None, None, opened[code], last, *source)
        )
    renamed = "Kent and Medway Mental Health NHS Trust"
    rows.append(
        (
            *("kmpt", renamed, "mental_health_trust", "RXY", None, None),
            *(KMPT_RENAMED_ON, None, "kmpt-new-name-2025", "published"),
        )
    )
    return rows


def find_network_groups(ods: Path) -> dict[str, set[str]]:
    """Find the groups of each network's practices: network code to ids of groups.

    A practice's group is that of November 2019, before the groups merged.
    """
    by_code = {code: id_ for id_, (code, _) in GROUPS.items()}
    practices = {
        row[0]: by_code[row[14]]
        for row in read_headless(ods / "epraccur_2019-11_KM.csv")
        if row[14] in by_code
    }
    partners = read_sheet(ods / "ePCN_2020.xlsx", 1)
    groups: dict[str, set[str]] = {}
    for practice, network in partners.select(
        "Partner Organisation Code", "PCN Code"
    ).iter_rows():
        if practice in practices:
            groups.setdefault(network, set()).add(practices[practice])
    return groups


def read_networks(ods: Path) -> list[tuple[str, str, date | None, date | None, str]]:
    """Read the networks of both files: code, first name, opened, closed, source.

    The later file adds networks and closing days; the earlier one keeps the first name.
    """
    found: dict[str, tuple[str, str, date | None, date | None, str]] = {}
    for year, parent in ((2023, "Current Sub ICB Loc Code"), (2020, "")):
        frame = read_sheet(ods / f"ePCN_{year}.xlsx", 0)
        parent = parent or "Current Clinical Commissioning Group Code"
        here = frame.filter(pl.col(parent).is_in(["91Q", "10D"]))
        columns = ("PCN Code", "PCN Name", "Open Date", "Close Date")
        for code, name, opened, closed in here.select(columns).iter_rows():
            last = read_day(closed) or (found[code][3] if code in found else None)
            first = NETWORKS_ON if opened == CODES_OPENED else read_day(opened)
            found[code] = (code, title_case(name), first, last, f"ods-epcn-{year}")
    return [found[code] for code in sorted(found)]


def make_network_rows(ods: Path) -> list[Row]:
    """State the primary care networks; their first day is derived."""
    return [
        (
            *(
                f"pcn-{code.lower()}",
                name,
                "pcn",
                code,
                None,
                None,
                first,
                last,
                source,
            ),
            "derived" if first == NETWORKS_ON else "published",
        )
        for code, name, first, last, source in read_networks(ods)
    ]


def make_lookup_rows(official: Path) -> list[Row]:
    """Compute each district's share of people in each group, mid-2019, six decimals.

    The shares of a district sum to 1: its largest cell takes what rounding left.
    """
    areas = pl.read_csv(official / "geography" / "derived_LSOA11_to_CCG15_KM.csv")
    people = pl.read_csv(
        official / "population" / "mye2019_lsoa11_persons_syoa_KM_and_neighbours.csv"
    ).select("lsoa11_code", people="total_population")
    joined = areas.join(people, left_on="LSOA11CD", right_on="lsoa11_code")
    if joined.height != areas.height:
        raise SystemExit("Some small areas have no estimate: check the two files.")
    by_gss = {gss: id_ for id_, (_, gss) in GROUPS.items()}
    cells: dict[str, dict[str, int]] = {}
    for district, group, count in (
        joined.group_by("LAD21CD", "CCG15CD").agg(pl.col("people").sum()).iter_rows()
    ):
        cells.setdefault(DISTRICTS[district][0], {})[by_gss[group]] = count
    rows: list[Row] = []
    for district, counts in sorted(cells.items()):
        total = sum(counts.values())
        micro = {group: round(1e6 * count / total) for group, count in counts.items()}
        micro[max(micro, key=micro.__getitem__)] += 1_000_000 - sum(micro.values())
        rows += [
            (district, group, micro[group] / 1e6, "ons-sape-2019-lsoa", "derived")
            for group in sorted(micro)
        ]
    return rows


def make_area_rows(official: Path) -> list[Row]:
    """State the thirteen districts, their codes checked against the official lookup."""
    lookup = pl.read_csv(
        official / "geography" / "LSOA11_CCG21_LAD21_lookup_KM_and_neighbours.csv"
    )
    names = dict(lookup.select("LAD21CD", "LAD21NM").unique().iter_rows())
    source = ("ons-lsoa11-lad21", "published")
    rows: list[Row] = []
    for code, (id_, _, _) in DISTRICTS.items():
        start = SHEPWAY_RENAMED_ON if code == "E07000112" else None
        if start:
            last = day_before(start)
            old = (id_, "Shepway", "district", code, None, last)
            rows.append((*old, "shepway-renamed-2018", "published"))
        rows.append((id_, names[code], "district", code, start, None, *source))
    return rows


def make_site_rows(official: Path) -> list[Row]:
    """State the seven acute sites, their codes checked against the official list."""
    path = official / "ods" / "Hospital_NHS_Choices_2018.csv"
    listed = {
        line.split("\u00ac")[1]
        for line in path.read_text(encoding="latin-1").splitlines()[1:]
        if line.count("\u00ac") > 1
    }
    if missing := set(SITES) - listed:
        raise SystemExit(f"Not in the list of hospitals: {sorted(missing)}")
    return [
        (id_, name, trust, code, None, None, "nhs-choices-hospitals-2018", "published")
        for code, (id_, name, trust) in SITES.items()
    ]
