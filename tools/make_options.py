"""Write the question of three stroke units out of seven from official files.

    python tools/make_options.py --official DIR [--out examples/kent-medway]

An area is the part of a district that lies in one fifth of deprivation; each district
over the border is one area. Its cases are those of its small areas; its minutes to a
site are the mean straight-line distance from their centres, weighted by cases, over
`METRES_A_MINUTE`. No travel time of anybody is used. The estuary is not crossed: units
north of it are left out, since a straight line would run over water.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import polars as pl

from places_codes import DISTRICTS

CENTRES: Final = "geography/LSOA11_population_weighted_centroids_KM_and_neighbours.csv"
LOOKUP: Final = "geography/LSOA11_CCG21_LAD21_lookup_KM_and_neighbours.csv"
DEPRIVATION: Final = "deprivation/imd2015_england_lsoa11_KM_and_neighbours.csv"
ADMISSIONS: Final = "stroke/stroke_admissions_by_lsoa_2014-2016_KM_and_neighbours.csv"
UNITS: Final = "stroke/stroke_hospitals_2016.csv"

METRES_A_MINUTE: Final = 650.0
"""In a straight line; roads are longer, so that it stands for about 50 km an hour."""

LEAST_MINUTES: Final = 1.0
GEOGRAPHY: Final = "stroke-units"
SOURCE: Final = "stroke-options"
MADE: Final = ("stroke-distance", "illustrative")

SITES: Final = {  # postcode: (id, name, standing)
    "DA2 8DA": ("darent-valley", "Darent Valley Hospital", "candidate"),
    "ME7 5NY": ("medway-maritime", "Medway Maritime Hospital", "candidate"),
    "ME16 9QQ": ("maidstone-hospital", "Maidstone Hospital", "candidate"),
    "TN2 4QJ": ("tunbridge-wells-hospital", "Tunbridge Wells Hospital", "candidate"),
    "TN24 0LZ": ("william-harvey", "William Harvey Hospital", "candidate"),
    "CT1 3NG": ("kent-canterbury", "Kent and Canterbury Hospital", "candidate"),
    "CT9 4AN": ("qeqm", "Queen Elizabeth The Queen Mother Hospital", "candidate"),
    "BR6 8ND": ("princess-royal", "Princess Royal University Hospital", "neighbour"),
    "SE5 9RW": ("kings-college", "King's College Hospital", "neighbour"),
    "RH1 5RH": ("east-surrey", "East Surrey Hospital", "neighbour"),
    "BN21 2UD": ("eastbourne", "Eastbourne District General Hospital", "neighbour"),
}
QUESTIONS: Final = {  # id: (name, choice, size exponent, travel exponent)
    "stroke-nearest": (
        "Which three of seven hospitals for stroke, if all go to the nearest?",
        "nearest",
        "",
        "",
    ),
    "stroke-by-odds": (
        "Which three of seven hospitals for stroke, if people go by odds of travel?",
        "huff",
        0,
        4,
    ),
}
QUESTION_COLUMNS: Final = (
    *("id", "name", "geography", "fewest_sites", "most_sites", "choice"),
    *("size_exponent", "travel_exponent", "fewest_cases"),
)
GOALS: Final = ("mean_minutes", "worst_minutes", "smallest_cases")
FEWEST_CASES: Final = 600


def read_small_areas(official: Path) -> pl.DataFrame:
    """Read small areas with centre, district, fifth and cases a year."""
    centres = pl.read_csv(official / CENTRES).select(
        code="lsoa11cd", name="lsoa11nm", x="X", y="Y"
    )
    lookup = pl.read_csv(official / LOOKUP).select(
        code="LSOA11CD", district="LAD21CD", district_name="LAD21NM"
    )
    tenths = pl.read_csv(official / DEPRIVATION).select(
        code="lsoa11_code", fifth=((pl.col("IMD_decile") + 1) // 2).cast(pl.Int64)
    )
    cases = pl.read_csv(
        official / ADMISSIONS, has_header=False, new_columns=["name", "cases"]
    )
    found = (
        centres.join(lookup, on="code")
        .join(tenths, on="code")
        .join(cases, on="name", how="left")
        .with_columns(pl.col("cases").fill_null(0.0))
    )
    if found.height < centres.height:
        message = f"{centres.height - found.height} small areas have no district"
        raise ValueError(message)
    return name_areas(found).sort("area", "code")


def name_areas(found: pl.DataFrame) -> pl.DataFrame:
    """Say to which area of the question each small area belongs."""
    ids = {code: name for code, (name, *_) in DISTRICTS.items()}
    here = pl.col("district").is_in(list(ids))
    slug = pl.col("district_name").str.to_lowercase().str.replace_all(" ", "-")
    place = pl.col("district").replace_strict(ids, default=None)
    return found.with_columns(
        here=here,
        area=pl.when(here).then(pl.format("{}-{}", place, "fifth")).otherwise(slug),
        area_name=pl.when(here)
        .then(pl.format("{}, fifth {}", "district_name", "fifth"))
        .otherwise(pl.col("district_name")),
    )


def read_sites(official: Path) -> pl.DataFrame:
    """Read where the units of the question stand, in the order of `SITES`."""
    units = pl.read_csv(
        official / UNITS, infer_schema_length=0, truncate_ragged_lines=True
    )
    placed = units.select(
        "Postcode",
        x=pl.col("Easting").cast(pl.Float64),
        y=pl.col("Northing").cast(pl.Float64),
    )
    wanted = pl.DataFrame(
        [(postcode, *words) for postcode, words in SITES.items()],
        schema=["Postcode", "site", "name", "standing"],
        orient="row",
    )
    found = wanted.join(placed, on="Postcode", maintain_order="left")
    if found.height < wanted.height:
        message = "the list of units lacks one of SITES"
        raise ValueError(message)
    return found


def measure_minutes(areas: pl.DataFrame, sites: pl.DataFrame) -> pl.DataFrame:
    """Give the mean straight-line minutes of each area's cases to each site."""
    away = (pl.col("x") - pl.col("x_site")) ** 2 + (pl.col("y") - pl.col("y_site")) ** 2
    return (
        areas.join(
            sites.select("site", x_site="x", y_site="y").with_row_index("place"),
            how="cross",
        )
        .group_by("area", "site", "place")
        .agg(
            ((away.sqrt() * pl.col("cases")).sum() / pl.col("cases").sum()).alias(
                "metres"
            )
        )
        .with_columns(
            minutes=pl.max_horizontal(
                (pl.col("metres") / METRES_A_MINUTE).round(1), pl.lit(LEAST_MINUTES)
            )
        )
        .sort("area", "place")
    )


def list_tables(
    official: Path,
) -> Iterator[tuple[str, list[str], Iterable[Iterable[object]]]]:
    """List the tables: name of the file, header, rows."""
    areas, sites = read_small_areas(official), read_sites(official)
    given = (SOURCE, "illustrative")
    yield (
        "questions",
        [*QUESTION_COLUMNS],
        (
            (id_, name, GEOGRAPHY, 3, 3, choice, size, travel, FEWEST_CASES, *given)
            for id_, (name, choice, size, travel) in QUESTIONS.items()
        ),
    )
    yield (
        "goals",
        ["question", "rank", "score"],
        (
            (id_, rank, goal, *given)
            for id_ in QUESTIONS
            for rank, goal in enumerate(GOALS, 1)
        ),
    )
    yield (
        "sites",
        ["geography", "site", "name", "standing", "open_now", "size", "capacity"],
        (
            (GEOGRAPHY, site, name, standing, "yes", 1, "", *MADE)
            for site, name, standing in sites.select("site", "name", "standing").rows()
        ),
    )
    summed = areas.group_by("area", maintain_order=True).agg(
        pl.col("area_name", "district_name", "here", "fifth").first(),
        pl.col("cases").sum().round(1),
    )
    yield (
        "areas",
        ["geography", "area", "name", "part_of", "here", "fifth", "cases"],
        (
            (
                *(GEOGRAPHY, area, name, part, "yes" if here else "no"),
                *(fifth if here else "", cases, "stroke-admissions", "derived"),
            )
            for area, name, part, here, fifth, cases in summed.rows()
        ),
    )
    yield (
        "travel",
        ["geography", "area", "site", "minutes"],
        (
            (GEOGRAPHY, area, site, minutes, *MADE)
            for area, site, minutes in measure_minutes(areas, sites)
            .select("area", "site", "minutes")
            .rows()
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    arguments = parser.parse_args()
    folder = arguments.out / "options"
    folder.mkdir(exist_ok=True)
    for name, header, rows in list_tables(arguments.official):
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([*header, "source", "status"])
            writer.writerows(rows)
        print(path)


if __name__ == "__main__":
    main()
