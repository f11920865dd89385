"""Write ``examples/kent-medway/people`` from the papers and a folder of official files.

    python tools/make_people.py --official DIR [--out examples/kent-medway]

Everything is computed from the files but the papers' expectations. Counts for other
places than the thirteen districts, names of practices and postcodes are not kept.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import polars as pl

import people_official as official_rows
from make_places import write_table
from people_network import make_network_rows
from placeplan.tables.official.health_area import read_health_areas_by_year
from places_codes import Row

PAPER = ("stp-initiation-2016", "published")

MOVERS = (
    "The papers started from an earlier base, with planned homes and movers of their "
    "own. We start from the last count and carry on the net movers, births and deaths "
    "of the years before it."
)
OLDEST = (
    "People of these ages were all alive at the first count, so deaths decide. The "
    "papers needed deaths at these ages to go on falling fast after 2011; the counts "
    "show that they did not."
)
PANDEMIC = (
    "The total of this year is a count and includes the first months of COVID-19; by "
    "age we carry on from the year before, with deaths of ordinary years."
)
CENSUS = (
    "Estimates from 2021 on rest on a new census. It found fewer people than the "
    "estimates rolled forward since 2011, from which we start; and deaths of the "
    "pandemic are not in our assumptions."
)


def make_reason_rows() -> list[Row]:
    """State why the papers, the counts and our figures differ."""
    papers, counts = "stp-initiation-2016", "ons-sape-ccg-2022"
    growth = ((65, "growth_percent"), (85, "growth_percent"))
    every = (0, "people")
    said = [
        ((2011, None, *every), "The papers round the count.", papers),
        *(((2020, None, *one), PANDEMIC, "ons-mye-2020") for one in growth),
        *(((2021, None, *one), OLDEST, papers) for one in growth),
        ((2021, None, *every), CENSUS, counts),
        *(((2022, None, *one), CENSUS, counts) for one in (every, *growth)),
        ((2031, None, *every), MOVERS, papers),
        ((2031, None, 0, "growth_people"), MOVERS, papers),
        ((2031, "medway", 0, "growth_people"), MOVERS, papers),
    ]
    return [(*figure, words, source, "derived") for figure, words, source in said]


def make_expected_rows(
    official: Path, base: Iterable[Row], later: pl.DataFrame
) -> list[Row]:
    """State what the initiation document expected, and what was counted since."""
    papers: list[Row] = [
        ("papers", 2011, None, 0, "people", 1_731_400, *PAPER),
        ("papers", 2021, None, 65, "growth_percent", 25.5, *PAPER),
        ("papers", 2021, None, 85, "growth_percent", 34.1, *PAPER),
        ("papers", 2031, None, 0, "people", 2_024_700, *PAPER),
        ("papers", 2031, None, 0, "growth_people", 293_300, *PAPER),
        ("papers", 2031, "medway", 0, "growth_people", 42_000, *PAPER),
    ]
    start = pl.DataFrame(
        [row[:5] for row in base],
        schema=["year", "place", "sex", "age", "value"],
        orient="row",
    )
    workbook = official / "population" / "pop_estimates_icb_mid-22.xlsx"
    areas = read_health_areas_by_year(workbook, areas="CCG 2021")
    system = areas.filter(pl.col("area_code") == "E38000237")
    sources = {
        2020: ("ons-mye-2020", later),
        **{
            year: ("ons-sape-ccg-2022", system.filter(pl.col("year") == year))
            for year in (2021, 2022)
        },
    }
    counted: list[Row] = [
        ("counted", 2011, None, 0, "people", _sum(start, 0), "ons-mye-2011"),
        ("counted", 2019, None, 0, "people", 1_860_111, "ons-mye-2019"),
    ]
    for year, (source, people) in sources.items():
        counted.append(("counted", year, None, 0, "people", _sum(people, 0), source))
        for age in (65, 85):
            growth = 100 * (_sum(people, age) / _sum(start, age) - 1)
            row = ("counted", year, None, age, "growth_percent", round(growth, 1))
            counted.append((*row, source))
    return [
        *papers,
        *(
            (*row, "published" if row[4] == "people" else "derived")
            for row in sorted(counted, key=str)
        ),
    ]


def _sum(people: pl.DataFrame, age_from: int) -> int:
    return int(people.filter(pl.col("age") >= age_from)["value"].sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    arguments = parser.parse_args()
    official: Path = arguments.official
    folder: Path = arguments.out / "people"
    folder.mkdir(parents=True, exist_ok=True)

    changes = official_rows.read_changes(official)
    later = official_rows.read_2020(official)
    base = official_rows.make_base_rows(official)
    tables: dict[str, tuple[str, list[Row]]] = {
        "base": ("year place sex age value", base),
        "counts": (
            "year place sex age value",
            official_rows.make_count_rows(official),
        ),
        "totals": ("year place value", official_rows.make_total_rows(changes, later)),
        "components": (
            "year place births deaths net_migration",
            official_rows.make_component_rows(changes),
        ),
        "fertility": (
            "year age births_per_woman",
            official_rows.make_fertility_rows(official),
        ),
        "mortality": (
            "year sex age death_share",
            official_rows.make_mortality_rows(official),
        ),
        "migration_schedule": ("sex age share", official_rows.make_schedule_rows()),
        "migration": (
            "year place net_people",
            official_rows.make_migration_rows(changes),
        ),
        "dwellings": (
            "year place dwellings persons_per_dwelling",
            official_rows.make_dwelling_rows(official, changes),
        ),
        "expected": (
            "label year place age_from measure value",
            make_expected_rows(official, base, later),
        ),
        "expected_reasons": (
            "year place age_from measure words",
            make_reason_rows(),
        ),
        "networks": ("network place age_band share", make_network_rows(official)),
    }
    for name, (header, rows) in tables.items():
        write_table(folder / f"{name}.csv", header, rows)
        print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
