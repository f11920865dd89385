"""Use of care by single year of age, read off the bands of the base year."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.demographic_growth import OPEN_AGE
from placeplan.demand.inputs import PERSONS
from placeplan.reference import AgeBand

Array = NDArray[np.float64]


def count_band(people: pl.DataFrame, sex: str, band: str) -> pl.DataFrame:
    """Keep the people of a sex and band; both sexes for persons."""
    ages = AgeBand.parse(band)
    last = OPEN_AGE if ages.last_age is None else ages.last_age
    inside = pl.col("age").is_between(ages.first_age, last)
    return people.filter(inside & (pl.lit(sex == PERSONS) | (pl.col("sex") == sex)))


def interpolate_use(bands: list[str], use: list[float]) -> Array:
    """Give use at each age from 0 to 90, straight between the middles of bands.

    Parameters
    ----------
    bands : list of str
        Bands that do not overlap.
    use : list of float
        Activity a person of each.

    Returns
    -------
    array
        One for each age; as in the first and last band at either end. The open band is
        taken at its first age.

    Examples
    --------
    >>> interpolate_use(["0-9", "10+"], [1.0, 3.0])[[0, 7, 20]].round(2).tolist()
    [1.0, 1.91, 3.0]
    """
    parsed = [AgeBand.parse(band) for band in bands]
    middle = [
        (b.first_age + (b.first_age if b.last_age is None else b.last_age)) / 2
        for b in parsed
    ]
    order = np.argsort(middle)
    found: Array = np.interp(
        np.arange(OPEN_AGE + 1), np.array(middle)[order], np.array(use)[order]
    )
    return found
