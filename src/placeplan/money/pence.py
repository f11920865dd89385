"""Money in whole pence, so that lines tie to totals to the penny.

Pounds are what people read and write; pence are what the chapter adds up. Both are
numbers, so a type keeps them apart: mypy refuses pounds where `Pence` are asked for.
"""

from typing import NewType

import polars as pl

Pence = NewType("Pence", int)
"""An amount in whole pence; negative when money is short."""

PENCE_PER_POUND = 100


def to_pence(pounds: float) -> Pence:
    """Round an amount in pounds to the nearest penny (halves to the even penny).

    Examples
    --------
    >>> to_pence(-23_500_000.0)
    -2350000000
    >>> to_pence(0.125), to_pence(0.375)
    (12, 38)
    """
    return Pence(round(pounds * PENCE_PER_POUND))


def to_pounds(pence: Pence) -> float:
    """Say an amount in pence as pounds.

    Examples
    --------
    >>> to_pounds(Pence(-10_300_000_000))
    -103000000.0
    """
    return pence / PENCE_PER_POUND


def to_pence_column(pounds: str | pl.Expr) -> pl.Expr:
    """Round a column of pounds to whole pence, as `to_pence` does.

    Examples
    --------
    >>> frame = pl.DataFrame({"pounds": [0.125, 0.375, -7.9]})
    >>> frame.select(to_pence_column("pounds")).to_series().to_list()
    [12, 38, -790]
    """
    column = pl.col(pounds) if isinstance(pounds, str) else pounds
    return (column * PENCE_PER_POUND).round(0, mode="half_to_even").cast(pl.Int64)


def to_pounds_column(pence: str | pl.Expr) -> pl.Expr:
    """Say a column of pence as pounds.

    Examples
    --------
    >>> frame = pl.DataFrame({"pence": [12, -790]})
    >>> frame.select(to_pounds_column("pence")).to_series().to_list()
    [0.12, -7.9]
    """
    column = pl.col(pence) if isinstance(pence, str) else pence
    # Polars divides by a number by multiplying with its inverse: 140 becomes
    # 1.4000000000000001, which rounding to the penny mends.
    return (column / PENCE_PER_POUND).round(2)
