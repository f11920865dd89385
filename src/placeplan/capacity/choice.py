"""Who goes where: observed shares, the nearest open site, or Huff's odds.

Every rule gives shares of each area (a row) over sites (a column). Shares of an area
sum to 1, so that everyone lands once, over the border or not.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class HuffRule:
    """How much a site draws people, by its size and how far away it is.

    ``p_ij = A_j^a t_ij^-b / sum over open k of A_k^a t_ik^-b`` (Huff 1963).

    Parameters
    ----------
    size_exponent : float
        The a above: 0 when size does not matter.
    travel_exponent : float
        The b above: 0 when distance does not matter.

    Examples
    --------
    >>> import numpy as np
    >>> rule = HuffRule(size_exponent=1.0, travel_exponent=2.0)
    >>> rule.weigh(np.array([1.0, 2.0]), np.array([[10.0, 20.0]]))
    array([[1. , 0.5]])
    """

    size_exponent: float
    travel_exponent: float

    def weigh(self, size: FloatArray, minutes: FloatArray) -> FloatArray:
        """Weigh every site for every area, 1 for the heaviest of each area.

        Parameters
        ----------
        size : array
            Shaped (site,), above 0: beds, or whatever draws people.
        minutes : array
            Shaped (area, site), above 0.

        Returns
        -------
        array
            Shaped (area, site).
        """
        weight = np.log(minutes)
        weight *= -self.travel_exponent
        weight += self.size_exponent * np.log(size)
        weight -= weight.max(axis=1, keepdims=True)
        np.exp(weight, out=weight)
        return weight


def share_by_odds(weight: FloatArray, is_open: BoolArray) -> FloatArray:
    """Share people out over open sites in proportion to what these weigh.

    Parameters
    ----------
    weight : array
        Shaped (area, site), of `HuffRule.weigh`.
    is_open : array of bool
        Shaped (site,).

    Returns
    -------
    array
        Shares, shaped (area, site); each row sums to 1.

    Raises
    ------
    ValueError
        When every site is closed.

    Examples
    --------
    >>> import numpy as np
    >>> share_by_odds(np.array([[3.0, 1.0, 4.0]]), np.array([True, True, False]))
    array([[0.75, 0.25, 0.  ]])
    """
    _refuse_all_closed(is_open)
    there = weight * is_open
    share: FloatArray = there / there.sum(axis=1, keepdims=True)
    return share


def share_nearest(minutes: FloatArray, is_open: BoolArray) -> FloatArray:
    """Send everyone to the nearest open site, the first of those as near.

    Parameters
    ----------
    minutes : array
        Shaped (area, site).
    is_open : array of bool
        Shaped (site,).

    Returns
    -------
    array
        Shares of 0 and 1, shaped (area, site).

    Raises
    ------
    ValueError
        When every site is closed.

    Examples
    --------
    >>> import numpy as np
    >>> share_nearest(np.array([[9.0, 5.0, 7.0]]), np.array([True, False, True]))
    array([[0., 0., 1.]])
    """
    _refuse_all_closed(is_open)
    nearest = np.where(is_open, minutes, np.inf).argmin(axis=1)
    share = np.zeros(minutes.shape)
    share[np.arange(len(share)), nearest] = 1.0
    return share


def share_observed(
    cases: FloatArray, weight: FloatArray, is_open: BoolArray
) -> FloatArray:
    """Keep people where they went; spread those of closed sites by odds.

    ``p_ij = q_ij + (sum of q_ik over closed k) w_ij / sum of w_ik over open k``, where
    q are shares of observed cases. A site that nobody went to and that now opens first
    draws its Huff share from everyone, in proportion. An area without any observed
    case goes by odds altogether.

    Parameters
    ----------
    cases : array
        Observed, shaped (area, site).
    weight : array
        Shaped (area, site), of `HuffRule.weigh`.
    is_open : array of bool
        Shaped (site,).

    Returns
    -------
    array
        Shares, shaped (area, site); each row sums to 1.

    Raises
    ------
    ValueError
        When every site is closed.

    Examples
    --------
    >>> import numpy as np
    >>> cases, weight = np.array([[60.0, 30.0, 10.0]]), np.array([[4.0, 3.0, 1.0]])
    >>> share_observed(cases, weight, np.array([False, True, True]))
    array([[0.  , 0.75, 0.25]])
    """
    by_odds = share_by_odds(weight, is_open)
    total = cases.sum(axis=1, keepdims=True)
    observed = np.divide(cases, total, out=by_odds.copy(), where=total > 0)
    stay = observed * is_open
    moved: FloatArray = stay + (1 - stay.sum(axis=1, keepdims=True)) * by_odds
    is_new = is_open & (cases.sum(axis=0) == 0)
    drawn = np.where(total > 0, by_odds * is_new, 0.0)
    if not drawn.any():
        return moved
    rest = np.where((total > 0) & is_new, 0.0, moved)
    rest /= np.maximum(rest.sum(axis=1, keepdims=True), np.finfo(float).tiny)
    share: FloatArray = drawn + (1 - drawn.sum(axis=1, keepdims=True)) * rest
    return share


def _refuse_all_closed(is_open: BoolArray) -> None:
    if not is_open.any():
        message = "every site is closed, so nobody can go anywhere; open one"
        raise ValueError(message)
