"""People of the thirteen districts and of England, for the scripts that make tables.

Arrays are shaped (sex, age) or (district, sex, age): female then male, ages 0 to 89 and
90 and over.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import fastexcel
import numpy as np
from numpy.typing import NDArray

from places_codes import DISTRICTS

Array = NDArray[np.float64]

PLACES = {gss: row[0] for gss, row in DISTRICTS.items()}
"""Id of each district by its code in national statistics."""

AGES = 91
FIRST_AGES = tuple(range(0, 95, 5))
BANDS = (*(f"{age}-{age + 4}" for age in range(0, 90, 5)), "90+")
"""The five-year bands of the example."""

_FOLDER = "population"
_SEXES = ("Females", "Males")


@dataclass(frozen=True, slots=True)
class People:
    """People at the middle of a year.

    Parameters
    ----------
    places : tuple of str
        Ids of the districts, in order.
    base : array
        People of each district in mid-2016, shaped (district, sex, age).
    later : array
        The same in mid-2019.
    england : array
        England in mid-2019, shaped (sex, age).
    """

    places: tuple[str, ...]
    base: Array
    later: Array
    england: Array


def read_people(official: Path) -> People:
    """Read the counts of 2011 and 2019 and set 2016 between them.

    Each age and sex of a district moves evenly between the two counts; each district is
    then scaled to its published total of mid-2016.
    """
    folder = official / _FOLDER
    codes = sorted(PLACES, key=lambda gss: PLACES[gss])
    first, last = _read_2011(folder, codes), _read_2019(folder, codes)
    between = first + (last - first) * (2016 - 2011) / (2019 - 2011)
    totals = _read_totals_2016(folder, codes)
    base = between * (totals / between.sum(axis=(1, 2)))[:, None, None]
    places = tuple(PLACES[gss] for gss in codes)
    return People(places, base, last, _read_england(folder))


def sum_bands(by_age: Array) -> Array:
    """Sum the last axis, single years of age, to the five-year bands."""
    return np.add.reduceat(by_age, FIRST_AGES, axis=-1)


def _read_2011(folder: Path, codes: list[str]) -> Array:
    path = folder / "nomis_NM_2002_1_mye_lad_sex_syoa_KM_and_neighbours.tsv"
    people = np.zeros((len(codes), 2, AGES))
    sex = {"2": 0, "1": 1}  # the file: 1 male, 2 female; age 0 is coded 101
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["GEOGRAPHY_CODE"] in codes and 101 <= int(row["C_AGE"]) <= 191:
                at = codes.index(row["GEOGRAPHY_CODE"])
                age = int(row["C_AGE"]) - 101
                people[at, sex[row["GENDER"]], age] = float(row["OBS_VALUE"])
    return people


def _read_2019(folder: Path, codes: list[str]) -> Array:
    path = folder / "mye2019_lad_sex_syoa_KM_and_neighbours.csv"
    people = np.zeros((len(codes), 2, AGES))
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["Code"] in codes and row["Sex"] in _SEXES:
                at = (codes.index(row["Code"]), _SEXES.index(row["Sex"]))
                people[at] = [float(row[name]) for name in _age_names()]
    return people


def _read_totals_2016(folder: Path, codes: list[str]) -> Array:
    name = (
        "MYEB3_summary_components_of_change_series_UK_(2019_geog20)"
        "_KM_and_neighbours.csv"
    )
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        totals = {
            row["ladcode20"]: row["population_2016"] for row in csv.DictReader(file)
        }
    return np.array([float(totals[gss].replace(",", "")) for gss in codes])


def _read_england(folder: Path) -> Array:
    workbook = fastexcel.read_excel(folder / "ukmidyearestimates20192020ladcodes.xls")
    people = []
    for sex in _SEXES:
        sheet = workbook.load_sheet(f"MYE2 - {sex}", header_row=None)
        rows = [[str(cell) for cell in row] for row in sheet.to_polars().iter_rows()]
        header = next(row for row in rows if row[0] == "Code")
        england = next(row for row in rows if row[1].strip() == "ENGLAND")
        start = header.index("All ages") + 1
        people.append([float(cell) for cell in england[start : start + AGES]])
    return np.array(people)


def _age_names() -> list[str]:
    return [*map(str, range(AGES - 1)), "90+"]
