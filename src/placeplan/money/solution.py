"""Planned solutions: what each is meant to close of the gap, and what is left."""

from collections.abc import Iterable

import polars as pl

from placeplan.money.pence import to_pence_column


def list_solutions(solutions: pl.DataFrame, *, years: Iterable[int]) -> pl.DataFrame:
    """Say what each solution closes, by year, in whole pence.

    Parameters
    ----------
    solutions : DataFrame
        Table `solutions`: `solution`, `theme`, `year`, `value_pounds`, `recurrent`,
        `status`. A value is what is closed in that year, not what is added in it.
    years : iterable of int
        Years wanted.

    Returns
    -------
    DataFrame
        `year`, `solution`, `theme`, `recurrent_pence`, `non_recurrent_pence`,
        `status` (weakest), in order of year, theme and solution.
    """
    value = to_pence_column("value_pounds")
    lasting = pl.when(pl.col("recurrent")).then(value).otherwise(0)
    return (
        solutions.filter(pl.col("year").is_in(list(years)))
        .select(
            pl.col("year").cast(pl.Int32),
            "solution",
            "theme",
            lasting.alias("recurrent_pence"),
            (value - lasting).alias("non_recurrent_pence"),
            "status",
        )
        .group_by("year", "solution", "theme")
        .agg(
            pl.col("recurrent_pence", "non_recurrent_pence").sum(),
            pl.col("status").max(),
        )
        .sort("year", "theme", "solution")
    )


def sum_solutions(listed: pl.DataFrame, *, by_theme: bool) -> pl.DataFrame:
    """Add solutions up by year, and by theme where asked.

    Parameters
    ----------
    listed : DataFrame
        From `list_solutions`.
    by_theme : bool
        Whether the four themes stand apart.

    Returns
    -------
    DataFrame
        `year`, `theme` (where asked), `recurrent_pence`, `non_recurrent_pence`,
        `status`, in order.
    """
    keys = ["year", "theme"] if by_theme else ["year"]
    return (
        listed.group_by(keys)
        .agg(
            pl.col("recurrent_pence", "non_recurrent_pence").sum(),
            pl.col("status").max(),
        )
        .sort(keys)
    )


def close_gap(gap: pl.DataFrame, listed: pl.DataFrame) -> pl.DataFrame:
    """Take planned solutions from the gap; what is left is the residual.

    A gap is closed by what the solutions state and never by more. Where they state
    more than the gap, what is left is above zero: a surplus, shown as one.

    Parameters
    ----------
    gap : DataFrame
        From `find_gap`.
    listed : DataFrame
        From `list_solutions`.

    Returns
    -------
    DataFrame
        Columns of `gap`, with what is left in `gap_pence`, `gap_recurrent_pence` and
        `gap_non_recurrent_pence`, and the weaker `gap_status`. Cost and income stay as
        they were, so that gap = income - cost + solutions.
    """
    closing = sum_solutions(listed, by_theme=False).rename(
        {"status": "solution_status", "recurrent_pence": "lasting"}
    )
    once = pl.col("non_recurrent_pence").fill_null(0)
    lasting = pl.col("lasting").fill_null(0)
    return (
        gap.join(closing, on="year", how="left")
        .with_columns(
            pl.col("gap_pence") + lasting + once,
            pl.col("gap_recurrent_pence") + lasting,
            pl.col("gap_non_recurrent_pence") + once,
            pl.max_horizontal("gap_status", "solution_status").alias("gap_status"),
        )
        .select(gap.columns)
        .sort("year")
    )
