"""What people tables must hold together, beyond what each cell must hold."""

from collections.abc import Iterator, Sequence

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.population.axes import AGE_COUNT, SEXES
from placeplan.population.expected import FIGURE
from placeplan.population.inputs import (
    COMPONENTS,
    DWELLINGS,
    FERTILITY,
    MIGRATION,
    MIGRATION_SCHEDULE,
    MORTALITY,
    PEOPLE_BASE,
    PEOPLE_COUNTS,
    PEOPLE_EXPECTED,
    PEOPLE_EXPECTED_REASONS,
    PEOPLE_TOTALS,
    Tables,
)
from placeplan.tables import TableContract

_BY_PLACE = (PEOPLE_COUNTS, PEOPLE_TOTALS, COMPONENTS, MIGRATION, DWELLINGS)
_NEEDED = (PEOPLE_BASE, FERTILITY, MORTALITY, MIGRATION_SCHEDULE, MIGRATION)


def check_people(tables: Tables) -> None:
    """Refuse people tables that do not fit together.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        Tables that fit their contracts one by one.

    Raises
    ------
    InputError
        With every fault: a table missing or empty, a count without some sex and age,
        a place that the base does not have, a base of two years, a count or a total
        that contradicts another, a reason for a figure that is not there.
    """
    faults = list(_find_missing(tables)) or [
        *_find_base_years(tables["people_base"]),
        *_find_gaps(tables),
        *_find_mortality_gaps(tables["mortality"]),
        *_find_unknown_places(tables),
        *_find_places_without_migration(tables),
        *_find_early_counts(tables),
        *_find_contradictions(tables),
        *_find_idle_reasons(tables),
    ]
    if faults:
        raise InputError(sorted(faults))


def _has_rows(tables: Tables, contract: TableContract) -> bool:
    return contract.name in tables and tables[contract.name].height > 0


def _find_missing(tables: Tables) -> Iterator[Fault]:
    for contract in _NEEDED:
        if not _has_rows(tables, contract):
            yield Fault(
                contract.path,
                "",
                "at least one row",
                "none",
                f"Add the table. {contract.about}",
            )


def _find_base_years(base: pl.DataFrame) -> Iterator[Fault]:
    years = base["year"].unique().sort().to_list()
    if len(years) > 1:
        yield Fault(
            PEOPLE_BASE.path,
            "column year",
            "one year",
            _list(years),
            f"Keep {years[0]} here and move later counts to {PEOPLE_COUNTS.path}.",
        )


def _find_gaps(tables: Tables) -> Iterator[Fault]:
    wanted = len(SEXES) * AGE_COUNT
    for contract in (PEOPLE_BASE, PEOPLE_COUNTS):
        if not _has_rows(tables, contract):
            continue
        held = tables[contract.name].group_by("year", "place").len().sort("year")
        for year, place, rows in held.filter(pl.col("len") < wanted).iter_rows():
            yield Fault(
                contract.path,
                f"year {year}, place {place}",
                f"{wanted} rows: each sex at each age from 0 to 90",
                f"{rows}",
                "Add the missing rows, with 0 where nobody was counted.",
            )
    if _has_rows(tables, PEOPLE_COUNTS):
        yield from _find_uncounted_places(tables)


def _find_uncounted_places(tables: Tables) -> Iterator[Fault]:
    places = tables["people_base"]["place"].unique()
    for (year,), rows in tables["people_counts"].group_by("year", maintain_order=True):
        missing = places.filter(~places.is_in(rows["place"].implode()))
        if missing.len():
            yield Fault(
                PEOPLE_COUNTS.path,
                f"year {year}",
                "every place of the base",
                f"nothing for {_list(missing.sort().to_list())}",
                "Add the places that are missing, or leave the year out.",
            )


def _find_mortality_gaps(mortality: pl.DataFrame) -> Iterator[Fault]:
    wanted = len(SEXES) * (AGE_COUNT + 1)
    held = mortality.group_by("year").len().sort("year")
    for year, rows in held.filter(pl.col("len") < wanted).iter_rows():
        yield Fault(
            MORTALITY.path,
            f"year {year}",
            f"{wanted} rows: each sex at each age from -1 to 90",
            f"{rows}",
            "Add the missing rows.",
        )


def _find_unknown_places(tables: Tables) -> Iterator[Fault]:
    known = tables["people_base"]["place"].unique()
    for contract in _BY_PLACE:
        if not _has_rows(tables, contract):
            continue
        places = tables[contract.name]["place"].unique().sort()
        for place in places.filter(~places.is_in(known.implode())):
            yield Fault(
                contract.path,
                f"place {place}",
                f"a place of {PEOPLE_BASE.path}",
                place,
                "Correct the place, or add its people to the base.",
            )


def _find_places_without_migration(tables: Tables) -> Iterator[Fault]:
    known = tables["people_base"]["place"].unique().sort()
    given = tables["migration"]["place"].unique()
    for place in known.filter(~known.is_in(given.implode())):
        yield Fault(
            MIGRATION.path,
            f"place {place}",
            "a row",
            "none",
            "Add the assumed net movers; 0 says that as many come as go.",
        )


def _find_early_counts(tables: Tables) -> Iterator[Fault]:
    if not _has_rows(tables, PEOPLE_COUNTS):
        return
    base_year = min(tables["people_base"]["year"])
    for year in sorted(set(tables["people_counts"]["year"])):
        if year > base_year:
            continue
        yield Fault(
            PEOPLE_COUNTS.path,
            f"year {year}",
            f"a year after {base_year}",
            f"{year}",
            f"Keep here only counts later than that of {PEOPLE_BASE.path}.",
        )


def _find_contradictions(tables: Tables) -> Iterator[Fault]:
    if not _has_rows(tables, PEOPLE_TOTALS):
        return
    totals = tables["people_totals"].select("year", "place", published="value")
    for contract in (PEOPLE_BASE, PEOPLE_COUNTS):
        if not _has_rows(tables, contract):
            continue
        counted = tables[contract.name].group_by("year", "place").agg(pl.sum("value"))
        apart = counted.join(totals, on=["year", "place"]).filter(
            (pl.col("value") - pl.col("published")).abs() > 0.5
        )
        for year, place, value, published in apart.sort("year", "place").iter_rows():
            yield Fault(
                PEOPLE_TOTALS.path,
                f"year {year}, place {place}",
                f"{value:,.0f}, as in {contract.path}",
                f"{published:,.0f}",
                "Correct whichever is wrong: the two must be the same count.",
            )


def _find_idle_reasons(tables: Tables) -> Iterator[Fault]:
    if not _has_rows(tables, PEOPLE_EXPECTED_REASONS):
        return
    idle = tables["people_expected_reasons"].join(
        tables["people_expected"], on=FIGURE, how="anti", nulls_equal=True
    )
    for year, place, age_from, measure in idle.select(FIGURE).sort(FIGURE).iter_rows():
        yield Fault(
            PEOPLE_EXPECTED_REASONS.path,
            f"year {year}, place {place or 'empty'}, age_from {age_from}, {measure}",
            f"a figure of {PEOPLE_EXPECTED.path}",
            "none",
            "Correct what the reason is about, or leave it out.",
        )


def _list(names: Sequence[object]) -> str:
    return ", ".join(str(name) for name in names)
