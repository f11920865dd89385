"""Years of life lost by deaths before an age, with their interval."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Flags, Floats
from placeplan.stats.count_limit import byar_limits
from placeplan.stats.crude_rate import PER_100K
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.estimate import Estimate
from placeplan.stats.level import DEFAULT_LEVELS, read_levels
from placeplan.stats.life_table import BANDS_90, read_band_widths
from placeplan.stats.structure import Inspection, Structure

USUAL_AGE: Final = 75.0


def count_life_lost(
    deaths: ArrayLike,
    people: ArrayLike,
    *,
    first_ages: Sequence[float] = BANDS_90,
    until: float = USUAL_AGE,
    multiplier: float = PER_100K,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    look: Inspection | None = None,
) -> Estimate:
    """Count the years of life lost by deaths before an age.

    Parameters
    ----------
    deaths, people : array, shape (areas, bands)
        Deaths and person-years of the same period.
    first_ages : sequence of float, shape (bands,)
        First age of each band, from 0 up, the last open.
    until : float
        The age to which people might have lived; the first age of a band.
    multiplier : float
        100,000 for years lost for 100,000 people below that age.
    confidence : float or sequence of float
        Levels; see `placeplan.stats.level.read_levels`.
    look : Inspection, optional
        Findings so far; a strict reading when left out.

    Returns
    -------
    Estimate
        value = Σ D (until - age at death) / Σ people below it × multiplier. The age at
        death is the first age of the band and 0.1 (infants) or half of its width.
        Limits after Dobson, as of any weighted sum of counts; where nobody died, as if
        the next death were that of an infant. Parts: ``years``, ``deaths``.

    Raises
    ------
    InputError
        Deaths missing or below zero, people not above zero, or an age that is not the
        first of a band.

    Notes
    -----
    Source: Gardner JW and Sanborn JS, Years of potential life lost: what does it
    measure, Epidemiology 1990; Dobson AJ and others 1991.

    Examples
    --------
    >>> found = count_life_lost([[2, 3, 9]], [[1000, 4000, 5000]],
    ...                         first_ages=(0, 1, 75))
    >>> found.parts["years"].round(6).tolist(), found.value.round(4).tolist()
    ([260.8], [5216.0])
    """
    levels = read_levels(confidence)
    dead, alive = np.broadcast_arrays(
        np.atleast_2d(np.asarray(deaths, float)), np.asarray(people, float)
    )
    lost = _years_lost(np.asarray(first_ages, float), until, dead.shape[-1])
    look = look or Inspection(Structure.STRICT)
    _check_areas(look, ~(dead >= 0), "deaths", "deaths of 0 or more in every band")
    _check_areas(look, ~(alive > 0), "population", "people in every band")
    checks = look.close()
    early = lost > 0
    count, years = dead[:, early].sum(axis=1), dead @ lost
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(dead @ lost**2 / count)[:, None]
    spread = np.where(count[:, None] > 0, spread, lost.max())
    lower, upper = byar_limits(count, normal_quantile(levels))
    scale = (multiplier / alive[:, early].sum(axis=1))[:, None]
    return Estimate(
        years * scale[:, 0],
        (years[:, None] + spread * (lower - count[:, None])) * scale,
        (years[:, None] + spread * (upper - count[:, None])) * scale,
        levels,
        np.full(len(count), ""),
        {"years": years, "deaths": count},
        checks,
    )


def _check_areas(look: Inspection, bad: Flags, column: str, expected: str) -> None:
    for area in np.flatnonzero(bad.any(axis=1)):
        found = f"others in area {area + 1}"
        look.refuse(f"column {column}", expected, found, "Correct the area.")


def _years_lost(ages: Floats, until: float, bands: int) -> Floats:
    """Give the years that a death in each band loses; 0 from the age on."""
    if len(ages) != bands or until not in ages[1:]:
        expected = "the first age of a band above 0"
        found = f"{until:g} among " + ", ".join(f"{age:g}" for age in ages)
        remedy = "Choose another age, or declare the bands."
        raise InputError([Fault("options", "until", expected, found, remedy)])
    width, lived = read_band_widths(ages)
    at_death = np.append(ages[:-1] + lived * width, ages[-1])
    lost: Floats = np.where(ages < until, until - at_death, 0.0)
    return lost
