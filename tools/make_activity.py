"""Write ``activity/base.csv`` and ``growth/non_demographic.csv`` of the example.

    python tools/make_activity.py --official DIR [--out examples/kent-medway]

Base year 2016/17. Sites did what was published (``activity_volumes.py``); districts
send them people by distance until both sides tie (``activity_flows.py``); within a
district, people of each age and sex use what people like them used in England
(``activity_profiles.py``).
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from activity_care import list_care
from activity_flows import draw_map, find_flows
from activity_growth import list_growth
from activity_official import (
    ACUTE,
    read_births,
    read_hospitals,
    read_site_beds,
    read_small_areas,
)
from activity_people import BANDS, Array, read_people, sum_bands
from activity_profiles import make_profiles
from activity_stay import find_bed_days
from activity_volumes import (
    HospitalYear,
    Supply,
    count_nearest,
    share_whole,
)

FIGURES = Path(__file__).with_name("activity_figures.yaml")
SEXES = ("female", "male")
HOSPITAL_PODS = {  # pod: (profile, source, status)
    "ae_type_1": ("ae", "activity-ae-2016", "calibrated"),
    "ae_type_2": ("ae", "activity-ae-2016", "calibrated"),
    "ae_type_3": ("ae", "activity-ae-2016", "calibrated"),
    "emergency_spell": ("emergency", "activity-admissions-2016", "calibrated"),
    "elective_spell": ("planned", "activity-admissions-2016", "calibrated"),
    "day_case": ("planned", "activity-admissions-2016", "calibrated"),
    "maternity_spell": ("births", "activity-births-2016", "calibrated"),
    "birth": ("births", "activity-births-2016", "calibrated"),
    "outpatient_first": ("outpatient", "activity-outpatients-2016", "calibrated"),
    "outpatient_follow_up": ("outpatient", "activity-outpatients-2016", "calibrated"),
    "outpatient_procedure": ("outpatient", "activity-outpatients-2016", "calibrated"),
    "outpatient_tele": ("outpatient", "activity-assumed", "illustrative"),
    "diagnostic_test": ("outpatient", "activity-assumed", "illustrative"),
}
FITTED_TOGETHER = (
    ("ae_type_1", "ae_type_3"),  # a minor unit stands in for a major one that is far
    *((pod,) for pod in HOSPITAL_PODS if pod not in ("ae_type_1", "ae_type_3")),
)
Row = tuple[str | int, ...]


def write_table(path: Path, header: str, rows: Iterable[Sequence[object]]) -> int:
    """Write rows as CSV and count them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*header.split(), "source", "status"])
        writer.writerows(listed)
    return len(listed)


def share_cells(total: int, weights: Array) -> Array:
    """Share whole units over cells shaped (place, sex, band), tying to the total."""
    return np.array(share_whole(total, weights.ravel())).reshape(weights.shape)


def list_cells(
    pod: str, supply: Supply, places: Sequence[str], units: Array, days: Array
) -> Iterator[Row]:
    """List the cells of one supply that are not empty."""
    _, source, status = HOSPITAL_PODS[pod]
    for at, place in enumerate(places):
        for sex_at, sex in enumerate(SEXES):
            for band_at, band in enumerate(BANDS):
                count = int(units[at, sex_at, band_at])
                if count:
                    nights = int(days[at, sex_at, band_at])
                    yield (
                        *(pod, place, supply.provider, supply.site, sex, band),
                        *(count, nights, source, status),
                    )


class Example:
    """Everything that the base year is made from."""

    def __init__(self, official: Path) -> None:
        self.figures: dict[str, Any] = yaml.safe_load(FIGURES.read_text("utf-8"))
        self.people = read_people(official)
        self.profiles = make_profiles(self.figures, self.people)
        areas, hospitals = read_small_areas(official), read_hospitals(official)
        nearest = count_nearest(areas, hospitals)
        self.year = HospitalYear(
            official, self.figures, self.people, self.profiles, nearest
        )
        self.assumed = self.figures["assumptions"]
        self.where = draw_map(self.people.places, areas, hospitals)
        births = read_births(official, self.people.places)
        self.births = np.stack([births, np.zeros_like(births)], axis=1)
        self.site_beds = read_site_beds(official)

    def use(self, profile: str) -> Array:
        """Expect use by district, sex and five-year band at England's rates."""
        if profile == "births":
            return sum_bands(self.births)
        return sum_bands(self.profiles[profile] * self.people.base)

    def hospital_units(self) -> dict[tuple[str, Supply], Array]:
        """Give units by pod and supply, shaped (place, sex, band), inflow last."""
        found = {}
        for pods in FITTED_TOGETHER:
            use = self.use(HOSPITAL_PODS[pods[0]][0])
            keys = [(pod, supply) for pod in pods for supply in self.year.supply(pod)]
            flows = find_flows(
                self.where,
                [supply for _, supply in keys],
                use.sum(axis=(1, 2)),
                power=self.assumed["distance_power"],
                least_share=self.assumed["least_flow_share"],
            )
            within = use / use.sum(axis=(1, 2), keepdims=True)
            everyone = use.sum(axis=0) / use.sum()
            for at, (pod, supply) in enumerate(keys):
                residents = supply.total - supply.inflow
                own = share_cells(residents, flows[:, at, None, None] * within)
                incoming = share_cells(supply.inflow, everyone)[None]
                found[pod, supply] = np.concatenate([own, incoming])
        return found

    def rows(self) -> Iterator[Row]:
        """List every row of the base year."""
        units = self.hospital_units()
        days = find_bed_days(units, self.figures, self.site_beds)
        places = (*self.people.places, "")
        for (pod, supply), cells in units.items():
            nights = days.get((pod, supply), np.zeros_like(cells))
            yield from list_cells(pod, supply, places, cells, nights)
        yield from list_care(self.figures, self.people, self.profiles)


def report(example: Example, rows: Sequence[Row]) -> None:
    """Print totals beside what was published."""
    year = example.year
    print(f"residents who go elsewhere: planned {year.leave_planned:.1%}", end="; ")
    print(f"unplanned {year.leave_unplanned:.1%}")
    totals: dict[str, list[int]] = {}
    for row in rows:
        sums = totals.setdefault(str(row[0]), [0, 0, 0])
        sums[0] += int(row[6])
        sums[1] += int(row[7])
        sums[2] += int(row[6]) if row[1] else 0
    for pod, (units, nights, residents) in totals.items():
        print(f"{pod:24}{units:>12,}{nights:>12,} bed days; residents {residents:,}")
    published = year.volumes["trust_admissions"][2016]
    births = year.admitted["birth"]
    print("admissions by trust", published, "births", {t: births[t] for t in ACUTE})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    asked = parser.parse_args()
    example = Example(asked.official)
    rows = sorted(example.rows(), key=lambda row: tuple(map(str, row[:6])))
    count = write_table(
        asked.out / "activity" / "base.csv",
        "pod place provider site sex age_band activity bed_days",
        rows,
    )
    print(f"activity/base.csv: {count} rows")
    report(example, rows)
    growth = write_table(
        asked.out / "growth" / "non_demographic.csv",
        "pod from_year to_year growth_share low high",
        list_growth(example.figures),
    )
    print(f"growth/non_demographic.csv: {growth} rows")


if __name__ == "__main__":
    main()
