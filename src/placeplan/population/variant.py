"""Population variants: other births, deaths and moves after the last count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from placeplan.population.inputs import PEOPLE_VARIANTS, Tables
from placeplan.tables import STATUS, get_weakest


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which people's number may go.

    Parameters
    ----------
    id, name : str
        Id, and name for people.
    probability : float
        Of this variant; those of a plan sum to 1.
    fertility_factor, mortality_factor, migration_factor : float
        Births a woman, shares who die and net movers of every year after the last
        count, as multiples of what the tables say.
    status : str
        How well it is known.
    """

    id: str
    name: str
    probability: float
    fertility_factor: float
    mortality_factor: float
    migration_factor: float
    status: str


@dataclass(frozen=True, slots=True)
class PossiblePeople:
    """People of one variant, and the births that it expects of women.

    Parameters
    ----------
    variant : Variant
        Which.
    people : DataFrame
        As `project_population` gives them.
    fertility : DataFrame
        Births a woman by year and age.
    """

    variant: Variant
    people: pl.DataFrame
    fertility: pl.DataFrame


def list_variants(tables: Tables) -> tuple[Variant, ...]:
    """List the variants of a plan in order of their ids; none without the table.

    Examples
    --------
    >>> list_variants({})
    ()
    """
    if PEOPLE_VARIANTS.name not in tables:
        return ()
    columns = [name for name in PEOPLE_VARIANTS.schema if name != "source"]
    rows = tables[PEOPLE_VARIANTS.name].sort("id").select(columns)
    return tuple(Variant(*row) for row in rows.iter_rows())


def vary_tables(tables: Tables, variant: Variant) -> Tables:
    """Give the tables of people as they are in a variant.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        The people tables of a plan folder.
    variant : Variant
        Of the plan.

    Returns
    -------
    mapping of str to polars.DataFrame
        The same, with fertility, mortality (a share stays at most 1) and migration
        changed from the year after the last count on.
    """
    last = find_last_count(tables)
    changes: Mapping[str, tuple[str, float]] = {
        "fertility": ("births_per_woman", variant.fertility_factor),
        "mortality": ("death_share", variant.mortality_factor),
        "migration": ("net_people", variant.migration_factor),
    }
    changed = {
        name: _vary_after(tables[name], column, factor, last)
        for name, (column, factor) in changes.items()
    }
    mortality = changed["mortality"].with_columns(pl.col("death_share").clip(0, 1))
    plain = {PEOPLE_VARIANTS.name: PEOPLE_VARIANTS.make_empty()}
    return {**tables, **changed, "mortality": mortality, **plain}


def find_last_count(tables: Tables) -> int:
    """Find the year of the last count by age, until which no variant differs."""
    names = [name for name in ("people_base", "people_counts") if name in tables]
    years = pl.concat(tables[name]["year"] for name in names)
    return int(years.sort()[-1])


def _vary_after(
    table: pl.DataFrame, column: str, factor: float, last: int
) -> pl.DataFrame:
    """Multiply what holds after a year, which begins with what held before."""
    if factor == 1 or table.is_empty():
        return table
    years = table["year"]
    before = table.filter(years <= last)
    after = table.filter(years > last)
    if (years == last + 1).sum() == 0:
        kept = before if before.height else after
        held = kept["year"].max() if before.height else kept["year"].min()
        start = kept.filter(pl.col("year") == held)
        after = pl.concat(
            [start.with_columns(pl.lit(last + 1, pl.Int32).alias("year")), after]
        )
    return pl.concat([before, after.with_columns(pl.col(column) * factor)])


def average_variants(
    tables: Tables, project: Callable[[Tables], pl.DataFrame]
) -> pl.DataFrame:
    """Give the mean over the variants of a plan, or the one projection there is.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        The people tables of a plan folder.
    project : callable
        Gives a frame with `year`, `value` and `status` for any tables, its rows always
        the same.
    """
    variants = list_variants(tables)
    if not variants:
        return project(tables)
    frames = [project(vary_tables(tables, variant)) for variant in variants]
    weighted = [
        frame["value"] * variant.probability
        for frame, variant in zip(frames, variants, strict=True)
    ]
    worst = pl.lit(get_weakest(v.status for v in variants), STATUS)
    varied = pl.col("year") > find_last_count(tables)
    status = pl.max_horizontal("status", pl.when(varied).then(worst))
    return frames[0].with_columns(
        pl.sum_horizontal(weighted).alias("value"), status.cast(STATUS).alias("status")
    )
