"""What moves the gap away from that of the base year, adding up to the penny."""

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.money.cost import CELL
from placeplan.money.inputs import COST_DRIVERS
from placeplan.money.pence import PENCE_PER_POUND
from placeplan.money.split import split_change

DRIVERS: Final = (*COST_DRIVERS, "income")
"""All that moves the gap, in the order in which a bridge shows it."""


def split_activity_cost(
    lines: pl.DataFrame, use_index: pl.DataFrame, *, base_year: int
) -> pl.DataFrame:
    """Share out, line by line, the change of activity cost since the base year.

    A line costs people's demand * use by like people * price * policy. The change of
    the product is shared among the four with every order weighing the same
    (`split_change`), and rounded so that the parts of a line sum to its change.

    Parameters
    ----------
    lines : DataFrame
        From `cost_activity`, the base year among its years, one row a cell and year.
    use_index : DataFrame
        From `demand.index_use`: non-demographic growth since the base year; pods and
        years that it lacks have 1.
    base_year : int
        Year that changes are counted from.

    Returns
    -------
    DataFrame
        `year` and one column of pence for each of `COST_DRIVERS`, in order of year;
        positive when cost rises.
    """
    axes = [name for name in CELL if name in lines.columns]
    pairs = _pair_with_base(lines, use_index, axes=axes, base_year=base_year)
    parts = split_change(
        [
            _numbers(pairs, "base_volume"),
            *[np.ones(pairs.height) for _ in COST_DRIVERS[1:]],
        ],
        [
            _numbers(pairs, "demographic_volume"),
            _numbers(pairs, "use_index"),
            _numbers(pairs, "price_index"),
            _numbers(pairs, "policy_index"),
        ],
    )
    pence = _numbers(pairs, "price_pounds") * PENCE_PER_POUND
    whole = _round_to_total([part * pence for part in parts], pairs["change_pence"])
    columns = [
        pl.Series(name, part) for name, part in zip(COST_DRIVERS, whole, strict=True)
    ]
    return (
        pairs.select("year")
        .with_columns(columns)
        .group_by("year")
        .agg(pl.col(COST_DRIVERS).sum())
        .sort("year")
    )


def split_fixed_cost(
    fixed: pl.DataFrame, *, base_year: int, years: Iterable[int]
) -> pl.DataFrame:
    """Add up the change of fixed costs since the base year by the driver they name.

    Parameters
    ----------
    fixed : DataFrame
        From `cost_fixed`. The part that stands still (driver ``level``) is left out.
    base_year : int
        Year that changes are counted from.
    years : iterable of int
        Years wanted; one without any row has lost what the base year had.

    Returns
    -------
    DataFrame
        `year` and one column of pence for each of `COST_DRIVERS`, in order of year.
    """
    amounts = [
        pl.col("cost_pence").filter(pl.col("driver") == name).sum().alias(name)
        for name in COST_DRIVERS
    ]
    wanted = pl.DataFrame({"year": sorted({base_year, *years})}, {"year": pl.Int32})
    summed = fixed.group_by("year").agg(amounts)
    by_year = wanted.join(summed, on="year", how="left").fill_null(0).sort("year")
    base = by_year.row(by_predicate=pl.col("year") == base_year, named=True)
    return by_year.with_columns(pl.col(name) - base[name] for name in COST_DRIVERS)


def find_drivers(
    activity_change: pl.DataFrame,
    fixed_change: pl.DataFrame,
    income: Mapping[int, int],
    *,
    base_year: int,
) -> pl.DataFrame:
    """Turn changes of cost and income into what they do to the gap.

    Parameters
    ----------
    activity_change, fixed_change : DataFrame
        From `split_activity_cost` and `split_fixed_cost`.
    income : mapping of year to pence
        Income of every year wanted, the base year among them.

    Returns
    -------
    DataFrame
        `year` and one column of pence for each of `DRIVERS`, in order of year:
        negative where it widens the gap. They sum to gap[year] - gap[base year].
    """
    changes = (
        pl.concat([activity_change, fixed_change])
        .group_by("year")
        .agg(-pl.col(COST_DRIVERS).sum())
    )
    earned = pl.DataFrame(
        {
            "year": list(income),
            "income": [pence - income[base_year] for pence in income.values()],
        },
        schema={"year": pl.Int32, "income": pl.Int64},
    )
    return (
        earned.join(changes, on="year", how="left")
        .select("year", *[pl.col(name).fill_null(0) for name in DRIVERS])
        .sort("year")
    )


def _pair_with_base(
    lines: pl.DataFrame, use_index: pl.DataFrame, *, axes: list[str], base_year: int
) -> pl.DataFrame:
    base = lines.filter(pl.col("year") == base_year).select(
        *axes, base_volume="volume", base_pence="cost_pence", base_price="price_pounds"
    )
    growth = use_index.select(pl.col("year").cast(pl.Int32), "pod", use_index="index")
    gone = _list_gone(lines, base, axes=axes)
    return (
        pl.concat([lines.drop("status"), gone], how="vertical")
        .join(base.drop("base_price"), on=axes, how="left", nulls_equal=True)
        .join(growth, on=["year", "pod"], how="left")
        .with_columns(
            pl.col("base_volume").fill_null(0.0), pl.col("use_index").fill_null(1.0)
        )
        .with_columns(
            _undo_growth().alias("demographic_volume"),
            (pl.col("cost_pence") - pl.col("base_pence").fill_null(0)).alias(
                "change_pence"
            ),
        )
    )


def _list_gone(
    lines: pl.DataFrame, base: pl.DataFrame, *, axes: list[str]
) -> pl.DataFrame:
    """Make rows for the cells of the base year that have gone by a later one.

    Such a cell costs nothing then; what it used to cost belongs among the changes.
    """
    indices = lines.select("year", "price_index", "policy_index").unique()
    there = lines.select("year", *axes)
    return (
        base.join(indices, how="cross")
        .join(there, on=["year", *axes], how="anti", nulls_equal=True)
        .select(
            "year",
            *axes,
            pl.lit(0.0).alias("volume"),
            pl.col("base_price").alias("price_pounds"),
            "price_index",
            "policy_index",
            pl.lit(0, dtype=pl.Int64).alias("cost_pence"),
        )
    )


def _undo_growth() -> pl.Expr:
    """Volume with people's growth alone; where use has ended, that of the base year."""
    return (
        pl.when(pl.col("use_index") > 0)
        .then(pl.col("volume") / pl.col("use_index"))
        .otherwise(pl.col("base_volume"))
    )


def _round_to_total(
    parts: list[NDArray[np.float64]], total: pl.Series
) -> list[NDArray[np.int64]]:
    """Round running sums, so that whole parts sum to the whole total."""
    rounded: list[NDArray[np.int64]] = []
    so_far = np.zeros(len(total))
    before = np.zeros(len(total), dtype=np.int64)
    for part in parts[:-1]:
        so_far = so_far + part
        reached = np.rint(so_far).astype(np.int64)
        rounded.append(reached - before)
        before = reached
    return [*rounded, total.to_numpy() - before]


def _numbers(frame: pl.DataFrame, column: str) -> NDArray[np.float64]:
    return frame[column].to_numpy().astype(np.float64)
