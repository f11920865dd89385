"""Funnel limits that allow for more variation than chance (additive random effects)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats, Ints

Z_95: Final = 1.959964
Z_998: Final = 3.090232
DEFAULT_TRIM: Final = 0.1


class FunnelScale(StrEnum):
    """The scale on which points scatter.

    ``shmi`` log of a standardised ratio, with the extreme tenths left out (summary
    hospital-level mortality indicator); ``cqc`` its square root, with extremes pulled
    in; ``pr`` arcsine of a proportion; ``rc`` log of a ratio of counts.

    Examples
    --------
    >>> FunnelScale("shmi")
    <FunnelScale.SHMI: 'shmi'>
    """

    SHMI = "shmi"
    CQC = "cqc"
    PROPORTION = "pr"
    RATIO_OF_COUNTS = "rc"


@dataclass(frozen=True, slots=True, eq=False)
class OverdispersedFunnel:
    """Limits of a funnel with overdispersion.

    Parameters
    ----------
    base : array, shape (units,)
        Denominators as used (rounded to two places for ``shmi``).
    phi : float
        Mean squared z of the points that count: above 1, more than chance.
    tau2 : float
        Variance between units, on the scale.
    lower_95, upper_95, lower_998, upper_998 : array, shape (units,)
        Limits, times the multiplier.
    """

    base: Floats
    phi: float
    tau2: float
    lower_95: Floats
    upper_95: Floats
    lower_998: Floats
    upper_998: Floats


def widen_funnel(
    count: ArrayLike,
    base: ArrayLike,
    scale: FunnelScale | str,
    *,
    trim: float = DEFAULT_TRIM,
    multiplier: float = 1.0,
) -> OverdispersedFunnel:
    """Compute overdispersed funnel limits.

    Parameters
    ----------
    count, base : array, shape (units,)
        Observed and expected (or denominators).
    scale : FunnelScale
        Which scale and treatment of extremes.
    trim : float
        Share at each end that is left out or pulled in, 0 to below a half.
    multiplier : float
        What a ratio of 1 is shown as.

    Returns
    -------
    OverdispersedFunnel
        z = (Y - target) / s; phi = mean z² of the points that count; tau² = max(0,
        (n phi - (n - 1)) / (Σw - Σw²/Σw)) with w = 1/s²; limits target ± z √(s² + tau²)
        brought back from the scale. Expected numbers of ``shmi`` are first rounded to
        two places, by their decimal value as R does (0.285 is 0.28, since the number
        held is just below).

    Raises
    ------
    InputError
        Counts that are missing or below zero, bases not above zero, proportions above
        one, or a count of none on a log scale that is not among the extremes.

    Notes
    -----
    Source: Spiegelhalter DJ, Handling over-dispersion of performance indicators, 2005;
    NHS Digital, SHMI specification. z is 1.959964 and 3.090232 as published.

    Examples
    --------
    >>> funnel = widen_funnel([8, 12, 20, 31], [10.0, 11, 18, 30], "cqc")
    >>> round(funnel.phi, 4), funnel.tau2, funnel.upper_95.round(4).tolist()
    (0.1146, 0.0, [1.3099, 1.2955, 1.231, 1.1789])
    """
    kind = FunnelScale(scale)
    x, n = np.asarray(count, float), np.asarray(base, float)
    if kind is FunnelScale.SHMI:
        n = np.array([round(float(expected), 2) for expected in n])
    _check(x, n, kind, trim)
    target, y, s = _transform(x, n, kind)
    z = (y - target) / s
    keep, used = _treat_extremes(z, kind, trim)
    phi = float((used**2).mean())
    if not np.isfinite(phi):
        raise InputError(
            [_fault("numerator", "a count above 0 where it is not extreme")]
        )
    weight = 1 / s[keep] ** 2
    units = len(used)
    excess = units * phi - (units - 1)
    spread = weight.sum() - (weight**2).sum() / weight.sum()
    tau2 = max(0.0, excess / spread) if spread > 0 else 0.0
    within = _limit_variance(n, kind)
    reach = np.sqrt(within + tau2)
    ends = [
        multiplier * _bring_back(target + z_score * reach, kind)
        for z_score in (-Z_95, Z_95, -Z_998, Z_998)
    ]
    return OverdispersedFunnel(n, phi, tau2, *ends)


def _transform(x: Floats, n: Floats, kind: FunnelScale) -> tuple[float, Floats, Floats]:
    """Give target, values and standard errors on the scale."""
    pooled = x.sum() / n.sum()
    with np.errstate(divide="ignore"):
        if kind is FunnelScale.SHMI:
            return 0.0, np.log(x / n), 1 / np.sqrt(n)
        if kind is FunnelScale.CQC:
            return 1.0, np.sqrt(x / n), 1 / (2 * np.sqrt(n))
        if kind is FunnelScale.PROPORTION:
            target = float(np.arcsin(np.sqrt(pooled)))
            return target, np.arcsin(np.sqrt(x / n)), 1 / (2 * np.sqrt(n))
        y = np.log((x + 0.5) / (n + 0.5))
        s = np.sqrt(x / (x + 0.5) ** 2 + n / (n + 0.5) ** 2)
        return float(np.log(pooled)), y, s


def _limit_variance(n: Floats, kind: FunnelScale) -> Floats:
    return 1 / n if kind is FunnelScale.SHMI else 1 / (4 * n)


def _bring_back(values: Floats, kind: FunnelScale) -> Floats:
    if kind is FunnelScale.CQC:
        return values
    if kind is FunnelScale.PROPORTION:
        found: Floats = np.sin(values) ** 2
        return found
    return np.exp(values)


def _treat_extremes(z: Floats, kind: FunnelScale, trim: float) -> tuple[Ints, Floats]:
    """Leave out (shmi) or pull in (others) the extreme shares; which, and z scores."""
    everyone = np.arange(len(z))
    if trim == 0:
        return everyone, z
    if kind is FunnelScale.SHMI:
        parts = 1 / trim
        ordered = np.sort(z)
        first = np.searchsorted(ordered, z, side="left")
        rank = (first + np.searchsorted(ordered, z, side="right") + 1) / 2
        part = np.floor(rank * parts / (len(z) + 1))
        kept = everyone[(part > 0) & (part < parts - 1)]
        return kept, z[kept]
    low, high = np.quantile(z, [trim, 1 - trim])
    return everyone, np.clip(z, low, high)


def _check(x: Floats, n: Floats, kind: FunnelScale, trim: float) -> None:
    faults = []
    if not (x >= 0).all():
        faults.append(_fault("numerator", "a count of 0 or more in every row"))
    if not (n > 0).all():
        faults.append(_fault("denominator", "a number above 0 in every row"))
    if kind is FunnelScale.PROPORTION and (x > n).any():
        faults.append(_fault("numerator", "no count above its denominator"))
    if not 0 <= trim < 0.5:
        faults.append(_fault("trim_by", "a share from 0 to below 0.5"))
    if faults:
        raise InputError(faults)


def _fault(where: str, expected: str) -> Fault:
    return Fault("input", where, expected, "", "Correct the table.")
