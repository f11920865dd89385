"""Growth of use with its range: one draw a point of delivery, compounded."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.inputs import GROWTH, Tables, get_table
from placeplan.demand.percentile_range import WIDTH_IN_SD

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class UseRange:
    """Yearly growth of use, expected and spread, by pod.

    Parameters
    ----------
    pods : tuple of str
        Points of delivery, in order.
    share, sd : array
        Growth of each step over the year before and its standard deviation, shaped
        (pod, step): one step for each year from the one after the base year.
    steps : array
        Number of steps from the base year to each year wanted.
    """

    pods: tuple[str, ...]
    share: Array
    sd: Array
    steps: NDArray[np.int64]

    @classmethod
    def from_tables(
        cls, tables: Tables, pods: Iterable[str], base_year: int, years: list[int]
    ) -> "UseRange":
        """Lay the growth table out: the mean is its share, P10 and P90 its ends."""
        names = tuple(sorted(set(pods)))
        last = max(years, default=base_year)
        share = np.zeros((len(names), last - base_year))
        sd = np.zeros(share.shape)
        table = get_table(tables, GROWTH).filter(pl.col("pod").is_in(names))
        columns = ("pod", "from_year", "to_year", "growth_share", "low", "high")
        for pod, first, end, mean, low, high in table.select(columns).iter_rows():
            row = names.index(pod)
            years_of = slice(max(first - base_year - 1, 0), max(end - base_year, 0))
            share[row, years_of] = mean
            sd[row, years_of] = (high - low) / WIDTH_IN_SD
        return cls(names, share, sd, np.array(years, dtype=np.int64) - base_year)

    def expect(self) -> Array:
        """Give use as a multiple of that of the base year, shaped (pod, year)."""
        return self.at(np.zeros(len(self.pods)))

    def at(self, z: Array) -> Array:
        """Give the same so many standard deviations from the middle, by pod.

        One draw holds for every year: growth that is high stays high. Use never falls
        below 0.
        """
        yearly = np.maximum(1 + self.share + z[:, None] * self.sd, 0.0)
        index = np.cumprod(np.hstack([np.ones((len(self.pods), 1)), yearly]), axis=1)
        found: Array = index[:, self.steps]
        return found
