"""Which points of a funnel plot lie outside it."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Flags, Floats, Words
from placeplan.stats.count_limit import count_limits
from placeplan.stats.direct_rate import FEWEST_EVENTS
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.structure import Inspection, Structure

LEVELS: Final = (0.95, 0.998)
TAILS: Final = ("0.025", "0.001")
NOT_SIGNIFICANT: Final = "Not significant"
TOO_FEW: Final = "Not applicable for events less than 10 for dsrs"


def judge_proportion(
    count: ArrayLike, base: ArrayLike, *, structure: Structure | str = Structure.STRICT
) -> Words:
    """Judge proportions against the pooled proportion of all.

    Parameters
    ----------
    count, base : array, shape (areas,)
        Numerators and denominators.
    structure : Structure
        Nothing is let through here; both refuse the same.

    Returns
    -------
    array of str, shape (areas,)
        ``High (0.001)``, ``High (0.025)``, ``Low (0.025)``, ``Low (0.001)`` or ``Not
        significant``: outside when |p - P| > z √(P(1 - P)/n), Wilson's boundary.

    Raises
    ------
    InputError
        Counts that are missing, below zero or above their base.

    Notes
    -----
    Source: Public Health England technical guide, funnel plots.

    Examples
    --------
    >>> judge_proportion([50, 500], [1000, 1000]).tolist()
    ['Low (0.001)', 'High (0.001)']
    """
    x, n = np.asarray(count, float), np.asarray(base, float)
    look = Inspection(Structure(structure))
    _refuse_counts(look, x, n)
    look.refuse_rows(x > n, "x", "no count above its denominator", "Check both.")
    look.close()
    pooled = x.sum() / n.sum()
    away = x / n - pooled
    spread = np.sqrt(pooled * (1 - pooled) / n)
    z = normal_quantile(LEVELS)
    return _label(
        lambda i: away > z[i] * spread, lambda i: away < -z[i] * spread, len(x)
    )


def judge_ratio(
    count: ArrayLike,
    expected: ArrayLike,
    *,
    structure: Structure | str = Structure.STRICT,
) -> Words:
    """Judge observed counts against expected ones.

    Returns
    -------
    array of str, shape (areas,)
        As `judge_proportion`: outside when the count's own limits (exact under ten,
        Byar's from ten) do not hold the expected count.

    Raises
    ------
    InputError
        Counts that are missing or below zero, expected ones not above zero.

    Examples
    --------
    >>> judge_ratio([0, 4, 14, 9], [1.2, 11.0, 6.0, 9.0]).tolist()
    ['Not significant', 'Low (0.025)', 'High (0.025)', 'Not significant']
    """
    x, n = np.asarray(count, float), np.asarray(expected, float)
    look = Inspection(Structure(structure))
    _refuse_counts(look, x, n)
    look.close()
    return _judge_counts(x, n, 1.0)


def judge_rate(
    count: ArrayLike,
    rates: ArrayLike,
    *,
    multiplier: float,
    standardised: bool,
    people: ArrayLike | None = None,
    structure: Structure | str = Structure.STRICT,
) -> Words:
    """Judge rates against the average that their denominators imply.

    Parameters
    ----------
    count, rates : array, shape (areas,)
        Events, and rates per `multiplier`.
    multiplier : float
        What the rates are for, such as 100,000.
    standardised : bool
        Directly standardised rates are not judged under ten events.
    people : array, shape (areas,), optional
        Needed for a crude rate of no events, which implies no denominator.
    structure : Structure
        As elsewhere.

    Returns
    -------
    array of str, shape (areas,)
        As `judge_proportion`, or that there are too few events.

    Raises
    ------
    InputError
        Counts that are missing or below zero, or rates that are.

    Examples
    --------
    >>> judge_rate([16, 5, 101], [71.0, 28.8, 225.3], multiplier=100_000,
    ...            standardised=True).tolist()
    ['Low (0.025)', 'Not applicable for events less than 10 for dsrs', 'High (0.001)']
    """
    x, rate_given = np.asarray(count, float), np.asarray(rates, float)
    look = Inspection(Structure(structure))
    look.refuse_rows(~(x >= 0), "x", "a count of 0 or more", "Correct the count.")
    look.refuse_rows(
        (x > 0) & ~(rate_given > 0),
        "rate",
        "a rate above 0 where there are events",
        "Fix.",
    )
    if not standardised:
        refuse_bare_zeros(look, x, people)
    look.close()
    base = derive_people(x, rate_given, multiplier, None if standardised else people)
    with np.errstate(invalid="ignore"):
        average = x.sum() / np.nansum(base)
        judged = _judge_counts(x, base, average)
    return np.where(standardised & (x < FEWEST_EVENTS), TOO_FEW, judged)


def derive_people(
    count: Floats, rates: Floats, multiplier: float, people: ArrayLike | None
) -> Floats:
    """Derive the denominators that rates imply: count / rate; NaN for no events.

    Examples
    --------
    >>> derive_people(np.array([5.0]), np.array([50.0]), 1000, None).tolist()
    [100.0]
    """
    stand_in = (
        np.full(len(count), np.nan) if people is None else np.asarray(people, float)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(count > 0, count / rates * multiplier, stand_in)


def refuse_bare_zeros(
    look: Inspection, count: Floats, people: ArrayLike | None
) -> None:
    """Note rows without events that have no people: their rate implies none.

    Examples
    --------
    >>> look = Inspection(Structure.REPORT)
    >>> refuse_bare_zeros(look, np.array([0.0, 5.0]), None)
    >>> look.faults[0].found
    'row 1'
    """
    known = np.zeros(len(count)) if people is None else np.asarray(people, float)
    look.refuse_rows(
        (count == 0) & ~(known > 0),
        "n",
        "people where there are no events, since a rate of 0 implies none",
        "Give them.",
    )


def _refuse_counts(look: Inspection, x: Floats, n: Floats) -> None:
    look.refuse_rows(~(x >= 0), "x", "a count of 0 or more", "Correct the count.")
    look.refuse_rows(~(n > 0), "n", "a denominator above 0", "Correct or leave it out.")


def _judge_counts(x: Floats, base: Floats, average: float) -> Words:
    lower, upper = count_limits(x, normal_quantile(LEVELS))
    low, high = lower / base[:, None], upper / base[:, None]
    return _label(lambda i: average < low[:, i], lambda i: average > high[:, i], len(x))


def _label(
    is_high: Callable[[int], Flags], is_low: Callable[[int], Flags], count: int
) -> Words:
    words = np.full(count, NOT_SIGNIFICANT, dtype="<U48")
    for place, tail in enumerate(TAILS):
        words[is_low(place)] = f"Low ({tail})"
        words[is_high(place)] = f"High ({tail})"
    return words
