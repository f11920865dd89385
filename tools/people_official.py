"""Rows of the people tables that come straight from official files."""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from placeplan.population import model_schedule
from placeplan.tables.official.mid_year import read_mid_year_csv
from placeplan.tables.official.nomis import read_nomis_population
from placeplan.tables.official.small_area import read_small_area_estimates
from places_codes import DISTRICTS, Row

PLACES = {code: row[0] for code, row in DISTRICTS.items()}
BASE_YEAR, LAST_COUNT, LAST_YEAR = 2011, 2019, 2031
FIRST_COMPONENTS = 2002
FIRST_RATES = 2015  # before it the 2014-based tables repeat one value: no history
RECENT = range(2015, 2020)  # the years whose movers and homes are carried on
OPEN_AGE = 90
_POPULATION, _PROJECTIONS = "population", "projections"
_MYEB3 = (
    "MYEB3_summary_components_of_change_series_UK_(2019_geog20)_KM_and_neighbours.csv"
)


def keep_districts(frame: pl.DataFrame) -> pl.DataFrame:
    """Keep the thirteen districts and name them by our ids."""
    kept = frame.filter(pl.col("area_code").is_in(list(PLACES)))
    return kept.with_columns(place=pl.col("area_code").replace_strict(PLACES))


def _count_rows(people: pl.DataFrame, source: str) -> list[Row]:
    ordered = people.sort("year", "place", "sex", "age")
    columns = ordered.select("year", "place", "sex", "age", pl.col("value").cast(int))
    return [(*row, source, "published") for row in columns.iter_rows()]


def make_base_rows(official: Path) -> list[Row]:
    """Take the count of mid-2011 from the export of Nomis."""
    name = "nomis_NM_2002_1_mye_lad_sex_syoa_KM_and_neighbours.tsv"
    path = official / _POPULATION / name
    people = read_nomis_population(path, year=BASE_YEAR, dataset="NM_2002_1")
    return _count_rows(keep_districts(people), "ons-mye-2011")


def make_count_rows(official: Path) -> list[Row]:
    """Take the count of mid-2019 by sex and single year of age."""
    path = official / _POPULATION / "mye2019_lad_sex_syoa_KM_and_neighbours.csv"
    people = read_mid_year_csv(path, year=LAST_COUNT)
    return _count_rows(keep_districts(people), "ons-mye-2019")


def read_2020(official: Path) -> pl.DataFrame:
    """Read the count of mid-2020: persons by single year of age."""
    path = official / _POPULATION / "population20_ltla20_persons_syoa_UK.csv"
    return keep_districts(read_small_area_estimates(path, year=2020))


def read_changes(official: Path) -> pl.DataFrame:
    """Read people, births and deaths by district and year: one row each."""
    wide = pl.read_csv(official / _POPULATION / _MYEB3)
    frames = [
        wide.select(
            year=pl.lit(year, pl.Int32),
            area_code="ladcode20",
            before=f"population_{year - 1}",
            births=f"births_{year}",
            deaths=f"deaths_{year}",
            moved=pl.sum_horizontal(
                f"internal_net_{year}",
                f"international_net_{year}",
                f"other_change_{year}",
            ),
            people=f"population_{year}",
        )
        for year in range(FIRST_COMPONENTS, LAST_COUNT + 1)
    ]
    changes = keep_districts(pl.concat(frames)).sort("year", "place")
    made = pl.col("before") + pl.col("births") - pl.col("deaths") + pl.col("moved")
    if wrong := changes.filter(made != pl.col("people")).height:
        raise SystemExit(f"{wrong} rows of the components of change do not balance.")
    return changes


def make_component_rows(changes: pl.DataFrame) -> list[Row]:
    """State births, deaths and net migration; the last holds other changes too."""
    columns = changes.select("year", "place", "births", "deaths", "moved")
    return [(*row, "ons-myeb3-2019", "derived") for row in columns.iter_rows()]


def make_total_rows(changes: pl.DataFrame, later: pl.DataFrame) -> list[Row]:
    """State published totals from the base year to mid-2020."""
    past = changes.filter(pl.col("year") >= BASE_YEAR).select("year", "place", "people")
    newest = (
        later.group_by("year", "place")
        .agg(pl.col("value").sum().cast(int))
        .sort("place")
    )
    return [
        *((*row, "ons-myeb3-2019", "published") for row in past.iter_rows()),
        *((*row, "ons-mye-2020", "published") for row in newest.iter_rows()),
    ]


def make_fertility_rows(official: Path) -> list[Row]:
    """Take births a woman from the 2014-based principal assumption."""
    path = official / _PROJECTIONS / "npp2014_future_fertility_trend_assumption.csv"
    kept = (
        pl.read_csv(path)
        .filter(pl.col("Year").is_between(FIRST_RATES, LAST_YEAR))
        .sort("Year", "Age")
        .select("Year", "Age", (pl.col("Principal") / 1000).round(9))
    )
    return [(*row, "ons-npp-2014-fertility", "published") for row in kept.iter_rows()]


def make_mortality_rows(official: Path) -> list[Row]:
    """Take shares that die from the 2014-based principal assumption.

    Ages from 90 on become one: each weighs by those who would be alive at it if the
    year's shares held, starting from equal numbers at 90.
    """
    path = official / _PROJECTIONS / "npp2014_future_mortality_trend_assumption.csv"
    source = "ons-npp-2014-mortality"
    kept = pl.read_csv(path).filter(pl.col("Year").is_between(FIRST_RATES, LAST_YEAR))
    rows: list[Row] = []
    for (year, sex), ages in kept.sort("Year", "Sex", "Age").group_by(
        "Year", "Sex", maintain_order=True
    ):
        word = {"F": "female", "M": "male"}[str(sex)]
        shares = {
            age: share / 100_000
            for age, share in ages.select("Age", "Principal").iter_rows()
        }
        rows += [
            (year, word, age, round(shares[age], 9), source, "published")
            for age in range(-1, OPEN_AGE)
        ]
        oldest = [shares[age] for age in sorted(shares) if age >= OPEN_AGE]
        rows.append((year, word, OPEN_AGE, _open_share(oldest), source, "derived"))
    return rows


def _open_share(shares: Iterable[float]) -> float:
    alive, lived, died = 1.0, 0.0, 0.0
    for share in shares:
        lived += alive
        died += alive * share
        alive *= 1 - share
    return round(died / lived, 9)


def make_schedule_rows() -> list[Row]:
    """Compute the model age schedule of movers; shares sum to 1 to the last digit."""
    schedule = model_schedule()
    rows: list[Row] = [
        (sex, age, float(schedule[place, age]), "rogers-castro-1981", "derived")
        for place, sex in enumerate(("female", "male"))
        for age in range(OPEN_AGE + 1)
    ]
    return rows


def make_migration_rows(changes: pl.DataFrame) -> list[Row]:
    """Assume the mean net movers of the recent years, from the next year on."""
    mean = (
        changes.filter(pl.col("year").is_in(list(RECENT)))
        .group_by("place")
        .agg(pl.col("moved").mean())
        .sort("place")
    )
    return [
        (LAST_COUNT + 1, place, round(moved, 1), "ons-myeb3-2019", "derived")
        for place, moved in mean.iter_rows()
    ]


def make_dwelling_rows(official: Path, changes: pl.DataFrame) -> list[Row]:
    """State by how many households each year differs from the recent years.

    Growth of the projected number of households less its mean over the years whose
    movers are carried on; people a household as in the last counted year.
    """
    path = official / _PROJECTIONS / "snhp2014_households_KM_and_neighbours.csv"
    households = keep_districts(
        pl.read_csv(path).rename({"AreaCode": "area_code"})
    ).sort("place")
    newest = changes.filter(pl.col("year") == LAST_COUNT).select("place", "people")
    people = dict(newest.iter_rows())
    rows: list[Row] = []
    for year in range(LAST_COUNT + 1, LAST_YEAR + 1):
        for each in households.iter_rows(named=True):
            recent = each[str(RECENT[-1])] - each[str(RECENT[0] - 1)]
            growth = each[str(year)] - each[str(year - 1)]
            extra = round(growth - recent / len(RECENT), 1)
            held = round(people[each["place"]] / each[str(LAST_COUNT)], 3)
            source = ("dclg-households-2014", "derived")
            rows.append((year, each["place"], extra, held, *source))
    return rows
