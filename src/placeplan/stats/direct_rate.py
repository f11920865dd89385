"""Directly standardised rates, with Dobson's interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Flags, Floats, Ints
from placeplan.stats.count_limit import byar_limits
from placeplan.stats.crude_rate import PER_100K
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.estimate import Estimate
from placeplan.stats.group import sum_groups
from placeplan.stats.level import DEFAULT_LEVELS, read_levels
from placeplan.stats.structure import Inspection, Structure

FEWEST_EVENTS = 10


def standardise_rate(
    count: ArrayLike,
    people: ArrayLike,
    standard: ArrayLike,
    *,
    multiplier: float = PER_100K,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    structure: Structure | str = Structure.STRICT,
) -> Estimate:
    """Standardise rates directly, for many areas at once.

    Parameters
    ----------
    count : array, shape (..., bands)
        Events in each age band.
    people : array, shape (..., bands)
        People in each age band, above zero.
    standard : array, shape (bands,) or as `count`
        The standard population of each band.
    multiplier : float
        100,000 for a rate per 100,000.
    confidence : float or sequence of float
        Levels; see `placeplan.stats.level.read_levels`.
    structure : Structure
        ``report`` takes a missing count as zero, and tells it.

    Returns
    -------
    Estimate
        Shape of `count` without its last axis. value = Σ w x/n / Σ w; variance V =
        Σ w² x/n² / (Σ w)²; limits value + √(V/O) (Byar's limit of O - O), with Byar's
        limits at every O. Fewer than ten events: withheld. Parts: ``total_count``,
        ``total_people``.

    Raises
    ------
    InputError
        A count below zero, people missing or not above zero; strictly, also a missing
        count or more events than people.

    Notes
    -----
    Source: Dobson AJ and others, Confidence intervals for weighted sums of Poisson
    parameters, Statistics in Medicine 1991. A standardised rate of the standard
    population itself is its crude rate.

    Examples
    --------
    >>> result = standardise_rate([[2, 3, 6]], [[500, 450, 60]], [45000, 35000, 20000])
    >>> result.value.round(6).tolist(), result.lower.round(6).tolist()
    ([2413.333333], [[1020.766959]])
    """
    x, n, weight = (np.asarray(given, float) for given in (count, people, standard))
    x, n = np.broadcast_arrays(x, n)
    look = Inspection(Structure(structure))
    checks, events = _inspect(look, x, n, weight)
    ratio = weight / n
    with_weight = events * ratio
    sums = WeightedSums(
        events.sum(axis=-1),
        n.sum(axis=-1),
        with_weight.sum(axis=-1),
        (with_weight * ratio).sum(axis=-1),
        np.broadcast_to(weight.sum(axis=-1), x.shape[:-1]),
    )
    return _dobson(sums, multiplier, read_levels(confidence), checks)


def standardise_rows(
    area: Ints,
    count: ArrayLike,
    people: ArrayLike,
    standard: ArrayLike,
    *,
    frequency: ArrayLike | None = None,
    band: Ints | None = None,
    multiplier: float = PER_100K,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    look: Inspection | None = None,
) -> Estimate:
    """Standardise rates directly from one row an area and band, as tables come.

    Parameters
    ----------
    area : array of int, shape (rows,)
        Codes 0 to areas - 1.
    count, people, standard : array, shape (rows,)
        As in `standardise_rate`. With `frequency`, `count` is unique people.
    frequency : array, shape (rows,), optional
        How many events each of the people of the row had: events = frequency × count,
        and the variance sums frequency² × count, since one person's events go together.
    band : array of int, shape (rows,), optional
        Codes of age bands; with `frequency` a band is weighted once.
    look : Inspection, optional
        Findings so far; a strict reading when left out.

    Returns
    -------
    Estimate
        One row an area.

    Raises
    ------
    InputError
        As `standardise_rate`.

    Notes
    -----
    Source: Public Health England technical guide, repeat events.

    Examples
    --------
    >>> result = standardise_rows(np.zeros(3, int), [2, 3, 6], [500, 450, 60],
    ...                           [45000, 35000, 20000])
    >>> result.value.round(6).tolist()
    [2413.333333]
    """
    look = look or Inspection(Structure.STRICT)
    x, n, weight = (np.asarray(given, float) for given in (count, people, standard))
    times = np.ones_like(x) if frequency is None else np.asarray(frequency, float)
    look.refuse_rows(
        ~(times >= 0), "eventfreq", "events a person, 0 or more", "Correct it."
    )
    checks, unique = _inspect(look, x, n, weight)
    areas = int(area.max()) + 1
    ratio, events = weight / n, unique * times
    once = np.ones(len(x), dtype=bool)
    if frequency is not None:
        once = _first_of_each(area, times if band is None else band, band is None)
    sums = WeightedSums(
        sum_groups(area, events, areas),
        sum_groups(area, np.where(once, n, 0), areas),
        sum_groups(area, events * ratio, areas),
        sum_groups(area, events * times * ratio * ratio, areas),
        sum_groups(area, np.where(once, weight, 0), areas),
    )
    return _dobson(sums, multiplier, read_levels(confidence), checks)


@dataclass(frozen=True, slots=True, eq=False)
class WeightedSums:
    """The five sums of an area that its standardised rate is made of."""

    events: Floats
    people: Floats
    weighted: Floats
    weighted_squares: Floats
    weight: Floats


def _inspect(
    look: Inspection, x: Floats, n: Floats, weight: Floats
) -> tuple[tuple[str, ...], Floats]:
    if not x.size:
        look.refuse("rows", "at least one band", "none", "Give some.")
    elif x.min() >= 0 and n.min() > 0 and weight.min() >= 0 and (x <= n).all():
        return look.close(), x  # one pass over what is in order, as most tables are
    look.refuse_rows(x < 0, "x", "a count of 0 or more", "Correct the count.")
    look.refuse_rows(~(n > 0), "n", "people above 0", "Correct or merge the band.")
    look.refuse_rows(
        ~(weight >= 0), "stdpop", "a standard population", "Give one for each band."
    )
    missing = np.isnan(x)
    look.find_rows(missing, "x", "a count in every band", "A missing one counts as 0.")
    look.find_rows(x > n, "x", "no more events than people", "Check units and periods.")
    return look.close(), np.where(missing, 0.0, x)


def _first_of_each(area: Ints, other: ArrayLike, is_frequency: bool) -> Flags:  # noqa: FBT001 - of one caller
    """Mark rows to weight: each band once, or every row of the first frequency."""
    codes = np.unique(np.asarray(other), return_inverse=True)[1].ravel()
    if is_frequency:
        first = np.full(int(area.max()) + 1, codes.max() + 1)
        np.minimum.at(first, area, codes)
        return np.asarray(codes == first[area])
    pair = area * (codes.max() + 1) + codes
    once = np.zeros(len(area), dtype=bool)
    once[np.unique(pair, return_index=True)[1]] = True
    return once


def _dobson(
    sums: WeightedSums,
    multiplier: float,
    levels: tuple[float, ...],
    checks: tuple[str, ...],
) -> Estimate:
    enough = sums.events >= FEWEST_EVENTS
    if (sums.weight == 0).any():
        look = Inspection(Structure.STRICT)
        expected, remedy = "a standard population above 0 in every area", "Give one."
        look.refuse("column stdpop", expected, "0 in all bands of an area", remedy)
        look.close()
    value = np.where(enough, sums.weighted / sums.weight, np.nan) * multiplier
    observed = np.where(enough, sums.events, np.nan)
    scale = np.sqrt(sums.weighted_squares / observed) / sums.weight * multiplier
    lower, upper = byar_limits(observed, normal_quantile(levels))
    middle = observed[..., None]
    return Estimate(
        value,
        value[..., None] + scale[..., None] * (lower - middle),
        value[..., None] + scale[..., None] * (upper - middle),
        levels,
        np.where(enough, "", "few_events"),
        {"total_count": sums.events, "total_people": sums.people},
        checks,
    )
