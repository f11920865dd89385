"""Quantiles of areas, such as deprivation deciles."""

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats


def assign_quantiles(
    values: ArrayLike, quantiles: int = 10, *, highest_first: bool = True
) -> Floats:
    """Assign areas to quantiles by their rank.

    Parameters
    ----------
    values : array, shape (areas,)
        A score; missing ones get no quantile and do not count.
    quantiles : int
        How many; at least 1.
    highest_first : bool
        Quantile 1 holds the highest values, as for deprivation scores.

    Returns
    -------
    array of float, shape (areas,)
        1 to `quantiles`; NaN for a missing value, and for all when there are fewer
        areas than quantiles. With rank r (ties share the lowest rank), N areas and k
        quantiles: floor(k + 1 - ceil((N + 1 - r) / (N / k))), and 0 becomes 1.

    Raises
    ------
    InputError
        Fewer than one quantile.

    Notes
    -----
    Source: Public Health England technical guide, assigning deprivation categories.

    Examples
    --------
    >>> assign_quantiles([9, 9, 8, 8, 8, 7, 6, 6, 5, 5], 5).astype(int).tolist()
    [1, 1, 2, 2, 2, 3, 4, 4, 5, 5]
    """
    if quantiles < 1:
        found = str(quantiles)
        raise InputError(
            [Fault("options", "nquantiles", "1 or more", found, "Ask for 5 or 10.")]
        )
    x = np.asarray(values, dtype=float)
    known = ~np.isnan(x)
    found_quantile = np.full(x.shape, np.nan)
    areas = int(known.sum())
    if areas < quantiles or not areas:
        return found_quantile
    score = -x[known] if highest_first else x[known]
    rank = np.searchsorted(np.sort(score), score, side="left") + 1
    placed = np.floor(
        (quantiles + 1) - np.ceil((areas + 1 - rank) / (areas / quantiles))
    )
    found_quantile[known] = np.maximum(placed, 1)
    return found_quantile
