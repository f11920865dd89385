"""Counts of hospital work and beds that official files give, by trust and site."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import fastexcel
import numpy as np

from activity_people import PLACES, Array
from places_codes import SITES, TRUSTS

TRUST_SITES = {code: (site, trust) for code, (site, _, trust) in SITES.items()}
ACUTE = ("ekhuft", "mtw", "mft", "dgt")
MOTHERS = range(15, 45)
"""Ages of mothers in the file of births; the youngest and oldest are folded in."""

_TRUST_OF = {code: row[0] for code, row in TRUSTS.items()}
_ATTENDANCES = "NHSRdatasets_ae_attendances_2016-04_to_2019-03.csv"


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the national grid, in metres, with its weight."""

    east: float
    north: float
    weight: float = 1.0


def read_ae(official: Path) -> dict[tuple[str, str], int]:
    """Sum A&E attendances of 2016/17 by trust and type (1, 2 or other)."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    path = official / "urgent_care" / _ATTENDANCES
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            trust = _TRUST_OF.get(row["org_code"])
            if trust and "2016-04" <= row["period"][:7] <= "2017-03":
                found[trust, row["type"]] += float(row["attendances"])
    return {key: round(value) for key, value in found.items()}


def read_inflow(official: Path) -> dict[tuple[str, str], float]:
    """Give the share of a trust's work that comes from other commissioners.

    Keys are (trust, planned | unplanned | outpatient), of 2025-26, for the two trusts
    that the file holds. A suppressed number counts as 0: each is below 8.
    """
    names = {
        "planned": ("Ordinary Elective", "Daycase Elective"),
        "unplanned": ("Non-Elective",),
        "outpatient": (
            "First attendances seen total",
            "Subsequent attendances seen",
        ),
    }
    sums: dict[tuple[str, str, bool], float] = defaultdict(float)
    path = official / "activity" / "HES_MAR_M13_2025-26_Kent_Trusts.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            trust, own = _TRUST_OF[row["Provider code"]], row["CCG code"] == "91Q"
            for kind, columns in names.items():
                for column in columns:
                    text = row[f"All specialties: {column}"].replace(",", "")
                    sums[trust, kind, own] += 0 if text == "*" else float(text)
    pairs = {(trust, kind) for trust, kind, _ in sums}
    return {
        (trust, kind): sums[trust, kind, False]
        / (sums[trust, kind, False] + sums[trust, kind, True])
        for trust, kind in sorted(pairs)
    }


def read_site_beds(official: Path) -> dict[str, tuple[int, int]]:
    """Give beds available and occupied of each site in 2014-15, from the estates."""
    name = "ERIC_2014-15_HospitalEstatesAndFacilitiesStatistics_11120.XLS"
    workbook = fastexcel.read_excel(official / "estates" / name)
    frame = workbook.load_sheet("Site Data", header_row=1).to_polars()
    columns = ("Site Code", "Available beds (No.)", "Occupied beds (No.)")
    return {
        TRUST_SITES[code][0]: (int(float(available)), int(float(occupied)))
        for code, available, occupied in frame.select(columns).iter_rows()
        if code in TRUST_SITES
    }


def read_hospitals(official: Path) -> dict[str, Spot]:
    """Place the seven sites, and the nearest emergency departments over the border."""
    wanted = {
        "TN240LZ": "william-harvey",
        "CT94AN": "qeqm",
        "CT13NG": "kent-canterbury",
        "ME169QQ": "maidstone-hospital",
        "TN24QJ": "tunbridge-wells-hospital",
        "ME75NY": "medway-maritime",
        "DA28DA": "darent-valley",
        "BR68ND": "outside Bromley",
        "SE184QH": "outside Greenwich",
        "RH15RH": "outside Redhill",
        "TN377RD": "outside Hastings",
    }
    spots: dict[str, Spot] = {}
    for folder, name in (
        ("ods", "emergency_departments_england.csv"),
        ("stroke", "stroke_hospitals_2022.csv"),
    ):
        with (official / folder / name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                site = wanted.get(row["Postcode"].replace(" ", ""))
                if site and site not in spots:
                    east, north = float(row["Easting"]), float(row["Northing"])
                    spots[site] = Spot(east, north)
    return spots


def read_small_areas(official: Path) -> dict[str, list[Spot]]:
    """Give the centres of each district's small areas, weighted by people in 2017."""
    people = {}
    path = official / "population" / "mye2017_lsoa11_persons_syoa_KM_and_neighbours.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            people[row["lsoa11_code"]] = float(row["total_population"])
    district = {}
    path = official / "geography" / "LSOA11_CCG21_LAD21_lookup_KM_and_neighbours.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            district[row["LSOA11CD"]] = PLACES.get(row["LAD21CD"])
    name = "LSOA11_population_weighted_centroids_KM_and_neighbours.csv"
    spots: dict[str, list[Spot]] = defaultdict(list)
    with (official / "geography" / name).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            place = district[row["lsoa11cd"]]
            if place:
                weight = people[row["lsoa11cd"]]
                spots[place].append(Spot(float(row["X"]), float(row["Y"]), weight))
    return dict(spots)


def read_births(official: Path, places: tuple[str, ...]) -> Array:
    """Give births of 2013 by district and age of mother, shaped (district, age)."""
    births = np.zeros((len(places), 91))
    path = official / "population/births_by_lad_age_of_mother_KM_and_neighbours.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            place = PLACES.get(row["GSS.Code"])
            if place:
                births[places.index(place), int(row["Age"])] += float(row["Births"])
    return births
