"""What holds in a year: the last value stated in it or before."""

from collections.abc import Iterable, Sequence

import polars as pl

from placeplan.tables import STATUS


def carry_forward(
    stated: pl.DataFrame, keys: Sequence[str], years: Iterable[int], *, since: str
) -> pl.DataFrame:
    """Give each key's last stated row for every year from its first on.

    Parameters
    ----------
    stated : DataFrame
        Rows with `keys`, the year column `since`, values and `status`.
    keys : sequence of str
        Columns that name a thing; an empty cell counts as a value.
    years : iterable of int
        Years wanted.
    since : str
        Column with the first year for which a row holds.

    Returns
    -------
    DataFrame
        `year`, `keys` and the values, in order. A year before a key's first row has no
        row of that key.

    Examples
    --------
    >>> beds = pl.DataFrame({"year": [2016, 2019], "site": ["qeqm"] * 2,
    ...     "beds": [324, 300]})
    >>> carry_forward(beds, ["site"], [2015, 2016, 2018, 2019], since="year").rows()
    [(2016, 'qeqm', 324), (2018, 'qeqm', 324), (2019, 'qeqm', 300)]
    """
    wanted = pl.DataFrame({"wanted": sorted(set(years))}, schema={"wanted": pl.Int32})
    values = [name for name in stated.columns if name not in (*keys, since)]
    return (
        stated.join(wanted, how="cross")
        .filter(pl.col(since) <= pl.col("wanted"))
        .sort(*keys, "wanted", since, nulls_last=False)
        .group_by(*keys, "wanted", maintain_order=True)
        .last()
        .sort("wanted", *keys, nulls_last=False)
        .select(pl.col("wanted").alias("year"), *keys, *values)
    )


def find_standards(
    standards: pl.DataFrame, keys: Sequence[str], years: Iterable[int]
) -> pl.DataFrame:
    """Give the standard that holds for each key in every year.

    Parameters
    ----------
    standards : DataFrame
        Rows with `keys`, `from_year` and values.
    keys : sequence of str
        Columns that name what the standard is for.
    years : iterable of int
        Years wanted.

    Examples
    --------
    >>> standards = pl.DataFrame({"pod": ["emergency_spell"] * 2,
    ...     "from_year": [2016, 2020], "occupancy_share": [0.92, 0.85]})
    >>> find_standards(standards, ["pod"], [2019, 2021])["occupancy_share"].to_list()
    [0.92, 0.85]
    """
    return carry_forward(standards, keys, years, since="from_year")


def carry_stock(
    stated: pl.DataFrame, keys: Sequence[str], years: Iterable[int]
) -> pl.DataFrame:
    """Give what is available in every year: what was last stated.

    Parameters
    ----------
    stated : DataFrame
        Rows with `keys`, `year`, `value` and `status`.
    keys : sequence of str
        Columns that name a thing.
    years : iterable of int
        Years wanted.

    Returns
    -------
    DataFrame
        `year`, `keys`, `value`, `status`. A value carried on to a later year is
        ``derived`` at best: nobody published it for that year.
    """
    kept = stated.with_columns(pl.col("year").alias("stated_in"))
    carried = carry_forward(kept, keys, years, since="year")
    derived = pl.max_horizontal("status", pl.lit("derived", dtype=STATUS))
    return carried.select(
        "year",
        *keys,
        "value",
        pl.when(pl.col("stated_in") < pl.col("year"))
        .then(derived)
        .otherwise(pl.col("status"))
        .alias("status"),
    )
