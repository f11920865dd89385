"""Values that hold from the year they are given for until the next is given."""

from collections.abc import Mapping
from dataclasses import dataclass

from placeplan.population.axes import Array


@dataclass(frozen=True, slots=True)
class YearPath:
    """An array for each of some years.

    Parameters
    ----------
    values : mapping of int to ndarray
        Array by year; at least one.

    Examples
    --------
    >>> import numpy as np
    >>> path = YearPath({2015: np.array([0.1]), 2020: np.array([0.2])})
    >>> [path.at(year)[0].item() for year in (2011, 2015, 2019, 2020, 2031)]
    [0.1, 0.1, 0.1, 0.2, 0.2]
    """

    values: Mapping[int, Array]

    def at(self, year: int) -> Array:
        """Give what holds in a year: the newest value, or the first before any."""
        given = [each for each in self.values if each <= year]
        return self.values[max(given) if given else min(self.values)]
