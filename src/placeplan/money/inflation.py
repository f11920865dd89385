"""Index of unit cost: how many times the base year's price a later year's is."""

from collections.abc import Iterable, Iterator
from typing import Final

import polars as pl

from placeplan.tables import STATUS, get_weakest

INDEX_SCHEMA: Final = {"year": pl.Int32(), "index": pl.Float64(), "status": STATUS}
"""Columns of an index: 1 in the base year, with the weakest status up to the year."""


def index_growth(
    inflation: pl.DataFrame, *, kind: str, base_year: int, years: Iterable[int]
) -> pl.DataFrame:
    """Multiply up growth from the base year to each year.

    Parameters
    ----------
    inflation : DataFrame
        Table `inflation`: `from_year`, `to_year` (each of these years grows over the
        one before it), `kind`, `growth_share` (0.02 is 2 % a year), `status`.
    kind : str
        ``price`` or ``policy``.
    base_year : int
        Year whose index is 1.
    years : iterable of int
        Years wanted, none before the base year.

    Returns
    -------
    DataFrame
        Columns of `INDEX_SCHEMA`, in order of year. Years in no range do not grow.

    Examples
    --------
    >>> table = pl.DataFrame({"from_year": [2017, 2018], "to_year": [2017, 2030],
    ...     "kind": ["price", "price"], "growth_share": [0.10, 0.0],
    ...     "status": ["published", "illustrative"]},
    ...     schema_overrides={"status": STATUS})
    >>> index_growth(table, kind="price", base_year=2016, years=[2017, 2018]).rows()
    [(2016, 1.0, 'published'), (2017, 1.1, 'published'), (2018, 1.1, 'illustrative')]
    """
    wanted = sorted({base_year, *years})
    growth = {year: (share, status) for year, share, status in _spread(inflation, kind)}
    level, weakest = 1.0, STATUS.categories[0]
    index = {base_year: (level, weakest)}
    for year in range(base_year + 1, wanted[-1] + 1):
        share, status = growth.get(year, (0.0, weakest))
        level *= 1 + share
        weakest = get_weakest((weakest, status))
        index[year] = (level, weakest)
    rows = [(year, *index[year]) for year in wanted]
    return pl.DataFrame(rows, schema=INDEX_SCHEMA, orient="row")


def find_years_without(
    inflation: pl.DataFrame, *, kind: str, base_year: int, years: Iterable[int]
) -> list[int]:
    """List the years after the base year, up to the last wanted, that no range covers.

    Examples
    --------
    >>> table = pl.DataFrame({"from_year": [2018], "to_year": [2018],
    ...     "kind": ["price"], "growth_share": [0.02], "status": ["published"]})
    >>> find_years_without(table, kind="price", base_year=2016, years=[2019])
    [2017, 2019]
    """
    covered = {year for year, _, _ in _spread(inflation, kind)}
    last = max([base_year, *years])
    return [year for year in range(base_year + 1, last + 1) if year not in covered]


def _spread(inflation: pl.DataFrame, kind: str) -> Iterator[tuple[int, float, str]]:
    rows = inflation.filter(pl.col("kind") == kind)
    columns = ("from_year", "to_year", "growth_share", "status")
    for first, last, share, status in rows.select(columns).iter_rows():
        for year in range(first, last + 1):
            yield year, share, status
