"""Huff's exponents that make observed flows most likely."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from placeplan.capacity.choice import FloatArray, HuffRule
from placeplan.errors import QuestionError

MOST_EXPONENT: Final = 10.0
"""An exponent above it says that all go to the nearest, or to the largest."""

_CLOSE_ENOUGH: Final = 1e-10


@dataclass(frozen=True, slots=True)
class HuffFit:
    """Exponents fitted to observed flows, and how well they are known.

    Parameters
    ----------
    rule : HuffRule
        With the fitted exponents.
    size_error, travel_error : float
        Standard errors of the exponents; 0 for one that was held.
    log_likelihood : float
        Of the observed cases under the rule, without the count of orders.
    cases : float
        Observed cases.
    explained_share : float
        McFadden's: 1 less the log likelihood over that of an even choice.
    """

    rule: HuffRule
    size_error: float
    travel_error: float
    log_likelihood: float
    cases: float
    explained_share: float


def fit_huff(
    cases: FloatArray,
    size: FloatArray,
    minutes: FloatArray,
    *,
    size_exponent: float | None = None,
) -> HuffFit:
    """Find the exponents under which observed flows are most likely.

    The log likelihood, sum of ``n_ij log p_ij``, has one peak (it is that of a
    conditional logit, McFadden 1974), which Newton's method climbs.

    Parameters
    ----------
    cases : array
        Observed, shaped (area, site), 0 or more.
    size : array
        Shaped (site,), above 0.
    minutes : array
        Shaped (area, site), above 0.
    size_exponent : float or None
        Held where given, such as for sites that are all of one size.

    Returns
    -------
    HuffFit
        The exponents with their errors.

    Raises
    ------
    QuestionError
        When the flows cannot tell: no cases, sites that are all alike, or everyone at
        the nearest.

    Examples
    --------
    >>> import numpy as np
    >>> cases = np.array([[80.0, 20.0], [20.0, 80.0]])
    >>> minutes = np.array([[10.0, 20.0], [20.0, 10.0]])
    >>> fit = fit_huff(cases, np.ones(2), minutes, size_exponent=1.0)
    >>> round(fit.rule.travel_exponent, 6), round(fit.travel_error, 4)
    (2.0, 0.255)
    """
    log_size = np.broadcast_to(np.log(size), minutes.shape)
    held = 0.0 if size_exponent is None else size_exponent
    pull = np.stack(
        ([] if size_exponent is not None else [log_size]) + [-np.log(minutes)], axis=-1
    )
    total = float(cases.sum())
    if not total:
        message = "no observed cases: state the exponents instead of fitting them."
        raise QuestionError(message)
    found, spread, likelihood = _climb(cases, pull, held * log_size)
    *sizes, travel = (float(each) for each in found)
    *size_errors, travel_error = (float(each) for each in np.sqrt(np.diag(spread)))
    even = -total * float(np.log(minutes.shape[1]))
    return HuffFit(
        HuffRule(sizes[0] if sizes else held, travel),
        size_errors[0] if size_errors else 0.0,
        travel_error,
        likelihood,
        total,
        1 - likelihood / even,
    )


def _climb(
    cases: FloatArray, pull: FloatArray, held: FloatArray
) -> tuple[FloatArray, FloatArray, float]:
    """Climb to the peak; give exponents, their covariance and the log likelihood."""
    exponents = np.zeros(pull.shape[-1])
    likelihood, slope, bend = _look_around(cases, pull, held, exponents)
    certain = -_CLOSE_ENOUGH * float(cases.sum())
    while np.abs(exponents).max() <= MOST_EXPONENT and likelihood < certain:
        step = _solve(bend, slope)
        if float(slope @ step) < _CLOSE_ENOUGH:
            spread: FloatArray = np.asarray(np.linalg.inv(bend), dtype=float)
            return exponents, spread, likelihood
        ahead, seen = _step(cases, pull, held, exponents, step, likelihood)
        exponents, (likelihood, slope, bend) = ahead, seen
    message = (
        "the flows have no best exponents: everyone goes to the nearest site, or to "
        "the largest; choose the rule 'nearest', or state the exponents."
    )
    raise QuestionError(message)


def _step(
    cases: FloatArray,
    pull: FloatArray,
    held: FloatArray,
    exponents: FloatArray,
    step: FloatArray,
    likelihood: float,
) -> tuple[FloatArray, tuple[float, FloatArray, FloatArray]]:
    """Step up, half as far as long as that leads down."""
    ahead = exponents + step
    seen = _look_around(cases, pull, held, ahead)
    while seen[0] < likelihood and np.abs(step).max() > _CLOSE_ENOUGH:
        step = step / 2
        ahead = exponents + step
        seen = _look_around(cases, pull, held, ahead)
    return ahead, seen


def _look_around(
    cases: FloatArray, pull: FloatArray, held: FloatArray, exponents: FloatArray
) -> tuple[float, FloatArray, FloatArray]:
    """Give the log likelihood here, its slope, and how it bends (minus the Hessian)."""
    drawn = pull @ exponents + held
    drawn -= drawn.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(drawn).sum(axis=1, keepdims=True))
    share = np.exp(drawn - log_sum)
    total = cases.sum(axis=1)
    mean = np.einsum("ij,ijk->ik", share, pull)
    slope = np.einsum("ij,ijk->k", cases, pull) - total @ mean
    apart = pull - mean[:, None]
    bend = np.einsum("i,ij,ijk,ijl->kl", total, share, apart, apart, optimize=True)
    return float((cases * (drawn - log_sum)).sum()), slope, bend


def _solve(bend: FloatArray, slope: FloatArray) -> FloatArray:
    scale = np.sqrt(np.diag(bend))
    scaled = bend / np.outer(scale, scale) if scale.all() else np.zeros_like(bend)
    if np.linalg.cond(scaled) > 1 / _CLOSE_ENOUGH:
        message = (
            "the flows cannot tell size from travel: sites are all of one size, or as "
            "far from everyone; state the size exponent, or both."
        )
        raise QuestionError(message)
    step: FloatArray = np.asarray(np.linalg.solve(bend, slope), dtype=float)
    return step
