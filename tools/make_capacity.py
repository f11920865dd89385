"""Write the tables of ``capacity/`` of the example: what there is, and the standards.

    python tools/make_capacity.py --official DIR [--out examples/kent-medway]

Run ``make_activity.py`` first: spaces and consultants' minutes rest on the base year.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from activity_official import ACUTE, TRUST_SITES, read_site_beds
from activity_volumes import share_whole
from make_activity import FIGURES, write_table

YEAR = 2016
RESIDENTS = 1817395
"""Kent and Medway in mid-2016 (components of population change)."""
REGISTERED_2015 = 57_200_000
"""People registered with general practice in England, September 2015."""

Row = tuple[object, ...]
Activity = Mapping[tuple[str, str, str], int]
"""Units by pod, provider and site."""


def read_activity(out: Path) -> Activity:
    """Sum the base year by pod, provider and site."""
    found: dict[tuple[str, str, str], int] = defaultdict(int)
    with (out / "activity" / "base.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["pod"], row["provider"], row["site"])
            found[key] += int(row["activity"])
    return found


def list_beds(official: Path, figures: Mapping[str, Any]) -> Iterator[Row]:
    """Share each trust's beds over its sites as the estates return had them."""
    estates = read_site_beds(official)
    for trust in ACUTE:
        sites = [site for site, owner in TRUST_SITES.values() if owner == trust]
        total = figures["beds_in_papers"][trust]
        shares = share_whole(total, [estates[site][0] for site in sites])
        one = len(sites) == 1
        proof = ("stp-initiation-2016", "published") if one else _SPLIT
        for site, beds in zip(sites, shares, strict=True):
            yield (YEAR, trust, site, beds, *proof)


_SPLIT = ("beds-by-site-2014", "derived")


def list_spaces(activity: Activity, figures: Mapping[str, Any]) -> Iterator[Row]:
    """Set A&E spaces to what the base year needs, rounded down."""
    space = figures["assumptions"]["space"]
    hours = space["weeks"] * space["hours_a_week"] * space["utilisation"]
    for (pod, provider, site), units in sorted(activity.items()):
        if pod == "ae_type_1" and site:
            spaces = int(units * space["hours_each"] / hours)
            yield (YEAR, provider, site, pod, spaces, "spaces-assumed", "illustrative")


def list_staff(figures: Mapping[str, Any]) -> Iterator[Row]:
    """Give consultants as published, general practice as short of England."""
    staff = figures["staff"]
    for trust in ACUTE:
        wte = staff["consultants_2016"][trust]
        yield (YEAR, trust, "consultant", wte, "staff-consultants-2016", "published")
    short = staff["short_of_england_2017"]
    england = {
        "gp": staff["england_gp_2016"]["fte_2015"],
        "practice_nurse": staff["england_practice_nurses_2015"]["fte"],
    }
    for group, fte in england.items():
        wte = round(fte / REGISTERED_2015 * RESIDENTS - short[group], 1)
        yield (YEAR, "general-practice", group, wte, "staff-practice-2016", "derived")


def list_bed_standards(figures: Mapping[str, Any]) -> Iterator[Row]:
    standard = figures["bed_standard"]
    for pod in ("elective_spell", "emergency_spell", "maternity_spell"):
        occupancy, days = standard["occupancy"], standard["days_open"]
        yield (pod, YEAR, occupancy, days, "bed-standard-2017", "published")


def list_space_standards(figures: Mapping[str, Any]) -> Iterator[Row]:
    space = figures["assumptions"]["space"]
    yield ("ae_type_1", YEAR, *space.values(), "spaces-assumed", "illustrative")


def list_staff_standards(
    activity: Activity, figures: Mapping[str, Any]
) -> Iterator[Row]:
    """State minutes each: consultants fitted to posts, practice to England."""
    minutes = figures["assumptions"]["working_minutes"]
    weights: Mapping[str, float] = figures["assumptions"]["consultant_minutes"]
    posts = sum(figures["staff"]["consultants_2016"][trust] for trust in ACUTE)
    weighed = sum(
        units * weights.get(pod, 0)
        for (pod, provider, _), units in activity.items()
        if provider in ACUTE
    )
    scale = posts * minutes / weighed
    for pod, weight in weights.items():
        each = round(weight * scale, 2)
        proof = ("staff-standards-assumed", "illustrative")
        yield (pod, "consultant", YEAR, each, minutes, *proof)
    england = figures["volumes"]["england"]["gp_appointments_2017_18"]["appointments"]
    for group, fte in (
        ("gp", figures["staff"]["england_gp_2016"]["fte"]),
        ("practice_nurse", figures["staff"]["england_practice_nurses_2015"]["fte"]),
    ):
        each = round(fte * minutes / england, 3)
        proof = ("staff-standards-practice", "calibrated")
        yield ("gp_appointment", group, YEAR, each, minutes, *proof)


def list_staff_flows(figures: Mapping[str, Any]) -> Iterator[Row]:
    """Let joiners replace leavers, but for GPs, whose number fell by 0.3 % to 2016."""
    leave = figures["assumptions"]["leaver_share"]
    gp = figures["staff"]["england_gp_2016"]
    change = gp["fte"] / gp["fte_2015"] - 1
    for group, join in (
        ("consultant", leave),
        ("gp", round(leave + change, 4)),
        ("practice_nurse", leave),
    ):
        yield (group, YEAR, join, leave, "staff-flows-assumed", "illustrative")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    asked = parser.parse_args()
    figures: dict[str, Any] = yaml.safe_load(FIGURES.read_text("utf-8"))
    activity = read_activity(asked.out)
    tables = {
        "beds": ("year provider site beds", list_beds(asked.official, figures)),
        "spaces": ("year provider site pod spaces", list_spaces(activity, figures)),
        "staff": ("year provider staff_group wte", list_staff(figures)),
        "bed_standards": (
            "pod from_year occupancy_share days_open",
            list_bed_standards(figures),
        ),
        "space_standards": (
            "pod from_year hours_each weeks hours_a_week utilisation_share",
            list_space_standards(figures),
        ),
        "staff_standards": (
            "pod staff_group from_year minutes_each productive_minutes",
            list_staff_standards(activity, figures),
        ),
        "staff_flows": (
            "staff_group from_year joiner_share leaver_share",
            list_staff_flows(figures),
        ),
    }
    for name, (header, rows) in tables.items():
        count = write_table(asked.out / "capacity" / f"{name}.csv", header, rows)
        print(f"capacity/{name}.csv: {count} rows")


if __name__ == "__main__":
    main()
