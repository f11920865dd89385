"""Health status: people who live longer, partly in good health, use care later."""

from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.demographic_growth import OPEN_AGE
from placeplan.demand.factor import Factor
from placeplan.demand.factor_inputs import HEALTH_STATUS
from placeplan.demand.inputs import PERSONS, Tables, get_table
from placeplan.demand.percentile_range import PercentileRange
from placeplan.demand.pod_list import list_birth_pods
from placeplan.demand.use_by_age import interpolate_use
from placeplan.reference import SEXES, AgeBand

Array = NDArray[np.float64]

HEALTHY: Final = "health_status"

FIRST_AGE: Final = 55
"""Youngest age whose use follows effective age; the oldest is 90 and over."""

KNOTS: Final = 17
"""Shares of good health at which the factor is worked out; straight between them."""


def list_health(
    tables: Tables,
    cells: pl.DataFrame,
    people: pl.DataFrame,
    *,
    base_year: int,
    years: list[int],
) -> list[Factor]:
    """Give the factor of health status, or none without its table.

    ::

        effective age = age - h (life expectancy in the year - in the base year)
        factor of a band = sum over ages of people x use(effective age)
                           / sum over ages of people x use(age)

    for the ages from 55 on of each pod and sex, not for births or maternity. Use by
    single year of age is read off the bands of the base year; life expectancy at each
    age is that of the plan's own mortality.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan; ``mortality`` of the people's chapter.
    cells : DataFrame
        Of `list_cells`.
    people : DataFrame
        `year`, `place`, `sex`, `age`, `value`.
    base_year, years : int, list of int
        Years, in which the base year itself stays as it was.
    """
    table = get_table(tables, HEALTH_STATUS)
    if table.is_empty():
        return []
    row = table.row(0, named=True)
    gains = _find_gains(tables["mortality"], base_year, years)
    counts = _count_people(people, [base_year, *years])
    numbered = cells.with_row_index("cell").filter(
        ~pl.col("pod").is_in(list_birth_pods(tables))
    )
    at, group = [], []
    knots: list[Array] = []
    for (_pod, sex), rows in numbered.group_by("pod", "sex", maintain_order=True):
        base, *later = counts[str(sex)]
        at_home = (pl.col("moved_by") < 0) & pl.col("place").is_not_null()
        use = _find_use(rows.filter(at_home), base)
        if use is None:
            continue
        shares = np.linspace(0, 1, KNOTS)[:, None, None]
        shifted = shift_ages(use, gains[str(sex)], shares)
        for band in filter(_is_old, rows["age_band"].unique().sort()):
            mine = rows.filter(pl.col("age_band") == band)["cell"].to_numpy()
            at.append(mine.astype(np.int64))
            group.append(np.full(len(mine), len(knots), dtype=np.int64))
            knots.append(_compare_use(shifted, np.array(later), band))
    if not knots:
        return []
    size = PercentileRange(row["healthy_low"], row["healthy_high"])
    status = int(table["status"].to_physical()[0])
    whole = np.concatenate(at), np.concatenate(group)
    return [Factor(HEALTHY, "55 to 90", size, *whole, np.stack(knots, 1), status)]


def expect_life(death_share: Array) -> Array:
    """Give the years that people of each age still live on average.

    ``e(a) = q/2 + (1 - q) (1 + e(a + 1))``: who dies within a year lives half of it;
    at the open age ``e = 1 / q``.

    Parameters
    ----------
    death_share : array
        Share who die within a year, by age.

    Examples
    --------
    >>> expect_life(np.array([0.5, 0.25])).tolist()
    [2.75, 4.0]
    """
    left = np.zeros(len(death_share))
    left[-1] = 1 / death_share[-1]
    for age in range(len(death_share) - 2, -1, -1):
        share = death_share[age]
        left[age] = share / 2 + (1 - share) * (1 + left[age + 1])
    return left


def shift_ages(use: Array, gain_years: Array, healthy_share: Array | float) -> Array:
    """Give use at effective age, from 55 on; that of their own age for the younger.

    Parameters
    ----------
    use : array
        By age from 0 to 90; straight lines between ages.
    gain_years : array
        Life expectancy gained; the last axis is age.
    healthy_share : array or float
        Share of it in good health; of any shape that goes with the years gained.

    Examples
    --------
    >>> use = np.arange(91.0)
    >>> shift_ages(use, np.full(91, 2.0), 0.25)[[54, 55, 90]].tolist()
    [54.0, 54.5, 89.5]
    """
    age = np.arange(len(use), dtype=np.float64)
    shift = np.where(age >= FIRST_AGE, healthy_share * gain_years, 0.0)
    found: Array = np.interp(age - shift, age, use)
    return found


def _find_gains(
    mortality: pl.DataFrame, base_year: int, years: list[int]
) -> dict[str, Array]:
    """Give life expectancy gained since the base year by sex, shaped (year, age)."""
    gains = {}
    for sex in SEXES:
        before = _expect_life_in(mortality, sex, base_year)
        gains[sex] = np.array(
            [_expect_life_in(mortality, sex, year) - before for year in years]
        )
    return {**gains, PERSONS: np.mean(list(gains.values()), axis=0)}


def _expect_life_in(mortality: pl.DataFrame, sex: str, year: int) -> Array:
    known = mortality["year"].unique().sort()
    nearest = max((y for y in known if y <= year), default=known[0])
    rows = mortality.filter(
        (pl.col("year") == nearest) & (pl.col("sex") == sex) & (pl.col("age") >= 0)
    ).sort("age")
    return expect_life(rows["death_share"].to_numpy().astype(np.float64))


def _count_people(people: pl.DataFrame, years: list[int]) -> dict[str, list[Array]]:
    """Count all the plan's people by sex, a list of years, each by age."""
    found: dict[str, list[Array]] = {sex: [] for sex in (*SEXES, PERSONS)}
    for year in years:
        of_year = people.filter(pl.col("year") == year)
        by_age = np.zeros((len(SEXES), OPEN_AGE + 1))
        sexes = of_year["sex"].replace_strict(
            {sex: at for at, sex in enumerate(SEXES)}, return_dtype=pl.Int64
        )
        at = sexes.to_numpy(), of_year["age"].to_numpy()
        np.add.at(by_age, at, of_year["value"].to_numpy())
        for sex, counted in zip(SEXES, by_age, strict=True):
            found[sex].append(counted)
        found[PERSONS].append(by_age.sum(axis=0))
    return found


def _find_use(cells: pl.DataFrame, people: Array) -> Array | None:
    """Give use by single year of age; none where nothing is used or nobody lives."""
    units = cells.group_by("age_band").agg(pl.col("activity").sum()).sort("age_band")
    counted = [people[_list_ages(band)].sum() for band in units["age_band"]]
    if not counted or not all(counted):
        return None
    each = [u / n for u, n in zip(units["activity"], counted, strict=True)]
    return interpolate_use(list(units["age_band"]), each)


def _list_ages(band: str) -> slice:
    ages = AgeBand.parse(band)
    return slice(ages.first_age, None if ages.last_age is None else ages.last_age + 1)


def _is_old(band: str) -> bool:
    last = AgeBand.parse(band).last_age
    return last is None or last >= FIRST_AGE


def _compare_use(shifted: Array, people: Array, band: str) -> Array:
    """Set use at effective ages against use at ages, shaped (knot, year)."""
    ages = _list_ages(band)
    used = (shifted[:, :, ages] * people[:, ages]).sum(axis=2)
    plain = used[0]  # no share of the years is healthy: everybody is of their own age
    return np.where(plain > 0, used / np.where(plain > 0, plain, 1.0), 1.0)
