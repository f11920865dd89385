"""Growth that people's number and age do not explain, compounded year by year."""

from collections.abc import Iterable
from typing import Final

import polars as pl

from placeplan.demand.inputs import GROWTH, Tables, get_table
from placeplan.errors import PeriodError
from placeplan.tables import STATUS

SCHEMA: Final = {
    "year": pl.Int32(),
    "pod": pl.String(),
    "index": pl.Float64(),
    "status": STATUS,
}


def compound_growth(shares: Iterable[float]) -> float:
    """Multiply up yearly growth.

    Parameters
    ----------
    shares : iterable of float
        Growth of each year over the year before: 0.02 is 2 %.

    Returns
    -------
    float
        How many times the first year's use the last year's is.

    Examples
    --------
    >>> round(1.09 * compound_growth([0.02]), 4)
    1.1118
    >>> round(compound_growth([0.03, 0.0057, 0.0217]), 4)
    1.0583
    """
    index = 1.0
    for share in shares:
        index *= 1 + share
    return index


def index_use(tables: Tables, *, base_year: int, years: Iterable[int]) -> pl.DataFrame:
    """Say how far use by people of the same age and sex has grown since the base year.

    ``index[pod, y] = product over base_year < t <= y of (1 + growth_share[pod, t])``

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan; ``growth`` gives yearly shares by pod and period, both ends
        of a period included. The low and high ends are not used here.
    base_year : int
        Year whose index is 1.
    years : iterable of int
        Financial years wanted, none before the base year.

    Returns
    -------
    DataFrame
        `year`, `pod`, `index`, `status` (the weakest of the rows used), in order, for
        every pod that the table names. A year in no period does not grow.

    Raises
    ------
    PeriodError
        When a year lies before the base year.

    Examples
    --------
    >>> growth = pl.DataFrame({"pod": ["day_case"], "from_year": [2017],
    ...     "to_year": [2018], "growth_share": [0.5], "low": [0.4], "high": [0.6],
    ...     "status": ["derived"]}, schema_overrides={"status": STATUS})
    >>> index_use({"growth": growth}, base_year=2016, years=[2016, 2020]).rows()
    [(2016, 'day_case', 1.0, 'published'), (2020, 'day_case', 2.25, 'derived')]
    """
    wanted = order_years(base_year, years)
    table = get_table(tables, GROWTH)
    rows = []
    for pod in table["pod"].unique().sort():
        ranges = table.filter(pl.col("pod") == pod)
        by_year = {
            year: (share, status)
            for first, last, share, status in ranges.select(
                "from_year", "to_year", "growth_share", "status"
            ).iter_rows()
            for year in range(first, last + 1)
        }
        for year in wanted:
            used = [
                by_year[at] for at in range(base_year + 1, year + 1) if at in by_year
            ]
            index = compound_growth(share for share, _ in used)
            weakest = pl.Series([s for _, s in used], dtype=STATUS).max()
            rows.append((year, pod, index, weakest or "published"))
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").sort("year", "pod")


def order_years(base_year: int, years: Iterable[int]) -> list[int]:
    """Put years in order, each once; refuse those before the base year.

    Examples
    --------
    >>> order_years(2016, [2018, 2016, 2018])
    [2016, 2018]
    """
    wanted = sorted(set(years))
    if wanted and wanted[0] < base_year:
        message = (
            f"Activity can be given from its base year, {base_year}, onward; "
            f"{wanted[0]} was asked for. Ask for {base_year} or later."
        )
        raise PeriodError(message)
    return wanted
