"""Minutes of travel worked out from distance, where nobody measured them."""

from dataclasses import dataclass

import numpy as np

from placeplan.capacity.choice import FloatArray
from placeplan.errors import QuestionError

_FEWEST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class TravelFit:
    """How minutes follow from distance in a straight line.

    ``minutes = start * metres ^ power``: longer ways are quicker by the metre.

    Parameters
    ----------
    start, power : float
        Of the line above.
    error_share : float
        Standard error of one way, as a share of its minutes.
    pairs : int
        Ways to which it was fitted.

    Examples
    --------
    >>> import numpy as np
    >>> fit = TravelFit(start=0.01, power=0.8, error_share=0.1, pairs=50)
    >>> fit.estimate(np.array([10_000.0, 20_000.0])).round(1)
    array([15.8, 27.6])
    """

    start: float
    power: float
    error_share: float
    pairs: int

    def estimate(self, metres: FloatArray) -> FloatArray:
        """Estimate minutes from metres in a straight line, above 0."""
        minutes: FloatArray = self.start * metres**self.power
        return minutes


def fit_travel(metres: FloatArray, minutes: FloatArray) -> TravelFit:
    """Fit minutes to distances by least squares on their logarithms.

    Parameters
    ----------
    metres, minutes : array
        Of the same shape; pairs with a NaN, or that are not above 0, are left out.

    Returns
    -------
    TravelFit
        The line, and how far single ways are off it.

    Raises
    ------
    QuestionError
        When fewer than three pairs are known, or all are as long.

    Examples
    --------
    >>> import numpy as np
    >>> metres = np.array([1000.0, 4000.0, 9000.0])
    >>> fit = fit_travel(metres, 0.1 * np.sqrt(metres))
    >>> round(fit.start, 6), round(fit.power, 6)
    (0.1, 0.5)
    """
    with np.errstate(invalid="ignore"):
        known = (metres > 0) & (minutes > 0)
    x, y = np.log(metres[known]), np.log(minutes[known])
    if len(x) < _FEWEST_PAIRS or np.ptp(x) == 0:
        message = (
            "minutes cannot be fitted to distance: at least three ways of different "
            "length must be known; state the minutes."
        )
        raise QuestionError(message)
    power = float(((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum())
    level = float(y.mean() - power * x.mean())
    off = y - level - power * x
    error = float(np.sqrt((off**2).sum() / (len(x) - 2)))
    return TravelFit(float(np.exp(level)), power, error, len(x))


def find_site_factor(
    metres: FloatArray, minutes: FloatArray, fit: TravelFit
) -> FloatArray:
    """Find by how much ways to each site take longer than their distance says.

    The factor of a site is the geometric mean of measured over estimated minutes to all
    others, so that one matrix of minutes can correct what was fitted to another.

    Parameters
    ----------
    metres, minutes : array
        Shaped (site, site): between sites; the diagonal is left out.
    fit : TravelFit
        Fitted to the same matrix.

    Returns
    -------
    array
        Shaped (site,): 1 where ways take as long as their distance says.

    Examples
    --------
    >>> import numpy as np
    >>> metres = np.array([[0.0, 1e4], [1e4, 0.0]])
    >>> minutes = np.array([[0.0, 20.0], [20.0, 0.0]])
    >>> find_site_factor(metres, minutes, TravelFit(1e-3, 1.0, 0.1, 9))
    array([2., 2.])
    """
    count = len(metres)
    others = ~np.eye(count, dtype=bool)
    off = np.zeros_like(metres)
    off[others] = np.log(minutes[others] / fit.estimate(metres[others]))
    factor: FloatArray = np.exp(off.sum(axis=1) / (count - 1))
    return factor


def fill_minutes(
    minutes: FloatArray, metres: FloatArray, factor: FloatArray, fit: TravelFit
) -> FloatArray:
    """Fill the minutes that nobody measured from distance.

    Parameters
    ----------
    minutes, metres : array
        Shaped (area, site); NaN where minutes are not known.
    factor : array
        Shaped (site,), of `find_site_factor`.
    fit : TravelFit
        Fitted to what is known.

    Returns
    -------
    array
        Shaped (area, site); what was known is kept. What is filled is *derived*.

    Examples
    --------
    >>> import numpy as np
    >>> known, far = np.array([[12.0, np.nan]]), np.array([[9e3, 5e3]])
    >>> fill_minutes(known, far, np.array([1.0, 1.2]), TravelFit(1e-3, 1.0, 0.1, 9))
    array([[12.,  6.]])
    """
    filled: FloatArray = np.where(
        np.isnan(minutes), fit.estimate(metres) * factor, minutes
    )
    return filled
