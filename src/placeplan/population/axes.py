"""The axes of people: place, sex and single year of age, as arrays and as frames."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from placeplan.reference import SEXES
from placeplan.tables import STATUS

__all__ = [
    "AGE_COUNT",
    "FEMALE",
    "OPEN_AGE",
    "SEXES",
    "Array",
    "index_of",
    "people_array",
    "people_frame",
]

Array: TypeAlias = npt.NDArray[np.float64]
"""Numbers along ``place, sex, age`` unless a function says otherwise."""

FEMALE: Final = SEXES.index("female")
"""Place of women on the sex axis."""

OPEN_AGE: Final = 90
"""The last age: this age and over."""

AGE_COUNT: Final = OPEN_AGE + 1


def index_of(values: pl.Series, known: Sequence[str]) -> npt.NDArray[np.int64]:
    """Find where each value stands in a list of known ones."""
    places = {name: number for number, name in enumerate(known)}
    return values.replace_strict(places, return_dtype=pl.Int64).to_numpy()


def people_array(frame: pl.DataFrame, places: Sequence[str]) -> Array:
    """Lay rows of ``place, sex, age, value`` out as an array.

    Parameters
    ----------
    frame : polars.DataFrame
        One row a cell, in any order; cells without a row are 0.
    places : sequence of str
        Places, in the order wanted.

    Returns
    -------
    ndarray
        People by place, sex and age.

    Examples
    --------
    >>> frame = pl.DataFrame({"place": ["dover"], "sex": ["male"], "age": [90],
    ...                       "value": [7.0]})
    >>> people_array(frame, ["dover"])[0, 1, 90]
    np.float64(7.0)
    """
    people = np.zeros((len(places), len(SEXES), AGE_COUNT))
    where = (
        index_of(frame["place"], places),
        index_of(frame["sex"], SEXES),
        frame["age"].to_numpy(),
    )
    people[where] = frame["value"].to_numpy()
    return people


def people_frame(
    people: Mapping[int, Array],
    places: Sequence[str],
    status: Mapping[int, Sequence[str]],
) -> pl.DataFrame:
    """Write arrays of people out as one long frame.

    Parameters
    ----------
    people : mapping of year to ndarray
        People by place, sex and age.
    places : sequence of str
        Places, in the order of the array.
    status : mapping of year to sequence of str
        Status of each place's numbers.

    Returns
    -------
    polars.DataFrame
        ``year, place, sex, age, value, status``, in that order of sorting.
    """
    years = sorted(people)
    cells = len(SEXES) * AGE_COUNT
    each_year = len(places) * cells
    words = [word for year in years for word in status[year]]
    return pl.DataFrame(
        {
            "year": np.repeat(np.array(years, dtype=np.int32), each_year),
            "place": pl.Series(list(places), dtype=pl.String)
            .gather(np.tile(np.repeat(np.arange(len(places)), cells), len(years)))
            .rename("place"),
            "sex": pl.Series(SEXES).gather(
                np.tile(
                    np.repeat(np.arange(len(SEXES)), AGE_COUNT),
                    len(places) * len(years),
                )
            ),
            "age": np.tile(np.arange(AGE_COUNT), len(SEXES) * len(places) * len(years)),
            "value": np.concatenate([people[year].ravel() for year in years]),
            "status": pl.Series(words, dtype=STATUS).gather(
                np.repeat(np.arange(len(words)), cells)
            ),
        }
    )
