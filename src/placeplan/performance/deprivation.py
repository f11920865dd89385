"""Deprivation: small areas summed to districts, and held beside another indicator."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

MOST_DEPRIVED_TENTHS: Final = 2
"""Tenths of areas that make the most deprived fifth."""

LEAST_PAIRS: Final = 3
"""Places without which no line is drawn through them."""


def find_edition(deprivation: pl.DataFrame, *, scored: bool = False) -> int | None:
    """Find the newest edition of the indices.

    Parameters
    ----------
    deprivation : DataFrame
        Table `deprivation`.
    scored : bool
        Whether it must have scores.

    Returns
    -------
    int or None
        Year of the edition; None when there is none.
    """
    held = deprivation.drop_nulls("score") if scored else deprivation
    newest = held["edition"].max()
    return None if newest is None else int(str(newest))


def sum_deprivation(
    areas: pl.DataFrame, deprivation: pl.DataFrame, edition: int
) -> pl.DataFrame:
    """Sum the small areas of each place.

    Parameters
    ----------
    areas, deprivation : DataFrame
        Tables `small_areas` and `deprivation`.
    edition : int
        Edition of the indices.

    Returns
    -------
    DataFrame
        `place`; `areas` and `people` that lie in it; `people_most_deprived`, who live
        in the most deprived fifth of areas of the nation; `share_most_deprived`, in
        percent; `score`, the mean score of its areas weighted by people, null where an
        area has none; most deprived first, by share.

    Notes
    -----
    The weighted mean is the average score of the summary measures published beside the
    indices, for which people of an earlier year were taken.

    Examples
    --------
    >>> areas = pl.DataFrame({"id": ["a", "b"], "place": ["x", "x"],
    ...     "people": [1000, 3000]})
    >>> table = pl.DataFrame({"edition": [2015, 2015], "area": ["a", "b"],
    ...     "tenth": [2, 9], "score": [40.0, 8.0]})
    >>> sum_deprivation(areas, table, 2015).rows()
    [('x', 2, 4000, 1000, 25.0, 16.0)]
    """
    people, score = pl.col("people"), pl.col("score")
    poorest = people.filter(pl.col("tenth") <= MOST_DEPRIVED_TENTHS).sum()
    mean = (people * score).sum() / people.sum()
    held = deprivation.filter(pl.col("edition") == edition)
    return (
        areas.join(held, left_on="id", right_on="area")
        .filter(people.sum().over("place") > 0)
        .group_by("place")
        .agg(
            pl.len().cast(pl.Int64).alias("areas"),
            people.sum(),
            poorest.alias("people_most_deprived"),
            (100 * poorest / people.sum()).alias("share_most_deprived"),
            pl.when(score.is_not_null().all()).then(mean).alias("score"),
        )
        .sort("share_most_deprived", "place", descending=[True, False])
    )


@dataclass(frozen=True, slots=True)
class DeprivationPairs:
    """Places with their deprivation score and the value of an indicator.

    Parameters
    ----------
    table : DataFrame
        `place`, `score`, `value`, the most deprived first.
    """

    table: pl.DataFrame

    @property
    def slope(self) -> float | None:
        """Change of the value with one point of score, by least squares.

        None for fewer than three places, or when all have one score.
        """
        score = self.table["score"].to_numpy()
        if len(score) < LEAST_PAIRS or np.ptp(score) == 0:
            return None
        apart = score - score.mean()
        values = self.table["value"].to_numpy()
        return float(apart @ values / (apart @ apart))


def pair_deprivation(summed: pl.DataFrame, values: pl.DataFrame) -> DeprivationPairs:
    """Hold the deprivation of places beside an indicator of theirs.

    Parameters
    ----------
    summed : DataFrame
        As `sum_deprivation` gives.
    values : DataFrame
        `body` and `value`, one row for each; bodies that are none of the places are
        left out.

    Returns
    -------
    DeprivationPairs
        Places that have both.

    Examples
    --------
    >>> summed = pl.DataFrame({"place": ["x", "y", "z"], "score": [30.0, 20.0, 10.0]})
    >>> values = pl.DataFrame({"body": ["z", "y", "x"], "value": [82.0, 81.0, 80.0]})
    >>> round(pair_deprivation(summed, values).slope, 3)
    -0.1
    """
    both = summed.drop_nulls("score").join(
        values.select(pl.col("body").alias("place"), "value"), on="place"
    )
    ordered = both.sort("score", "place", descending=[True, False])
    return DeprivationPairs(ordered.select("place", "score", "value"))
