"""People who come because homes are built, or stay away because fewer are."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from placeplan.population.axes import Array, index_of


def people_from_dwellings(
    dwellings: pl.DataFrame, places: Sequence[str], mover_profile: Array
) -> dict[int, Array]:
    """Turn dwellings into movers by age.

    ``dwellings * persons_per_dwelling`` people, spread by a profile of movers. The
    dwellings are those beyond the number that the assumed migration already rests on:
    counting all of them would count the same people twice.

    Parameters
    ----------
    dwellings : polars.DataFrame
        ``year, place, dwellings, persons_per_dwelling``; dwellings below 0 take away.
    places : sequence of str
        Places, in the order wanted.
    mover_profile : ndarray
        Share of movers by sex and age; sums to 1.

    Returns
    -------
    dict of int to ndarray
        Net movers by place, sex and age for each year that has a row.

    Examples
    --------
    >>> built = pl.DataFrame({"year": [2021], "place": ["swale"], "dwellings": [100.0],
    ...                       "persons_per_dwelling": [2.4]})
    >>> profile = np.full((2, 91), 1 / 182)
    >>> people_from_dwellings(built, ["swale"], profile)[2021].sum().round(6).item()
    240.0
    """
    movers: dict[int, Array] = {}
    for (year,), rows in dwellings.sort("year", "place").group_by(
        "year", maintain_order=True
    ):
        people = np.zeros(len(places))
        number = rows["dwellings"] * rows["persons_per_dwelling"]
        people[index_of(rows["place"], places)] = number.to_numpy()
        movers[int(str(year))] = people[:, None, None] * mover_profile
    return movers
