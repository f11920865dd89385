"""Synthetic estimates for small areas."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats, Ints
from placeplan.stats.group import sum_groups


@dataclass(frozen=True, slots=True, eq=False)
class SyntheticEstimate:
    """What groups' shares imply for each area.

    Parameters
    ----------
    estimate : array, shape (areas,)
        People expected with the condition.
    share : array, shape (areas,)
        The same as a share of all people of the area.
    scale : float
        What every estimate was multiplied by to meet the known total; 1 without one.
    """

    estimate: Floats
    share: Floats
    scale: float


def estimate_small_areas(
    area: Ints, people: ArrayLike, share: ArrayLike, *, known_total: float | None = None
) -> SyntheticEstimate:
    """Estimate how many people of each area have a condition from shares of groups.

    Parameters
    ----------
    area : array of int, shape (rows,)
        Codes 0 to areas - 1.
    people : array, shape (rows,)
        People of a group in an area.
    share : array, shape (rows,)
        Share of that group with the condition, 0 to 1.
    known_total : float, optional
        A total that the estimates are scaled to.

    Returns
    -------
    SyntheticEstimate
        Σ people × share by area, scaled by known total / sum.

    Raises
    ------
    InputError
        Missing or negative numbers, an area without people, or a known total where the
        shares give nothing.

    Notes
    -----
    It carries no local effect: areas with the same mix get the same share. Source:
    Office for National Statistics, synthetic estimation; definition only.

    Examples
    --------
    >>> found = estimate_small_areas(np.array([0, 0]), [120, 40], [0.05, 0.2],
    ...                              known_total=28)
    >>> found.estimate.tolist(), found.scale
    ([28.0], 2.0)
    """
    n, p = np.asarray(people, float), np.asarray(share, float)
    areas = int(area.max()) + 1
    expected, everyone = sum_groups(area, n * p, areas), sum_groups(area, n, areas)
    faults = []
    if not (n >= 0).all():
        faults.append(_fault("population", "people of 0 or more in every row"))
    if not ((p >= 0) & (p <= 1)).all():
        faults.append(_fault("rate", "a share from 0 to 1 in every row"))
    if not (everyone > 0).all():
        faults.append(_fault("population", "people in every area"))
    if known_total is not None and not (known_total >= 0 and expected.sum() > 0):
        faults.append(_fault("control_total", "0 or more, and estimates to scale"))
    if faults:
        raise InputError(faults)
    scale = 1.0 if known_total is None else known_total / float(expected.sum())
    return SyntheticEstimate(expected * scale, expected * scale / everyone, scale)


def _fault(where: str, expected: str) -> Fault:
    return Fault("input", where, expected, "", "Correct the table.")
