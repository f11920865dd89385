"""The spread of a figure over draws: mean, P10, P50, P90, and Monte Carlo error."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

Array = NDArray[np.float64]

SPREAD_COLUMNS = ("value", "p10", "p50", "p90", "mc_error")


@dataclass(frozen=True, slots=True)
class Spread:
    """What many draws say of some numbers.

    Parameters
    ----------
    mean, p10, p50, p90 : array
        Of the draws.
    mc_error : array
        Standard error of the mean: how far it may be from that of endless draws.
    """

    mean: Array
    p10: Array
    p50: Array
    p90: Array
    mc_error: Array

    @classmethod
    def from_draws(cls, draws: Array) -> "Spread":
        """Summarise draws along the first axis.

        Examples
        --------
        >>> spread = Spread.from_draws(np.array([[1.0], [2.0], [3.0]]))
        >>> [round(float(each[0]), 4) for each in (spread.mean, spread.mc_error)]
        [2.0, 0.5774]
        """
        p10, p50, p90 = np.percentile(draws, [10, 50, 90], axis=0)
        error = draws.std(axis=0, ddof=1) / np.sqrt(len(draws))
        return cls(draws.mean(axis=0), p10, p50, p90, error)

    def to_columns(self) -> list[pl.Series]:
        """Give the columns of the results table, in order."""
        numbers = (self.mean, self.p10, self.p50, self.p90, self.mc_error)
        return [
            pl.Series(name, each.ravel())
            for name, each in zip(SPREAD_COLUMNS, numbers, strict=True)
        ]
